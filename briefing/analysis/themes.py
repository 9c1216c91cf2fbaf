"""Finds where a text answers to a theme. Every hit can be shown with the words that made it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.theme import Exclusion, Hit, Match, Theme
from briefing.text.forms import phrase_pattern
from briefing.text.words import count_words


@dataclass(frozen=True, slots=True)
class _Rule:
    match: Match
    any: re.Pattern[str] | None
    all: tuple[re.Pattern[str], ...]
    near: tuple[re.Pattern[str], ...]
    regex: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Matcher:
    """A theme made ready to search with."""

    theme: Theme
    rules: tuple[_Rule, ...]
    exclusions: tuple[re.Pattern[str], ...]


def compile_theme(theme: Theme) -> Matcher:
    """Make `theme` ready to search with; worth keeping for many texts."""
    return Matcher(
        theme,
        tuple(map(_compile_rule, theme.matches)),
        tuple(pattern for part in theme.exclusions for pattern in _compile_exclusion(part)),
    )


def find_hits(matcher: Matcher, text: str, start: int, end: int) -> tuple[Hit, ...]:
    """Where rules of the theme fire in the paragraph `text[start:end]`, in reading order."""
    barred = [
        found.span() for pattern in matcher.exclusions for found in pattern.finditer(text, start, end)
    ]
    hits = [hit for rule in matcher.rules for hit in _rule_hits(rule, text, start, end, barred)]
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, -hit.weight)))


def _compile_rule(match: Match) -> _Rule:
    return _Rule(
        match,
        _alternatives(match.any) if match.any else None,
        tuple(re.compile(phrase_pattern(phrase)) for phrase in match.all),
        tuple(re.compile(phrase_pattern(phrase)) for phrase in match.near),
        re.compile(match.regex) if match.regex else None,
    )


def _compile_exclusion(exclusion: Exclusion) -> Iterator[re.Pattern[str]]:
    if exclusion.any:
        yield _alternatives(exclusion.any)
    if exclusion.regex:
        yield re.compile(exclusion.regex)


def _alternatives(phrases: tuple[str, ...]) -> re.Pattern[str]:
    # Longest first, so that “Taiwan Strait” is one hit and not a hit of “Taiwan”.
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(map(phrase_pattern, longest_first)))


def _rule_hits(
    rule: _Rule, text: str, start: int, end: int, barred: list[tuple[int, int]]
) -> Iterator[Hit]:
    weight = rule.match.weight
    for pattern in filter(None, (rule.any, rule.regex)):
        for left, right in _spans(pattern, text, start, end, barred):
            words = text[left:right]
            yield Hit(left, right, words, f"“{words}”", weight)
    if rule.all:
        yield from _all_hits(rule, text, start, end, barred)
    if rule.near:
        yield from _near_hits(rule, text, start, end, barred)


def _spans(
    pattern: re.Pattern[str], text: str, start: int, end: int, barred: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text, start, end):
        left, right = found.span()
        if left < right and not any(left < stop and begin < right for begin, stop in barred):
            yield left, right


def _all_hits(
    rule: _Rule, text: str, start: int, end: int, barred: list[tuple[int, int]]
) -> Iterator[Hit]:
    places = [list(_spans(pattern, text, start, end, barred)) for pattern in rule.all]
    if not all(places):
        return
    label = " and ".join(f"“{text[slice(*spots[0])]}”" for spots in places)
    for spots in places:
        left, right = spots[0]
        yield Hit(left, right, text[left:right], label, rule.match.weight / len(places))


def _near_hits(
    rule: _Rule, text: str, start: int, end: int, barred: list[tuple[int, int]]
) -> Iterator[Hit]:
    first, *others = (list(_spans(pattern, text, start, end, barred)) for pattern in rule.near)
    for place in first:
        group = [place]
        for spots in others:
            close = [spot for spot in spots if _distance(text, place, spot) <= rule.match.within]
            if not close:
                break
            group.append(min(close, key=lambda spot: _distance(text, place, spot)))
        else:
            left, right = min(spot[0] for spot in group), max(spot[1] for spot in group)
            label = " near ".join(f"“{text[slice(*spot)]}”" for spot in group)
            yield Hit(left, right, text[left:right], label, rule.match.weight)
            return


def _distance(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """Words between two spans."""
    early, late = sorted((one, other))
    return count_words(text[early[1] : late[0]]) if early[1] <= late[0] else 0
