"""Headings begin at the first level and leave none out, whatever a template asks for."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.document import BulletList, Document, Heading, Text
from briefing.writers.outline import headings, in_order


def _document(levels: list[int]) -> Document:
    blocks = tuple(Heading(level, (Text("x"),), f"h{at}") for at, level in enumerate(levels))
    return Document("x", "en", date(2026, 11, 24), blocks)


def _levels(document: Document) -> list[int]:
    return [heading.level for heading in headings(document.blocks)]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        pytest.param([1, 2, 2, 3, 1], [1, 2, 2, 3, 1], id="in order"),
        pytest.param([2, 2, 3, 2], [1, 1, 2, 1], id="none of the first level"),
        pytest.param([1, 3, 3, 2], [1, 2, 2, 2], id="a level left out"),
        pytest.param([3, 1, 2], [1, 1, 2], id="a lower one first"),
    ],
)
def test_levels_close_up(wanted: list[int], told: list[int]) -> None:
    assert _levels(in_order(_document(wanted))) == told


@given(st.lists(st.integers(1, 3)))
def test_no_level_is_left_out(wanted: list[int]) -> None:
    told = _levels(in_order(_document(wanted)))

    assert not told or told[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(told))
    assert all(ours <= theirs for ours, theirs in zip(told, wanted, strict=True))


def test_what_is_in_order_stays_the_very_same() -> None:
    document = _document([1, 2, 3, 1])

    assert in_order(document) is document


def test_headings_in_lists_count_too() -> None:
    item = Heading(3, (Text("x"),), "inner")
    outer = Heading(2, (Text("x"),), "outer")
    document = Document("x", "en", date(2026, 11, 24), (outer, BulletList(((item,),))))

    assert _levels(in_order(document)) == [1, 2]
