"""Several articles on a page, as in a newspaper, are sources of their own; columns are read within each."""

import io
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cleaning import clean
from briefing.readers import read
from briefing.readers.pdf_articles import beginnings
from tests.readers.told import PARAGRAPHS

_STORIES = {
    "Pier is closed until autumn": ("By Ada Moss", PARAGRAPHS),
    "Crane waits for boxes": ("By Tom Lund", PARAGRAPHS[::-1]),
}


def _set(canvas: Canvas, left: int, top: int, words: list[str], least: int = 0) -> None:
    """Lines of some 40 letters, from the top down."""
    line = ""
    for word in [*" ".join(words).split(), ""]:
        if len(line) + len(word) > 38 or not word:
            canvas.drawString(left, top, line)
            line, top = "", top - 12
        line = f"{line} {word}".strip()
    assert top > least


def _page() -> bytes:
    """A page with an article in two columns above another one, whose columns stand elsewhere."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, pagesize=(700, 900))
    canvas.setFont("Helvetica", 30)
    canvas.drawString(40, 860, "THE MOSS GAZETTE")
    for (title, (byline, words)), top, lefts in zip(
        _STORIES.items(), (820, 500), ((40, 300), (40, 400)), strict=True
    ):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(40, top, title)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(40, top - 20, byline)
        for left, part in zip(lefts, (words[:2], words[2:]), strict=True):
            _set(canvas, left, top - 44, part, top - 290)
    canvas.save()
    return buffer.getvalue()


def test_each_article_of_a_page_is_a_source_with_its_headline_and_author() -> None:
    sources = [clean(article) for article in read(_page(), PurePath("page.pdf"))]

    assert [source.title for source in sources] == list(_STORIES)
    assert [source.authors for source in sources] == [("Ada Moss",), ("Tom Lund",)]
    for source, (_, words) in zip(sources, _STORIES.values(), strict=True):
        said = " ".join(source.text[part.start : part.end] for part in source.body())
        assert said == " ".join(words)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(
            (("Ports", 20), ("By Ada Moss", 10), (" ".join(PARAGRAPHS), 10)), [], id="one"
        ),
        pytest.param(
            (
                ("Pier is closed", 20),
                ("By Ada Moss", 10),
                (PARAGRAPHS[0] + PARAGRAPHS[1], 10),
                ("Fish are back", 20),
                (PARAGRAPHS[2] + PARAGRAPHS[3], 10),
                ("Crane waits", 20),
                ("By Tom Lund", 10),
                (" ".join(PARAGRAPHS), 10),
            ),
            [0, 3, 5],
            id="one without a byline between two",
        ),
        pytest.param(
            (
                ("Pier is closed", 20),
                ("By Ada Moss", 10),
                ("A teaser of a few words.", 10),
                ("Crane waits", 20),
                ("By Tom Lund", 10),
                ("Another teaser.", 10),
            ),
            [],
            id="teasers",
        ),
    ],
)
def test_articles_begin_where_a_headline_has_its_byline(
    lines: tuple[tuple[str, int], ...], found: list[int]
) -> None:
    words, sizes = zip(*lines, strict=True)

    assert beginnings(words, sizes, 10) == found


def test_pages_on_which_all_is_fixed_are_read() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for _ in range(4):
        canvas.drawString(40, 400, "Background")
        canvas.showPage()
    canvas.save()

    assert read(buffer.getvalue(), PurePath("page.pdf"))[0].text.startswith("Background")
