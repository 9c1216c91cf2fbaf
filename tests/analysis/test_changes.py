"""What became of each excerpt from one edition to the next."""

import hashlib

import pytest
from msgspec.structs import replace

from briefing.analysis.changes import compare
from briefing.model.changes import ChangeSort, Successor
from briefing.model.library import Said


def said(place: int, source: str = "a", start: int = 0, theme: str = "china") -> Said:
    text = f"Words at {source} {start}."
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Said(place, theme, source, f"{source}.txt", start, start + 9, digest, text)


ONE, TWO, THREE = said(1), said(2, "b"), said(3, "c")


@pytest.mark.parametrize(
    ("new", "sorts"),
    [
        pytest.param([ONE, TWO, THREE], [], id="nothing"),
        pytest.param([ONE, TWO], [ChangeSort.GONE], id="gone"),
        pytest.param([ONE, TWO, THREE, said(4, "d")], [ChangeSort.NEW], id="new"),
        pytest.param(
            [replace(THREE, place=1), replace(ONE, place=2), replace(TWO, place=3)],
            [ChangeSort.MOVED],
            id="one moved to the front, the others kept their order",
        ),
        pytest.param(
            [ONE, replace(TWO, theme="industry"), THREE], [ChangeSort.MOVED], id="other theme"
        ),
        pytest.param(
            [ONE, replace(TWO, disputed=True), THREE], [ChangeSort.CONTRADICTED], id="contradicted"
        ),
        pytest.param(
            [ONE, replace(TWO, independent_origins=2), THREE],
            [ChangeSort.CORROBORATED],
            id="corroborated",
        ),
        pytest.param([replace(ONE, end=20), TWO, THREE], [], id="longer at the same place"),
    ],
)
def test_compare(new: list[Said], sorts: list[ChangeSort]) -> None:
    assert [change.sort for change in compare([ONE, TWO, THREE], new, {})] == sorts


@pytest.mark.parametrize(
    ("text", "told"),
    [("Before. Words at a 0. After.", "still stand"), ("Other words.", "no more")],
)
def test_a_correction_at_the_source_says_whether_the_words_still_stand(
    text: str, told: str
) -> None:
    (change,) = compare([ONE], [replace(ONE, source="a2")], {"a": Successor("a2", text)})

    assert change.sort is ChangeSort.CORRECTED
    assert told in change.detail


@pytest.mark.parametrize(
    ("text", "whole", "sorts"),
    [
        pytest.param("Words at a 0.", True, ["corrected at its source", "gone"], id="they stand"),
        pytest.param("Other words.", True, ["corrected at its source"], id="goes without saying"),
        pytest.param("Other words.", False, ["corrected at its source", "gone"], id="not known"),
    ],
)
def test_what_a_correction_took_out_is_not_told_again_as_gone(
    text: str, whole: bool, sorts: list[str]
) -> None:
    changes = compare([ONE], [], {"a": Successor("a2", text, whole)})

    assert [str(change.sort) for change in changes] == sorts
    assert ("no more" in changes[0].detail) == (whole and text == "Other words.")


def test_what_puts_right_what_was_said_comes_first() -> None:
    new = [replace(TWO, disputed=True), replace(ONE, source="a2"), said(4, "d")]
    after = {"a": Successor("a2", ONE.text), "c": Successor("c2", "Other words.")}

    changes = compare([ONE, TWO, THREE], new, after)

    assert [(change.sort, change.said.source) for change in changes][:4] == [
        (ChangeSort.CORRECTED, "c"),
        (ChangeSort.CORRECTED, "a"),
        (ChangeSort.CONTRADICTED, "b"),
        (ChangeSort.NEW, "d"),
    ]
