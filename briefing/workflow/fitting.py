"""Fits a document into the pages its template allows, by leaving out the weakest excerpts."""

from collections.abc import Callable

from msgspec.structs import replace

from briefing.model.document import Document
from briefing.model.findings import Findings, Selected, ThemeFindings
from briefing.model.source import Notice


def fit(
    findings: Findings,
    pages: int,
    make: Callable[[Findings], Document],
    count: Callable[[Document], int],
) -> tuple[Findings, Document, tuple[Notice, ...]]:
    """The most of `findings` whose document, which `make` makes, has at most `pages` pages.

    The excerpt with the lowest score goes first; pins stay, and so does the best excerpt of each
    theme. If it still does not fit, a notice says so.
    """
    document = make(findings)
    while (taken := count(document)) > pages:
        fewer = _without_weakest(findings)
        if fewer is None:
            return findings, document, (_too_long(document, taken, pages),)
        findings, document = fewer, make(fewer)
    return findings, document, ()


def _without_weakest(findings: Findings) -> Findings | None:
    spare = [
        (item.score, -place, item)
        for place, found in enumerate(findings.themes)
        for item in found.excerpts[1:]
        if not item.pinned
    ]
    if not spare:
        return None
    *_, weakest = min(spare, key=lambda entry: entry[:2])
    return replace(findings, themes=tuple(_without(found, weakest) for found in findings.themes))


def _without(found: ThemeFindings, left_out: Selected) -> ThemeFindings:
    kept = [item for item in found.excerpts if item is not left_out]
    ranked = tuple(replace(item, rank=rank) for rank, item in enumerate(kept, 1))
    return replace(found, excerpts=ranked)


def _too_long(document: Document, taken: int, pages: int) -> Notice:
    return Notice(
        document.title,
        f"has {taken} pages, not {pages}; fewer themes, pins or notes would make it shorter.",
    )
