"""Finds where a text answers to a theme. Every hit can be shown with the words that made it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.model.theme import Hit, Match, Theme
from briefing.text.phrases import Phrases, Words
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
    starts: frozenset[str]
    """Words with which its strong phrases can begin."""
    barred: Phrases
    barred_patterns: tuple[re.Pattern[str], ...]


class _Place(Struct, frozen=True):
    """A paragraph being searched, with what an exclusion has barred in it."""

    text: str
    start: int
    end: int
    words: Words
    barred: Sequence[Span]

    def phrases(self, phrases: Phrases) -> list[Span]:
        return self._free(phrases.find(self.words))

    def pattern(self, pattern: re.Pattern[str]) -> list[Span]:
        found = (hit.span() for hit in pattern.finditer(self.text, self.start, self.end))
        return self._free(span for span in found if span[0] < span[1])

    def _free(self, spans: Iterable[Span]) -> list[Span]:
        return [
            span
            for span in spans
            if not any(span[0] < stop and begin < span[1] for begin, stop in self.barred)
        ]


def compile_theme(theme: Theme) -> Matcher:
    """Make `theme` ready to search with; worth keeping for many texts."""
    patterns = (part.regex for part in theme.exclusions if part.regex)
    rules = tuple(map(_compile_rule, theme.matches))
    return Matcher(
        theme,
        rules,
        frozenset().union(
            *(
                phrases.starts
                for rule in rules
                if rule.match.weight >= STRONG
                for phrases in (rule.any, *rule.all, *rule.near)
            )
        ),
        Phrases(phrase for part in theme.exclusions for phrase in part.any),
        tuple(map(re.compile, patterns)),
    )


def find_hits(
    matcher: Matcher, text: str, start: int, end: int, words: Words | None = None
) -> tuple[Hit, ...]:
    """Where rules of the theme fire in the paragraph `text[start:end]`, in reading order.

    `words` are those of the paragraph, where they are at hand already.
    """
    words = words or Words(text, start, end)
    barred = list(matcher.barred.find(words))
    for pattern in matcher.barred_patterns:
        barred += [found.span() for found in pattern.finditer(text, start, end)]
    place = _Place(text, start, end, words, barred)
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


def may_answer(matcher: Matcher, distinct: frozenset[str]) -> bool:
    """Whether a strong hit is possible in a paragraph of these `distinct_words`; cheap."""
    starts = matcher.starts & distinct
    return any(
        rule.regex is not None
        or (starts and any(_may_stand(parts, starts, distinct) for parts in _parts(rule)))
        for rule in matcher.rules
        if rule.match.weight >= STRONG
    )


def _parts(rule: _Rule) -> Iterator[tuple[Phrases, ...]]:
    """What must stand in a text, all of one group, for the rule to fire."""
    yield (rule.any,)
    if rule.all:
        yield rule.all
    if rule.near:
        yield rule.near


def _may_stand(parts: Sequence[Phrases], starts: frozenset[str], distinct: frozenset[str]) -> bool:
    return all(
        not phrases.starts.isdisjoint(starts) and phrases.may_stand_in(distinct)
        for phrases in parts
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
