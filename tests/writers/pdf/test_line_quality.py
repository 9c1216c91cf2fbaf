"""How evenly running text is set: the sample articles in the measure of the page."""

import re
from itertools import groupby

import pytest

from briefing.model.look import Look
from briefing.resources import seeds
from briefing.writers.pdf.atoms import Breaking
from briefing.writers.pdf.breaking import STRETCH
from briefing.writers.pdf.faces import face
from briefing.writers.pdf.hanging import hanging
from briefing.writers.pdf.lexicon import lexicon
from briefing.writers.pdf.lines import set_lines
from briefing.writers.pdf.look import dress
from briefing.writers.pdf.runs import Run
from tests.writers.pdf.operators import Shown, read_line

HOUSE = dress(Look())
BODY = HOUSE.body
MOST_LOOSE, MOST_HYPHENS = 0.01, 2
"""Share of lines whose spaces stretch by over one and a half times what they like; hyphens in a row."""


@pytest.fixture(scope="module")
def paragraphs() -> list[list[tuple[float, Shown]]]:
    """Of each line of each paragraph its stretch and what it shows."""
    found = []
    for file in sorted(seeds("articles").glob("*.txt")):
        for block in file.read_text("utf-8", "replace").split("\n\n"):
            text = " ".join(block.split())
            if len(text) > 200 and text.isascii():
                run = Run(text, BODY.font, BODY.size, "#000000")
                lines = set_lines((run,), Breaking(HOUSE.measure, justified=True, hangs=True)).shown
                found.append(
                    [(_stretch(line), read_line(line, BODY.font, BODY.size)) for line in lines]
                )
    assert sum(map(len, found)) > 60
    return found


def _stretch(line: object) -> float:
    """By how much spaces are widened, in what they like to stretch by."""
    assert isinstance(line, bytes)
    told = re.match(rb"(-?[\d.]+) Tw", line)
    assert told
    return float(told[1]) / (STRETCH * lexicon(BODY.font).space * BODY.size / 1000)


def test_no_line_stands_over_the_edge_but_by_the_sign_it_ends_in(
    paragraphs: list[list[tuple[float, Shown]]],
) -> None:
    of = face(BODY.font)
    _, shares = hanging(of.codes, of.widths)
    over = [
        shown.width - HOUSE.measure - shares.get(shown.text.rstrip(" ")[-1], 0) * BODY.size / 1000
        for lines in paragraphs
        for _, shown in lines
    ]

    assert max(over) <= 0.2


def test_few_lines_are_loose(paragraphs: list[list[tuple[float, Shown]]]) -> None:
    stretches = [stretch for lines in paragraphs for stretch, _ in lines]

    assert sum(stretch > 1.5 for stretch in stretches) / len(stretches) <= MOST_LOOSE


def test_hyphens_do_not_stand_below_each_other(
    paragraphs: list[list[tuple[float, Shown]]],
) -> None:
    ends = [[shown.text.endswith("\xad") for _, shown in lines] for lines in paragraphs]
    ladders = [len(list(group)) for lines in ends for hyphen, group in groupby(lines) if hyphen]

    assert ladders
    assert max(ladders) <= MOST_HYPHENS
