"""A document with a page limit keeps its best excerpts and leaves out the weakest."""

from datetime import date

import pytest

from briefing.model.document import Document, Paragraph, Quoted
from briefing.model.findings import Conflict, Findings, Position, Selected, ThemeFindings
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.workflow.fitting import fit
from tests.sources import make_source

WORDS = "The port of Moss will reopen."


def _theme(name: str, *scores: float, pinned: tuple[float, ...] = ()) -> ThemeFindings:
    source = make_source(*[WORDS] * len(scores), id=name)
    chosen = (
        Selected(rank, excerpt, score, ("because",), pinned=score in pinned)
        for rank, (score, excerpt) in enumerate(zip(scores, _excerpts(source), strict=True), 1)
    )
    return ThemeFindings(Theme(name, name, "", ()), tuple(chosen))


def _excerpts(source: Source) -> list[Excerpt]:
    """An excerpt of each paragraph."""
    return [Excerpt.cut(source, part.start, part.end) for part in source.body()]


def _differ(*sides: Selected) -> Conflict:
    return Conflict("When", tuple(Position(str(side.score), side.excerpt) for side in sides))


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


@pytest.mark.parametrize(
    ("scores", "sides", "pinned", "pages", "kept"),
    [
        pytest.param((9, 5, 8, 6, 7), (5, 8), (), 2, [9, 5, 8, 7], id="worth its best side"),
        pytest.param((9, 5, 4, 6, 7), (5, 4), (), 2, [9, 6, 7], id="all sides go"),
        pytest.param((9, 5, 8, 6), (9, 5), (), 1, [9, 5], id="with the best of a theme"),
        pytest.param((9, 5, 8), (9, 5), (), 1, [9, 5], id="rather another"),
        pytest.param((9, 3, 8), (3, 8), (3,), 1, [9, 3, 8], id="none beside a pin"),
    ],
)
def test_all_sides_of_a_difference_stay_or_all_go(
    scores: tuple[float, ...],
    sides: tuple[float, ...],
    pinned: tuple[float, ...],
    pages: int,
    kept: list[float],
) -> None:
    theme = _theme("a", *scores, pinned=pinned)
    conflict = _differ(*(item for item in theme.excerpts if item.score in sides))

    findings, *_ = fit(Findings((theme,), conflicts=(conflict,)), pages, _document, _pages)

    assert _kept(findings) == [kept]


def test_sides_under_two_themes_go_together_and_with_the_best_at_last() -> None:
    one, other = _theme("a", 9, 8, pinned=(8,)), _theme("b", 7, 6)
    conflict = _differ(one.excerpts[0], other.excerpts[1])

    findings, _, told = fit(Findings((one, other), conflicts=(conflict,)), 1, _document, _pages)

    assert _kept(findings) == [[8], [7]]
    assert told == ()


def test_a_side_that_another_excerpt_takes_may_go_alone() -> None:
    theme = _theme("a", 9, 5, 4)
    taken = Position("5", theme.excerpts[1].excerpt, (theme.excerpts[2].excerpt,))
    conflict = Conflict("When", (Position("9", theme.excerpts[0].excerpt), taken))

    findings, *_ = fit(Findings((theme,), conflicts=(conflict,)), 1, _document, _pages)

    assert _kept(findings) == [[9, 5]]
