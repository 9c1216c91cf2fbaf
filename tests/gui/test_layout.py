"""Nothing is cut and nothing overlaps: every screen, light and dark, in small and large text."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QSizeGrip,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing import words
from briefing.gui.widgets.one_line import OneLine
from briefing.gui.window import Window
from tests.gui.acting import panes, ready
from tests.gui.conftest import Opener
from tests.gui.pseudo import Pseudo

SIZES = ((1024, 640), (1920, 1200))
DIALOGS = (
    "ask_export",
    "show_commands",
    "show_history",
    "show_jobs",
    "show_preferences",
    "show_keys",
)
_READ = 3
"""Letters of a tab's name that can be read at least, however large the text is."""


@pytest.fixture
def _english_again() -> Iterator[None]:
    yield
    words.use(None)


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize(
    ("language", "scheme", "percent"),
    [
        ("english", "light", 100), ("english", "light", 200),
        ("english", "dark", 100), ("english", "dark", 200),
        ("longer", "light", 100), ("longer", "light", 200),
    ],
)  # fmt: skip
def test_nothing_is_cut_and_nothing_overlaps(
    qtbot: QtBot, open_window: Opener, language: str, scheme: str, percent: int
) -> None:
    before = QApplication.font()
    if language == "longer":  # by 40 %, as other languages are
        words.use(Pseudo(), "xx")
    window = open_window()
    window.settings.keep("scheme", scheme)
    window.settings.keep("text_size", f"{before.pointSizeF() * percent / 100:.1f}")
    window.dress()
    wrong, seen = set(), 0
    try:
        ready(qtbot, window, included=4)
        for pane, part in _screens(qtbot, window):
            for size in SIZES:
                window.resize(*size)
                for front in (window.middle, window.right) if window.single else (window.middle,):
                    window.bring(front)
                    qtbot.wait(30)
                    told = list(_faults(part, elides=percent > 100 or language == "longer"))
                    seen += len(part.findChildren(QWidget))
                    wrong |= {(pane, size, fault) for fault in told}
    finally:
        QApplication.setFont(before)

    assert wrong == set()
    assert seen > 1000


def test_a_remembered_text_size_is_that_of_every_part_from_the_start(
    open_window: Opener, home: Path
) -> None:
    before = QApplication.font()
    (home / "window.ini").write_text("[General]\ntext_size=19\n")
    try:
        window = open_window()
        parts = (window, window.counts, window.lists, window.search, window.cards, window.menuBar())
        sizes = {part.font().pointSizeF() for part in (*parts, *window.findChildren(QToolButton))}
    finally:
        QApplication.setFont(before)

    assert sizes == {19.0}


def test_the_audit_sees_what_is_cut_and_what_overlaps(qapp: QApplication) -> None:
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    for part in (QLabel("Some words that need room"), QPushButton("Another row of words")):
        column.addWidget(part)
    dialog.show()
    assert list(_faults(dialog, elides=False)) == []

    label, button = dialog.findChildren(QLabel)[0], dialog.findChildren(QPushButton)[0]
    label.resize(20, label.height())
    button.move(label.pos())
    button.resize(20, button.height())

    told = sorted(fault.split(":")[0] for fault in _faults(dialog, elides=False))
    dialog.close()
    assert told == ["cut", "cut", "overlap"]


def _screens(qtbot: QtBot, window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every pane of the window, then its dialogs."""
    for pane in panes(qtbot, window):
        yield pane, window
    for name in DIALOGS:
        window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: bool(_dialogs()))
        (dialog,) = _dialogs()
        yield name, dialog
        dialog.close()
        qtbot.waitUntil(lambda: not _dialogs())


def _dialogs() -> list[QDialog]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]


def _faults(root: QWidget, *, elides: bool) -> Iterator[str]:
    """What is wrong below `root`; where the text is large or long, names of tabs may be `elided`."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, OneLine):
            if lacking := _lacks(widget):
                yield f"cut: {widget.text()} lacks {lacking}"
        elif isinstance(widget, QTabBar):
            yield from _tabs(widget, elides=elides)
        yield from _overlaps(widget)


def _lacks(widget: QLabel | QAbstractButton) -> str:
    text = QTextDocumentFragment.fromHtml(widget.text()).toPlainText().strip()
    if not text:
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        high = widget.heightForWidth(widget.width())
        return f"{high - widget.height()} of height" if high > widget.height() else ""
    metrics = widget.fontMetrics()
    wide = metrics.horizontalAdvance(text.replace("&", ""))
    if isinstance(widget, QAbstractButton):
        wide = max(wide, widget.sizeHint().width())
    if wide > widget.width():
        return f"{wide - widget.width()} of width"
    return "height" if metrics.height() > widget.height() else ""


def _tabs(bar: QTabBar, *, elides: bool) -> Iterator[str]:
    metrics = bar.fontMetrics()
    for place in range(bar.count()):
        text, rect = bar.tabText(place), bar.tabRect(place)
        need = metrics.horizontalAdvance(text[:_READ] + "…" if elides else text)
        if rect.width() < need or not bar.rect().contains(rect):
            yield f"cut: tab {text}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    if isinstance(parent, QStackedWidget | QAbstractScrollArea) or parent.layout() is None:
        return
    parts = [
        part for part in parent.children()
        if isinstance(part, QWidget) and part.isVisible() and not part.isWindow()
        and not isinstance(part, QSizeGrip)
    ]  # fmt: skip
    for part in parts:
        if not parent.rect().contains(part.geometry()):
            yield f"cut: {type(part).__name__} stands out of {type(parent).__name__}"
    for one, other in combinations(parts, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"overlap: {type(one).__name__} and {type(other).__name__} in {type(parent).__name__}"


def test_the_window_asks_for_no_more_than_a_small_screen_has(tmp_path: Path) -> None:
    shown = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from briefing.gui.frame import Frame; frame = Frame(); frame.show();"
        "has, asked = frame.screen().availableSize(), frame.size();"
        "print(has.width(), has.height(), asked.width(), asked.height())"
    )
    magnified = os.environ | {"QT_SCALE_FACTOR": "2", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", shown], env=magnified, capture_output=True, text=True, check=True
    )

    wide, high, asked_wide, asked_high = map(int, done.stdout.split())
    assert high < 640
    assert asked_wide <= wide
    assert asked_high <= high
