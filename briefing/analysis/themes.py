"""Finds where a text answers to a theme. Every hit can be shown with the words that made it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.theme import Hit, Match, Theme
from briefing.text.phrases import Phrases, Words
from briefing.text.words import count_words

Span = tuple[int, int]
STRONG = 1.0
"""Weight of a hit that alone makes a candidate; weaker hits only support one."""
_NO_PHRASES = Phrases(())


class _Rule(Struct, frozen=True):
    """A rule of a theme; its groups of phrases by their numbers."""

    match: Match
    any: int
    all: tuple[int, ...]
    near: tuple[int, ...]
    regex: re.Pattern[str] | None
    needs: tuple[int, ...]
    """Those of which it needs one to fire, where it has no pattern."""


class Matcher(Struct, frozen=True):
    """A theme made ready to search with."""

    theme: Theme
    phrases: Phrases
    """Those of the theme, or of all themes that were made ready with it."""
    rules: tuple[_Rule, ...]
    strong: frozenset[int]
    """The groups of phrases of which one stands wherever a strong rule without a pattern fires."""
    anywhere: bool
    """Whether a strong rule has a pattern, so that it may fire anywhere."""
    barred: int
    barred_patterns: tuple[re.Pattern[str], ...]


class _Place(Struct, frozen=True):
    """A paragraph being searched: where each group of phrases stands in it, and what is barred."""

    text: str
    start: int
    end: int
    found: Mapping[int, Sequence[Span]]
    barred: Sequence[Span]

    def phrases(self, group: int) -> list[Span]:
        return self._free(self.found.get(group, ()))

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
    return compile_themes((theme,))[0]


def compile_themes(themes: Iterable[Theme]) -> tuple[Matcher, ...]:
    """Make several `themes` ready: their phrases are then looked for together."""
    groups: list[Sequence[str]] = []
    ready = [_ready(theme, groups) for theme in themes]
    phrases = Phrases(groups)
    return tuple(replace(matcher, phrases=phrases) for matcher in ready)


def _ready(theme: Theme, groups: list[Sequence[str]]) -> Matcher:
    """`theme` without its phrases, which go to `groups`."""
    patterns = (part.regex for part in theme.exclusions if part.regex)
    rules = tuple(_compile_rule(match, groups) for match in theme.matches)
    firm = [rule for rule in rules if rule.match.weight >= STRONG]
    strong = (group for rule in firm for group in rule.needs)
    return Matcher(
        theme,
        _NO_PHRASES,
        rules,
        frozenset(strong),
        any(rule.regex is not None for rule in firm),
        _numbered([phrase for part in theme.exclusions for phrase in part.any], groups),
        tuple(map(re.compile, patterns)),
    )


def find_hits(
    matcher: Matcher, text: str, start: int, end: int, words: Words | None = None
) -> tuple[Hit, ...]:
    """Where rules of the theme fire in the paragraph `text[start:end]`, in reading order.

    `words` are those of the paragraph, where they are at hand already.
    """
    words = words or Words(text, ((start, end),))
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for here in words.found(matcher.phrases).values():
        for group, spans in here.items():
            found[group] += spans
    return _hits(matcher, text, start, end, found)


def find_everywhere(
    matcher: Matcher, text: str, stretches: Sequence[Span], words: Words
) -> tuple[Hit, ...]:
    """Where rules of the theme fire in all the paragraphs `stretches`, looked at as one.

    `words` are theirs. What a rule wants in the same paragraph may stand in several of them.
    """
    if not stretches:
        return ()
    starts = [start for start, _ in stretches]
    return tuple(
        hit
        for hit in find_hits(matcher, text, stretches[0][0], stretches[-1][1], words)
        # A pattern may also fire in what stands between paragraphs.
        if hit.end <= stretches[bisect_right(starts, hit.start) - 1][1]
    )


def find_strong(
    matcher: Matcher, text: str, stretches: Sequence[Span], words: Words
) -> Iterator[tuple[int, tuple[Hit, ...]]]:
    """The hits in each of the paragraphs `stretches` that has a strong one, with its number.

    `words` are those of all the stretches: phrases are looked for once and not in each.
    """
    found = words.found(matcher.phrases)
    if matcher.anywhere:
        tried = [(number, found.get(number, {})) for number in range(len(stretches))]
    else:
        tried = [item for item in found.items() if not matcher.strong.isdisjoint(item[1])]
    for number, here in tried:
        hits = _hits(matcher, text, *stretches[number], here)
        if any(hit.weight >= STRONG for hit in hits):
            yield number, hits


def _hits(
    matcher: Matcher, text: str, start: int, end: int, found: Mapping[int, Sequence[Span]]
) -> tuple[Hit, ...]:
    barred = list(found.get(matcher.barred, ()))
    for pattern in matcher.barred_patterns:
        barred += [hit.span() for hit in pattern.finditer(text, start, end)]
    place = _Place(text, start, end, found, barred)
    firing = [
        rule for rule in matcher.rules if rule.regex or not found.keys().isdisjoint(rule.needs)
    ]
    hits = [hit for rule in firing for hit in _rule_hits(rule, place)]
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, -hit.weight)))


def _compile_rule(match: Match, groups: list[Sequence[str]]) -> _Rule:
    either = _numbered(match.any, groups)
    every = tuple(_numbered((phrase,), groups) for phrase in match.all)
    near = tuple(_numbered((phrase,), groups) for phrase in match.near)
    pattern = re.compile(match.regex) if match.regex else None
    return _Rule(match, either, every, near, pattern, (either, *every[:1], *near[:1]))


def _numbered(phrases: Sequence[str], groups: list[Sequence[str]]) -> int:
    """The number of `phrases` among `groups`, to which they are added."""
    groups.append(phrases)
    return len(groups) - 1


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
    for group in rule.all:
        places.append(place.phrases(group))
        if not places[-1]:
            return
    label = " and ".join(f"“{place.text[slice(*spots[0])]}”" for spots in places)
    for spots in places:
        left, right = spots[0]
        yield Hit(left, right, place.text[left:right], label, rule.match.weight / len(places))


def _near_hits(rule: _Rule, place: _Place) -> Iterator[Hit]:
    text = place.text
    first = place.phrases(rule.near[0])
    others = [place.phrases(group) for group in rule.near[1:]] if first else []
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
