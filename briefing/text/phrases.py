"""Finds many phrases at once: a table from first words to phrases, one look-up a word of text.

Phrases match word forms (`forms`), and any space, hyphen, stop or apostrophe may stand between
their words: “command and control” finds “Command-and-control”.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, compress
from typing import Self

from msgspec import Struct

from briefing.text.forms import is_name, word_forms

_WORD = re.compile(r"[^\W_]+")
_PIECES = re.compile(r"([^\W_]+)")
_SEVERAL = 2
_BETWEEN = frozenset(" -\u2010\u2011.'’\n&/")
_WIDEST = 2
"""Characters that may stand between two words of a phrase."""


Places = tuple[dict[str, list[int]], dict[str, list[int]]]


class Words:
    """The words of stretches of a text, in reading order: where each stands, and how it is written.

    `firsts` and `lasts` say which words belong to which stretch. No phrase goes over the end of one.
    """

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.written: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        self._limits: list[int] | None = None
        self._places: tuple[Starts, Places] | None = None
        if not self._cut_once(stretches):
            for stretch in stretches:
                self._add(*_cut(text, *stretch))
        self.lowered = list(map(str.lower, self.written))

    def _cut_once(self, stretches: Sequence[tuple[int, int]]) -> bool:
        """Cut all the text at once and give each stretch its share, unless a word lies over an edge."""
        if len(stretches) < _SEVERAL:
            return False
        written, starts, ends = _cut(self.text, stretches[0][0], stretches[-1][1])
        shares = []
        for start, end in stretches:
            first, last = bisect_left(starts, start), bisect_right(ends, end)
            over_start = first > 0 and ends[first - 1] > start
            over_end = last < len(starts) and starts[last] < end
            if over_start or over_end:
                return False
            shares.append((first, last))
        for first, last in shares:
            self._add(written[first:last], starts[first:last], ends[first:last])
        return True

    def _add(self, written: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> None:
        self.firsts.append(len(self.written))
        self.written += written
        self.starts += starts
        self.ends += ends
        self.lasts.append(len(self.written))

    @property
    def limits(self) -> list[int]:
        """For each word the end of its stretch, in words."""
        if self._limits is None:
            self._limits = []
            for first, last in zip(self.firsts, self.lasts, strict=True):
                self._limits += [last] * (last - first)
        return self._limits

    def places(self, starts: "Starts") -> Places:
        """Where the words that are in `starts` stand, counted in words; the last answer is kept."""
        if self._places is None or self._places[0] is not starts:
            found = _where(self.written, starts.names), _where(self.lowered, starts.words)
            self._places = starts, found
        return self._places[1]


def _where(row: Sequence[str], wanted: AbstractSet[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    if wanted:
        for at in compress(range(len(row)), map(wanted.__contains__, row)):
            found.setdefault(row[at], []).append(at)
    return found


class Starts(Struct, frozen=True):
    """Words with which phrases can begin: names as they are written, others in small letters."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def all_of(cls, several: Iterable[Self]) -> Self:
        """Those of `several` groups of phrases together."""
        known = list(several)
        return cls(
            frozenset().union(*(one.names for one in known)),
            frozenset().union(*(one.words for one in known)),
        )

    def are_in(self, places: Places) -> bool:
        """Whether any of them stands at `places`."""
        names, words = places
        return not names.keys().isdisjoint(self.names) or not words.keys().isdisjoint(self.words)


def _cut(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """The words of `text[start:end]`, and where each starts and ends."""
    # What stands between two words and the words, in turns: far cheaper than a match for each.
    pieces = _PIECES.split(text[start:end])
    edges = list(accumulate(map(len, pieces), initial=start))
    return pieces[1::2], edges[1:-1:2], edges[2::2]


class Phrases:
    """A set of phrases, ready to be found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._names: dict[str, list[tuple[frozenset[str], ...]]] = {}
        self._words: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for phrase in phrases:
            parts = _WORD.findall(phrase)
            if parts:
                self._add([word_forms(part) for part in parts], name=is_name(parts[0]))
        for table in (self._names, self._words):
            for known in table.values():
                known.sort(key=len, reverse=True)
        self.starts = Starts(frozenset(self._names), frozenset(self._words))

    def _add(self, forms: Sequence[frozenset[str]], *, name: bool) -> None:
        table = self._names if name else self._words
        for first in forms[0]:
            table.setdefault(first, []).append(tuple(forms))

    def find(self, words: Words, places: Places | None = None) -> Iterator[tuple[int, int]]:
        """Ranges of the phrases among `words`, the longest at each place, none overlapping.

        `places` say where at least the words stand with which these phrases can begin.
        """
        known = words.places(self.starts) if places is None else places
        if not self.starts.are_in(known):
            return
        lengths: dict[int, int] = {}
        for table, here in zip((self._names, self._words), known, strict=True):
            for key in table.keys() & here.keys():
                for at in here[key]:
                    found = _longest(words, at, table[key])
                    lengths[at] = max(found, lengths.get(at, 0))
        free = 0
        for at in sorted(lengths):
            if lengths[at] and at >= free:
                free = at + lengths[at]
                yield words.starts[at], _with_possessive(words, free - 1)


def _longest(words: Words, at: int, known: Sequence[tuple[frozenset[str], ...]]) -> int:
    """How many words the longest of `known` (longest first) has at `at`; 0 if none fits."""
    return next((len(forms) for forms in known if _matches(words, at, forms)), 0)


def _matches(words: Words, at: int, forms: Sequence[frozenset[str]]) -> bool:
    if at + len(forms) > words.limits[at]:
        return False
    for number, allowed in enumerate(forms):
        here = at + number
        if words.written[here] not in allowed and words.lowered[here] not in allowed:
            return False
        if number and not _joined(words, here):
            return False
    return True


def _joined(words: Words, at: int) -> bool:
    """Whether the word at `at` and the one before it can be words of one phrase."""
    between = words.text[words.ends[at - 1] : words.starts[at]]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _with_possessive(words: Words, last: int) -> int:
    """The end of word `last`, its possessive included."""
    end = words.ends[last]
    if last + 1 == words.limits[last]:
        return end
    between = words.text[end : words.starts[last + 1]]
    possessive = words.written[last + 1] == "s" and between in ("'", "’")
    return words.ends[last + 1] if possessive else end
