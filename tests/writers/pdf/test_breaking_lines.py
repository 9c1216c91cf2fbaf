"""Lines of a paragraph: never over the edge, flush where asked, hyphens where words allow."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.writers.pdf.breaking import Breaking, break_lines
from briefing.writers.pdf.faces import kerns
from briefing.writers.pdf.hyphenation import hyphenator
from briefing.writers.pdf.look import SERIF
from briefing.writers.pdf.runs import Run

HARBOUR = (
    "Engineers measured unusually strong currents near the breakwater throughout September, and "
    "the commissioner acknowledged that insurers had requested additional documentation "
    "concerning navigational responsibilities of the municipality. "
)


def lines(text: str, how: Breaking) -> tuple[tuple[Run, ...], ...]:
    return break_lines((Run(text, SERIF, 10.0, "#000000"),), how)


def wide(line: tuple[Run, ...]) -> float:
    return sum(run.width for run in line)


def words(set_lines: tuple[tuple[Run, ...], ...]) -> str:
    return "".join(run.text for line in set_lines for run in line if not run.soft)


@given(
    st.lists(st.text("abcdeWAV-—é/", min_size=1, max_size=60), min_size=1, max_size=40),
    st.floats(60, 400),
    st.booleans(),
)
def test_no_line_is_overfull_and_no_word_is_lost(
    drawn: list[str], measure: float, justified: bool
) -> None:
    set_lines = lines(" ".join(drawn), Breaking(measure, justified))

    assert words(set_lines).split() == " ".join(drawn).split()
    for line in set_lines:
        blank = 12.0 if line[-1].text.endswith(" ") else 0.0
        # Kerning over a break that was not taken may add a fraction of a point.
        assert wide(line) <= measure + blank + 1.0


def test_justified_lines_end_at_the_edge_but_the_last() -> None:
    set_lines = lines(HARBOUR * 4, Breaking(300.0, justified=True))

    for line in set_lines[:-1]:
        text = line[-1].text
        blank = line[-1].spread + kern_free_space() if text.endswith(" ") else 0.0
        assert wide(line) - blank == pytest.approx(300.0, abs=0.01)


def kern_free_space() -> float:
    return Run(" ", SERIF, 10.0, "#000000").width


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        pytest.param("en-GB", "responsibilities", "re-spon-si-bil-i-ties", id="English"),
        pytest.param("de", "hafenverwaltung", "ha-fen-ver-wal-tung", id="German"),
        pytest.param("en", "Washington", "Washington", id="names stay whole"),
        pytest.param("xx", "responsibilities", "responsibilities", id="language unknown"),
    ],
)
def test_hyphens_stand_where_the_language_lets_them(language: str, word: str, parts: str) -> None:
    edges = (0, *hyphenator(language)(word), len(word))

    assert "-".join(word[a:b] for a, b in pairwise(edges)) == parts


def test_kerning_draws_pairs_together() -> None:
    ((at, amount),) = kerns("AV", SERIF)

    assert at == 1
    assert amount < 0
