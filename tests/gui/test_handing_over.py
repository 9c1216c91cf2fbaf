"""Export asks what must be known before sending; changes show as bars; versions and copies are kept."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from briefing.gui import fitting
from briefing.gui.dialogs.export import ExportDialog, before_sending, free_names
from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.handing_room import first_folder
from briefing.gui.page_text import page_text
from briefing.gui.widgets.flow import FlowRow
from briefing.gui.window import Window
from briefing.model.desk import Desk, Settings
from briefing.model.output import RegionKind
from tests.gui.acting import first_out, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_LEFT = Qt.MouseButton.LeftButton


def _asked(window: Window) -> ExportDialog:
    window.actions_by_name["ask_export"].trigger()
    return next(one for one in window.findChildren(ExportDialog) if one.isVisible())


def _button(dialog: ExportDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def _told(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_export_keeps_both_unless_told_to_replace(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.settings.keep("folder", str(tmp_path))
    for number in (1, 2):
        dialog = _asked(window)
        name = dialog.findChildren(QLineEdit)[0].text()
        with qtbot.waitSignal(window.bench.exported, timeout=LONG):
            QTest.keyClick(dialog, Qt.Key.Key_Return)
        behind = f" ({number})" if number > 1 else ""
        assert (tmp_path / f"{name}{behind}.pdf").exists()
        assert (tmp_path / f"{name}{behind}.docx").exists()

    dialog = _asked(window)
    there = next(box for box in dialog.findChildren(QCheckBox) if "Replace" in box.text())
    assert there.isVisible()
    there.click()
    with qtbot.waitSignal(window.bench.exported, timeout=LONG):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert "edition 3" in window.job.text()
    assert "Copy path" in window.job.text()
    assert not window.notice.isVisible()


def test_the_first_export_goes_among_the_documents_where_there_is_a_place_for_those(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert first_folder() == Path.home() == tmp_path
    (tmp_path / "Documents").mkdir()

    with qtbot.waitSignal(window.bench.exported, timeout=LONG):
        _button(_asked(window), "Export").click()

    assert sorted(file.suffix for file in (tmp_path / "Documents/Briefings").iterdir()) == [
        ".docx", ".pdf",
    ]  # fmt: skip


def test_changes_can_be_marked_before_the_sources_are_looked_through(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog is asked for right after the start, and learns of the last edition while it is open."""
    window = open_window()
    ready(qtbot, window, included=4)
    window.settings.keep("folder", str(tmp_path))
    with qtbot.waitSignal(window.bench.exported, timeout=LONG):
        QTest.keyClick(_asked(window), Qt.Key.Key_Return)
    window.close()
    monkeypatch.setattr(EvidenceRoom, "_show_changes", lambda _: None)  # as if they never were
    again = open_window()
    qtbot.waitUntil(lambda: bool(again.bench.desk.included), timeout=LONG)

    dialog = _asked(again)
    qtbot.waitUntil(
        lambda: any(
            box.isVisible() and box.text().startswith("Mark changes since edition 1")
            for box in dialog.findChildren(QCheckBox)
        ),
        timeout=LONG,
    )
    dialog.reject()


