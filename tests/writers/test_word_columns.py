"""Columns of a table: no word of the head is broken where there is room for it."""

import pytest

from briefing.model.document import Table, Text
from briefing.writers.word.columns import columns
from briefing.writers.word.measures import Shape


def _table(*widths: float) -> Table:
    heads = ("Theme", "Question", "Excerpts")
    return Table(tuple((Text(head),) for head in heads), (), widths)


def _shape(size: float) -> Shape:
    return Shape(
        "Georgia", size, 14, 0, 0, 0, 0, 0, keep_next=False, keep_lines=False, cut=1
    )  # fmt: skip


def test_shares_stand_where_the_words_fit() -> None:
    assert columns(_table(0.2, 0.6, 0.2), _shape(9), 400) == (80, 240, 80)


def test_the_widest_gives_what_a_word_lacks() -> None:
    told = columns(_table(0.3, 0.65, 0.05), _shape(12), 400)

    assert told[2] > 60
    assert told[0] == 120
    assert sum(told) == pytest.approx(400)


def test_nobody_gives_what_they_have_not() -> None:
    assert columns(_table(0.4, 0.3, 0.3), _shape(40), 100) == pytest.approx((40, 30, 30))
