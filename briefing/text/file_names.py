"""Tells whether a name from a recipe is safe to make a file of, on any system."""

import re
import unicodedata

LONGEST = 120
"""Bytes a name may have, its ending included."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_SYSTEM = frozenset(("Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "__MACOSX"))
_BARRED = frozenset('<>:"\\|?*')


def name_fault(name: str) -> str | None:
    """What is wrong with the relative name `name` (parts parted by `/`), or `None`."""
    if not name:
        return "it is empty"
    if name.startswith("/"):
        return "it must not begin at the root"
    return next((fault for part in name.split("/") if (fault := _part_fault(part))), None)


def _part_fault(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "it must not hold “..”, “.” or empty parts"
    if part[0] in ".-~" or part != part.strip() or part.endswith("."):
        return "a part must not begin with “.”, “-” or “~”, nor end with a stop or a space"
    if any(sign in _BARRED for sign in part):
        return 'it must not hold < > : " \\ | ? *'
    if any(unicodedata.category(sign)[0] == "C" for sign in part):
        return "it must not hold control or direction characters"
    if _DEVICES.fullmatch(part):
        return f"“{part}” is a device on some systems"
    if len(part.encode("utf-8", "surrogatepass")) > LONGEST:
        return f"a part has more than {LONGEST} bytes"
    return None


def folded(name: str) -> str:
    """The form in which two names are the same file on some systems."""
    return unicodedata.normalize("NFC", name).casefold()


def is_clutter(name: str) -> bool:
    """Whether a file or folder is one that systems and programs keep for themselves.

    What iCloud leaves in place of a file that is not on the machine is none: a person put that there.
    """
    hidden = name.startswith(".") and not name.endswith(".icloud")
    return hidden or name.startswith("~$") or name in _SYSTEM
