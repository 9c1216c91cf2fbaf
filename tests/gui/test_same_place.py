"""The next start is in the library that was open last; what was moved is located."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing.gui.trouble_room import LIBRARY_LINK
from briefing.library import open_library
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _copy(home: Path, to: Path) -> Path:
    """A library of one's own, made of the samples."""
    with open_library(home / "data/briefing/samples.db") as library:
        library.copy(to)
    return to


def test_the_library_that_was_open_last_is_opened_again(
    qtbot: QtBot, open_window: Opener, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.close()
    other = _copy(home, home / "other.db")

    window = open_window()
    ready(qtbot, window, included=4)
    assert window.banner.isVisible()
    window.bench.open(other)
    qtbot.waitUntil(lambda: window.bench.intake.library == other, timeout=LONG)
    ready(qtbot, window, included=4)
    window.close()

    window = open_window()
    ready(qtbot, window, included=4)
    assert window.bench.intake.library == other
    assert not window.banner.isVisible()
    window.close()

    moved = other.rename(home / "moved.db")
    window = open_window()
    ready(qtbot, window, included=4)
    assert str(other) in window.notice_text.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(moved), ""))
    window.notice_text.linkActivated.emit(f"{LIBRARY_LINK}locate")
    qtbot.waitUntil(lambda: window.bench.intake.library == moved, timeout=LONG)
    ready(qtbot, window, included=4)


def _noting(opened: list[str]) -> Callable[[QUrl], bool]:
    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    return note


def test_an_original_that_was_moved_is_located(
    qtbot: QtBot, open_window: Opener, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "Zebras leave\n\n" + "China sent 7 zebras, the ministry said. " * 40
    (folder / "ships.txt").write_text(text, encoding="utf-8")
    window = open_window()
    ready(qtbot, window, included=4)
    window.intake_room.add([folder])
    window.library_room.show_library()
    window.search.setText("zebras")
    model = window.source_model
    qtbot.waitUntil(
        lambda: model.rowCount() == 1 and model.source(0).path.endswith("ships.txt"), timeout=LONG
    )
    source = model.source(0)
    window.sources.opened.emit(source)

    def is_shown() -> bool:
        shown = window.source.shown()
        return shown is not None and shown.kept.id == source.id

    qtbot.waitUntil(is_shown, timeout=LONG)
    now = folder.rename(tmp_path / "elsewhere") / "ships.txt"
    other = tmp_path / "other.txt"
    other.write_text("Other words.", encoding="utf-8")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", _noting(opened))

    window.source.original_wanted.emit(source.path)
    told = window.notice_text.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    window.notice_text.linkActivated.emit("original:locate")
    qtbot.waitUntil(lambda: "another than the one" in window.notice_text.text(), timeout=LONG)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(now), ""))
    window.notice_text.linkActivated.emit("original:locate")
    qtbot.waitUntil(lambda: "was found" in window.notice_text.text(), timeout=LONG)

    assert "no longer at its place. The stored text is intact." in told
    assert "Locate…" in told
    assert opened == [str(now)]

    def shown_there() -> bool:
        shown = window.source.shown()
        return shown is not None and shown.kept.path == str(now)

    qtbot.waitUntil(shown_there, timeout=LONG)


@pytest.mark.parametrize("tab", ["source", "compare", "changes"])
def test_the_right_pane_shows_what_it_showed_last(
    qtbot: QtBot, open_window: Opener, tab: str
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.choose(2)
    card = window.cards.cards()[0]
    window.actions_by_name[f"show_{tab}"].trigger()
    qtbot.waitUntil(lambda: window.right.currentIndex() > 0, timeout=LONG)
    shown = window.right.currentIndex()
    window.close()

    again = open_window()
    ready(qtbot, again, included=4)

    assert again.cards.cards()[0].passage == card.passage
    qtbot.waitUntil(lambda: again.right.currentIndex() == shown, timeout=LONG)
    if tab == "source":
        qtbot.waitUntil(lambda: again.source.passage() == card.passage, timeout=LONG)


def test_the_card_of_another_library_is_not_looked_for_by_its_number(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.cards.choose(9)
    window.close()
    window.settings.keep("place_library", str(home / "gone.db"))
    window.settings.save()

    again = open_window()  # the samples open in its place
    ready(qtbot, again, included=4)

    assert again.cards.currentIndex().row() == 0
