"""Exports of news databases as PDF are split like any others, and their pages are kept."""

import io
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read_file

_SAID = (
    "The port of Lund will reopen in June after works of {} crowns, the minister said on Friday."
)
_NAMES = "one two three four five six seven eight".split()
_NEXIS = (
    ("Copyright 2024 Gazette Media", "Section: NEWS", "Byline: Ada Moss", "Body"),
    ("Load-Date: May 5, 2024", "End of Document"),
)
_FACTIVA = (
    ("By Ada Moss", "312 words", "{} May 2024", "Harbour Gazette", "HARGAZ", "English"),
    ("Document HARGAZ0020240503ek530003{}",),
)


def _printed(articles: int, head: tuple[str, ...], foot: tuple[str, ...]) -> bytes:
    """Articles of two pages, the headline large on the first and small above the second."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800), invariant=True)
    for number in range(1, articles + 1):
        title = "Port of Lund to reopen in June"
        canvas.setFont("Helvetica", 16)
        canvas.drawString(40, 740, title)
        lines = [*head, *[_SAID.format(f"{_NAMES[number]}, {_NAMES[each]}") for each in range(8)]]
        canvas.setFont("Helvetica", 10)
        for at, words in enumerate(lines):
            canvas.drawString(40, 700 - 30 * at, words.replace("{}", str(number)))
        canvas.showPage()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(40, 780, title)
        canvas.setFont("Helvetica", 10)
        last = [_SAID.format(f"{_NAMES[number]}, the last"), *foot]
        for at, words in enumerate(last):
            canvas.drawString(40, 700 - 30 * at, words.replace("{}", str(number)))
        canvas.drawString(300, 20, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page_of(source: Source, words: str) -> int | None:
    return source.page_number(source.text.index(words))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        pytest.param(("Harbour Gazette", "May {}, 2024 Friday", *_NEXIS[0]), _NEXIS[1], id="Nexis"),
        pytest.param(*_FACTIVA, id="Factiva"),
    ],
)
def test_an_export_as_pdf_is_split_and_keeps_its_pages(
    head: tuple[str, ...], foot: tuple[str, ...]
) -> None:
    reading = read_file(_printed(4, head, foot), PurePath("export.pdf"))
    sources = [clean(article) for article in reading.articles]

    assert [source.title for source in sources] == ["Port of Lund to reopen in June"] * 4
    assert {source.publisher for source in sources} == {"Harbour Gazette"}
    assert [str(source.published) for source in sources] == [
        f"2024-05-0{day}" for day in (1, 2, 3, 4)
    ]
    assert [_page_of(source, "works of") for source in sources] == [1, 3, 5, 7]
    assert [_page_of(source, "the last") for source in sources] == [2, 4, 6, 8]
    assert [source.text.count("the minister said") for source in sources] == [9] * 4
