"""Source, comparison and changes, with real keys."""

import re
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from briefing.gui.widgets.list_tabs import ORDER_TAB
from tests.gui.acting import letters, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_REPORT = """<html><head><title>Skarven ferry terminal in Moss, Norway</title>
<meta property="og:site_name" content="Paper {name}">
<meta property="article:published_time" content="2024-05-04"></head><body><article>
<h1>Skarven ferry terminal in Moss, Norway</h1>
<p>{told} The Skarven ferry terminal in Moss stands beside the Rygge road in Norway.</p>
<p>The harbour office of Moss, which is the larger of the two, has kept its ferries in port since
then, and travellers were asked to take the Rygge road until the terminal opens again.</p>
<p>Nobody could say on Sunday how long that will be, but the office hopes for the summer.</p>
</article></body></html>"""


def test_c_compares_the_selected_excerpt(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    card = window.cards.cards()[0]

    QTest.keyClick(window.cards, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: "Compared among" in window.compare.toPlainText(), timeout=LONG)

    assert window.right.currentWidget() is window.compare
    assert letters(card.text) in letters(window.compare.toPlainText())


def _name_one_another(order: QTreeWidget) -> bool:
    """Whether in the order of the page two sides of a difference each name the other."""
    lines = QTreeWidgetItemIterator(order)
    told = []
    while (line := lines.value()) is not None:
        told.append(line.text(0))
        lines += 1
    return sum("▲ other side of " in line and " –" not in line[-3:] for line in told) == 2


def test_sources_that_differ_stand_side_by_side(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    for name, told in (
        ("one", "At least 12 people were killed in a blast in Moss on Saturday, North Korea said."),
        ("two", "A blast in Moss killed 31 people on Saturday, North Korea said."),
    ):
        (tmp_path / f"{name}.html").write_text(_REPORT.format(name=name, told=told), "utf-8")
    window = open_window()
    ready(qtbot, window, included=4)
    window.intake_room.add([tmp_path / "one.html", tmp_path / "two.html"])
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    QTest.keyClicks(window.search, "blast killed")
    qtbot.waitUntil(lambda: 0 < window.cards.model().rowCount() < 4, timeout=LONG)
    qtbot.waitUntil(lambda: bool(window.cards.cards()), timeout=LONG)

    QTest.keyClick(window.cards, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: "differs in" in window.compare.toPlainText(), timeout=LONG)

    # The samples differ among themselves too, which is told apart.
    shown, _, _ = window.compare.toPlainText().partition("Other differences")
    assert shown.count("differs in") == 1
    assert "sources agree" not in shown
    assert "At least 12 people" in shown
    assert "killed 31 people" in shown

    inside = {item.passage for item in window.bench.desk.included}
    QTest.keyClick(window.cards, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    window.lists.setCurrentIndex(ORDER_TAB)

    qtbot.waitUntil(lambda: _name_one_another(window.order), timeout=LONG)
    assert len(window.bench.desk.places() - inside) >= 2

    html = window.compare.toHtml()
    link = re.search(r'href="(act:\d+)"[^>]*>(?:<span[^>]*>)?Add “reports differ”', html)
    assert link
    window.compare.anchorClicked.emit(QUrl(link.group(1)))
    qtbot.waitUntil(lambda: bool(window.bench.desk.notes), timeout=LONG)
    written = window.bench.desk.notes[0].text
    assert written.startswith("Reports differ – ")
    assert "31" in written
    assert "12" in written


def test_a_quotation_is_trimmed_by_keys_and_stays_verbatim(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.lists.setCurrentIndex(1)
    item = window.bench.desk.included[0]
    window.evidence_room.open_source(item.passage)
    qtbot.waitUntil(lambda: window.source.text() == item.text, timeout=LONG)
    first = item.text.split()[0]

    window.activateWindow()
    window.source.setFocus()
    QTest.keyClick(window.source, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: window.bench.desk.included[0].passage != item.passage, timeout=LONG)
    ready(qtbot, window, included=4)

    trimmed = window.bench.desk.included[0]
    page = window.preview.page.printed
    assert page is not None
    with pypdfium2.PdfDocument(page.data) as file:
        words = letters(file[0].get_textpage().get_text_bounded())
    assert trimmed.text == item.text[len(first) :].lstrip()
    assert letters(trimmed.text) in words
    assert letters(item.text) not in words
    assert window.cards.model().data(window.cards.currentIndex()) is not None

    window.bench.undo()
    qtbot.waitUntil(lambda: window.bench.desk.included[0] == item, timeout=LONG)
    assert window.source.text() == item.text


def test_an_export_is_an_edition_and_changes_are_told_since(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    with qtbot.waitSignal(window.bench.exported, timeout=LONG) as exported:
        window.bench.export([tmp_path / "out.pdf"])
    assert exported.args is not None
    assert exported.args[1].issue == 1

    gone = window.bench.desk.included[0]
    window.bench.leave_out([gone.whole])
    qtbot.waitUntil(lambda: "left out" in window.changes.page.toPlainText(), timeout=LONG)

    shown = window.changes.page.toPlainText()
    assert "Since edition 1" in shown
    assert not window.changes.against.isVisibleTo(window.changes)
    assert letters(gone.text)[:40] in letters(shown)


def test_changes_are_told_since_any_edition(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    for name in ("one", "two"):
        with qtbot.waitSignal(window.bench.exported, timeout=LONG):
            window.bench.export([tmp_path / f"{name}.pdf"])
        if name == "one":
            gone = window.bench.desk.included[0]
            window.bench.leave_out([gone.whole])
            ready(qtbot, window, included=3)
    page = window.changes.page
    qtbot.waitUntil(lambda: "Since edition 2" in page.toPlainText(), timeout=LONG)
    qtbot.waitUntil(lambda: len(window.changes.against.menu().actions()) == 2, timeout=LONG)
    assert "left out" not in page.toPlainText()

    window.changes.against.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: "Since edition 1" in page.toPlainText(), timeout=LONG)

    assert "left out" in page.toPlainText()
    assert letters(gone.text)[:40] in letters(page.toPlainText())
    assert window.changes.against.text().startswith("Compare with: edition 1 · ")
    window.changes.against.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: "Since edition 2" in page.toPlainText(), timeout=LONG)
