"""The sentences that differences, figures and the chronology are read from.

They are read once for all who look at them.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from zlib import crc32

from msgspec import Struct

from briefing.analysis.candidates import Candidate, Paragraph
from briefing.analysis.standing import judge
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.text.calendar import Moment, times_in
from briefing.text.lazy import Lazy
from briefing.text.times import TimeWords
from briefing.text.words import content_stems, count_words

LONGEST = 70
"""Most words of a sentence that is printed as evidence."""


class Said(Struct, frozen=True, dict=True):
    """A sentence of a source: its words in plain spaces, its place, and its stems."""

    source: Source
    start: int
    end: int
    text: str
    stems: frozenset[str]

    @property
    def day(self) -> date | None:
        """The day on which it was published."""
        return self.source.published

    @cached_property
    def times(self) -> tuple[tuple[TimeWords, Moment], ...]:
        """The expressions of time in it that can be led to the calendar."""
        return tuple(times_in(self.text, self.day))

    def cut(self) -> Excerpt:
        """The sentence as an excerpt."""
        return Excerpt.cut(self.source, self.start, self.end)

    def stands(self) -> bool:
        """Whether a reader understands it without what came before."""
        words = count_words(self.text)
        if words > LONGEST:
            return False
        least = _STANDS_NAMED if _NAMED.match(self.text) else _STANDS
        return judge(self.text, words).factor > least


_STANDS, _STANDS_NAMED = 0.9, 0.7
# A name at the head, to which a later “his” can lead.
_NAMED = re.compile(
    r"(?!The |An? |In |On |At |For |But |And |This |That )[A-Z][\w.’'-]+(?<!ed)(?<!ing) "
)
_DRAWS = 3
"""Stems under which a sentence is found again."""
_LEADS = 3
"""Paragraphs at the head of a report that say what it is about."""


def sentences_of(body: Iterable[Paragraph], found: Iterable[Candidate]) -> tuple[Said, ...]:
    """The sentences of `body` in reading order, of the paragraphs that matter.

    Those are the ones in which a candidate lies, and the first few of each source.
    """
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for item in found:
        starts[item.excerpt.passage.source].append(item.excerpt.passage.start)
    for places in starts.values():
        places.sort()
    said: list[Said] = []
    seen: Counter[str] = Counter()
    for part in body:
        seen[part.source.id] += 1
        places = starts[part.source.id]
        first = bisect_left(places, part.start)
        holds = first < len(places) and places[first] < part.end
        if holds or seen[part.source.id] <= _LEADS:
            said += _said(part)
    return tuple(said)


def sentences_with(body: Iterable[Paragraph], pattern: Lazy) -> tuple[Said, ...]:
    """The sentences of the paragraphs of `body` in which `pattern` is found."""
    return tuple(
        said
        for part in body
        if pattern.search(part.text, part.start, part.end)
        for said in _said(part)
    )


def _said(part: Paragraph) -> Iterator[Said]:
    for start, end in part.sentences():
        text = part.text[start:end]
        yield Said(part.source, start, end, text, frozenset(content_stems(text)))


def least_stems(stems: AbstractSet[str]) -> Iterator[str]:
    """A few of `stems`, each with the number of its draw: under them a sentence is found again.

    They are those of least digest (min-wise hashing, Broder 1997): two sentences that have most of
    their words in common share one of them, nearly always.
    """
    encoded = [word.encode() for word in stems]
    for salt in range(_DRAWS):
        least = min(encoded, key=lambda word: (crc32(word, salt), word)).decode()
        yield f"{salt} {least}"
