"""The folding: what counts as typography and is not held against a quotation.

Version 1. Two texts that fold to the same characters have the same words:

- quotation marks, apostrophes and primes of every kind become `'`;
- hyphens and dashes of every kind, with the spaces around them, become `-`;
- runs of spaces and line breaks become one space; spaces before `; : ! ? %` and inside guillemets go;
- of scripts that set no spaces between words (Chinese, Japanese, Thai and its kin) all spaces go;
- the Latin ligatures become their letters, in print also those that a known fault of a program
  scrambled (Ghostscript 10.00); three full stops, spaced or not, stand for an ellipsis;
- soft hyphens and characters without width go; in print a hyphen at the end of a line may stand or
  fall (`OPTIONAL`).

Letters, digits, capitals and all other punctuation count. Direction marks and control characters
become U+FFFD, as writers print them, so that none can hide in a match.
"""

import re
import unicodedata
from bisect import bisect_right

from msgspec import Struct

from briefing.model.unspaced import RANGES, UNSPACED
from briefing.verify.scrambled import unscrambled

OPTIONAL = "\xad"
"""A hyphen of print that may only break a word."""

_QUOTES = "\"'`´‘’‚‛“”„‟‹›′″‴＂＇ʼ"
_DASHES = "-‐‑‒–—―⁃−﹘﹣－"
_SPACES = "".join(map(chr, [*range(0x09, 0x0E), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)])) + (
    "\u2028\u2029\u202f\u205f\u3000"
)
_WIDTHLESS = "\xad\u200b\u200c\u200d\u2060\ufe00\ufe0e\ufe0f"
_UNSEEN = [
    *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0x200E, 0x200F, 0xFEFF,
    *range(0x202A, 0x202F), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFF, *range(0x2066, 0x206A),
]  # fmt: skip
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "...",
}  # fmt: skip
_SINGLE = (
    dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_WIDTHLESS, "\xad")
    | dict.fromkeys(map(chr, _UNSEEN), "\ufffd")
)
# A lone space between words and a lone hyphen within one are left alone: they are the commonest.
_BEGIN = (
    r"\x20(?=[\x20\xad»;:!?%-])[\x20\xad]*+"
    r"(?:(?P<dash>-[-\x20\xad]*+)|(?P<close>»)|(?P<tight>(?=[;:!?%]))|(?P<space>))"
    r"|(?P<hyphen>-(?=[-\x20\xad])[-\x20\xad]*+)"
    r"|(?P<quote>»|«[\x20\xad]*+)"
    r"|(?P<dots>\.(?=[\x20\xad.])[\x20\xad]?\.[\x20\xad]?\.)"
    r"|(?P<none>\xad++)"
    r"|(?P<ligature>[ﬀ-ﬆ…])"
)
_RULES = re.compile(_BEGIN)
# A line may end anywhere among them, and a space at its end shows nothing.
_RULES_UNSPACED = re.compile(
    rf"(?P<loose>(?:(?<=[{RANGES}])|(?<=[{RANGES}]'))\x20++|\x20++(?=[{RANGES}]))|{_BEGIN}"
)
_STANDS_FOR = {
    "dash": "-", "hyphen": "-", "close": "'", "quote": "'", "dots": "...", "tight": "",
    "space": " ", "none": "", "loose": "",
}  # fmt: skip


class Folded(Struct, frozen=True):
    """Folded text. `places` leads from it back to the text that was folded."""

    text: str
    places: tuple[tuple[int, ...], tuple[int, ...]]

    def origin(self, at: int) -> int:
        """The offset in the text before folding of the character at `at`."""
        folded, original = self.places
        index = bisect_right(folded, at) - 1
        following = original[index + 1] if index + 1 < len(original) else None
        found = original[index] + at - folded[index]
        return found if following is None else min(found, max(following - 1, original[index]))


def fold(text: str) -> str:
    """`text` folded."""
    return _rules(text).sub(_stand_in, _single(text))


def fold_print(text: str) -> str:
    """Printed `text` folded; hyphens that may only break a word stay as `OPTIONAL`."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text[:1_000_000])
        text = unscrambled(text)
    kept = re.sub("(?<=\\w)[\xad\ufffe](?=\\w)", "\ue000", text).replace("\ufffe", "")
    return fold(kept).replace("\ue000", OPTIONAL)


def fold_with_places(text: str) -> Folded:
    """`text` folded, with the way back."""
    single = _single(text)
    parts: list[str] = []
    folded, original = [0], [0]
    last = length = 0
    for match in _rules(single).finditer(single):
        parts.append(single[last : match.start()])
        length += match.start() - last
        stands = _stand_in(match)
        folded += [length, length + len(stands)]
        original += [match.start(), match.end()]
        parts.append(stands)
        length += len(stands)
        last = match.end()
    parts.append(single[last:])
    return Folded("".join(parts), (tuple(folded), tuple(original)))


def _rules(text: str) -> re.Pattern[str]:
    return _RULES if text.isascii() or not UNSPACED.search(text) else _RULES_UNSPACED


def _single(text: str) -> str:
    """Each character by one character, so that offsets hold."""
    # Few of these characters stand in any one text: replacing those is faster than a translation.
    for character in _SINGLE.keys() & set(text):
        text = text.replace(character, _SINGLE[character])
    return text


def _stand_in(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind == "ligature":
        return _LIGATURES[match[0]]
    return _STANDS_FOR[kind]
