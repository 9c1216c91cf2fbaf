"""Jobs tell what was done today, the status line leads there; the history shows where one stands."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.commands import history
from briefing.gui.done_room import done_on
from briefing.gui.frame import with_links
from briefing.gui.widgets.job_line import JobLine
from briefing.model.desk import Step
from briefing.model.library import Edition, Output
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_LEFT = Qt.MouseButton.LeftButton


def _edition(issue: int, moment: str, *paths: str) -> Edition:
    outputs = tuple(Output(path, "", 0) for path in paths)
    day = datetime.fromisoformat("2025-03-14").date()
    return Edition("Weekly", issue, day, moment, "", "", (), outputs)


def test_only_what_was_issued_that_day_was_done_that_day() -> None:
    moment = datetime(2025, 3, 14, 13, 40).astimezone()
    before = datetime(2025, 3, 13, 13, 40).astimezone()
    today = _edition(2, moment.isoformat(), "/out/a.pdf", "/out/a.docx")

    told = done_on(
        moment.date(),
        (_edition(1, before.isoformat(), "/out/old.pdf"), today, _edition(3, "unknown", "/x.pdf")),
    )

    assert len(told) == 1
    assert told[0].startswith("13:40 · Exported ")
    for part in (
        'href="file:///out/a.pdf">PDF<',
        '"file:///out/a.docx">Word<',
        "edition 2",
        '"file:///out"',
    ):
        assert part in told[0]


def test_a_click_on_the_status_line_opens_the_jobs_which_tell_what_was_exported(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    jobs = window.library_room.jobs
    window.bench.export((tmp_path / "brief.pdf",))
    qtbot.waitUntil(lambda: "edition 1" in window.job.text(), timeout=LONG)

    # The first words are a sentence; the link to the file comes after them.
    point = QPoint(3, window.job.height() // 2)
    qtbot.waitUntil(lambda: window.job.rect().contains(point), timeout=LONG)
    QTest.mouseClick(window.job, _LEFT, pos=point)

    assert jobs.isVisible()
    done = next(one for one in jobs.findChildren(QLabel) if one.accessibleName() == "Done today:")
    qtbot.waitUntil(lambda: "brief.pdf" in done.text(), timeout=LONG)
    assert done.isVisible()


def test_adding_is_stopped_from_the_status_line(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    intake = window.bench.intake

    intake.progressed.emit("Comparing", 1, 9)
    assert "Cancel" not in window.job.text()
    intake.progressed.emit("Importing", 1, 9)
    assert "Cancel" in window.job.text()
    window.job.linkActivated.emit("stop:adding")

    assert intake._stop.is_set()
    assert window.job.text() == "Stopping…"


def test_the_tool_bar_has_the_history_where_there_is_room(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    def seen() -> set[str]:
        return {one.text() for one in window.findChildren(QToolButton) if one.isVisible()}

    assert {"History", "Export"} <= seen()
    window.resize(1100, 700)
    qtbot.waitUntil(window.rail.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: "History" not in seen(), timeout=LONG)
    assert "Export" in seen()
    window.resize(1400, 860)
    qtbot.waitUntil(lambda: "History" in seen(), timeout=LONG)


def test_a_click_on_a_link_of_the_status_line_opens_nothing_else(qtbot: QtBot) -> None:
    line = JobLine()
    qtbot.addWidget(line)
    line.setText('<a href="copy:x">Copy</a>')
    line.show()
    asked: list[bool] = []
    line.opened.connect(lambda: asked.append(True))
    middle = QPoint(6, line.height() // 2)

    QTest.mouseMove(line, middle)
    line.linkHovered.emit("copy:x")
    QTest.mouseClick(line, _LEFT, pos=middle)
    line.linkHovered.emit("")
    line.setText("Adding 3 files…")
    QTest.mouseClick(line, _LEFT, pos=middle)

    assert asked == [True]


def test_links_that_have_no_room_in_the_status_line_go_and_come_back(qtbot: QtBot) -> None:
    line = JobLine()
    qtbot.addWidget(line)
    line.show()
    line.setText(with_links("Exported", ("a", "Show in folder"), ("b", "Copy path")))
    whole, needed = line.text(), line.sizeHint().width()

    line.resize(needed, 20)
    assert QLabel.text(line) == whole
    line.resize(needed - 20, 20)
    assert QLabel.text(line) == with_links("Exported", ("a", "Show in folder"))
    assert (line.text(), line.sizeHint().width()) == (whole, needed)
    line.resize(needed, 20)

    assert QLabel.text(line) == whole


@pytest.mark.parametrize("undone", [0, 2, 3])
def test_the_history_says_where_one_stands(qtbot: QtBot, undone: int) -> None:
    steps = [
        Step(3 - at, f"Theme {at}", "2025-03-14T13:40:00", at < undone) for at in range(3)
    ]  # fmt: skip
    parent = QWidget()
    qtbot.addWidget(parent)
    gone: list[Step] = []

    chooser = history(steps, gone.append, parent)
    lines = chooser.findChildren(QListWidget)[0]

    assert [lines.item(row).text() for row in range(lines.count())].index("● now") == undone
    chooser.show()
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert gone == []
    lines.setCurrentRow(undone + 1 if undone < 3 else 0)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert gone == [steps[undone if undone < 3 else 0]]


def test_a_sheet_has_room_for_its_lines_and_words_as_far_as_the_window_goes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    long = "Move a quotation with a long name, that says what was moved, to the theme on China"
    steps = [Step(at, long, "2025-03-14T13:40:00", undone=False) for at in range(99, 0, -1)]

    chooser = history(steps, lambda _: None, parent)
    chooser.show()
    lines = chooser.findChildren(QListWidget)[0]

    assert chooser.height() == parent.height() - 80
    assert chooser.width() < parent.width()
    assert (
        lines.fontMetrics().horizontalAdvance(f"{long}14 Mar 2025, 13:40")
        < lines.viewport().width()
    )
