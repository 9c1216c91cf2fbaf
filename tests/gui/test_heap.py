"""What was freed goes back to the system, where the system can be told so."""

import linecache
import sys

import pytest

from briefing.gui import heap


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert heap._libc() is None
    heap.spare()
    heap.give_back()


def test_the_lines_of_modules_are_not_kept() -> None:
    assert linecache.getlines(heap.__file__)

    heap.give_back()

    assert heap.__file__ not in linecache.cache
