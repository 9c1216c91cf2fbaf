"""Letters that a PDF file need not give back as they are, and how they are told from other words."""

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from briefing.model.report import Change
from briefing.verify.differing import Near

_NO_LETTER = "\ufffd"
_UNKNOWN = f"?{_NO_LETTER}"
_HYPHENS = re.compile("[-\xad\ufffe]")
_PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_FAMILIES = dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC"), "CJK") | {
    one: one for one in ("HANGUL", "HEBREW", "ARABIC", "ARMENIAN", "GEORGIAN", "ETHIOPIC")
}
"""Scripts each letter of which is a sign by itself, by the first word of its name; three are one."""
_LAM_ALEF = re.compile("[\u0622\u0623\u0625\u0627\u0644]{2,}")
"""Arabic letters that one sign shows together: some files give them the other way round."""
_TATWEEL = "\u0640"


def is_lost_in_print(near: Near, printed: str) -> bool:
    """Whether all that differs is letters and signs that a PDF file need not give back as they are.

    Where `printed`, the words as the file has them, shows other letters of the same script, it gives
    them back: what differs there is another word.
    """
    shown = frozenset(map(_family, filter(str.isalpha, printed))) - {""}
    return bool(near.changes) and all(_is_lost(change, shown) for change in near.changes)


def is_none_printed(letters: Iterable[str]) -> bool:
    """Whether “?” stands for letters alone that fonts may lack, or for itself."""
    return not any(letter != "?" and _comes_back(letter) for letter in letters)


def _is_lost(change: Change, shown: AbstractSet[str]) -> bool:
    if not change.source:
        return False
    if _NO_LETTER in change.printed:
        # Such a sign stands where print names none: for one letter, or for a ligature of up to three.
        parts = map(re.escape, _HYPHENS.sub("", change.printed).split(_NO_LETTER))
        return re.fullmatch(".{1,3}".join(parts), _HYPHENS.sub("", change.source)) is not None
    if any(map(_comes_back, change.source)):
        return False
    return not _is_read(change, shown)


def _is_read(change: Change, shown: AbstractSet[str]) -> bool:
    """Whether a change of letters that fonts may lack is one of words: print gives their script back."""
    ours, theirs = _bare(change.printed), _bare(change.source)
    letters = [one for one in theirs if one.isalnum()]
    if ours == theirs or not all(_family(one) in shown for one in letters):
        return False
    if set(ours) & set(_UNKNOWN):
        parts = map(re.escape, re.split(f"[{_UNKNOWN}]", ours))
        return re.fullmatch(".".join(parts), theirs) is None
    return bool(letters) or bool(shown and ours)


def _bare(words: str) -> str:
    """`words` without marks set on letters, and without the forms that letters have by their place."""
    plain = unicodedata.normalize("NFKC", words).replace(_TATWEEL, "")
    plain = "".join([one for one in plain if unicodedata.category(one) not in ("Mn", "Cf")])
    return _LAM_ALEF.sub(lambda found: "".join(sorted(found[0])), plain)


def _family(letter: str) -> str:
    return _FAMILIES.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0], "")


def _comes_back(character: str) -> bool:
    if character.isspace():
        return False
    if character.isascii():
        return True
    return character.isalnum() and unicodedata.name(character, "").startswith(_PLAIN_SCRIPTS)
