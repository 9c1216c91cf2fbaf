"""What a browser prints at the edges of pages is no text, and its day is none of publication."""

import io
from datetime import date
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cleaning import clean
from briefing.model.source import Field
from briefing.readers import read
from briefing.readers.pdf_browser import edge_clues, edge_title, is_printed_edge
from briefing.readers.pdf_hyphens import Hyphens
from briefing.readers.pdf_spaced import SPACE, Place, closed_up

_TITLE = "The harbour of Moss reopens"
_STORY = (
    "The harbour of Moss will reopen in May after two years of repairs, the council said on",
    "Tuesday, and forty ships a month are to come at first, half of what came before the storm.",
)
_CUT = "https://www.gazette.example/2024/03/the-harbour-of-moss-reop…"
_WHOLE = "https://www.gazette.example/2024/03/the-harbour-of-moss-reopens-in-may"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3/14/24, 9:08 PM The harbour of Moss reopens", "2024-03-14"),
        ("04/03/2024, 21:08 The harbour of Moss reopens", "2024-03-04"),
        ("04.03.24, 21:08 The harbour of Moss reopens", "2024-03-04"),
        ("2024/3/4 21:08 The harbour of Moss reopens", "2024-03-04"),
        ("24. 3. 4. 오후 9:08 The harbour of Moss reopens", "2024-03-04"),
        ("The harbour of Moss reopens 4/3/24, 9:08 p.m.", "2024-03-04"),
    ],
)
def test_the_head_that_a_browser_prints_tells_the_day_of_printing_and_the_title(
    words: str, day: str
) -> None:
    (clue,) = edge_clues(words, 0, (), None)

    assert is_printed_edge(words, None)
    assert (clue.field, clue.value) == (Field.ACCESSED, day)
    assert edge_title(words, None) == _TITLE


@pytest.mark.parametrize(
    "words", ["1 of 3 3/14/24, 9:08 PM", f"{_WHOLE} Page 1 of 3", f"{_WHOLE} 1/3"]
)
def test_other_edges_are_no_text_and_no_title(words: str) -> None:
    assert is_printed_edge(words, None)
    assert not edge_title(words, None)


def test_the_articles_own_day_is_not_that_of_printing() -> None:
    words = "04.03.2024, 21:08 Harbour Gazette"

    assert not is_printed_edge(words, date(2024, 6, 1))
    assert not list(edge_clues(words, 0, (), date(2024, 6, 1)))


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ((f"{_WHOLE}#comments", f"https://post.example/share?url={_WHOLE}"), _WHOLE),
        ((_WHOLE, f"{_WHOLE}-and-june"), _WHOLE),
        ((f"{_WHOLE}-1", f"{_WHOLE}-2"), None),
        ((), None),
    ],
    ids=["agree", "one begins with the other", "differ", "none"],
)
def test_an_address_that_is_cut_short_is_completed_by_links_that_agree(
    links: tuple[str, ...], found: str | None
) -> None:
    (clue,) = edge_clues(f"{_CUT} 1/3", 0, links, None)

    assert clue.found_in.endswith("cut short") is (found is None)
    assert found is None or clue.value == found


def _printed(*lines: tuple[float, str], size: float = 11) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setProducer("Skia/PDF m120")
    canvas.setFont("Helvetica", size)
    for top, words in lines:
        canvas.drawString(50, top, words)
    canvas.save()
    return buffer.getvalue()


def test_a_printed_page_says_when_it_was_printed_and_only_the_site_of_an_address_cut_short() -> (
    None
):
    story = [(700 - 14 * at, words) for at, words in enumerate(_STORY)]
    source = clean(read(_printed(*story, (15, f"{_CUT} 1/1")), PurePath("page.pdf"))[0])

    assert source.accessed == date(2000, 1, 1)
    assert source.published == date(2024, 3, 1) or source.published is None
    assert source.url is None
    assert source.publisher == "gazette.example"


def test_a_number_that_a_headline_wraps_is_no_page_number() -> None:
    data = _printed(
        (800, "What the harbour of Moss is to cost in the first half of"), (776, "2020"), size=20
    )
    (article,) = read(data, PurePath("page.pdf"))

    assert article.text == "What the harbour of Moss is to cost in the first half of 2020"


def test_lines_of_a_script_without_spaces_are_joined_without_one() -> None:
    assert Hyphens().joint("港口将于五", "月重新开放。") == "港口将于五月重新开放。"
    assert Hyphens().joint("the port", "reopens") == "the port reopens"


def _byline(apart: float, space: Place) -> str:
    """“BY ADA MOSS” with letters two points apart and words `apart`, as PDFium parts it."""
    places: list[Place] = []
    at = 0.0
    for number, word in enumerate(("BY", "ADA", "MOSS")):
        at += apart if number else 0
        for first, _ in enumerate(word):
            places += [space] * bool(places)
            at += 7 if first else 5
            places.append((at - 5, at))
    return closed_up([*"B Y A D A M O S S"], places, 10)


def test_letters_that_are_set_apart_make_words() -> None:
    assert _byline(6, None) == "BY ADA MOSS"
    assert _byline(6, SPACE) == "B Y A D A M O S S"
