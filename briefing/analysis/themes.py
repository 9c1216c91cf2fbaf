"""Finds where a text answers to a theme. Every hit can be shown with the words that made it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.theme import Hit, Match, Theme
from briefing.text.phrases import Phrases, Places, Starts, Words
from briefing.text.words import count_words

Span = tuple[int, int]
STRONG = 1.0
"""Weight of a hit that alone makes a candidate; weaker hits only support one."""


class _Rule(Struct, frozen=True):
    match: Match
    any: Phrases
    all: tuple[Phrases, ...]
    near: tuple[Phrases, ...]
    regex: re.Pattern[str] | None


class Matcher(Struct, frozen=True):
    """A theme made ready to search with."""

    theme: Theme
    rules: tuple[_Rule, ...]
    strong: tuple[Phrases, ...]
    """Phrases of which one stands wherever a strong rule without a pattern fires."""
    begins: Starts
    """Words with which these begin."""
    starts: Starts
    """Words with which any of its phrases can begin, or any of those of the themes beside it."""
    anywhere: bool
    """Whether a strong rule has a pattern, so that it may fire anywhere."""
    barred: Phrases
    barred_patterns: tuple[re.Pattern[str], ...]


class _Place(Struct, frozen=True):
    """A paragraph being searched: where each group of phrases stands in it, and what is barred."""

    text: str
    start: int
    end: int
    found: Callable[[Phrases], Sequence[Span]]
    barred: Sequence[Span]

    def phrases(self, phrases: Phrases) -> list[Span]:
        return self._free(self.found(phrases))

    def pattern(self, pattern: re.Pattern[str]) -> list[Span]:
        found = (hit.span() for hit in pattern.finditer(self.text, self.start, self.end))
        return self._free(span for span in found if span[0] < span[1])

    def _free(self, spans: Iterable[Span]) -> list[Span]:
        if not self.barred:
            return list(spans)
        return [
            span
            for span in spans
            if not any(span[0] < stop and begin < span[1] for begin, stop in self.barred)
        ]


def compile_theme(theme: Theme) -> Matcher:
    """Make `theme` ready to search with; worth keeping for many texts."""
    patterns = (part.regex for part in theme.exclusions if part.regex)
    rules = tuple(map(_compile_rule, theme.matches))
    firm = [rule for rule in rules if rule.match.weight >= STRONG]
    strong = tuple(
        phrases for rule in firm for phrases in (rule.any, *rule.all[:1], *rule.near[:1])
    )
    barred = Phrases(phrase for part in theme.exclusions for phrase in part.any)
    every = [phrases for rule in rules for phrases in (rule.any, *rule.all, *rule.near)]
    return Matcher(
        theme,
        rules,
        strong,
        Starts.all_of(phrases.starts for phrases in strong),
        Starts.all_of(phrases.starts for phrases in (*every, barred)),
        any(rule.regex is not None for rule in firm),
        barred,
        tuple(map(re.compile, patterns)),
    )


def compile_themes(themes: Iterable[Theme]) -> tuple[Matcher, ...]:
    """Make several `themes` ready: what their phrases begin with is then looked for but once."""
    matchers = tuple(map(compile_theme, themes))
    starts = Starts.all_of(matcher.starts for matcher in matchers)
    return tuple(replace(matcher, starts=starts) for matcher in matchers)


def find_hits(
    matcher: Matcher, text: str, start: int, end: int, words: Words | None = None
) -> tuple[Hit, ...]:
    """Where rules of the theme fire in the paragraph `text[start:end]`, in reading order.

    `words` are those of the paragraph, where they are at hand already.
    """
    words = words or Words(text, ((start, end),))
    return _hits(matcher, text, start, end, lambda phrases: tuple(phrases.find(words)))


def find_strong(
    matcher: Matcher, text: str, stretches: Sequence[Span], words: Words
) -> Iterator[tuple[int, tuple[Hit, ...]]]:
    """The hits in each of the paragraphs `stretches` that has a strong one, with its number.

    `words` are those of all the stretches: each phrase is looked for once and not in each.
    """
    places = words.places(matcher.starts)
    if not matcher.anywhere and not matcher.begins.are_in(places):
        return
    finds = _Finds(words, places, [start for start, _ in stretches])
    worth: Iterable[int] = range(len(stretches))
    if not matcher.anywhere:
        worth = sorted(set().union(*map(finds.of, matcher.strong)))
    for number in worth:
        start, end = stretches[number]
        hits = _hits(matcher, text, start, end, partial(finds.in_paragraph, number))
        if any(hit.weight >= STRONG for hit in hits):
            yield number, hits


class _Finds:
    """Where phrases stand in the paragraphs of a text, looked up once for all of them."""

    def __init__(self, words: Words, places: Places, starts: Sequence[int]) -> None:
        self._words = words
        self._places = places
        self._starts = starts
        self._known: dict[int, dict[int, list[Span]]] = {}

    def of(self, phrases: Phrases) -> dict[int, list[Span]]:
        """The ranges of `phrases` by the number of the paragraph."""
        found = self._known.get(id(phrases))
        if found is None:
            found = self._known[id(phrases)] = {}
            for span in phrases.find(self._words, self._places):
                found.setdefault(bisect_right(self._starts, span[0]) - 1, []).append(span)
        return found

    def in_paragraph(self, number: int, phrases: Phrases) -> Sequence[Span]:
        """The ranges of `phrases` in one paragraph."""
        return self.of(phrases).get(number, ())


def _hits(
    matcher: Matcher,
    text: str,
    start: int,
    end: int,
    found: Callable[[Phrases], Sequence[Span]],
) -> tuple[Hit, ...]:
    barred = list(found(matcher.barred))
    for pattern in matcher.barred_patterns:
        barred += [hit.span() for hit in pattern.finditer(text, start, end)]
    place = _Place(text, start, end, found, barred)
    hits = [hit for rule in matcher.rules for hit in _rule_hits(rule, place)]
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, -hit.weight)))


def _compile_rule(match: Match) -> _Rule:
    return _Rule(
        match,
        Phrases(match.any),
        tuple(Phrases((phrase,)) for phrase in match.all),
        tuple(Phrases((phrase,)) for phrase in match.near),
        re.compile(match.regex) if match.regex else None,
    )


def _rule_hits(rule: _Rule, place: _Place) -> Iterator[Hit]:
    spans = place.phrases(rule.any)
    if rule.regex:
        spans += place.pattern(rule.regex)
    for left, right in spans:
        words = place.text[left:right]
        yield Hit(left, right, words, f"“{words}”", rule.match.weight)
    if rule.all:
        yield from _all_hits(rule, place)
    if rule.near:
        yield from _near_hits(rule, place)


def _all_hits(rule: _Rule, place: _Place) -> Iterator[Hit]:
    places: list[list[Span]] = []
    for phrases in rule.all:
        places.append(place.phrases(phrases))
        if not places[-1]:
            return
    label = " and ".join(f"“{place.text[slice(*spots[0])]}”" for spots in places)
    for spots in places:
        left, right = spots[0]
        yield Hit(left, right, place.text[left:right], label, rule.match.weight / len(places))


def _near_hits(rule: _Rule, place: _Place) -> Iterator[Hit]:
    text = place.text
    first = place.phrases(rule.near[0])
    others = [place.phrases(phrases) for phrases in rule.near[1:]] if first else []
    for spot in first:
        group = [spot]
        for spots in others:
            close = [other for other in spots if _distance(text, spot, other) <= rule.match.within]
            if not close:
                break
            group.append(min(close, key=lambda other: _distance(text, spot, other)))
        else:
            left, right = min(part[0] for part in group), max(part[1] for part in group)
            label = " near ".join(f"“{text[slice(*part)]}”" for part in group)
            yield Hit(left, right, text[left:right], label, rule.match.weight)
            return


def _distance(text: str, one: Span, other: Span) -> int:
    """Words between two spans."""
    early, late = sorted((one, other))
    return count_words(text[early[1] : late[0]]) if early[1] <= late[0] else 0
