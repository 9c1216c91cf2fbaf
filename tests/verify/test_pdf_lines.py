"""Small figures behind words are note marks; those of a table's cells are figures."""

import pytest

from briefing.verify.pdf_lines import sort_lines
from briefing.verify.pdf_page import Page
from briefing.verify.pdf_run import Run


def _run(text: str, x: float, y: float = 400.0, height: float = 8.5) -> Run:
    return Run(text, x, y, height, x + 4 * len(text), "F", 0, None)


@pytest.mark.parametrize(
    ("runs", "text", "marks"),
    [
        pytest.param([_run("Ships left.", 78), _run("1", 122, 403, 5)], "Ships left.", ["1"], id="mark"),
        pytest.param(
            [_run("Harbour ", 78), _run("2 ", 237), _run("1 ", 281, 400.6, 7.1)],
            "Harbour 2 1 ", [], id="cells of a table",
        ),
        pytest.param(
            [_run("Ships left.", 78), _run("1", 122, 403, 5), _run("2", 126, 403, 5)],
            "Ships left.", ["12"], id="a mark in two pieces",
        ),
    ],
)  # fmt: skip
def test_figures_behind_words(runs: list[Run], text: str, marks: list[str]) -> None:
    (line,) = sort_lines([Page(595, 842, (tuple(runs),))]).body

    assert (line.text, [mark.key for mark in line.marks]) == (text, marks)
