"""Pieces of a line stand from left to right, and hide one another only where both are seen."""

from briefing.verify.pdf_pieces import in_a_row, is_overlaid
from briefing.verify.pdf_run import Run


def run(text: str, x: float, end: float, unseen: str | None = None) -> Run:
    return Run(text, x, 700, 12, end, "F", 0, unseen)


def test_pieces_stand_from_left_to_right_with_the_spaces_between_them() -> None:
    row = in_a_row([(run("of Moss", 130, 170), 9), (run("The port", 72, 126), 0)])

    assert [(piece.text, first) for piece, first in row] == [("The port", 0), (" of Moss", 9)]


def test_what_is_not_seen_hides_nothing_and_is_hidden_by_nothing() -> None:
    plain, hidden = run("The port", 72, 126), run("is shut", 72, 120, "white text")

    assert is_overlaid(run("is shut", 72, 120), [(plain, 0)])
    assert not is_overlaid(hidden, [(plain, 0)])
    assert not is_overlaid(plain, [(hidden, 0)])
