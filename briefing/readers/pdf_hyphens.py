"""Makes words whole that a line end parted, and leaves compounds their hyphen.

A browser and most word processors break lines only at hyphens that are there: then each is a compound's.
Typesetters part words. Which it is, a file shows by how many of its lines end in a hyphen, and by
whether the words these part stand whole elsewhere in it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.model.unspaced import EAST_ASIAN

_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")
_HYPHENS = "-\u2010\u00ad\ufffe"
"""PDFium gives U+FFFE for a hyphen at a line end, whether a compound's or not."""
_LONGEST_WORD = 60
_STEM = re.compile(r"[^\W_]+$")
_GOES_ON = re.compile(r"[^\W_]{1,60}")
_INNER = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,60})([\ufffe\u00ad])([^\W\d_]{1,60})")
_UNSPACED = re.compile(f"[{EAST_ASIAN}]")
"""Chinese and Japanese set no space between words, nor at a line end."""
_SOFT = "\u00ad"
_KNOWN = 0.15
"""Share of the parted words that stand whole elsewhere, from which a file parts words."""
_MANY, _SURELY_MANY = 0.04, 0.08
"""Shares of lines that end in a hyphen from which it does: of three or more, of fewer."""
_FEW = 3
_CAPITALS = 2


class Hyphens(Struct, frozen=True):
    """The words that stand whole in a file, those with a hyphen too, and whether it parts words."""

    known: frozenset[str] = frozenset()
    parts_words: bool = True

    def joint(self, before: str, after: str) -> str:
        """Two lines as one; a word that the line end parted is whole again."""
        if _UNSPACED.match(before[-1]) and _UNSPACED.match(after):
            return before + after
        stem = _STEM.search(before[-_LONGEST_WORD:-1])
        goes_on = _GOES_ON.match(after)
        if before[-1] not in _HYPHENS or not stem or not goes_on:
            return f"{before} {after}"
        chained = before[: -1 - len(stem.group())].endswith("-")
        if before[-1] == _SOFT:
            return before[:-1] + after
        if chained or self._is_compound(stem.group(), goes_on.group()):
            return f"{before[:-1]}-{after}"
        return before[:-1] + after

    def inner(self, words: str) -> str:
        """`words` without the marks that PDFium sets inside a run too."""
        if "\ufffe" not in words and "\u00ad" not in words:
            return words
        return _INNER.sub(self._whole, words).replace("\ufffe", "-")

    def _whole(self, found: re.Match[str]) -> str:
        stem, mark, rest = found.groups()
        return f"{stem}-{rest}" if mark != _SOFT and self._is_compound(stem, rest) else stem + rest

    def _is_compound(self, stem: str, rest: str) -> bool:
        if f"{stem}-{rest}".casefold() in self.known or not (stem.isalpha() and rest.isalpha()):
            return True
        if (stem + rest).casefold() in self.known:
            return False
        acronym = len(stem) >= _CAPITALS and stem.isupper() and not rest.isupper()
        return acronym or not rest[0].islower() or not self.parts_words


def hyphens_of(lines: Iterable[Sequence[str]], pieces: Iterable[str]) -> Hyphens:
    """How the file is set whose columns have these `lines` and whose words are in `pieces`."""
    known = frozenset(word.casefold() for words in pieces for word in _WORD.findall(words))
    count = parted = whole = 0
    for column in lines:
        count += len(column)
        for before, after in pairwise(column):
            stem = _STEM.search(before[-_LONGEST_WORD:-1])
            goes_on = _GOES_ON.match(after)
            if before[-1] in _HYPHENS and stem and goes_on and after[0].islower():
                parted += 1
                whole += (stem.group() + goes_on.group()).casefold() in known
    if not parted:
        return Hyphens(known)
    many = _MANY if parted >= _FEW else _SURELY_MANY
    return Hyphens(known, parted > many * count or whole > _KNOWN * parted)
