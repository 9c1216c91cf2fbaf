"""An excerpt cannot hold other words than its source's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import PassageRangeError
from briefing.model.passage import Excerpt, Passage
from tests.sources import make_source


@given(st.text(min_size=1), st.data())
def test_cut_takes_exactly_the_words(text: str, data: st.DataObject) -> None:
    source = make_source(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert Excerpt.cut(source, start, end).exact == text[start:end]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 10_000)])
def test_cut_refuses_what_lies_outside(start: int, end: int) -> None:
    with pytest.raises(PassageRangeError, match="lies outside"):
        Excerpt.cut(make_source(), start, end)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(Passage("a", 5, 9), True, id="partly"),
        pytest.param(Passage("a", 7, 9), False, id="touching"),
        pytest.param(Passage("b", 5, 9), False, id="another source"),
    ],
)
def test_overlaps(other: Passage, expected: bool) -> None:
    assert Passage("a", 3, 7).overlaps(other) is expected
