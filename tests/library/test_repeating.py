"""Excerpts of the same words: told by their words alone, not by case, quotation marks or spaces."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import open_library
from briefing.library.repeating import key_of
from briefing.workflow.folding import fold
from tests.libraries import article, keep, new_library, taken

_SAID = "The new command will be set up before the end of the fiscal year, the ministry said."


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(_SAID.upper(), True, id="case"),
        pytest.param(f"“{_SAID.replace(', ', ',  ')}”", True, id="signs and spaces"),
        pytest.param(_SAID.replace("fiscal", "coming"), False, id="another word"),
        pytest.param(_SAID.replace(" said", ""), False, id="a word less"),
    ],
)
def test_the_same_words_have_the_same_key(other: str, same: bool) -> None:
    assert (key_of(other) == key_of(_SAID)) is same


def test_a_few_words_may_be_the_same_by_chance() -> None:
    assert key_of("He declined to comment.") is None


_NUMBERS = st.lists(st.integers(1, 30), unique=True, max_size=20)
_GROUPS = st.lists(st.integers(1, 30), unique=True, max_size=24).map(
    lambda all_: [all_[at : at + 3] for at in range(0, len(all_), 3)]
)


@given(_NUMBERS, _GROUPS, st.frozensets(st.integers(1, 30)))
def test_folding_loses_nothing_and_shows_what_came_first(
    numbers: list[int], groups: list[list[int]], kept: frozenset[int]
) -> None:
    listed = fold(numbers, groups, kept)
    shown, folds = list(listed.numbers), listed.folds

    assert sorted([*shown, *(one for away in folds.values() for one in away)]) == sorted(numbers)
    assert kept & set(numbers) <= set(shown)
    for head, away in folds.items():
        (group,) = (one for one in groups if head in one)
        assert head == next(one for one in group if one in numbers)
        assert set(away) <= set(group)
        best = min(numbers.index(one) for one in (head, *away))
        assert not set(numbers[:best]) & {head, *away}


def test_the_card_stands_where_the_best_of_them_stood() -> None:
    listed = fold([5, 9, 7, 3], [[3, 9], [8, 7]])

    assert list(listed.numbers) == [5, 3, 7]
    assert listed.folds == {3: (9,)}


def test_repeats_are_looked_for_anew_once_something_has_changed(tmp_path: Path) -> None:
    asked: list[str] = []
    with new_library(tmp_path) as library, open_library(library.path) as other:
        keep(library, [taken("/a/one.txt", article("one", f"The port: {_SAID}"))])
        library.repeats()
        library.store.connection.set_trace_callback(asked.append)
        assert library.repeats() == ()
        assert not any("FROM same" in question for question in asked)

        keep(other, [taken("/a/two.txt", article("two", f"The port: {_SAID}"))])

        assert [len(group) for group in library.repeats()] == [2]
