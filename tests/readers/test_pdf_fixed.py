"""What a browser prints on every page: bars amid the text, the page's title, the day of printing."""

import io
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cleaning import clean
from briefing.model.source import Kind, Source
from briefing.readers import read

_TEXT = (
    "The port of Lund will reopen in June after two years of",
    "works, the minister of transport said on Friday in Lund.",
    "The works cost 340 million crowns, a third more than was",
    "planned, the audit office said in its report of March.",
)
_TITLE = "Port of Lund to reopen in June"
_HEAD = "13/05/2024, 10:15"


def _printed(pages: int, *, bar: str = "", headline: str = "", title: str = "") -> Source:
    """Pages of text with a bar amid it, a headline on the first and a title in the running head."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(500, 700), invariant=True)
    for page in range(pages):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(24, 684, _HEAD)
        canvas.drawString(160, 684, title)
        canvas.drawString(24, 14, f"https://gazette.example/port {page + 1}/{pages}")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(420, 433, bar)
        if page == 0:
            canvas.setFont("Helvetica-Bold", 20)
            canvas.drawString(40, 640, headline)
            canvas.setFont("Helvetica", 11)
        for number in range(12):
            for at, words in enumerate(_TEXT):
                line = words.replace("340", str(340 + page * 12 + number)).replace(
                    "June", f"May {page}"
                )
                canvas.drawString(40, 600 - page * 3 - number * 44 - at * 11, line)
        canvas.showPage()
    canvas.save()
    return clean(read(buffer.getvalue(), PurePath("a.pdf"))[0])


def _said(source: Source) -> str:
    return " ".join(
        source.text[part.start : part.end] for part in source.segments if part.kind is Kind.BODY
    )


@pytest.mark.parametrize("pages", [3, 6])
def test_a_bar_on_every_page_is_no_word_of_the_article(pages: int) -> None:
    source = _printed(pages, bar="Accept all", headline="Port of Lund to reopen in June")

    assert "Accept all" in source.text
    assert "Accept" not in _said(source)
    assert _said(source).count("the minister of transport said on Friday in Lund.") == 12 * pages


def test_what_stands_on_two_pages_alone_is_text() -> None:
    source = _printed(2, bar="Lund alone")

    assert "Lund alone" in _said(source)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        pytest.param(_TITLE, f"{_TITLE} | Gazette", id="same"),
        pytest.param(_TITLE, "Port of Lund to reopen in", id="title shorter"),
        pytest.param("", f"{_TITLE} | Gazette", id="head alone"),
    ],
)  # fmt: skip
def test_the_headline_is_the_one_on_the_page_else_the_running_head(
    headline: str, title: str
) -> None:
    source = _printed(3, headline=headline, title=title)

    assert source.title == _TITLE
    assert str(source.accessed) == "2024-05-13"
    assert source.published is None
