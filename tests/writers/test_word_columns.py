"""Columns of a table: who has room to spare gives to those whose words would be broken."""

import pytest

from briefing.model.document import Table, Text
from briefing.writers.word.columns import columns
from briefing.writers.word.measures import Shape


def _table(*widths: float, question: str = "") -> Table:
    heads = ("Theme", "Question", "Excerpts")
    row = ("China", question, "6")
    return Table(
        tuple((Text(head),) for head in heads), (tuple((Text(cell),) for cell in row),), widths
    )


def _shape(size: float) -> Shape:
    return Shape(
        "Georgia", size, 14, 0, 0, 0, 0, 0, keep_next=False, keep_lines=False, cut=1
    )  # fmt: skip


def _columns(table: Table, size: float, room: float) -> tuple[float, ...]:
    return columns(table, _shape(size), _shape(size), room)


def test_shares_stand_where_the_words_fit() -> None:
    assert _columns(_table(0.2, 0.6, 0.2), 9, 400) == (80, 240, 80)


def test_others_give_what_a_word_lacks() -> None:
    told = _columns(_table(0.3, 0.65, 0.05), 12, 400)

    assert told[2] > 60
    assert told[0] > 60
    assert sum(told) == pytest.approx(400)


def test_a_question_gets_the_room_that_others_spare() -> None:
    asked = "What is said of the conduct of China, and of the answer to it?"

    told = _columns(_table(0.4, 0.3, 0.3, question=asked), 9, 500)

    assert told[1] > 280
    assert min(told) > 40
    assert sum(told) == pytest.approx(500)


def test_nobody_gives_what_they_have_not() -> None:
    assert _columns(_table(0.4, 0.3, 0.3), 40, 100) == pytest.approx((40, 30, 30))
