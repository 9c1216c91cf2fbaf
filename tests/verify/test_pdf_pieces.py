"""Pieces of a line stand from left to right, and hide one another only where both are seen."""

import pytest
from msgspec.structs import replace

from briefing.verify.pdf_binding import Cells, load_pdfium
from briefing.verify.pdf_pieces import (
    by_height,
    in_a_row,
    inside,
    is_level,
    is_overlaid,
    is_overrun,
    pieces,
)
from briefing.verify.pdf_run import Run


def run(text: str, x: float, end: float, unseen: str | None = None) -> Run:
    return Run(text, x, 700, 12, end, "F", 0, unseen)


def test_pieces_stand_from_left_to_right_with_the_spaces_between_them() -> None:
    row = in_a_row([(run("of Moss", 130, 170), 9), (run("The port", 72, 126), 0)])

    assert [(piece.text, first) for piece, first in row] == [("The port", 0), (" of Moss", 9)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(run("The po", 72, 100), run("rt", 100.5, 110), "The port", id="within a word"),
        pytest.param(run("The ", 72, 95), run("port", 100, 110), "The port", id="a space before"),
        pytest.param(run("The", 72, 90), run(" port", 96, 110), "The port", id="its own space"),
        pytest.param(run("The", 72, 90), run("port", 96, 110), "The port", id="room for a space"),
    ],
)
def test_no_piece_gets_a_space_that_is_there_or_has_no_room(
    first: Run, second: Run, joined: str
) -> None:
    assert "".join(piece.text for piece, _ in in_a_row([(first, 0), (second, 7)])) == joined


def test_pieces_of_spaces_alone_are_none_and_lie_on_nothing() -> None:
    blank = run("   ", 72, 126)

    assert pieces(load_pdfium(), 0, Cells(), blank, 3) == []
    assert not is_overlaid(blank, [(run("The port", 72, 126), 0)])


def test_only_a_line_with_words_from_the_right_is_parted_by_height() -> None:
    low, turned, mark = (
        (replace(run(text, 72, 90), y=y), at)
        for at, (text, y) in enumerate((("low", 680), ("הנמל", 700), ("1", 703)))
    )
    plain = (run("port", 95, 120), 9)

    assert by_height([low, plain]) == [[low, plain]]
    assert by_height([low, turned, mark, plain]) == [[turned, mark, plain], [low]]


def test_what_is_not_seen_hides_nothing_and_is_hidden_by_nothing() -> None:
    plain, hidden = run("The port", 72, 126), run("is shut", 72, 120, "white text")

    assert is_overlaid(run("is shut", 72, 120), [(plain, 0)])
    assert not is_overlaid(hidden, [(plain, 0)])
    assert not is_overlaid(plain, [(hidden, 0)])


@pytest.mark.parametrize(
    ("other", "hides"),
    [
        pytest.param(run("is shut", 72, 120), True, id="other words"),
        pytest.param(run("The port", 72, 126), False, id="the same words, printed bold"),
        pytest.param(run("  ", 72, 126), False, id="no words"),
        pytest.param(run("is shut", 110, 170), False, id="words that touch it"),
        pytest.param(replace(run("is shut", 72, 120), y=704), False, id="words of the next line"),
    ],
)
def test_other_words_at_the_same_place_hide_a_piece(other: Run, *, hides: bool) -> None:
    assert is_overlaid(run("The port", 72, 126), [(other, 0)]) == hides


@pytest.mark.parametrize(
    ("piece", "place"),
    [
        pytest.param(run("not", 100, 116), 1, id="within another"),
        pytest.param(run(" ", 100, 104), None, id="a space"),
        pytest.param(run("not", 72, 90), None, id="from its beginning"),
        pytest.param(run("not", 126, 140), None, id="behind it"),
        pytest.param(replace(run("1", 100, 104), y=704), None, id="a raised mark"),
    ],
)
def test_a_piece_is_set_within_the_one_that_is_drawn_around_it(
    piece: Run, place: int | None
) -> None:
    assert inside(piece, [(run("We", 40, 60), 0), (run("The port", 72, 126), 3)]) == place


@pytest.mark.parametrize(
    ("piece", "level", "ends"),
    [
        pytest.param(replace(run("low", 72, 90), y=688), False, True, id="below and further back"),
        pytest.param(replace(run("low", 130, 150), y=688), False, False, id="below, further on"),
        pytest.param(replace(run("1", 72, 76), y=696), True, False, id="a lowered mark"),
        pytest.param(replace(run("up", 72, 90), y=712), False, False, id="above"),
    ],
)
def test_a_line_ends_where_words_stand_below_and_further_back(
    piece: Run, *, level: bool, ends: bool
) -> None:
    last = run("The port", 72, 126)

    assert is_level([(last, 0)], [(piece, 9)]) == level
    assert is_overrun(last, piece) == ends


@pytest.mark.parametrize(
    ("mark", "stop", "hides"),
    [
        pytest.param("“", ".", False, id="a stop drawn back under a mark"),
        pytest.param("”", ", ", False, id="a comma"),
        pytest.param("8", ".", True, id="under a figure"),
        pytest.param("“", "1", True, id="a figure"),
    ],
)
def test_a_stop_may_be_drawn_back_under_a_quotation_mark(
    mark: str, stop: str, *, hides: bool
) -> None:
    line = [(run(mark, 393, 397), 0), (run(stop, 394.5, 398), 1)]

    assert is_overlaid(line[1][0], line) is hides
