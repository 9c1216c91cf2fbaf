"""How many paragraphs of printed articles come back whole, measured on articles of others.

No set of print-outs has answers, so the articles are printed here, as houses do: with gaps, with
indents, with nothing but short last lines, in columns.
"""

import io
import json
import re
from pathlib import Path, PurePath
from typing import Any
from xml.sax.saxutils import escape

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from briefing.readers import read

_PRINTED = 40
_PAGE = ((50, 500),)
_COLUMNS = ((50, 240), (305, 240))
_SPACE = re.compile(r"[\s\u00ad\u2010-]")


def _articles(shared: Path) -> list[list[str]]:
    """Their titles and paragraphs, of those whose letters the standard faces have."""
    rows = (shared / "data" / "publisher-pages" / "gold.jsonl").read_text("utf-8").splitlines()
    found = []
    for row in map(json.loads, rows):
        words = f"{row['title']}\n{row['body']}"
        if len(words) > 1500 and words.encode("cp1252", "ignore").decode("cp1252") == words:
            found.append([" ".join(line.split()) for line in words.split("\n") if line.strip()])
    return found[:_PRINTED]


def _printed(
    paragraphs: list[str], frames: tuple[tuple[int, int], ...], style: dict[str, Any]
) -> bytes:
    made = ParagraphStyle("made", fontSize=10, leading=12.5, **style)
    buffer = io.BytesIO()
    pages = [PageTemplate(frames=[Frame(left, 60, width, 700) for left, width in frames])]
    BaseDocTemplate(buffer, pageTemplates=pages, invariant=True).build(
        [Paragraph(escape(words), made) for words in paragraphs]
    )
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("frames", "style", "floor"),
    [
        pytest.param(_PAGE, {"spaceAfter": 5}, 0.97, id="gaps"),
        pytest.param(_PAGE, {"firstLineIndent": 12, "alignment": 4}, 0.97, id="indents"),
        pytest.param(_PAGE, {}, 0.9, id="short last lines"),
        pytest.param(_COLUMNS, {"spaceAfter": 4, "alignment": 4}, 0.96, id="columns"),
    ],
)
def test_paragraphs_of_a_print_out_come_back_whole(
    shared: Path, frames: tuple[tuple[int, int], ...], style: dict[str, Any], floor: float
) -> None:
    whole = asked = 0
    for paragraphs in _articles(shared):
        (article,) = read(_printed(paragraphs, frames, style), PurePath("print.pdf"))
        lines = {_SPACE.sub("", article.text[line.start : line.end]) for line in article.lines}
        whole += sum(_SPACE.sub("", words) in lines for words in paragraphs)
        asked += len(paragraphs)

    assert asked > 500
    assert whole / asked >= floor
