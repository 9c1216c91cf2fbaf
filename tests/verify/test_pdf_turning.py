"""Words from right to left are read from a PDF file in the order in which they were written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.document import Document, Paragraph, Text
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_turning import reading_order, split
from briefing.writers.pdf import write_pdf


def _read(pieces: list[tuple[str, float]]) -> str:
    return "".join(text for _, text in reading_order(pieces))


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        pytest.param([("a", 0), (" ", 1), ("b", 2)], "a b", id="nothing turned"),
        pytest.param([("א", 0), (" ", 1), ("ב", 2)], "ב א", id="words as they stand"),
        pytest.param([("ב", 2), (" ", 1), ("א", 0)], "ב א", id="words as they are read"),
        pytest.param([("א", 0), (",", 1), (" ", 2), ("ב", 3)], "ב ,א", id="a comma between"),
        pytest.param(
            [("a", 0), (" ", 1), ("(", 2), ("א", 3), (" ", 5), ("(", 4), ("b", 6)],
            "a (א) b",
            id="a bracket that was turned round",
        ),
        pytest.param([("(", 0), ("a", 1), (")", 2)], "(a)", id="brackets around others"),
        pytest.param(
            [("א", 0), (" ", 1), ("5", 2), (" ", 3), ("ב", 4)], "א 5 ב", id="a number between"
        ),
    ],
)
def test_reading_order(pieces: list[tuple[str, float]], read: str) -> None:
    assert _read(pieces) == read


@given(st.text(alphabet="ab12אבג (),.-־״ "), st.data())
def test_no_letter_is_lost(text: str, data: st.DataObject) -> None:
    pieces = [(part, data.draw(st.floats(0, 500))) for _, part in split(text)]

    numbers = [number for number, part in reading_order(pieces) if not part.isspace()]

    assert "".join(part for part, _ in pieces) == text
    assert sorted(numbers) == [at for at, (part, _) in enumerate(pieces) if not part.isspace()]


@pytest.mark.parametrize(
    "words",
    [
        "The ministry posted שלום on its page.",
        "The ministry posted שלום עולם on its page.",
        "The ministry posted the words שלום עולם טוב on its page, and went home.",
        "It said that the port (נמל יפו) would open on Monday.",
        "It said that the port (נמל) would open on Monday.",
        "The ship שלום and the port, נמל יפו, were named on Friday.",
        "נמל יפו ייפתח ביום שני (אולי).",
    ],
)
def test_what_is_written_is_read(words: str) -> None:
    document = Document("Port", "en-GB", date(2024, 5, 3), (Paragraph((Text(words),)),), "Port")

    (line,) = [it.text for it in read_pdf(write_pdf(document).data).paragraphs if it.text]

    assert line == words
