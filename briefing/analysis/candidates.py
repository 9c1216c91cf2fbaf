"""Cuts candidates: one to three whole sentences of one body paragraph that answer to a theme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.analysis.standing import judge
from briefing.analysis.themes import Matcher, find_hits
from briefing.model.findings import Score
from briefing.model.passage import Excerpt
from briefing.model.source import Segment, Source
from briefing.model.theme import Hit
from briefing.text.spaces import flat
from briefing.text.sentences import sentences
from briefing.text.words import count_words

MOST_SENTENCES = 3
STRONG = 1.0
"""Weight of a hit that alone makes a candidate; weaker hits only support one."""
_REPEATED = 0.35
"""What a further hit of the same words is worth, as a share of the first."""
_LENGTH_BASE = 28
"""Words at which a candidate is dense enough; longer ones must carry more."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An excerpt that could be printed under a theme, with its score and the reasons."""

    theme: str
    excerpt: Excerpt
    score: float
    because: tuple[str, ...]


def candidates(source: Source, matcher: Matcher) -> Iterator[Candidate]:
    """All candidates of `source` for one theme, in reading order."""
    text = flat(source.text)
    for segment in source.body():
        hits = find_hits(matcher, text, segment.start, segment.end)
        if not any(hit.weight >= STRONG for hit in hits):
            continue
        spans = sentences(text, segment.start, segment.end)
        yield from _of_paragraph(source, matcher.theme.id, spans, hits)


def _of_paragraph(
    source: Source, theme: str, spans: Sequence[tuple[int, int]], hits: Sequence[Hit]
) -> Iterator[Candidate]:
    for first in range(len(spans)):
        for last in range(first, min(first + MOST_SENTENCES, len(spans))):
            start, end = spans[first][0], spans[last][1]
            inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
            if any(hit.weight >= STRONG for hit in inside):
                candidate = _weigh(Excerpt.cut(source, start, end), theme, inside)
                if candidate.score > 0:
                    yield candidate


def _weigh(excerpt: Excerpt, theme: str, hits: Sequence[Hit]) -> Candidate:
    words = count_words(excerpt.exact)
    standing = judge(flat(excerpt.exact), words)
    density = min(1.0, (_LENGTH_BASE / max(words, 1)) ** 0.35)
    score = _hit_score(hits) * density * standing.factor
    return Candidate(theme, excerpt, score, (_matched(hits), *standing.because))


def _hit_score(hits: Sequence[Hit]) -> float:
    """Sum of the hits' weights; further hits of the same words count little."""
    seen: set[str] = set()
    total = 0.0
    for hit in sorted(hits, key=lambda hit: -hit.weight):
        key = hit.words.casefold().removesuffix("’s").removesuffix("'s")
        total += hit.weight * (_REPEATED if key in seen else 1.0)
        seen.add(key)
    return total**0.7


def _matched(hits: Sequence[Hit]) -> str:
    rules = list(dict.fromkeys(hit.rule for hit in sorted(hits, key=lambda hit: -hit.weight)))
    return "speaks of " + ", ".join(rules[:4])


def score_paragraph(source: Source, segment: Segment, matcher: Matcher) -> Score:
    """How well one paragraph answers to a theme, and by which words; 0 where it does not."""
    hits = find_hits(matcher, flat(source.text), segment.start, segment.end)
    because = (_matched(hits),) if hits else ()
    return Score(matcher.theme.id, round(_hit_score(hits), 3), because)
