"""Proposes words for a theme: the weightiest of the profile that its paragraphs give.

It is the profile by which articles are led to themes from examples (Rocchio). Of its words those
are left out that could be chance, by the weighted log-odds with an informative Dirichlet prior:
Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16 (2008).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import log, sqrt

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.profiles import Corpus, Vector, corpus, profiles_from_examples
from briefing.model.theme import Match, Theme
from briefing.text.words import bare, content_stems, is_function_word, stem, words

_SURE = 1.0
"""Standard deviations from which a difference is not put down to chance: five times in six it is none.

A stricter bound costs more words that tell topics apart than it saves from chance."""
_FEWEST = 2
"""Paragraphs in which a term has to stand."""
_PRIOR = 0.1
"""Weight of a term's share of the whole in its prior, for each paragraph."""
_DIGITS = 4
"""Decimal places of a weight: what differs by less counts as equal."""
WEIGHTS = (0.2, 0.3, 0.4, 0.6, 0.8, 1.1, 1.5, 2.0)
"""What a proposed word can weigh in a theme, each about 1.4 times the one before: a person reads
few numbers more easily than many, and topics are told apart as well by them."""
Stems = tuple[str, ...]


class Suggestion(Struct, frozen=True):
    """A term that could be added. `found` counts the theme's paragraphs with it, `others` the rest.

    `score` is its weight in the profile of the theme, from 0 to about 1, and `weight` what it
    should weigh as a phrase of the theme, one of `WEIGHTS`: rare words weigh more.
    """

    term: str
    score: float
    found: int
    others: int
    weight: float


class Texts(Struct, frozen=True):
    """Paragraphs read once, from which words can be proposed for several themes."""

    whole: Corpus
    terms: tuple[frozenset[Stems], ...]
    """Those of each paragraph."""
    frequency: Counter[Stems]
    """In how many paragraphs each term stands."""
    written: dict[Stems, Counter[str]]
    """How each term is written, and how often so."""


def read_texts(paragraphs: Iterable[str]) -> Texts:
    """Read `paragraphs`, so that words can be proposed from some of them."""
    texts = list(paragraphs)
    written: defaultdict[Stems, Counter[str]] = defaultdict(Counter)
    terms: list[frozenset[Stems]] = []
    for text in texts:
        here = dict(_terms(text))
        terms.append(frozenset(here))
        for key, form in here.items():
            written[key][form] += 1
    frequency = Counter(key for here in terms for key in here)
    return Texts(corpus([("", text) for text in texts]), tuple(terms), frequency, dict(written))


def suggest(
    theme: Theme, inside: Sequence[str], outside: Sequence[str], limit: int
) -> tuple[Suggestion, ...]:
    """Up to `limit` terms that stand in the paragraphs `inside` more than in those `outside`."""
    return suggest_from(theme, read_texts((*inside, *outside)), range(len(inside)), limit)


def suggest_from(
    theme: Theme, texts: Texts, inside: Collection[int], limit: int
) -> tuple[Suggestion, ...]:
    """Up to `limit` terms that stand in the paragraphs at `inside` more than in the others.

    Terms are single words and pairs, in the form in which they are most often written, by their
    weight in the profile that those paragraphs give. Words that `theme` has already are left out,
    and so are single letters (of "U.S.") and what one more article could have brought by chance.
    """
    weights = _weights(texts.whole, inside)
    within = Counter(key for at in inside for key in texts.terms[at])
    many, others = len(inside), len(texts.terms) - len(inside)
    known = _known(theme)
    scored = [
        (weight, key)
        for key, count in within.items()
        if count >= _FEWEST
        and not known.issuperset(key)
        and any(len(part) > 1 for part in key)
        and (weight := round(weights.get(" ".join(key), 0.0), _DIGITS)) > 0
        and _surety(count, texts.frequency[key] - count, many, others) >= _SURE
    ]
    scored.sort(key=lambda pair: (-pair[0], -len(pair[1]), pair[1]))
    best = _without_parts([key for _, key in scored])
    scores = {key: weight for weight, key in scored}
    rare = {key: scores[key] * texts.whole.rarity.get(" ".join(key), 0.0) for key in best[:limit]}
    most = max(rare.values(), default=0.0) or 1.0
    return tuple(
        Suggestion(
            _usual(texts.written[key]),
            scores[key],
            within[key],
            texts.frequency[key] - within[key],
            _nearest_weight(rare[key] / most * WEIGHTS[-1]),
        )
        for key in best[:limit]
    )


def with_suggestions(theme: Theme, found: Iterable[Suggestion]) -> Theme:
    """`theme` with the terms of `found` as further phrases, a rule for each weight."""
    terms: defaultdict[float, list[str]] = defaultdict(list)
    for item in found:
        terms[item.weight].append(item.term)
    rules = [Match(any=tuple(terms[weight]), weight=weight) for weight in sorted(terms)[::-1]]
    return replace(theme, matches=(*theme.matches, *rules))


def _nearest_weight(wanted: float) -> float:
    return min(WEIGHTS, key=lambda weight: abs(weight - wanted))


def _weights(whole: Corpus, inside: Collection[int]) -> Vector:
    """The profile that the paragraphs at `inside` give as examples, the rest being all others'.

    It has no name: that of the theme says nothing about what its paragraphs bring.
    """
    rest = [at for at in range(len(whole.vectors)) if at not in inside]
    return profiles_from_examples(["", ""], [tuple(inside), rest], whole)[0]


def _terms(text: str) -> Iterator[tuple[Stems, str]]:
    before: tuple[str, int, int] | None = None
    for start, end in words(text):
        word = bare(text[start:end])
        if is_function_word(word) or word[0].isdigit():
            before = None
            continue
        here = stem(word)
        yield (here,), word
        if before and text[before[2] : start] in (" ", "-"):
            yield (before[0], here), text[before[1] : start + len(word)]
        before = here, start, start + len(word)


def _known(theme: Theme) -> frozenset[str]:
    phrases = (
        phrase for match in theme.matches for phrase in (*match.any, *match.all, *match.near)
    )
    return frozenset(part for phrase in phrases for part in content_stems(phrase))


def _surety(inside: int, outside: int, many: int, others: int) -> float:
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
