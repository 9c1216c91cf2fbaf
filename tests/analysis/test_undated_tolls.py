"""Reports that nobody dated differ in tolls and amounts only where their words tell of one day."""

import pytest

from briefing.analysis.body import Body
from briefing.analysis.events import find_events
from briefing.analysis.evidence import sentences_of
from briefing.analysis.figures import figure_conflicts, read_figures
from briefing.analysis.toll_conflicts import toll_conflicts
from tests.sources import make_source

PLACE = " The Skarven ferry terminal in Moss stands beside the Rygge road in Norway."


def _tolls(*texts: str) -> list[list[str]]:
    sources = [
        make_source(
            text + PLACE,
            id=f"id{at}",
            title="Skarven ferry terminal in Moss, Norway",
            publisher=f"Paper {at}",
            published=None,
        )
        for at, text in enumerate(texts)
    ]
    found = toll_conflicts(find_events(sources), {source.id: source for source in sources})
    return [[side.value for side in conflict.positions] for conflict in found]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        pytest.param("On Saturday, a blast", "Saturday: a blast", True, id="one day of the week"),
        pytest.param("On 4 May 2024 a blast", "On Saturday a blast", True, id="the name of a day"),
        pytest.param("On 4 May 2024 a blast", "On 11 May 2024 a blast", False, id="other days"),
        pytest.param(
            "On Sunday, a blast", "Saturday: a blast", False, id="another day of the week"
        ),
        pytest.param(
            "It rained on Saturday. Last May, a blast",
            "On Saturday, a blast",
            False,
            id="that of a month gone by",
        ),
        pytest.param("Then a blast", "On Saturday, a blast", False, id="nothing tells of the day"),
        pytest.param(
            "On Saturday, a magnitude 5.2 quake",
            "Saturday: a 5.9 magnitude quake",
            False,
            id="quakes",
        ),
    ],
)
def test_tolls_of_undated_reports_differ_only_where_both_tell_of_one_day(
    one: str, other: str, differs: bool
) -> None:
    texts = (
        f"{one} and fire in Moss killed 12 people.",
        f"{other} and fire in Moss killed 31 people.",
    )
    found = _tolls(*texts)

    assert found == ([["12 people", "31 people"]] if differs else [])


def test_one_of_four_who_were_killed_is_no_toll() -> None:
    texts = (
        "On Saturday Leo was one of four killed in a blast in Moss.",
        "A blast in Moss killed four people on Saturday.",
    )

    assert _tolls(*texts) == []


@pytest.mark.parametrize(
    ("opening", "values"),
    [
        pytest.param("It began on Saturday.", [["$340 million", "$390 million"]], id="one day"),
        pytest.param("It has begun.", [], id="nothing tells of the day"),
    ],
)
def test_amounts_of_undated_reports_differ_only_where_both_tell_of_one_day(
    opening: str, values: list[list[str]]
) -> None:
    sources = [
        make_source(
            f"{opening} The ferry strike in Skarven cost the Rygge harbour ${amount} million.",
            id=f"id{amount}",
            publisher=f"Paper {amount}",
            published=None,
        )
        for amount in (340, 390)
    ]
    figures = read_figures(sentences_of(list(map(Body, sources)), ()))
    found = figure_conflicts(figures, {source.id: 0 for source in sources})

    assert [[side.value for side in conflict.positions] for conflict in found] == values
