"""The lines of a PDF page are joined to the paragraphs that its reader sees."""

import io
from pathlib import PurePath
from typing import Any

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
)

from briefing.readers import read

_TOWNS = ("Moss", "Lund", "Bergen", "Odense", "Visby", "Turku", "Skagen", "Larvik")
_SAID = (
    (
        "“We were told on Tuesday that the port of {0} will reopen in May,” the harbour master said, and "
        "added that ships from {0} are to sail twice a week for as long as the summer lasts."
    ),
    (
        "Fishermen of {0} had asked for a longer pier. The council found no money for it this year, and "
        "the mayor promised to look at what {0} needs when the next budget is written."
    ),
    "What it costs {0}",
    (
        "– Some 40 million for the pier, of which the state pays half and {0} the other half over the "
        "next ten years, and 3 million for the new crane that is to stand in {0} on it."
    ),
    (
        "The old ferry of {0} is to be sold at auction in the autumn, and what it brings is to pay for "
        "the lighthouse and for the road that leads from {0} to the sea."
    ),
)
_PARAGRAPHS = [words.format(town) for town in _TOWNS for words in _SAID]
_SET: dict[str, dict[str, Any]] = {
    "gaps": {"spaceAfter": 6},
    "indents": {"firstLineIndent": 14, "alignment": 4},
    "short last lines": {"rightIndent": 40},
}


def _lines(data: bytes) -> list[str]:
    (article,) = read(data, PurePath("x.pdf"))
    return [article.text[line.start : line.end] for line in article.lines]


def _stories(style: dict[str, Any]) -> list[Paragraph]:
    made = ParagraphStyle("made", fontSize=11, leading=13.5, **style)
    return [Paragraph(words, made) for words in _PARAGRAPHS]


@pytest.mark.parametrize("style", _SET.values(), ids=_SET)
def test_paragraphs_are_told_by(style: dict[str, Any]) -> None:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, invariant=True).build(list(_stories(style)))

    assert _lines(buffer.getvalue()) == _PARAGRAPHS


def test_lines_over_two_columns_do_not_make_one_of_them() -> None:
    buffer = io.BytesIO()
    frames = [Frame(left, 60, 230, 690) for left in (50, 310)]
    heads = [
        PageTemplate(
            frames=frames,
            onPage=lambda canvas, _: canvas.drawString(
                50, 770, f"The Harbour Gazette of today, read by all who live on the coast, page "
                f"{canvas.getPageNumber()}"
            ),
        )
    ]  # fmt: skip
    BaseDocTemplate(buffer, pageTemplates=heads, invariant=True).build(
        list(_stories({"spaceAfter": 5, "alignment": 4}))
    )

    found = [words for words in _lines(buffer.getvalue()) if "Gazette" not in words]

    assert found == _PARAGRAPHS
