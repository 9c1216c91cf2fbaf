"""Cuts candidates: one to three whole sentences of one body paragraph that answer to a theme."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.analysis.body import Body, Paragraph
from briefing.analysis.themes import STRONG, Matcher, find_hits, find_strong
from briefing.model.findings import Score
from briefing.model.passage import Excerpt
from briefing.model.source import Segment, Source
from briefing.model.theme import Hit
from briefing.text.spaces import flat

MOST_SENTENCES = 3
_NEAR = 40
"""Most characters between two names of one thing."""
_ANOTHER_NAME = re.compile(
    r"(?: [a-z]+)? \(|(?: [\w’'-]+){0,3},? \(?(?:also |formerly |better |otherwise |once )?"
    r"(?:known|called|abbreviated|referred to) as (?:the )?|,? (?:alias|aka|a\.k\.a\.) "
)
"""What stands between two names of one thing: “Islamic State, also known as ISIS”."""
_MORE_NAMES = re.compile(r"(?:,| or|, or|/)? ?(?:the )?")
"""What stands between further names: “… as ISIS or ISIL”."""
_REPEATED = 0.35
"""What a further hit of the same words is worth, as a share of the first."""
_LENGTH_BASE = 28
"""Words at which a candidate is dense enough; longer ones must carry more."""


class Candidate(Struct, frozen=True):
    """An excerpt that could be printed under a theme, with its score, the reasons and its length.

    `backing` is the part of the score that comes from what stands behind the words: 1 for nothing.
    """

    theme: str
    excerpt: Excerpt
    score: float
    because: tuple[str, ...]
    backing: float = 1.0
    words: int = 0


def candidates(body: Body, matcher: Matcher) -> Iterator[Candidate]:
    """All candidates for one theme, in reading order."""
    stretches = body.stretches
    for number, hits in find_strong(matcher, body.text, stretches, body.words):
        part = body.paragraph(number, stretches[number])
        yield from _of_paragraph(part, matcher.theme.id, hits)


def _of_paragraph(part: Paragraph, theme: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    spans = part.sentences()
    starts = [start for start, _ in spans]
    weighty = _weighty(hits, part.text)
    # The sentences in which each begins and ends, and a bit for it.
    placed = [
        (bisect_right(starts, hit.start) - 1, bisect_left(starts, hit.end) - 1, 1 << number)
        for number, (hit, _) in enumerate(weighty)
    ]
    strong = [
        (begin, end)
        for (begin, end, _), (hit, _) in zip(placed, weighty, strict=True)
        if hit.weight >= STRONG
    ]
    worth: dict[int, tuple[float, str]] = {}
    for first in range(max([begin for begin, _ in strong], default=-1) + 1):
        # Up to where a run must go that begins here, so that a strong hit is in it.
        least = min([end for begin, end in strong if begin >= first])
        if not part.can_open(first):
            continue
        for last in range(max(first, least), min(first + MOST_SENTENCES, len(spans))):
            run = part.run(first, last)
            words, standing = run.shown.words, run.standing
            if standing.factor > 0:
                inside = sum([bit for begin, end, bit in placed if first <= begin and end <= last])
                # Many runs have the same hits in them.
                if inside not in worth:
                    held = [item for at, item in enumerate(weighty) if inside >> at & 1]
                    worth[inside] = _hit_score(held), _matched(held)
                value, matched = worth[inside]
                density = min(1.0, (_LENGTH_BASE / max(words, 1)) ** 0.35)
                score = value * density * standing.factor
                because = matched, *standing.because
                yield Candidate(theme, run.excerpt, score, because, words=words)


Weighty = tuple[Hit, str]
"""A hit, and its words as they are compared with those of others."""


def _weighty(hits: Iterable[Hit], text: str) -> list[Weighty]:
    """The hits in `text`, the heaviest first; another name for the same counts as the same words."""
    named: list[Weighty] = []
    among_names = False
    for hit in sorted(hits, key=lambda hit: hit.start):
        key = hit.words.casefold().removesuffix("’s").removesuffix("'s")
        end = named[-1][0].end if named else hit.start
        between = text[end : hit.start] if 0 < hit.start - end <= _NEAR else ""
        link = _MORE_NAMES if among_names and between else None
        among_names = any(one and one.fullmatch(between) for one in (_ANOTHER_NAME, link))
        named.append((hit, named[-1][1] if among_names else key))
    return sorted(named, key=lambda item: -item[0].weight)


def _hit_score(hits: Iterable[Weighty]) -> float:
    """Sum of the hits' weights; further hits of the same words count little."""
    seen: set[str] = set()
    total = 0.0
    for hit, key in hits:
        total += hit.weight * (_REPEATED if key in seen else 1.0)
        seen.add(key)
    return float(total**0.7)


def _matched(hits: Iterable[Weighty]) -> str:
    rules = list(dict.fromkeys([hit.rule for hit, _ in hits]))
    return "speaks of " + ", ".join(rules[:4])


def score_paragraph(source: Source, segment: Segment, matcher: Matcher) -> Score:
    """How well one paragraph answers to a theme, and by which words; 0 where it does not."""
    text = flat(source.text)
    hits = _weighty(find_hits(matcher, text, segment.start, segment.end), text)
    because = (_matched(hits),) if hits else ()
    return Score(matcher.theme.id, round(_hit_score(hits), 3), because)
