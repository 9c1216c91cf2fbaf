"""Proposes words for a theme: those that set its paragraphs apart from all others.

Weighted log-odds with an informative Dirichlet prior: Monroe, Colaresi and Quinn, “Fightin’ Words”,
Political Analysis 16 (2008).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt

from msgspec import Struct

from briefing.model.theme import Theme
from briefing.text.words import content_stems, is_function_word, stem, words

_SURE = 1.96
"""Standard deviations from which a difference is not put down to chance (two-sided 5 %)."""
_FEWEST = 2
"""Paragraphs in which a term has to stand."""
_PRIOR = 0.1
"""Weight of a term's share of the whole in its prior, for each paragraph."""
Stems = tuple[str, ...]


class Suggestion(Struct, frozen=True):
    """A term that could be added. `found` counts the theme's paragraphs with it, `others` the rest."""

    term: str
    score: float
    found: int
    others: int


def suggest(
    theme: Theme, inside: Sequence[str], outside: Sequence[str], limit: int
) -> tuple[Suggestion, ...]:
    """Up to `limit` terms that stand in the paragraphs `inside` more than in those `outside`.

    Terms are single words and pairs, in the form in which they are most often written. Words that
    `theme` has already are left out, and so is what one more article could have brought by chance.
    """
    written: defaultdict[Stems, Counter[str]] = defaultdict(Counter)
    within = _counted(inside, written)
    without = _counted(outside, written)
    known = _known(theme)
    scored = [
        (score, key)
        for key, count in within.items()
        if count >= _FEWEST
        and not known.issuperset(key)
        and (score := _score(count, without[key], len(inside), len(outside))) >= _SURE
    ]
    scored.sort(key=lambda pair: (-pair[0], -len(pair[1]), pair[1]))
    best = _without_parts([key for _, key in scored])
    scores = {key: score for score, key in scored}
    return tuple(
        Suggestion(_usual(written[key]), round(scores[key], 2), within[key], without[key])
        for key in best[:limit]
    )


def _counted(
    paragraphs: Iterable[str], written: defaultdict[Stems, Counter[str]]
) -> Counter[Stems]:
    """In how many of `paragraphs` each term stands; how it is written goes into `written`."""
    counts: Counter[Stems] = Counter()
    for text in paragraphs:
        here = dict(_terms(text))
        counts.update(here.keys())
        for key, form in here.items():
            written[key][form] += 1
    return counts


def _terms(text: str) -> Iterator[tuple[Stems, str]]:
    before: tuple[str, int, int] | None = None
    for start, end in words(text):
        word = text[start:end]
        if is_function_word(word) or word[0].isdigit():
            before = None
            continue
        yield (stem(word),), word
        if before and text[before[2] : start] in (" ", "-"):
            yield (before[0], stem(word)), text[before[1] : end]
        before = (stem(word), start, end)


def _known(theme: Theme) -> frozenset[str]:
    phrases = (
        phrase for match in theme.matches for phrase in (*match.any, *match.all, *match.near)
    )
    return frozenset(part for phrase in phrases for part in content_stems(phrase))


def _score(inside: int, outside: int, many: int, others: int) -> float:
    """The z score of the log-odds ratio."""
    whole = many + others
    prior = _PRIOR * (inside + outside)
    rest = _PRIOR * whole - prior
    odds_in = (inside + prior) / max(many + rest - inside, 0.5)
    odds_out = (outside + prior) / max(others + rest - outside, 0.5)
    return (log(odds_in) - log(odds_out)) / sqrt(1 / (inside + prior) + 1 / (outside + prior))


def _without_parts(keys: Sequence[Stems]) -> list[Stems]:
    """The terms without single words that only stand in a pair ranked before them."""
    kept: list[Stems] = []
    for key in keys:
        if len(key) > 1 or not any(key[0] in pair for pair in kept if len(pair) > 1):
            kept.append(key)
    return kept


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))
