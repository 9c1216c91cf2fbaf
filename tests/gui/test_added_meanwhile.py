"""What is added while another library opens goes into the one that it was meant for."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.holding import Holds
from briefing.library import open_library
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

if TYPE_CHECKING:
    from briefing.gui.window import Window


def _articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Ships {number} leave\n\n" + f"China sent {number} {folder.name} ships. " * 9
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def _sources(library: Path) -> int:
    with open_library(library) as opened:
        return opened.counts()["sources"]


def _told(window: "Window") -> list[str]:
    told: list[str] = []
    window.bench.intake.told.connect(told.append)
    return told


def test_files_wait_for_the_library_that_is_being_opened(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    samples, told = window.bench.intake.library, _told(window)
    before = _sources(samples)

    window.bench.open(own=True)
    window.intake_room.add([_articles(home / "new", 3)])
    qtbot.waitUntil(lambda: "3 of 3 files added" in told, timeout=LONG)

    own = window.bench.intake.library
    assert (_sources(own), _sources(samples)) == (3, before)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Add 3 sources", timeout=LONG)


def test_files_on_their_way_stay_with_the_library_they_were_added_to(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    samples, told = window.bench.intake.library, _told(window)
    before = _sources(samples)

    window.intake_room.add([_articles(home / "new", 3)])
    window.intake_room.add([_articles(home / "newer", 2)])
    with qtbot.waitSignal(window.bench.opened, timeout=LONG):
        window.bench.open(own=True)
    both = {"3 of 3 files added", "2 of 2 files added"}
    qtbot.waitUntil(lambda: both <= set(told), timeout=LONG)

    own = window.bench.intake.library
    assert own != samples
    assert (_sources(own), _sources(samples)) == (0, before + 5)
    qtbot.waitUntil(lambda: window.bench.desk.undo is None, timeout=LONG)


def test_files_for_a_library_that_is_not_opened_go_into_no_other(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    samples, told = window.bench.intake.library, _told(window)
    before = _sources(samples)
    (home / "letter.db").write_text("no library at all " * 99, encoding="utf-8")

    window.bench.open(home / "letter.db")
    window.intake_room.add([_articles(home / "new", 3)])
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "was not opened" in told[0]
    assert window.job.text() == told[0]

    window.intake_room.add([_articles(home / "newer", 2)])
    qtbot.waitUntil(lambda: "2 of 2 files added" in told, timeout=LONG)
    assert _sources(samples) == before + 2


def test_a_fault_while_opening_lets_files_be_added_again(
    qtbot: QtBot, open_window: Opener, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    told = _told(window)

    def breaks(*_: object, **__: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr(Holds, "begin", breaks)
    with qtbot.waitSignal(window.bench.faulted, timeout=LONG):
        window.bench.open(own=True)
    window.intake_room.add([_articles(home / "new", 2)])

    qtbot.waitUntil(lambda: "2 of 2 files added" in told, timeout=LONG)


def test_what_was_stopped_is_not_gone_on_with_in_another_library(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    jobs = window.library_room.jobs
    jobs.show()
    go_on = next(one for one in jobs.findChildren(QPushButton) if one.text() == "Continue")
    jobs.show_stopped([Path("a.txt")], 1)
    assert go_on.isVisible()

    with qtbot.waitSignal(window.bench.opened, timeout=LONG):
        window.bench.open(own=True)

    assert not go_on.isVisible()
