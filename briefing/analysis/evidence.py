"""The sentences that differences, figures and the chronology are read from."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from zlib import crc32

from msgspec import Struct

from briefing.analysis.body import Body, Paragraph, Said
from briefing.model.passage import Passage
from briefing.text.lazy import Lazy
from briefing.text.numbers_abroad import is_comma_language

_DRAWS = 3
"""Stems under which a sentence is found again."""
_LONGEST = 4000
"""Characters of a sentence."""
_LEADS = 3
"""Paragraphs at the head of a report that say what it is about."""


def sentences_of(bodies: Iterable[Body], answers: Iterable[Passage]) -> tuple[Said, ...]:
    """The sentences of `bodies` in reading order, of the paragraphs that matter.

    Those are the ones in which one of the `answers` to a theme lies, and the first few of each source.
    """
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for place in answers:
        starts[place.source].append(place.start)
    for places in starts.values():
        places.sort()
    said: list[Said] = []
    for body in bodies:
        places = starts.get(body.source.id, [])
        for number, (start, end) in enumerate(body.stretches):
            first = bisect_left(places, start)
            if number < _LEADS or (first < len(places) and places[first] < end):
                said += _told(body.paragraph(number, (start, end)))
    return tuple(said)


def _told(part: Paragraph) -> Iterable[Said]:
    """The sentences of a paragraph; what is longer than any is a table or a list that lost its lines."""
    said = part.said()
    if part.end - part.start <= _LONGEST:
        return said
    return [one for one in said if one.end - one.start <= _LONGEST]


class Closeness:
    """How close a sentence is to the themes, given the places that answer to them."""

    def __init__(self, answers: Iterable[Passage]) -> None:
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for place in answers:
            places[place.source].append((place.start, place.end))
        self._stretches = {source: _united(sorted(ranges)) for source, ranges in places.items()}

    def __call__(self, said: Said) -> int:
        """0 within a candidate, 1 elsewhere in a source that has one, 2 in a source that has none."""
        return self._of(said.source.id, said.start, said.end)

    def of(self, passage: Passage) -> int:
        """The same of a place."""
        return self._of(passage.source, passage.start, passage.end)

    def _of(self, source: str, start: int, end: int) -> int:
        stretches = self._stretches.get(source)
        if stretches is None:
            return 2
        starts, ends = stretches
        last = bisect_left(starts, end) - 1
        return int(last < 0 or ends[last] <= start)


def _united(ranges: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Where the stretches begin and end that `ranges`, in order, make up together."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in ranges:
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


class Sign(Struct, frozen=True):
    """What shows that a paragraph is worth reading: a pattern, and words of which it needs one.

    Some words are `enough` by themselves. Where other languages have other words, `abroad` shows it
    in them by itself.
    """

    words: frozenset[str]
    pattern: Lazy
    enough: frozenset[str] = frozenset()
    abroad: Lazy | None = None


def sentences_with(bodies: Iterable[Body], sign: Sign) -> tuple[Said, ...]:
    """The sentences of the paragraphs of `bodies` that show `sign`."""
    found: list[Said] = []
    for body in bodies:
        if sign.abroad and is_comma_language(body.source.language or ""):
            for number, stretch in enumerate(body.stretches):
                if sign.abroad.search(body.text, *stretch):
                    found += _told(body.paragraph(number, stretch))
            continue
        holding = body.holding(sign.words, sign.enough)
        stretches = body.stretches if holding else ()
        for number, enough in holding.items():
            if enough or sign.pattern.search(body.text, *stretches[number]):
                found += _told(body.paragraph(number, stretches[number]))
    return tuple(found)


def least_stems(stems: AbstractSet[str]) -> Iterator[str]:
    """A few of `stems`, each with the number of its draw: under them a sentence is found again.

    They are those of least digest (min-wise hashing, Broder 1997): two sentences that have most of
    their words in common share one of them, nearly always.
    """
    encoded = [word.encode() for word in stems]
    for salt in range(_DRAWS):
        least = min(encoded, key=lambda word: (crc32(word, salt), word)).decode()
        yield f"{salt} {least}"
