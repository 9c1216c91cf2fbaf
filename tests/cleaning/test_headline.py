"""Which line of a copy says again what the copy's own title says."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.cleaning.headline import beginning, find_headline
from briefing.cleaning.lines import Feature, features
from briefing.readers import read

_TITLE = "Moss reopens its port in May | Harbour Gazette"
_MENU = ("Home", "World", "Sport", "Culture", "Weather", "Shop", "Letters", "Archive", "Contact")
_TEASERS = tuple(
    f"The council of {town} has put off its talks on the {thing} until the end of the month."
    for town in ("Lund", "Adler", "Westmark")
    for thing in ("ferry", "bridge", "market", "school")
)
_ARTICLE = tuple(
    f"{who} said on Tuesday that {what}, and that ships will call at the new pier twice a week."
    for who in ("The mayor", "A fisherman", "The engineer")
    for what in ("the repairs are done", "the money was found in winter")
)


def _lines(*rows: str) -> tuple[Feature, ...]:
    return features(read("\n".join(rows).encode(), PurePath("copy.txt"))[0])


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        pytest.param((_TITLE, "Home", "Moss reopens its port in May", *_ARTICLE), 2, id="title"),
        pytest.param(
            (_TITLE, "Moss reopens", "Moss reopens its port in May", *_ARTICLE), 2, id="the fuller"
        ),
        pytest.param((_TITLE, "Home", "Port of Lund closed", *_ARTICLE), None, id="another story"),
        pytest.param(
            ("Harbour Gazette", "Read more", "Read more", *_ARTICLE), None, id="stands twice"
        ),
        pytest.param((_TITLE, *_ARTICLE, "Moss reopens its port in May"), None, id="at the foot"),
    ],
)
def test_the_headline_repeats_the_title_above_paragraphs(
    rows: tuple[str, ...], line: int | None
) -> None:
    found = find_headline(_lines(*rows))

    assert (found.line if found else None) == line


def test_paragraphs_above_the_headline_are_none_of_the_article() -> None:
    rows = (_TITLE, *_MENU, *_TEASERS, "Moss reopens its port in May", *_ARTICLE, *_MENU)
    source = clean(read("\n".join(rows).encode(), PurePath("copy.txt"))[0])

    assert [source.text[part.start : part.end] for part in source.body()] == list(_ARTICLE)


def test_a_headline_with_little_below_it_says_nothing_of_where_the_article_begins() -> None:
    rows = (_TITLE, *_TEASERS, "Moss reopens its port in May", _ARTICLE[0])

    assert beginning(_lines(*rows)) == 0


def test_the_name_of_the_site_before_the_headline_is_none_of_it() -> None:
    headline = "Mayor of Moss reopens the port with ships at the pier"
    rows = (
        f"Harbour Gazette - {headline}",
        headline,
        "The mayor of Moss reopened the port on Tuesday, and said that the pier was mended in winter.",
        "A fisherman said that ships will call at the new pier of the port of Moss twice a week.",
    )

    assert clean(read("\n".join(rows).encode(), PurePath("copy.txt"))[0]).title == headline


def test_a_line_that_says_who_wrote_is_no_headline() -> None:
    rows = ("BYLINE: Mayor Fisherman Engineer", "", "7 May 2024", "", *_ARTICLE)

    assert clean(read("\n".join(rows).encode(), PurePath("copy.txt"))[0]).title is None
