"""What needs attention: only what can be done is offered, and many refusals are counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.jobs import JobsDialog
from briefing.gui.widgets.sidebar import Sidebar
from briefing.gui.window import Window
from briefing.library import Access
from briefing.model.library import Facet, Imported, Kept, Outcome
from briefing.workflow.attention import attention, put_aside
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

REFUSED = Imported("/in/scan.pdf", Outcome.REFUSED, told="pictures only")
UNDATED = Kept(1, "a" * 16, "/in/one.txt", 1, True, 1, "One", None, None, None)


def _offered(jobs: JobsDialog) -> dict[str, bool]:
    """The buttons that are shown, and whether they can be clicked."""
    names = ("Set date…", "Use file date", "Put aside", "Try again", "Open")
    buttons = [one for one in jobs.findChildren(QPushButton) if one.text() in names]
    return {one.text(): one.isEnabled() for one in buttons if not one.isHidden()}


def _said(jobs: JobsDialog) -> list[str]:
    return [label.text() for label in jobs.findChildren(QLabel)]


def test_what_can_be_done_with_none_of_the_lines_is_not_offered(qtbot: QtBot) -> None:
    jobs = JobsDialog()
    qtbot.addWidget(jobs)

    jobs.show_attention([REFUSED])
    assert _offered(jobs) == {"Put aside": False, "Try again": True, "Open": True}
    jobs.show_attention([])
    assert _offered(jobs) == {}


def test_why_a_date_cannot_be_set_is_said_beside_it(qtbot: QtBot) -> None:
    jobs = JobsDialog()
    qtbot.addWidget(jobs)
    jobs.show_attention([REFUSED], [UNDATED])

    assert _offered(jobs) == {
        "Set date…": False, "Use file date": False, "Put aside": False, "Try again": True,
        "Open": True,
    }  # fmt: skip
    assert "Select sources to date them." in _said(jobs)
    jobs.list.setCurrentIndex(jobs.list.model().index(0, 0))
    assert "What was not read has no date to set." in _said(jobs)
    jobs.list.setCurrentIndex(jobs.list.model().index(1, 0))
    assert _offered(jobs)["Set date…"]
    assert not {"Select sources to date them.", "What was not read has no date to set."} & {
        *_said(jobs)
    }


def _refuse(qtbot: QtBot, window: Window, folder: Path, names: str) -> None:
    folder.mkdir()
    for name in names:
        (folder / f"{name}.pdf").write_bytes(b"%PDF-1.4 nothing")
    window.intake_room.add([folder])
    qtbot.waitUntil(window.notice.isVisible, timeout=LONG)


def test_many_refusals_are_counted_and_lead_to_all_of_them(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _refuse(qtbot, window, tmp_path / "in", "abc")

    assert window.notice_text.text().startswith("3 files could not be read. a.pdf: ")
    window.notice_text.linkActivated.emit("refused:show")
    jobs = window.library_room.jobs
    qtbot.waitUntil(lambda: jobs.list.model().rowCount() >= len("abc"), timeout=LONG)
    assert jobs.isVisible()


def test_what_is_added_next_takes_the_refusal_away(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _refuse(qtbot, window, tmp_path / "in", "a")
    assert "Show all" not in window.notice_text.text()
    good = tmp_path / "good.txt"
    good.write_text("A headline\n\nThe port of Moss will reopen in May, its master said.\n")

    window.intake_room.add([good])

    assert not window.notice.isVisible()
    qtbot.waitUntil(lambda: "added" in window.job.text(), timeout=LONG)


def test_what_was_refused_is_put_aside_and_brought_back(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _refuse(qtbot, window, tmp_path / "in", "abc")
    window.notice_text.linkActivated.emit("refused:show")
    jobs = window.library_room.jobs
    lines = jobs.list.model()
    qtbot.waitUntil(lambda: lines.rowCount() >= len("abc"), timeout=LONG)
    (number,) = _attention(window.sidebar)
    before = lines.rowCount()

    jobs.list.setCurrentIndex(lines.index(0, 0))
    QTest.keyClick(jobs.list, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: "1 was put aside." in jobs._told.text(), timeout=LONG)
    assert lines.rowCount() == before - 1
    assert lines.data(jobs.list.currentIndex(), 0).startswith("b.pdf")
    qtbot.waitUntil(lambda: _attention(window.sidebar) == [number - 1], timeout=LONG)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Put aside 1 file", timeout=LONG)

    jobs._told.linkActivated.emit("aside:turn")
    assert [line.split("\n")[0] for line in _lines(jobs)] == ["a.pdf"]
    jobs.list.setCurrentIndex(lines.index(0, 0))
    _button(jobs, "Bring back").click()
    qtbot.waitUntil(lambda: "aside" not in jobs._told.text(), timeout=LONG)
    assert lines.rowCount() == before


def test_what_is_told_anew_of_a_file_put_aside_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF-1.4 nothing")
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        list(import_paths(library, [file]))
        session = Session(library, "Weekly")
        (refused,) = attention(library).refused
        put_aside(session, [refused], [], on=True)
        assert attention(library).refused == ()
        assert library.counts()["aside"] == 1

        file.write_bytes(b"")
        list(import_paths(library, [file]))
        (again,) = attention(library).refused
        assert again.told != refused.told
        assert library.counts()["aside"] == 0


def _lines(jobs: JobsDialog) -> list[str]:
    model = jobs.list.model()
    return [model.data(model.index(row, 0), 0) for row in range(model.rowCount())]


def _button(jobs: JobsDialog, text: str) -> QPushButton:
    (found,) = (one for one in jobs.findChildren(QPushButton) if one.text() == text)
    return found


def _attention(sidebar: Sidebar) -> list[int]:
    """The number beside "Attention"."""
    found = sidebar.findItems("Attention", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return [int(line.text(1)) for line in found]


def test_an_empty_list_says_that_more_is_coming(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    window.bench.intake.progressed.emit("Importing", 1, 90)
    assert window.empty.text() == (
        "Sources are being added. What answers to the themes comes here by itself."
    )
    window.bench.intake.told.emit("90 of 90 files added")
    assert "being added" not in window.empty.text()


def _publishers(sidebar: Sidebar) -> list[str]:
    """The lines below the heading of the publishers."""
    group = sidebar.findItems("PUBLISHERS", Qt.MatchFlag.MatchExactly)[0]
    lines = (group.child(at) for at in range(group.childCount()))
    return [line.text(0) for line in lines if line is not None]


def _enter(sidebar: Sidebar, line: str) -> None:
    found = sidebar.findItems(line, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    sidebar.setCurrentItem(found[0])
    QTest.keyClick(sidebar, Qt.Key.Key_Return)


def _here(sidebar: Sidebar) -> str:
    line = sidebar.currentItem()
    return line.text(0) if line else ""


def test_all_publishers_can_be_listed(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.show()
    names = [f"Paper {at:02}" for at in range(15)]
    sidebar.show_counts({}, [Facet("publisher", name, 1) for name in names])
    assert _publishers(sidebar) == [*names[:12], "+ 3 more"]

    _enter(sidebar, "+ 3 more")
    qtbot.waitUntil(lambda: _publishers(sidebar) == [*names, "Show fewer"])
    assert _here(sidebar) == "Paper 12"  # the first that was not there
    _enter(sidebar, "Show fewer")
    qtbot.waitUntil(lambda: _publishers(sidebar) == [*names[:12], "+ 3 more"])

    assert _here(sidebar) == "+ 3 more"


def test_files_are_looked_for_where_the_last_came_from(
    open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, asked = open_window(), []

    def folder(*words: object) -> str:
        asked.append(Path(str(words[-1])))
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    window.intake_room.choose_folder()
    assert window.job.text() == "Adding a folder…"
    window.intake_room.choose_folder()

    documents, last = asked
    assert documents != Path.cwd()
    assert last == tmp_path