def test_export_is_too_long_until_the_lowest_ranked_go(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.set("template", "one-page", "Template")
    while len(printed(window).sizes) < 2:
        row = first_out(window)
        QTest.keyClick(window.cards, Qt.Key.Key_Home)
        window.cards.choose(row)
        before = len(window.bench.desk.included)
        QTest.keyClick(window.cards, Qt.Key.Key_Space)
        ready(qtbot, window, included=before + 1)
        qtbot.wait(600)
    qtbot.waitUntil(lambda: "by " in window.page_room.over(), timeout=LONG)
    assert window.page_room.over().startswith("Over one page by ")

    dialog = _asked(window)
    assert "Over one page by" in _told(dialog)
    while window.page_room.over():
        before = len(window.bench.desk.included)
        QTest.mouseClick(_button(dialog, "Drop lowest-ranked"), _LEFT)
        ready(qtbot, window, included=before - 1)
        qtbot.wait(900)
    assert "Over one page" not in _told(dialog)
    assert window.bench.desk.parked
    dialog.reject()


def test_enter_presses_the_button_that_has_the_keys(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    dialog = _asked(window)
    cancel = _button(dialog, "Cancel")

    cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected, timeout=LONG):
        QTest.keyClick(cancel, Qt.Key.Key_Return)


def test_the_marking_is_set_from_the_dialog_and_stands_in_the_name(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    dialog = _asked(window)
    assert "No marking is set" in _told(dialog)
    assert dialog._area.verticalScrollBar().maximum() == 0  # there is room for all of it

    _button(dialog, "No marking").menu().actions()[3].trigger()
    qtbot.waitUntil(lambda: "(TLP-AMBER)" in str(dialog.targets()[0]), timeout=LONG)

    assert "No marking is set" not in _told(dialog)
    assert (
        dialog._area.minimumHeight() > dialog.fontMetrics().height()
    )  # its lines are counted anew
    assert _button(dialog, "TLP:AMBER").isVisible()
    dialog.reject()


def test_the_source_list_is_left_out_by_choice_where_the_notes_do_without(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.set("citation_style", "chicago-notes", "Citations")
    qtbot.waitUntil(
        lambda: window.bench.desk.settings.citation_style == "chicago-notes", timeout=LONG
    )
    dialog = _asked(window)
    box = next(one for one in dialog.findChildren(QCheckBox) if one.text().startswith("Source"))
    assert box.isChecked()

    def entries() -> int:
        regions = printed(window).regions
        return sum(region.kind is RegionKind.REFERENCE for region in regions)

    qtbot.waitUntil(lambda: entries() > 0, timeout=LONG)
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: entries() == 0, timeout=LONG)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "No source list", timeout=LONG)
    window.bench.set("citation_style", "apa", "Citations")
    qtbot.waitUntil(lambda: entries() > 0, timeout=LONG)

    assert box.isChecked()
    assert not box.isEnabled()
    dialog.reject()


def test_changes_show_as_bars_and_lead_to_the_page(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert window.preview.page.bars() == {}
    with qtbot.waitSignal(window.bench.exported, timeout=LONG):
        window.bench.export([tmp_path / "out.pdf"])
    window.cards.choose(first_out(window))
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)
    new = window.bench.desk.item(window.cards.cards()[0].passage)
    assert new is not None
    qtbot.waitUntil(lambda: "＋" in window.preview.page.bars().get(new.passage, ""), timeout=LONG)

    window.evidence_room.show_changes()
    page = window.changes.page
    assert f"Quotation {len(window.bench.desk.included)} is new" in page.toPlainText()
    named = re.findall(r'href="(act:\d+)"[^>]*>(?:<span[^>]*>)?Show', page.toHtml())
    page.anchorClicked.emit(QUrl(named[0]))
    assert window.right.currentWidget() is window.preview
    assert window.preview.page._selected == new.passage
    window.evidence_room.show_changes()
    window.changes.bars.setFocus()
    QTest.keyClick(window.changes.bars, Qt.Key.Key_Space)
    assert window.preview.page.bars() == {}


def test_a_dispute_is_told_before_sending() -> None:
    desk = Desk("", Settings())

    told = before_sending(desk, "Over one page by 3 lines", 2)

    assert told[0].text == "▲ 2 included claims are disputed; the other side is not mentioned"
    assert [one.act for one in told[:2]] == ["Show", "Drop lowest-ranked"]


def test_names_that_are_taken_get_the_same_number(tmp_path: Path) -> None:
    targets = (tmp_path / "a.pdf", tmp_path / "a.docx")
    targets[1].touch()
    (tmp_path / "a (2).pdf").touch()

    assert [one.name for one in free_names(targets)] == ["a (3).pdf", "a (3).docx"]
    assert free_names((tmp_path / "b.pdf",)) == (tmp_path / "b.pdf",)


@pytest.mark.parametrize(
    ("pages", "allowed", "lines", "told"),
    [
        pytest.param(1, 1, 0, "1 page", id="fits"),
        pytest.param(2, 1, 6, "Over one page by 6 lines · 2 pages", id="over"),
        pytest.param(3, 2, 1, "Over 2 pages by 1 line · 3 pages", id="over two"),
        pytest.param(2, 1, 0, "Over one page · 2 pages", id="not counted yet"),
        pytest.param(9, None, 0, "9 pages", id="any length"),
    ],
)
def test_the_length_is_told(pages: int, allowed: int | None, lines: int, told: str) -> None:
    assert fitting.told(pages, allowed, lines, Desk("", Settings())) == told


def test_heads_and_feet_of_pages_are_no_lines_beyond() -> None:
    def page(*lines: str) -> object:
        text = "\n".join(lines)
        rows = [row for row, line in enumerate(lines) for _ in (*line, "")][: len(text)]
        boxes = [
            (5.0 * at, 10.0 * row, 5.0 * at + 5, 10.0 * row + 8) for at, row in enumerate(rows)
        ]
        return page_text(text, boxes)

    texts = {0: page("Weekly", "words", "page 1"), 1: page("Weekly", "more", "and more", "page 2")}

    assert fitting.lines_beyond(texts, 1) == 2  # type: ignore[arg-type]


def test_the_path_of_what_was_exported_is_copied(open_window: Opener) -> None:
    window = open_window()
    window._on_link("copy:/somewhere/out.pdf")

    assert QApplication.clipboard().text() == "/somewhere/out.pdf"


def test_a_name_that_no_file_can_have_cannot_be_exported_to(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.set("title", "Käse " * 200, "Title")
    dialog = _asked(window)
    name = dialog.findChildren(QLineEdit)[0]
    export = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Export")
    assert len(name.text().encode()) < 230
    assert export.isEnabled()

    name.setText("x" * 300)

    assert not export.isEnabled()
    assert export.toolTip() == "The name is longer than a file's can be"
    assert dialog.targets() == ()


def test_nothing_is_exported_before_the_briefing_is_known(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    export = window.actions_by_name["ask_export"]

    assert not export.isEnabled()
    ready(qtbot, window, included=4)
    assert export.isEnabled()


def test_formats_that_need_two_lines_push_down_what_stands_below(qtbot: QtBot) -> None:
    boxes = [QCheckBox(f"A format with a long name {number}") for number in range(3)]
    row, below = FlowRow(boxes), QLineEdit()
    dialog = QDialog()
    qtbot.addWidget(dialog)
    form = QFormLayout(dialog)
    form.addRow("Format", row)
    form.addRow("File", below)
    dialog.setFixedWidth(boxes[0].sizeHint().width() * 2)
    dialog.show()
    qtbot.wait(50)
    dialog.resize(dialog.minimumSizeHint())  # as where the screen has no more room
    qtbot.wait(50)

    ends = max(box.mapTo(dialog, box.rect().bottomLeft()).y() for box in boxes)
    assert len({box.y() for box in boxes}) > 1
    assert ends < below.y()
