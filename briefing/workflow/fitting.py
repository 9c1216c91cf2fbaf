"""Fits a document into the pages its template allows, by leaving out the weakest excerpts."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from briefing.analysis.sides import leaving_with
from briefing.model.document import Document
from briefing.model.findings import Findings, ThemeFindings
from briefing.model.passage import Passage
from briefing.model.source import Notice


def fit(
    findings: Findings,
    pages: int,
    make: Callable[[Findings], Document],
    count: Callable[[Document], int],
) -> tuple[Findings, Document, tuple[Notice, ...]]:
    """The most of `findings` whose document, which `make` makes, has at most `pages` pages.

    The excerpt with the lowest score goes first; pins stay, and so does the best excerpt of each
    theme. Of a difference all sides stay or all go: they count as much as the best of them, and
    they may go with the best of a theme that has more to show. If it still does not fit, a notice
    says so.
    """
    document = make(findings)
    while (taken := count(document)) > pages:
        fewer = _without_weakest(findings)
        if fewer is None:
            return findings, document, (_too_long(document, taken, pages),)
        findings, document = fewer, make(fewer)
    return findings, document, ()


def _without_weakest(findings: Findings) -> Findings | None:
    kept = {item.excerpt.passage for found in findings.themes for item in found.excerpts[:1]}
    pinned = {
        item.excerpt.passage for found in findings.themes for item in found.excerpts if item.pinned
    }
    going = _weakest(findings, kept | pinned) or _weakest(findings, pinned, bound=True)
    if not going:
        return None
    return replace(findings, themes=tuple(_without(found, going) for found in findings.themes))


def _weakest(
    findings: Findings, kept: AbstractSet[Passage], *, bound: bool = False
) -> set[Passage]:
    """What can go and is worth least; with `bound` only sides of a difference, several at once."""
    every = [
        (item.score, -place, item.excerpt.passage)
        for place, found in enumerate(findings.themes)
        for item in found.excerpts
    ]
    places = [passage for *_, passage in every]
    groups = [
        (max(entry[:2] for entry in every if entry[2] in group), group)
        for group in (leaving_with(place, places, findings.conflicts) for place in places)
        if kept.isdisjoint(group) and (not bound or len(group) > 1) and _spares(findings, group)
    ]
    return min(groups, key=lambda entry: entry[0])[1] if groups else set()


def _spares(findings: Findings, group: AbstractSet[Passage]) -> bool:
    """Whether each theme keeps an excerpt when `group` goes."""
    return all(
        any(item.excerpt.passage not in group for item in found.excerpts)
        for found in findings.themes
        if found.excerpts
    )


def _without(found: ThemeFindings, going: AbstractSet[Passage]) -> ThemeFindings:
    kept = [item for item in found.excerpts if item.excerpt.passage not in going]
    ranked = tuple(replace(item, rank=rank) for rank, item in enumerate(kept, 1))
    return replace(found, excerpts=ranked)


def _too_long(document: Document, taken: int, pages: int) -> Notice:
    return Notice(
        document.title,
        f"has {taken} pages, not {pages}; fewer themes, pins or notes would make it shorter.",
    )
