"""Days and amounts differ only where they are of one matter."""

import pytest

from tests.reports import find, reports

TERMINAL = "The new ferry terminal of Moss opens its three northern gates to passengers on {}."


def test_dates_of_one_thing_that_differ_stand_side_by_side() -> None:
    found = find(*reports(TERMINAL.format("10 May 2024"), TERMINAL.format("17 May 2024")))

    assert [side.value for conflict in found.conflicts for side in conflict.positions] == [
        "10 May 2024", "17 May 2024",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(TERMINAL.format("10 May 2024"), TERMINAL.format("May 10"), id="one day"),
        pytest.param(TERMINAL.format("10 May 2024"), TERMINAL.format("May 2024"), id="less exact"),
        pytest.param(TERMINAL.format("9 May 2024"), TERMINAL.format("Wednesday"), id="neighbours"),
        pytest.param(
            TERMINAL.format("10 May 2024"),
            TERMINAL.format("time, the ministry said on 2 May 2024"),
            id="the day on which it was said",
        ),
        pytest.param(
            TERMINAL.format("10 May 2024"),
            TERMINAL.format("17 May 2024").replace("three", "two").replace("Moss", "Horten"),
            id="another place",
        ),
        pytest.param(
            TERMINAL.format("10 May 2024"),
            TERMINAL.format("17 May 2024").replace("opens", "closes"),
            id="the end of it",
        ),
        pytest.param(
            "The ferry line of Moss costs the state 14.9 billion dollars in all.",
            "The ferry line of Moss costs the state 11.2 billion euros in all.",
            id="another currency",
        ),
    ],
)
def test_no_difference_in_days_or_money_is_claimed(one: str, other: str) -> None:
    assert find(*reports(one, other)).conflicts == ()


COST = "The ferry line of Moss to Horten will be given {} million crowns by the Rygge council"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (".", "."),
        (", said Ada Berg of Bastoe.", ", said Nils Holm of Tonsberg."),
        (", the Bastoe council said on Monday.", ", according to a report from Tonsberg."),
    ],
)
def test_an_amount_of_one_matter_that_differs_is_claimed(one: str, other: str) -> None:
    """Whoever gives it: that two ministries give two is what a reader wants to know."""
    found = find(*reports(COST.format(300) + one, COST.format(450) + other))

    assert len(found.conflicts) == 1


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        pytest.param(" in March.", " in April.", (4, 4), id="another month"),
        pytest.param(".", ".", (4, 7), id="days later, and nothing says of when"),
        pytest.param(
            " for 12 ships and 7 quays.", " for 30 ships and 9 quays.", (4, 4), id="other figures"
        ),
        pytest.param(" for public quays.", " for private quays.", (4, 4), id="contrary words"),
        pytest.param(
            " for Ada Berg of Bastoe.", " for Nils Holm of Tonsberg.", (4, 4), id="other names"
        ),
    ],
)
def test_two_matters_in_like_words_are_not_one(one: str, other: str, days: tuple[int, int]) -> None:
    found = find(*reports(COST.format(300) + one, COST.format(450) + other, days=days))

    assert found.conflicts == ()


def test_one_end_of_a_range_is_no_amount_to_differ_with() -> None:
    found = find(*reports(COST.format("200 to 300") + ".", COST.format(450) + "."))

    assert found.conflicts == ()
