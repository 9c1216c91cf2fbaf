"""One at a time, and who waits is next."""

from threading import Event, Thread

from briefing.turns import Turns

_LONG = 60


def test_who_waits_comes_before_who_has_just_had_a_turn() -> None:
    turns, waiting = Turns(), Event()
    order: list[str] = []

    def other() -> None:
        waiting.set()
        with turns:
            order.append("other")

    thread = Thread(target=other)
    with turns:
        thread.start()
        waiting.wait(_LONG)
        while not turns._door.locked():
            pass
        order.append("first")
    with turns:
        order.append("first again")
    thread.join(_LONG)

    assert order == ["first", "other", "first again"]
