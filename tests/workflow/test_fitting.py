"""A document with a page limit keeps its best excerpts and leaves out the weakest."""

from datetime import date

from briefing.model.document import Document, Paragraph, Quoted
from briefing.model.findings import Findings, Selected, ThemeFindings
from briefing.model.passage import Excerpt
from briefing.model.theme import Theme
from briefing.workflow.fitting import fit
from tests.sources import make_source

WORDS = "The port of Moss will reopen."


def _theme(name: str, *scores: float, pinned: tuple[float, ...] = ()) -> ThemeFindings:
    excerpt = Excerpt.cut(make_source(WORDS), 0, len(WORDS))
    chosen = (
        Selected(rank, excerpt, score, ("because",), pinned=score in pinned)
        for rank, score in enumerate(scores, 1)
    )
    return ThemeFindings(Theme(name, name, "", ()), tuple(chosen))


def _document(findings: Findings) -> Document:
    """A paragraph for each excerpt."""
    blocks = tuple(
        Paragraph((Quoted(item.excerpt, "en"),))
        for found in findings.themes
        for item in found.excerpts
    )
    return Document(title="Note", language="en", date=date(2024, 4, 12), blocks=blocks)


def _pages(document: Document) -> int:
    """Two excerpts fill a page."""
    return (len(document.blocks) + 1) // 2


def _kept(findings: Findings) -> list[list[float]]:
    return [[item.score for item in found.excerpts] for found in findings.themes]


def test_what_fits_is_left_alone() -> None:
    findings = Findings((_theme("a", 3, 2),))

    assert fit(findings, 1, _document, _pages) == (findings, _document(findings), ())


def test_the_weakest_goes_first_and_the_others_move_up() -> None:
    findings, document, told = fit(
        Findings((_theme("a", 9, 5), _theme("b", 7, 6, 5.5))), 2, _document, _pages
    )

    assert _kept(findings) == [[9], [7, 6, 5.5]]
    assert [item.rank for item in findings.themes[1].excerpts] == [1, 2, 3]
    assert document == _document(findings)
    assert told == ()


def test_pins_and_the_best_of_each_theme_stay_and_it_is_said() -> None:
    findings, _, told = fit(
        Findings((_theme("a", 9, 1, 8, pinned=(1,)), _theme("b", 7))), 1, _document, _pages
    )

    assert _kept(findings) == [[9, 1], [7]]
    assert [str(notice) for notice in told] == [
        "Note: has 2 pages, not 1; fewer themes, pins or notes would make it shorter."
    ]
