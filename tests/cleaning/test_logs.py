"""Pages that go on all day: each entry below its time is the article's."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Kind
from briefing.readers import read

ENTRIES = (
    "The dockers of Moss have called a new vote for Friday on the offer of the port.",
    "The ministry has named a retired judge as mediator in the strike at the port.",
    "Freight in the strait came to a halt after dockers at two terminals walked out.",
)


def _read(times: tuple[str, ...], above: str = "") -> list[str]:
    parts = [
        f"{time}\nWhat is new\n\n{words}\n\nShare\n"
        for time, words in zip(times, ENTRIES, strict=True)
    ]
    page = "\n".join(("Strike in the strait: live updates", "By Ada Moss", above, *parts))
    source = clean(read(page.encode(), PurePath("live.txt"))[0])
    return [
        source.text[part.start : part.end] for part in source.segments if part.kind is Kind.BODY
    ]


@pytest.mark.parametrize(
    "times",
    [("18:04", "16:20", "06:00"), ("6.00", "16.20", "18.04"), ("1:04 am", "9:20 pm", "6:00 pm")],
)
def test_each_entry_of_a_log_is_read(times: tuple[str, ...]) -> None:
    assert _read(times) == list(ENTRIES)


def test_times_below_an_article_are_of_its_comments() -> None:
    told = [
        f"The port of Moss is shut on its day {number} of the strike, and no ship has come in, it said."
        for number in range(1, 12)
    ]
    read_in = _read(("18:04", "16:20", "06:00"), "\n\n".join(told))

    assert read_in[: len(told)] == told
    assert ENTRIES[-1] not in read_in
