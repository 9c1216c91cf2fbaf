"""Where one goes on in a list that was made anew."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gui.item_models.neighbours import nearest


@pytest.mark.parametrize(
    ("row", "now", "place"),
    [
        (2, (30, 10), 0),  # the same, elsewhere
        (2, (10, 40), 1),  # the next one
        (2, (20, 50), 0),  # the one before is nearer
        (2, (70, 80), 1),  # none is left
        (-1, (10, 20), 0),  # nothing was chosen
        (9, (10, 20), 1),
    ],
)
def test_the_same_else_its_neighbour(row: int, now: tuple[int, ...], place: int) -> None:
    assert nearest((10, 20, 30, 40, 50), row, now) == place


@given(
    st.lists(st.integers(), unique=True),
    st.integers(-1, 30),
    st.lists(st.integers(), min_size=1, unique=True),
)
def test_there_is_always_a_place(before: list[int], row: int, now: list[int]) -> None:
    place = nearest(before, row, now)

    assert 0 <= place < len(now)
    if 0 <= row < len(before) and before[row] in now:
        assert now[place] == before[row]


def test_numbers_as_the_library_gives_them() -> None:
    assert nearest(array("q", [1, 2, 3]), 1, array("q", [3])) == 0
