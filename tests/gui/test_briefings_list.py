"""The list of briefings: pinned ones stay above, missing ones are found again or taken off."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.briefings import BriefingsDialog
from briefing.gui.recents import Recents
from briefing.gui.settings import WindowSettings
from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _dialog(qtbot: QtBot, window: Window) -> BriefingsDialog:
    window.actions_by_name["show_briefings"].trigger()
    shown: list[BriefingsDialog] = []

    def is_there() -> bool:
        shown[:] = [one for one in window.findChildren(BriefingsDialog) if one.isVisible()]
        return bool(shown)

    qtbot.waitUntil(is_there, timeout=LONG)
    return shown[0]


def _lines(dialog: BriefingsDialog) -> list[str]:
    (found,) = dialog.findChildren(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def test_a_pinned_briefing_stays_above_those_that_were_open_later(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    sample = window.bench.desk.name
    window.bench.start_briefing("Second", window.settings.standard())
    qtbot.waitUntil(lambda: window.bench.desk.name == "Second", timeout=LONG)
    dialog = _dialog(qtbot, window)
    first, second = _lines(dialog)[:2]
    assert first == "● Second"
    dialog.findChildren(QListWidget)[0].setCurrentRow(1)

    QTest.mouseClick(dialog.pin, Qt.MouseButton.LeftButton)

    assert _lines(dialog)[:2] == [f"★ {second}", "● Second"]
    assert dialog.pin.text() == "Un&pin"
    spoken = dialog.findChildren(QListWidget)[0].item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "pinned" in spoken
    dialog.reject()
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.bench.desk.name == "Second", timeout=LONG)
    dialog = _dialog(qtbot, again)
    assert _lines(dialog)[0] == f"★ {second}"
    dialog.findChildren(QListWidget)[0].setCurrentRow(0)
    dialog._take()
    qtbot.waitUntil(lambda: again.bench.desk.name == sample, timeout=LONG)


def test_a_missing_briefing_is_located_or_taken_off_the_list(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    copy, moved = tmp_path / "copy.db", tmp_path / "moved.db"
    window.keeping_room.copy_to(copy)
    qtbot.waitUntil(copy.exists, timeout=LONG)
    qtbot.waitUntil(lambda: "Saved a copy" in window.notice_text.text(), timeout=LONG)
    window.bench.open(copy)
    qtbot.waitUntil(lambda: window.bench.intake.library == copy, timeout=LONG)
    ready(qtbot, window, included=4)
    window.bench.open(samples=True)
    qtbot.waitUntil(lambda: window.bench.intake.library != copy, timeout=LONG)
    copy.rename(moved)
    dialog = _dialog(qtbot, window)
    row = next(row for row, text in enumerate(_lines(dialog)) if text.startswith("(missing)"))
    dialog.findChildren(QListWidget)[0].setCurrentRow(row)
    assert dialog.locate.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(moved), ""))

    QTest.mouseClick(dialog.locate, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.bench.intake.library == moved, timeout=LONG)
    ready(qtbot, window, included=4)
    window.bench.open(samples=True)
    qtbot.waitUntil(lambda: window.bench.intake.library != moved, timeout=LONG)
    moved.unlink()
    dialog = _dialog(qtbot, window)
    row = next(row for row, text in enumerate(_lines(dialog)) if text.startswith("(missing)"))
    dialog.findChildren(QListWidget)[0].setCurrentRow(row)
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert not any(text.startswith("(missing)") for text in _lines(dialog))


@given(st.lists(st.tuples(st.sampled_from("touch pin unpin forget".split()), st.integers(0, 5))))
def test_pins_stand_first_in_the_order_in_which_they_were_pinned(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    recents = Recents(WindowSettings(tmp_path_factory.mktemp("s") / "window.ini"))
    library = Path("library.db")
    pinned: list[str] = []

    for act, number in acts:
        name = f"briefing {number}"
        found = recents.find(library, name)
        if act == "touch":
            recents.touch(library, name, f"{name}\twith a tab")
        elif found and act == "forget":
            recents.forget(found)
            pinned = [one for one in pinned if one != name]
        elif found:
            recents.pin(found, on=act == "pin")
            pinned = [one for one in pinned if one != name] + [name] * (act == "pin")

        assert [one.name for one in recents.all() if one.pinned] == pinned
        assert [one.pinned for one in recents.all()] == sorted(
            (one.pinned for one in recents.all()), reverse=True
        )
        assert len({one.name for one in recents.all()}) == len(recents.all())


def test_garbage_in_the_settings_is_left_out(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path / "window.ini")
    settings.keep("recents", "nonsense\n\tlib\tname\ttitle\npinned\ta\tb")

    assert [one.name for one in Recents(settings).all()] == ["name"]
