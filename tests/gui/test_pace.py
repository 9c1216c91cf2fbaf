"""How much longer a job takes is told once it is known and worth knowing."""

from briefing.gui.pace import Pace


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _told(*steps: tuple[float, str, int, int]) -> str:
    clock = _Clock()
    pace, told = Pace(clock), ""
    for at, what, done, total in steps:
        clock.now = 100.0 + at
        told = pace.told(what, done, total)
    return told


def test_the_rest_of_a_long_job_is_told_in_steps() -> None:
    assert _told((0, "Importing", 0, 250), (4, "Importing", 50, 250)) == " · about 20 s"
    assert _told((0, "Importing", 0, 250), (4, "Importing", 40, 250)) == " · about 25 s"
    assert _told((0, "Importing", 0, 5000), (5, "Importing", 100, 5000)) == " · about 4 min"


def test_nothing_is_told_of_a_short_one_nor_of_one_that_has_just_begun() -> None:
    assert _told((0, "Importing", 0, 250), (3, "Importing", 125, 250)) == ""
    assert _told((0, "Importing", 0, 250), (1, "Importing", 1, 250)) == ""
    assert _told((0, "Importing", 0, 250), (30, "Importing", 0, 250)) == ""
    assert _told((0, "Importing", 0, 250), (30, "Importing", 250, 250)) == ""


def test_another_job_and_one_that_begins_again_are_timed_anew() -> None:
    slow = ((0.0, "Importing", 0, 250), (20.0, "Importing", 10, 250))
    assert _told(*slow) == " · about 8 min"
    assert _told(*slow, (21.0, "Comparing", 1, 250)) == ""
    assert _told(*slow, (21.0, "Importing", 0, 250), (22.0, "Importing", 1, 250)) == ""
    assert (
        _told(*slow, (21.0, "Importing", 0, 250), (24.0, "Importing", 30, 250)) == " · about 25 s"
    )
