"""Words that line ends part are whole again, and compounds keep their hyphen."""

import pytest

from briefing.readers.pdf_hyphens import Hyphens, hyphens_of

_FULL = ["The words of this line run to its end and none of them"] * 60


def _set(*pairs: tuple[str, str], lines: list[str] = _FULL) -> Hyphens:
    column = [*lines, *(line for pair in pairs for line in pair)]
    return hyphens_of([column], column)


def test_a_file_with_few_hyphens_at_line_ends_parts_no_words() -> None:
    hyphens = _set(("a high\ufffe", "level talk on the port"))

    assert hyphens.joint("a high\ufffe", "level talk") == "a high-level talk"


@pytest.mark.parametrize(
    "hyphens",
    [
        pytest.param(_set(("the pro\ufffe", "gramme"), lines=_FULL[:3]), id="many lines end so"),
        pytest.param(
            _set(("the pro\ufffe", "gramme"), ("a programme", "of")), id="words stand whole"
        ),
    ],
)
def test_a_file_that_parts_words_has_them_whole_again(hyphens: Hyphens) -> None:
    assert hyphens.joint("the pro\ufffe", "gramme goes on") == "the programme goes on"


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the US-", "led mission", "the US-led mission"),
        ("the Lund\ufffe", "Moss ferry", "the Lund-Moss ferry"),
        ("a 10\ufffe", "year plan", "a 10-year plan"),
        ("a state-of-the-", "art crane", "a state-of-the-art crane"),
        ("a long\ufffe", "term plan", "a long-term plan"),
        ("the har\u00ad", "bour", "the harbour"),
        ("the har-", "bour", "the harbour"),
        ("costs -", "and more", "costs - and more"),
    ],
)
def test_where_words_are_parted_some_hyphens_are_a_compounds_all_the_same(
    before: str, after: str, whole: str
) -> None:
    hyphens = Hyphens(frozenset({"long-term", "harbour"}), parts_words=True)

    assert hyphens.joint(before, after) == whole
