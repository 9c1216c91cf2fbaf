"""Press releases: whose they are, their headline and day, and what below them is no news."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Kind, Source
from briefing.readers import read

NEWS = """The port of Moss will reopen its second quay in May after two years of repairs, it was said today.

"We built it in nineteen months and under budget," said Per Lund, who leads the works at the port.

The first ships are expected in June, and the quay will be used by ferries from the autumn on."""


def _read(text: str) -> Source:
    return clean(read(text.encode(), PurePath("release.txt"))[0])


def _quoted(source: Source) -> str:
    return " ".join(
        source.text[part.start : part.end] for part in source.segments if part.kind is Kind.BODY
    )


@pytest.mark.parametrize(
    ("head", "house"),
    [
        ("Moss Port Commission - Press release", "Moss Port Commission"),
        ("Press release | No. 12/2027\nMinistry of Harbours", "Ministry of Harbours"),
        (
            "Pressemitteilung\nNr. 12/2027\nBundesministerium für Häfen",
            "Bundesministerium für Häfen",
        ),
        ("FOR IMMEDIATE RELEASE", None),
    ],
)
def test_who_issues_a_release_stands_in_its_head_and_is_no_headline(
    head: str, house: str | None
) -> None:
    source = _read(f"{head}\n\nPort of Moss to reopen its second quay in May\n\n{NEWS}\n")

    assert source.publisher == house
    assert source.title == "Port of Moss to reopen its second quay in May"


@pytest.mark.parametrize(
    "below",
    [
        "About Moss Works\n\nMoss Works Inc. has built quays and locks for forty years.",
        "###\n\nThe works at the port have been paid for by a loan of the bank of the strait since 2024.",
        "Notes to editors\n\nThe works at the port have been paid for by a loan of the bank since 2024.",
        "Forward-Looking Statements\n\nThese statements involve risks that could make results differ.",
    ],
)
def test_what_stands_below_the_end_of_a_release_is_not_quoted(below: str) -> None:
    head = "FOR IMMEDIATE RELEASE\n\nPort of Moss to reopen its second quay in May"

    assert _quoted(_read(f"{head}\n\n{NEWS}\n\n{below}\n")).endswith("from the autumn on.")


def test_an_article_with_such_a_heading_is_no_release() -> None:
    below = "Moss Works has built quays and locks for forty years, and the port could not do without it."
    article = (
        f"Port of Moss to reopen its second quay in May\n\n{NEWS}\n\nAbout Moss Works\n\n{below}"
    )

    assert _quoted(_read(article)).endswith("could not do without it.")


@pytest.mark.parametrize(
    ("opens", "day"),
    [
        ("MOSS, Ore., March 14, 2027 /PRNewswire/ -- ", date(2027, 3, 14)),
        ("Moss, le 14 mars 2027 – ", date(2027, 3, 14)),
        ("Moss, 14 de marzo de 2027.- ", date(2027, 3, 14)),
        ("On March 14, 2027 ", None),
        ("The mole of March 14, 1927 has gone. ", None),
    ],
)
def test_a_dateline_dates_a_copy_where_a_dash_parts_it_from_the_news(
    opens: str, day: date | None
) -> None:
    assert _read(f"Port of Moss to reopen its second quay\n\n{opens}{NEWS}").published == day


def test_an_embargo_is_told_and_is_no_day_of_its_own() -> None:
    head = "EMBARGOED UNTIL 00:01 GMT, 15 MARCH 2027\n\nPort of Moss to reopen its second quay"
    source = _read(f"{head}\n\n14 March 2027\n\n{NEWS}")

    assert source.published == date(2027, 3, 14)
    assert any("under an embargo" in notice.text for notice in source.notices)


def test_a_release_saved_as_a_page_is_read_like_one() -> None:
    told = "".join(f"<p>{words}</p>" for words in NEWS.split("\n\n"))
    page = (
        "<html><head><title>Port of Moss to reopen</title></head><body><main>"
        "<p>Ministry of Harbours</p><p>Press release | No. 12/2027 | Date: 03/09/2027</p>"
        f"<h1>Port of Moss to reopen its second quay in May</h1>{told}<h2>About the port</h2>"
        "<p>Notes to editors</p><p>The works have been paid for by a loan of the bank.</p>"
        "</main></body></html>"
    )
    source = clean(read(page.encode(), PurePath("release.html"))[0])

    assert source.publisher == "Ministry of Harbours"
    assert source.title == "Port of Moss to reopen its second quay in May"
    assert source.published is None
    assert _quoted(source).startswith("The port of Moss will reopen")
    assert "loan of the bank" not in _quoted(source)
