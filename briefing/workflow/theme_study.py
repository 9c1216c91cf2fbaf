"""What a theme would find in a library, rule by rule, and what a changed one gains and loses."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.suggesting import Suggestion, suggest, with_suggestions
from briefing.analysis.themes import Matcher, compile_theme, find_hits
from briefing.library import Access
from briefing.model.source import Source
from briefing.model.theme import Match, Theme
from briefing.text.phrases import Words
from briefing.text.spaces import flat
from briefing.workflow.proposing import FEW, by_name
from briefing.workflow.shelves import open_shelf
from briefing.workflow.shown import label_of

MOST = 600
"""Sources that are looked through, the latest first."""
_BEFORE = 60
"""Characters shown before what is found in a paragraph."""
_SHOWN = 40
"""Paragraphs shown as gained, and as lost."""


class Line(Struct, frozen=True):
    """A paragraph that is gained or lost, from a little before what is found, and its source and day."""

    text: str
    label: str
    published: date | None = None


class Study(Struct, frozen=True):
    """What a theme finds. Counts are of paragraphs; `rules` go with `theme.matches`."""

    theme: Theme
    rules: tuple[int, ...]
    barred: tuple[int, ...]
    """Paragraphs that each exclusion alone keeps out."""
    now: int
    before: int
    gains: int
    losses: int
    gained: tuple[Line, ...]
    """The first of those that are gained, and below of those lost."""
    lost: tuple[Line, ...]
    sources: int


Proposed = Suggestion
"""A word that could be added, with what it should weigh."""


class _Paragraph(Struct, frozen=True):
    text: str
    start: int
    end: int
    words: Words
    label: str
    published: date | None


class Ground:
    """The paragraphs of a library, read once; for one thread."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._paragraphs: list[_Paragraph] | None = None
        self._sources = 0
        self._articles: list[tuple[str, list[str]]] = []

    def study(self, theme: Theme, before: Theme | None) -> Study:
        """What `theme` finds, against what it was `before`.

        Raises:
            LibraryError: if the library cannot be read.
        """
        matcher = compile_theme(theme)
        former = compile_theme(before) if before else None
        new = [_found(matcher, part) for part in self._all()]
        old = [former is not None and _found(former, part) for part in self._all()]
        pairs = list(zip(self._all(), new, old, strict=True))
        gained = [part for part, is_in, was in pairs if is_in and not was]
        lost = [part for part, is_in, was in pairs if was and not is_in]
        return Study(
            theme,
            tuple(self._count(_one_rule(theme, place)) for place in range(len(theme.matches))),
            tuple(
                self._count(_without(theme, place)) - sum(new)
                for place in range(len(theme.exclusions))
            ),
            sum(new),
            sum(old),
            len(gained),
            len(lost),
            tuple(_lines(matcher, gained)),
            tuple(_lines(former, lost)) if former else (),
            self._sources,
        )

    def suggest(self, theme: Theme, included: Sequence[str], limit: int) -> tuple[Proposed, ...]:
        """Words that set the theme's paragraphs apart, as `proposing.suggest_terms` proposes them.

        The paragraphs in which the excerpts `included` stand are its own too.
        """
        matcher = compile_theme(theme)
        inside: list[str] = []
        outside: list[str] = []
        examples = [flat(one) for one in included]
        seen: set[str] = set()
        for part in self._all():
            text = part.text[part.start : part.end]
            here = [one for one in examples if one in text]
            seen.update(here)
            (inside if here or _found(matcher, part) else outside).append(text)
        # Of sources that are not among the latest.
        inside += [one for one in examples if one not in seen]
        if len(inside) < FEW and not examples:
            inside, outside = by_name(theme, self._articles)
        return suggest(theme, inside, outside, limit)

    def _count(self, theme: Theme) -> int:
        matcher = compile_theme(theme)
        return sum(_found(matcher, part) for part in self._all())

    def _all(self) -> list[_Paragraph]:
        if self._paragraphs is None:
            with open_shelf(self._library, Access.READ) as shelf:
                sources = shelf.sources(shelf.ids()[-MOST:])
            self._sources = len(sources)
            every = [list(_paragraphs(source)) for source in sources]
            self._paragraphs = [part for parts in every for part in parts]
            self._articles = [
                (source.title or "", [part.text[part.start : part.end] for part in parts])
                for source, parts in zip(sources, every, strict=True)
            ]
        return self._paragraphs


def rules_of(found: Iterable[Proposed]) -> tuple[Match, ...]:
    """Rules that have the proposed words with their weights, as `themes suggest --output` writes them."""
    return with_suggestions(Theme("", "", "", ()), found).matches


def _paragraphs(source: Source) -> Iterable[_Paragraph]:
    text, label = flat(source.text), label_of(source)
    for part in source.body():
        words = Words(text, ((part.start, part.end),))
        yield _Paragraph(text, part.start, part.end, words, label, source.published)


def _found(matcher: Matcher, part: _Paragraph) -> bool:
    return bool(find_hits(matcher, part.text, part.start, part.end, part.words))


def _one_rule(theme: Theme, place: int) -> Theme:
    return replace(theme, matches=(theme.matches[place],))


def _without(theme: Theme, place: int) -> Theme:
    kept = theme.exclusions[:place] + theme.exclusions[place + 1 :]
    return replace(theme, exclusions=kept)


def _lines(matcher: Matcher, parts: Sequence[_Paragraph]) -> list[Line]:
    return [Line(_from_find(matcher, part), part.label, part.published) for part in parts[:_SHOWN]]


def _from_find(matcher: Matcher, part: _Paragraph) -> str:
    """The paragraph; where what is found would not be seen in its beginning, without that."""
    found = find_hits(matcher, part.text, part.start, part.end, part.words)
    first = min((hit.start for hit in found), default=part.start)
    if first - part.start <= _BEFORE:
        return part.text[part.start : part.end]
    begin = part.text.find(" ", first - _BEFORE, first) + 1 or first
    return f"… {part.text[begin : part.end]}"
