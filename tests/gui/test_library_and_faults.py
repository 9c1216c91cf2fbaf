"""The table of sources, and what goes wrong: told in the window, with nothing lost."""

import multiprocessing
import signal
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.jobs import JobsDialog
from briefing.gui.item_models.cards import SIGNS
from briefing.gui.trouble_room import LIBRARY_LINK
from briefing.gui.window import Window
from briefing.model.document import Document
from briefing.model.library import Imported
from briefing.model.output import Written
from briefing.workflow.draft import LivePage
from tests.gui.acting import first_out, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

DATA = Path("data/briefing")


def test_the_table_sorts_and_takes_corrections(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    model = window.source_model
    qtbot.waitUntil(lambda: model.rowCount() > 8, timeout=LONG)

    window.sources.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def titles() -> list[str]:
        return [model.source(row).title or "–" for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: titles() == sorted(titles(), key=str.casefold), timeout=LONG)
    first = model.source(0)
    model.setData(model.index(0, 1), "Courier of Moss")
    qtbot.waitUntil(lambda: model.source(0).publisher == "Courier of Moss", timeout=LONG)
    model.setData(model.index(0, 4), "b2")
    qtbot.waitUntil(lambda: model.source(0).grade == "B2", timeout=LONG)
    model.setData(model.index(0, 2), "yesterday")
    qtbot.waitUntil(lambda: "is not a day" in window.notice_text.text(), timeout=LONG)
    window.bench.undo()
    window.bench.undo()

    qtbot.waitUntil(lambda: model.source(0) == first, timeout=LONG)


def test_a_source_without_a_title_is_known_by_its_file(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.library_room.show_library()
    model = window.source_model
    qtbot.waitUntil(lambda: model.rowCount() > 8, timeout=LONG)
    rows = [row for row in range(model.rowCount()) if not model.source(row).title]

    shown = [model.index(row, 0).data() for row in rows]

    assert shown == [f"– ({Path(model.source(row).path).name})" for row in rows] != []


def test_a_note_shows_on_its_card_and_is_not_printed(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    card = window.cards.cards()[0]

    window.bench.note(card.passage, "Ask Tokyo.")
    index = window.cards.currentIndex()
    qtbot.waitUntil(lambda: index.data(SIGNS) == ("✎ note",), timeout=LONG)

    assert window.bench.desk.remarks[card.passage] == "Ask Tokyo."
    assert window.bench.desk.notes == ()


def test_what_could_not_be_read_waits_for_attention(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    (tmp_path / "bad.txt").write_bytes(b"")
    with qtbot.waitSignal(window.bench.intake.ended, timeout=LONG):
        window.intake_room.add([tmp_path / "bad.txt"])

    window.library_room.show_jobs()
    jobs = window.library_room.jobs
    qtbot.waitUntil(lambda: jobs.list.model().rowCount() > 0, timeout=LONG)

    assert jobs.list.model().index(0, 0).data().startswith("bad.txt\nThe file is empty. Open it")


def test_preferences_apply_at_once(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.preference_room.show_preferences()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    boxes = dialog.findChildren(QComboBox)
    scheme = next(box for box in boxes if box.findData("dark") >= 0)

    scheme.setFocus()
    QTest.keyClick(scheme, Qt.Key.Key_End)
    dark = window.palette().window().color().lightness()
    QTest.keyClick(scheme, Qt.Key.Key_Up)
    light = window.palette().window().color().lightness()
    dialog.close()

    assert dark < 60
    assert light > 200


@pytest.mark.parametrize("trouble", ["full", "locked"])
def test_what_the_disk_refuses_is_kept_and_tried_again(
    qtbot: QtBot, open_window: Opener, home: Path, trouble: str
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench._again.setInterval(100)
    window.bench._with(lambda s: _ask(s.library, "PRAGMA busy_timeout = 50"))
    other = sqlite3.connect(home / DATA / "samples.db", isolation_level=None)
    if trouble == "full":
        pages = other.execute("PRAGMA page_count").fetchone()[0]
        window.bench._with(lambda s: _ask(s.library, f"PRAGMA max_page_count = {pages}"))
    else:
        other.execute("BEGIN IMMEDIATE")
    told: list[str] = []
    window.bench.unsaved.connect(told.append)

    window.bench.write("china", ["Our own words. " * 3000])
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    in_status = window.saved.text()
    window.cards.setCurrentIndex(window.model.index(first_out(window), 0))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    if trouble == "full":
        window.bench._with(lambda s: _ask(s.library, "PRAGMA max_page_count = 1000000"))
    else:
        other.execute("ROLLBACK")
    other.close()
    ready(qtbot, window, included=5)

    assert in_status.startswith("Changes are kept in memory only: ")
    assert [len(note.text) for note in window.bench.desk.notes] == [44999]
    qtbot.waitUntil(lambda: window.saved.text().startswith("Saved · "), timeout=LONG)
    ready(qtbot, window, included=5)


def _ask(library: object, question: str) -> None:
    library.store.connection.execute(question).fetchall()  # type: ignore[attr-defined]


def _garbage(file: Path) -> None:
    file.write_bytes(b"no library at all" * 99)


def _newer(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA application_id = {0x42524631}")
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE later (a)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(_garbage, "he file is no library", id="garbage"),
        pytest.param(_newer, "a newer version of this program", id="newer"),
    ],
)
def test_a_library_that_cannot_be_opened_is_left_alone(
    qtbot: QtBot, open_window: Opener, home: Path, spoil: object, told: str
) -> None:
    file = home / DATA / "library.db"
    file.parent.mkdir(parents=True)
    spoil(file)  # type: ignore[operator]
    before = file.read_bytes()

    window = open_window()
    qtbot.waitUntil(lambda: told in window.notice_text.text(), timeout=LONG)
    window.notice_text.linkActivated.emit(f"{LIBRARY_LINK}samples")
    ready(qtbot, window, included=4)

    assert file.read_bytes() == before


def test_a_page_that_cannot_be_built_leaves_the_last_one(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    page = window.preview.page.printed

    def fail(_: LivePage, __: Document) -> Written:
        raise ValueError("a fault of ours")

    monkeypatch.setattr(LivePage, "write", fail)
    window.bench.set("title", "Another", "Title")
    qtbot.waitUntil(lambda: "could not be built" in window.preview.failure(), timeout=LONG)
    shown = window.preview.page.printed
    monkeypatch.undo()
    window.bench.undo()
    qtbot.waitUntil(lambda: window.preview.failure() == "", timeout=LONG)

    assert shown == page
    ready(qtbot, window, included=4)


def test_a_file_that_vanished_is_told_and_its_words_stay(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    item = window.bench.desk.included[0]
    window.evidence_room.open_source(item.passage)
    qtbot.waitUntil(lambda: window.source.text() == item.text, timeout=LONG)

    window.source.original_wanted.emit("/nowhere/at-all.html")

    assert "no longer at its place" in window.notice_text.text()
    assert window.source.text() == item.text


def test_five_thousand_files_are_dropped_and_stopped(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    urls = []
    for number in range(5000):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(b"")
        urls.append(QUrl.fromLocalFile(str(file)))
    told: list[str] = []
    window.bench.intake.told.connect(told.append)

    _drop(window, urls)
    _move_on(qtbot, window)
    window.bench.intake.stop()
    qtbot.waitUntil(lambda: any("could not be read" in text for text in told), timeout=LONG)

    ready(qtbot, window, included=5)


def test_what_was_stopped_is_gone_on_with_or_undone(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    folder = _articles(tmp_path, 300)
    window.library_room.show_jobs()
    jobs, intake = window.library_room.jobs, window.bench.intake
    undo, on = (_button(jobs, name) for name in ("Undo", "Continue"))
    assert not undo.isVisible()

    with qtbot.waitSignal(intake.stopped, timeout=LONG) as stopped:
        window.intake_room.add([folder])
        qtbot.waitUntil(lambda: jobs.findChildren(QProgressBar)[0].value() > 0, timeout=LONG)
        intake.stop()
    came = stopped.args[1]
    assert 0 < came < 300
    qtbot.waitUntil(undo.isVisible, timeout=LONG)
    with qtbot.waitSignal(intake.ended, timeout=LONG) as ended:
        on.click()
    assert ended.args == [300 - came]
    qtbot.waitUntil(lambda: window.bench.desk.undo == f"Add {300 - came} sources", timeout=LONG)

    assert not undo.isVisible()
    assert not on.isVisible()


def _articles(within: Path, count: int) -> Path:
    folder = within / "articles"
    folder.mkdir()
    for number in range(count):
        text = f"Ships {number} leave\n\n" + f"China sent {number} ships, the ministry said. " * 40
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def _button(jobs: JobsDialog, name: str) -> QPushButton:
    return next(one for one in jobs.findChildren(QPushButton) if one.text() == name)


def test_a_reading_process_that_dies_costs_one_file_only(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    folder = _articles(tmp_path, 150)
    ends: list[int] = []
    refused: list[Imported] = []
    window.bench.intake.ended.connect(ends.append)
    window.bench.intake.refused.connect(refused.extend)

    window.intake_room.add([folder])
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=LONG)
    victim = multiprocessing.active_children()[0]
    victim.kill()
    _move_on(qtbot, window)
    qtbot.waitUntil(lambda: bool(ends), timeout=LONG)

    assert victim.exitcode == -signal.SIGKILL
    assert len(refused) <= 1
    assert ends == [150 - len(refused)]


def _drop(window: Window, urls: list[QUrl]) -> None:
    data = QMimeData()
    data.setUrls(urls)
    event = QDropEvent(
        QPointF(QPoint(50, 50)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)


def _move_on(qtbot: QtBot, window: Window) -> None:
    """Work goes on while files are taken in."""
    window.cards.setCurrentIndex(window.model.index(first_out(window), 0))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)
