"""The heading of a difference says which event it is of."""

from datetime import date

import pytest

from briefing.analysis.headings import headed
from briefing.model.findings import Conflict, Position
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from tests.sources import make_source


def _told(where: str, *, day: date | None = date(2024, 5, 4)) -> tuple[Conflict, list[Source]]:
    """Two reports that differ, and the difference."""
    sources = [
        make_source(f"{words} {where}.", id=f"{where}{day}{at}", title="A blast", published=day)
        for at, words in enumerate(("It killed nine people", "It killed thirteen people"))
    ]
    sides = tuple(
        Position(value, Excerpt.cut(source, source.body()[0].start, source.body()[0].end))
        for value, source in zip(("nine", "thirteen"), sources, strict=True)
    )
    return Conflict("How many were killed", sides), sources


def _headings(*told: tuple[Conflict, list[Source]]) -> list[str]:
    by_id = {source.id: source for _, sources in told for source in sources}
    return [one.about for one in headed([conflict for conflict, _ in told], by_id)]


@pytest.mark.parametrize(
    ("where", "heading"),
    [
        pytest.param("in Moss", "Moss: how many were killed", id="a place"),
        pytest.param(
            "near Port Rygge on Friday", "Port Rygge: how many were killed", id="two words"
        ),
        pytest.param("on Friday", "How many were killed", id="a day is no name"),
        pytest.param("somewhere", "How many were killed", id="no name"),
        pytest.param("as Skarven said in Moss", "Moss: how many were killed", id="a place first"),
    ],
)
def test_a_difference_is_headed_by_the_place_that_all_sides_give(where: str, heading: str) -> None:
    assert _headings(_told(where)) == [heading]


def test_of_several_places_the_rarest_heads_the_difference() -> None:
    assert _headings(_told("in Moss in Norway"), _told("in Rygge in Norway")) == [
        "Moss: how many were killed",
        "Rygge: how many were killed",
    ]


def test_two_differences_of_one_place_are_told_apart_by_the_day() -> None:
    early, late = _told("in Moss"), _told("in Moss", day=date(2024, 6, 1))

    assert _headings(early, late) == [
        "Moss, 4 May 2024: how many were killed",
        "Moss, 1 June 2024: how many were killed",
    ]


def test_a_day_that_is_unknown_is_not_made_up() -> None:
    told = _told("in Moss", day=None), _told("in Moss")

    assert _headings(*told)[0] == "Moss: how many were killed"
