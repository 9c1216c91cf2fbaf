"""The body of a source, its paragraphs and sentences: read once for all who look at them."""

import re
from bisect import bisect_right
from collections.abc import Container
from datetime import date
from functools import cached_property

from msgspec import Struct

from briefing.analysis.standing import Standing, judge
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.text.calendar import Moment, times_in
from briefing.text.phrases import Words
from briefing.text.sentences import sentences
from briefing.text.spaces import flat
from briefing.text.times import TimeWords
from briefing.text.words import content_stems, count_words

LONGEST = 70
"""Most words of a sentence that is printed as evidence."""
_STANDS, _STANDS_NAMED = 0.9, 0.7
# A name at the head, to which a later “his” can lead.
_NAMED = re.compile(
    r"(?!The |An? |In |On |At |For |But |And |This |That )[A-Z][\w.’'-]+(?<!ed)(?<!ing) "
)


class Body:
    """The body of a source, read once for all who look at it, and no sooner than somebody does."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = flat(source.text)
        self.stretches = [(part.start, part.end) for part in source.body()]
        self.paragraphs = tuple(
            Paragraph(self, number, start, end)
            for number, (start, end) in enumerate(self.stretches)
        )
        self._words: Words | None = None

    @property
    def words(self) -> Words:
        """The words of its paragraphs, each with its place."""
        if self._words is None:
            self._words = Words(self.text, self.stretches)
        return self._words

    def holding(self, wanted: Container[str]) -> set[int]:
        """The numbers of the paragraphs in which one of the words `wanted` stands."""
        lasts = self.words.lasts
        return {bisect_right(lasts, place) for place in self.words.among(wanted)}


class Paragraph(Struct):
    """A body paragraph, the `number`-th of its source."""

    body: Body
    number: int
    start: int
    end: int
    _sentences: tuple[tuple[int, int], ...] | None = None
    _judged: dict[tuple[int, int], tuple[Excerpt, int, Standing]] | None = None
    _said: "tuple[Said, ...] | None" = None

    @property
    def source(self) -> Source:
        """The source that it stands in."""
        return self.body.source

    @property
    def text(self) -> str:
        """The whole text of the source, in plain spaces."""
        return self.body.text

    def judged(self, start: int, end: int) -> tuple[Excerpt, int, Standing]:
        """The words of `[start, end)`, how many they are, and how well they stand by themselves."""
        if self._judged is None:
            self._judged = {}
        known = self._judged.get((start, end))
        if known is None:
            excerpt = Excerpt.cut(self.source, start, end)
            words = count_words(excerpt.exact)
            known = excerpt, words, judge(self.text[start:end], words)
            self._judged[start, end] = known
        return known

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Ranges of the sentences."""
        if self._sentences is None:
            self._sentences = sentences(self.text, self.start, self.end)
        return self._sentences

    def said(self) -> "tuple[Said, ...]":
        """The sentences, ready to be read for figures and times."""
        if self._said is None:
            self._said = tuple(
                Said(self.source, start, end, self.text[start:end], self.body)
                for start, end in self.sentences()
            )
        return self._said


class Said(Struct, frozen=True, dict=True):
    """A sentence of a source: its place, and its text in plain spaces."""

    source: Source
    start: int
    end: int
    text: str
    body: Body | None = None
    """What it was cut from, where that was read."""

    @property
    def day(self) -> date | None:
        """The day on which it was published."""
        return self.source.published

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry meaning."""
        return frozenset(content_stems(self.text))

    @cached_property
    def words(self) -> Words:
        """Its words, each with its place in the text."""
        if self.body is None:
            return Words(self.text, ((0, len(self.text)),))
        return self.body.words.part(self.start, self.end)

    @cached_property
    def times(self) -> tuple[tuple[TimeWords, Moment], ...]:
        """The expressions of time in it that can be led to the calendar."""
        return tuple(times_in(self.text, self.day, self.words))

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


def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """The body of `source`, ready to be searched."""
    return Body(source).paragraphs
