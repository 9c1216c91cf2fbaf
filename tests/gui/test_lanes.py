"""Answers of a lane come one after the other, and never within the call that asks."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing.gui.jobs import Lane

T = TypeVar("T")


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    owner = QObject()
    made = Lane("test", owner)
    yield made
    made.close()


def test_a_job_that_is_done_at_once_is_answered_after_the_call(
    qtbot: QtBot, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[int] = []

    def at_once(work: Callable[[], T]) -> "Future[T]":
        done: Future[T] = Future()
        done.set_result(work())
        return done

    lane.submit(lambda: 1, answers.append)
    monkeypatch.setattr(lane._thread, "submit", at_once)
    lane._thread.shutdown(wait=True)  # the first is done, and its answer on its way
    lane.submit(lambda: 2, answers.append)
    assert answers == []

    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [1, 2]
