"""A day that may be another is left out of the chronology, and so is one on which nothing was done."""

from datetime import date

import pytest

from tests.reports import find
from tests.sources import make_source

TODAY = date(2024, 5, 21)  # a Tuesday


def days(text: str) -> list[str]:
    """What the chronology dates a report of one sentence about the treaty by."""
    source = make_source(f"{text} The treaty is old.", published=TODAY, publisher="Paper")
    return [str(item.on) for item in find(source).chronology]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Sailors in Friday’s treaty hearing questioned the board’s plan.", id="whose day"
        ),
        pytest.param("Last Monday the board of Moss agreed to pause the treaty.", id="last of two"),
        pytest.param(
            "The hotels of Moss, usually filled on Christmas, are empty since the treaty.",
            id="a habit",
        ),
        pytest.param(
            "By the treaty figures that we cited yesterday, the port of Moss is poor.",
            id="a paper’s own",
        ),
        pytest.param(
            "Be it war, Sept. 11 or fire, the treaty stands for Moss.", id="one of several"
        ),
        pytest.param(
            "Whoever wants the treaty should join the drive and the voting in November.",
            id="called for",
        ),
        pytest.param(
            "After the 2008 treaty vote, held in 34 towns by May 5, Moss was tired.",
            id="a year long gone",
        ),
    ],
)
def test_a_day_that_may_be_another_is_left_out(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sailors in Monday’s treaty hearing questioned the board’s plan.", "2024-05-20"),
        ("Sailors will speak in Friday’s treaty hearing on the board’s plan.", "2024-05-24"),
        (
            "Ada Moss changed her advertising plans after a poor treaty debate on Saturday.",
            "2024-05-18",
        ),
        ("You may remember that in March people voted against the treaty.", "2024-03-01"),
        ("Last Friday the board of Moss agreed to pause the treaty.", "2024-05-17"),
        ("The board of Moss signed the treaty in November.", "2023-11-01"),
        ("The 2024 treaty vote, held in 34 towns by May 5, tired Moss.", "2024-05-05"),
    ],
)
def test_a_day_that_the_words_tell_is_kept(text: str, day: str) -> None:
    assert days(text) == [day]
