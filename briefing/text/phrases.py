"""Finds many phrases at once: a table from first words to phrases, one look-up a word of text.

Phrases match word forms (`forms`), and any space, hyphen, stop or apostrophe may stand between
their words: “command and control” finds “Command-and-control”.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, compress, count, pairwise, repeat
from operator import add, not_
from typing import Self

from msgspec import Struct

from briefing.text.forms import is_name, word_forms

_WORD = re.compile(r"[^\W_]+")
_LETTERS = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
"""Leaves letters and digits, and puts a space in place of what else there is in ASCII."""
_BETWEEN = frozenset(" -\u2010\u2011.'’\n&/")
_WIDEST = 2
"""Characters that may stand between two words of a phrase."""


Places = tuple[dict[str, list[int]], dict[str, list[int]]]


class Words:
    """The words of stretches of a text, in reading order: where each stands, and how it is written.

    The stretches are in order. `firsts` and `lasts` say which words belong to which of them. No
    phrase goes over the end of one.
    """

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.written: list[str] = []
        self.starts: list[int] = []
        if _touch(stretches):
            for stretch in stretches:
                self._add((stretch,))
        else:
            self._add(stretches)
        self.firsts = [bisect_left(self.starts, start) for start, _ in stretches]
        self.lasts = [bisect_left(self.starts, end) for _, end in stretches]
        self.lowered = list(map(str.lower, self.written))
        self._limits: list[int] | None = None
        self._ends: list[int] | None = None
        self._numbers: list[int] | None = None
        self._places: tuple[Starts, Places] | None = None

    def part(self, start: int, end: int) -> "Words":
        """Those of `text[start:end]`, a piece of one stretch, counted from `start` on."""
        text = self.text
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            # A word may be cut in two there.
            return Words(text[start:end], ((0, end - start),))
        return _Part(self, start, end)

    def _add(self, stretches: Sequence[tuple[int, int]]) -> None:
        # The pieces between single spaces, empty ones too: their lengths say where each stands.
        pieces = _alone(self.text, stretches).split(" ")
        first = stretches[0][0] if stretches else 0
        edges = accumulate(map(add, map(len, pieces), repeat(1)), initial=first)
        self.starts += compress(edges, pieces)
        self.written += filter(None, pieces)

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        if self._ends is None:
            self._ends = list(map(add, self.starts, map(len, self.written)))
        return self._ends

    @property
    def limits(self) -> list[int]:
        """For each word the end of its stretch, in words."""
        if self._limits is None:
            self._limits = []
            for first, last in zip(self.firsts, self.lasts, strict=True):
                self._limits += [last] * (last - first)
        return self._limits

    def among(self, wanted: Container[str]) -> Iterator[int]:
        """The places of the words that are in `wanted`, as they are written."""
        return compress(count(), map(wanted.__contains__, self.written))

    def numbers(self) -> list[int]:
        """The places of the words that begin with a digit."""
        if self._numbers is None:
            self._numbers = [at for at in self.mixed() if self.written[at][0].isdigit()]
        return self._numbers

    def mixed(self) -> Iterator[int]:
        """The places of the words that are not of letters alone."""
        return compress(count(), map(not_, map(str.isalpha, self.written)))

    def places(self, starts: "Starts") -> Places:
        """Where the words that are in `starts` stand, counted in words; the last answer is kept."""
        if self._places is None or self._places[0] is not starts:
            found = _where(self.written, starts.names), _where(self.lowered, starts.words)
            self._places = starts, found
        return self._places[1]


class _Part(Words):
    """The words of a piece of one stretch of `whole`, none of them cut: nothing is looked at anew."""

    def __init__(self, whole: Words, start: int, end: int) -> None:
        first = bisect_left(whole.starts, start)
        last = bisect_left(whole.starts, end, first)
        self.text = whole.text[start:end]
        self.written = whole.written[first:last]
        self.starts = [at - start for at in whole.starts[first:last]]
        self.firsts, self.lasts = [0], [last - first]
        self.lowered = whole.lowered[first:last]
        self._limits = self._ends = self._places = None
        numbers = whole.numbers()
        left = bisect_left(numbers, first)
        right = bisect_left(numbers, last, left)
        self._numbers = [at - first for at in numbers[left:right]]


def _touch(stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one stretch ends where the next begins: then a word may be cut in two."""
    return any(one[1] >= other[0] for one, other in pairwise(stretches))


def _alone(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The text from the first of `stretches` on, with a space for all but their letters and digits."""
    parts: list[str] = []
    done = stretches[0][0] if stretches else 0
    for start, end in stretches:
        parts += " " * (start - done), text[start:end]
        done = end
    alone = "".join(parts)
    if alone.isascii():
        return alone.translate(_LETTERS)
    for character in set(alone):
        if not character.isalnum():
            alone = alone.replace(character, " ")
    return alone


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
