"""Values that programs spoilt on their way into a field: signs written out twice, letters misread.

Only what can be told for sure is mended; other words stay as they are.
"""

from html import unescape

from briefing.text.lazy import Lazy
from briefing.text.misread import read_as_meant

_ENTITY = Lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_TIMES = 3
"""How often a value is taken to have been written out at the most."""
_OPEN = Lazy(r"\s*[(\[][^()\[\]]*$")


def unspoilt(words: str) -> str:
    """“Lund&#8217;s port” as “Lund’s port”, “MÃ¼ller” as “Müller”; other words as they are."""
    mended = words
    for _ in range(_TIMES):
        before = mended
        if "&" in mended:
            mended = _ENTITY.sub(lambda found: unescape(found.group()), mended)
        mended = read_as_meant(mended)
        if mended == before:
            break
    return words if mended == words else " ".join(mended.split())


def closed(name: str) -> str:
    """A name without a bracket at its end that a program cut: “Gazette (Online” as “Gazette”."""
    return _OPEN.sub("", name) or name
