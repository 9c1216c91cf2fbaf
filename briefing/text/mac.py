"""Tells texts in Mac Roman, which old Macintosh programs wrote and no detector knows.

Nearly all bytes are letters in it, as they are in Windows-1252: what differs is where they stand.
Read in the wrong one, “café” ends in a capital, and a quotation mark is one, too.
"""

import re

_ENOUGH = 0.95
"""Share of the signs beyond ASCII that must stand where such signs do."""
_POOR = 0.9
"""The same share from which on another reading is no worse than it may be by chance."""
_RIVALS = ("cp1252", "cp1250")
"""What texts in Latin letters are in far more often."""
_LETTERS = 0.5
"""Share of ASCII letters that a text in Latin letters has at the least."""
_OPINION = 65536
_ALONE = frozenset("àèéìòùáíóúâêîôûåøÀÈÉÓÅ")
"""Letters that are words by themselves."""
_QUOTES = frozenset("“‘«‹”’»›")
_OPENS = frozenset("¿¡„‚")
_AMID = frozenset("–—·•")
_SIGNS = frozenset("©®™°£€§†\u00a0…")
_EAST_ASIAN = "\u2e80"
"""From here on signs are those of Chinese, Japanese and Korean, and full-width ones."""
_OTHER_SCRIPTS = "\u0370"
"""What comes before it are letters and marks of Latin."""


def mac_roman(data: bytes, other: str | None) -> str | None:
    """`data` read as Mac Roman, where that is likelier than `other`, another reading of it.

    `None` where it is not, or where nothing tells them apart.
    """
    sample = data[:_OPINION]
    high = sum(byte > 0x7F for byte in sample)  # noqa: PLR2004 - what ASCII has not
    letters = sum(map(str.isalpha, sample.decode("ascii", "ignore")))
    if not high or letters < _LETTERS * len(sample):
        return None
    if placed(sample.decode("mac_roman")) < _ENOUGH:
        return None
    rivals = [other] if other is not None else []
    rivals += [sample.decode(codec, "replace") for codec in _RIVALS]
    if max(placed(rival[:_OPINION]) for rival in rivals) >= _POOR:
        return None
    return data.decode("mac_roman")


def placed(text: str) -> float:
    """The share of the signs beyond ASCII that stand where such signs do; 0 where there is none."""
    around = f" {text} "
    odd = [found.start() for found in re.finditer("[^\x00-\x7f]", around)]
    good = sum(_is_placed(*around[at - 1 : at + 2]) for at in odd)
    return good / len(odd) if odd else 0.0


def _is_placed(before: str, sign: str, behind: str) -> bool:
    if sign >= _OTHER_SCRIPTS and sign.isalpha():
        return _is_placed_abroad(before, sign, behind)
    if sign >= _EAST_ASIAN:
        return True
    if all(letter > "\x7f" and letter.isalpha() for letter in (before, sign, behind)):
        return False  # Latin words have no three letters beyond ASCII in a row
    if sign.islower():
        beside = before.isalpha() or behind.isalpha()
        return (beside and not behind.isupper()) or (sign in _ALONE and before.isspace())
    if sign.isupper():
        within = behind.islower() or (behind.isalpha() and behind.isascii())
        end = behind.isspace() and before.isupper() and before.isascii()
        return not before.islower() and (within or end or (sign in _ALONE and before.isspace()))
    if sign in _OPENS:
        return not before.isalnum() and not behind.isspace()
    if sign in _QUOTES:
        # Languages open with the mark that others close with; only an apostrophe stands in a word,
        # and only French ones between spaces.
        within, apart = before.isalnum() and behind.isalnum(), before.isspace() and behind.isspace()
        return (not within or sign == "’") and (not apart or sign in "«»")
    if sign in _AMID:
        return before.isspace() == behind.isspace()
    return sign in _SIGNS and not (before.isalpha() and behind.isalpha())


def _is_plain(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def _is_placed_abroad(before: str, sign: str, behind: str) -> bool:
    """The same of a letter of another script than Latin: no word is written in two."""
    if not _is_plain(before) and not _is_plain(behind):
        return True
    # Between words of East Asian languages there is no space.
    return sign.lower() == sign.upper() and not (before.isascii() and behind.isascii())
