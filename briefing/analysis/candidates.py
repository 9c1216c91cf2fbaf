"""Cuts candidates: one to three whole sentences of one body paragraph that answer to a theme."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from briefing.analysis.standing import Standing, judge
from briefing.analysis.themes import STRONG, Matcher, find_hits, may_answer
from briefing.model.findings import Score
from briefing.model.passage import Excerpt
from briefing.model.source import Segment, Source
from briefing.model.theme import Hit
from briefing.text.phrases import Words, distinct_words
from briefing.text.sentences import sentences
from briefing.text.spaces import flat
from briefing.text.words import count_words

MOST_SENTENCES = 3
_REPEATED = 0.35
"""What a further hit of the same words is worth, as a share of the first."""
_LENGTH_BASE = 28
"""Words at which a candidate is dense enough; longer ones must carry more."""


class Candidate(Struct, frozen=True):
    """An excerpt that could be printed under a theme, with its score and the reasons.

    `backing` is the part of the score that comes from what stands behind the words: 1 for nothing.
    """

    theme: str
    excerpt: Excerpt
    score: float
    because: tuple[str, ...]
    backing: float = 1.0


class Paragraph(Struct):
    """A body paragraph, read once for all who look at it, and no sooner than somebody does."""

    source: Source
    text: str
    start: int
    end: int
    _words: Words | None = None
    _distinct: frozenset[str] | None = None
    _sentences: tuple[tuple[int, int], ...] | None = None
    _judged: dict[tuple[int, int], tuple[Excerpt, int, Standing]] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """Its words, each with its place."""
        if self._words is None:
            self._words = Words(self.text, self.start, self.end)
        return self._words

    @property
    def distinct(self) -> frozenset[str]:
        """Its words without their places: cheap, and enough to see that a theme has none of them."""
        if self._distinct is None:
            self._distinct = distinct_words(self.text[self.start : self.end])
        return self._distinct

    def judged(self, start: int, end: int) -> tuple[Excerpt, int, Standing]:
        """The words of `[start, end)`, how many they are, and how well they stand by themselves."""
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


def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """The body of `source`, ready to be searched."""
    text = flat(source.text)
    return tuple(Paragraph(source, text, part.start, part.end) for part in source.body())


def candidates(
    body: Iterable[Paragraph], matcher: Matcher, longest: int | None = None
) -> Iterator[Candidate]:
    """All candidates of at most `longest` words among paragraphs for one theme, in reading order."""
    for part in body:
        if not may_answer(matcher, part.distinct):
            continue
        hits = find_hits(matcher, part.text, part.start, part.end, part.words)
        if any(hit.weight >= STRONG for hit in hits):
            yield from _of_paragraph(part, matcher.theme.id, hits, longest)


def _of_paragraph(
    part: Paragraph, theme: str, hits: Sequence[Hit], longest: int | None
) -> Iterator[Candidate]:
    spans = part.sentences()
    for first in range(len(spans)):
        for last in range(first, min(first + MOST_SENTENCES, len(spans))):
            start, end = spans[first][0], spans[last][1]
            inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
            if not any(hit.weight >= STRONG for hit in inside):
                continue
            excerpt, words, standing = part.judged(start, end)
            if standing.factor > 0 and (longest is None or words <= longest):
                density = min(1.0, (_LENGTH_BASE / max(words, 1)) ** 0.35)
                score = _hit_score(inside) * density * standing.factor
                yield Candidate(theme, excerpt, score, (_matched(inside), *standing.because))


def _hit_score(hits: Sequence[Hit]) -> float:
    """Sum of the hits' weights; further hits of the same words count little."""
    seen: set[str] = set()
    total = 0.0
    for hit in sorted(hits, key=lambda hit: -hit.weight):
        key = hit.words.casefold().removesuffix("’s").removesuffix("'s")
        total += hit.weight * (_REPEATED if key in seen else 1.0)
        seen.add(key)
    return float(total**0.7)


def _matched(hits: Sequence[Hit]) -> str:
    rules = list(dict.fromkeys(hit.rule for hit in sorted(hits, key=lambda hit: -hit.weight)))
    return "speaks of " + ", ".join(rules[:4])


def score_paragraph(source: Source, segment: Segment, matcher: Matcher) -> Score:
    """How well one paragraph answers to a theme, and by which words; 0 where it does not."""
    hits = find_hits(matcher, flat(source.text), segment.start, segment.end)
    because = (_matched(hits),) if hits else ()
    return Score(matcher.theme.id, round(_hit_score(hits), 3), because)
