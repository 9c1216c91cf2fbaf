"""The line by which a copy of a printed page says where it stood."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.issue_lines import issue_line
from briefing.readers import read
from tests.readers.told import PARAGRAPHS, TITLE, read_source

_TEXT = (
    "The port of Lund will reopen in June after two years of works, the minister said on Friday.\n\n"
    "The works cost 340 million crowns, a third more than planned, the audit office said in March.\n\n"
    "Shipping companies welcomed the decision and said that they would need time to come back.\n\n"
)


@pytest.mark.parametrize(
    ("words", "house", "authors"),
    [
        (
            "The Harbour Gazette · 3 May 2024 · A4 · By ADA MOSS",
            "The Harbour Gazette",
            ("Ada Moss",),
        ),
        ("Lund Star | Friday, 3 May 2024 | 4 | By Ada Moss", "Lund Star", ("Ada Moss",)),
        ("Le Port du Nord · Page 4 · 2024-05-03", "Le Port du Nord", ()),
        ("Lund Star · 3 May 2024 · 12", "Lund Star", ()),
    ],
)
def test_what_the_line_of_an_issue_says(words: str, house: str, authors: tuple[str, ...]) -> None:
    told = issue_line(words)

    assert told
    assert (told.house, told.authors) == (house, authors)
    assert words[told.start :].startswith(house)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Ada Moss · 3 May 2024 · 12", id="a writer and comments"),
        pytest.param("World · 3 May 2024 · 12 · By Ada Moss", id="a section"),
        pytest.param("Harbour Gazette · 3 May 2024 · By Ada Moss", id="no page"),
        pytest.param("Harbour Gazette · A4 · By Ada Moss", id="no day"),
        pytest.param("Harbour Gazette · reopens on 3 May 2024 · 4", id="more than a day"),
        pytest.param("3 May 2024 · 4 · Harbour Gazette", id="the house behind"),
    ],
)
def test_other_lines_are_none_of_an_issue(words: str) -> None:
    assert issue_line(words) is None


@pytest.mark.parametrize("above", [True, False])
def test_a_copy_takes_house_day_and_author_from_it(*, above: bool) -> None:
    line, title = (
        "Harbour Gazette · 3 May 2024 · A4 · By ADA MOSS",
        "Port of Lund to reopen after works",
    )
    head = f"{line}\n\n{title}" if above else f"{title}\n\n{line}"

    source = clean(read(f"{head}\n\n{_TEXT}".encode(), PurePath("a.txt"))[0])

    assert (source.title, source.publisher, source.authors, source.published) == (
        title,
        "Harbour Gazette",
        ("Ada Moss",),
        date(2024, 5, 3),
    )
    assert line not in [source.text[part.start : part.end] for part in source.body()]


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("Harbour Gazette, 2 May 2024", "Harbour Gazette"),
        ("The Harbour Times (Moss), Thursday, 2 May 2024", "The Harbour Times"),
        ("Hafenzeitung vom 02.05.2024, S. 4", "Hafenzeitung"),
        ("Harbour Gazette\n2 May 2024", "Harbour Gazette"),
        ("Moss, 2 May 2024", None),
        ("World News, 2 May 2024", None),
        ("Ada Moss, 2 May 2024", None),
        ("Harbour Gazette, 2 May 2024, on the quay of Moss", None),
    ],
)
def test_a_paper_before_the_day_below_the_headline(below: str, publisher: str | None) -> None:
    text = f"{TITLE}\n{below}\n\n" + "\n\n".join(PARAGRAPHS)

    assert read_source(text, "copy.txt").publisher == publisher
