"""A capital as high as several lines is the first letter of the word in the uppermost line beside it."""

import io
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.readers import read

BESIDE = (
    "first cable was laid in 1903, and for",
    "sixty years it was the only one. Today",
    "eleven",
)
BELOW = ("cables lie on the floor of the strait, four of them", "in a corridor that is narrow.")


def _read(capital: str, rest: str, *, lines: int, more: str = "") -> str:
    """A page with `capital` beside so many lines, drawn before them and on the level of the last."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setFont("Times-Roman", 14.0 * lines * 1.3)
    canvas.drawString(60, 714 - 14 * lines, capital)
    right = 60 + canvas.stringWidth(capital) + 3
    canvas.setFont("Times-Roman", 11)
    words = " ".join((rest, *BESIDE[:2])).split()
    for at in range(lines):
        part = words[at * len(words) // lines : (at + 1) * len(words) // lines]
        canvas.drawString(right, 700 - 14 * at, " ".join(part))
    for at, line in enumerate((*BELOW, more), lines):
        canvas.drawString(60, 700 - 14 * at, line)
    canvas.save()
    return read(buffer.getvalue(), PurePath("report.pdf"))[0].text.replace("\n", " ")


@pytest.mark.parametrize("lines", [2, 3])
@pytest.mark.parametrize(("capital", "rest"), [("T", "he"), ("“T", "he"), ("É", "tat")])
def test_a_capital_begins_its_word(capital: str, rest: str, lines: int) -> None:
    assert _read(capital, rest, lines=lines).startswith(f"{capital}{rest} {BESIDE[0]}")


def test_a_capital_that_is_a_word_stands_by_itself_where_the_file_has_the_next_word() -> None:
    assert _read("A", "century ago the", lines=2, more="That was a century ago.").startswith(
        "A century ago"
    )
    assert _read("A", "fter that the", lines=2).startswith("After that")


def test_a_large_letter_beside_one_line_stays_where_it_is() -> None:
    assert _read("B", "is the second pier", lines=1).startswith("B is the second pier")
