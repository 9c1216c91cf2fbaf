"""Words on the page: selected with the mouse, copied as they stand in their source, led back by a click."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.page_layout import PageLayout, excerpts
from briefing.gui.page_text import Line, PageText, owner, words_of
from briefing.gui.window import Window
from briefing.model.output import Region, RegionKind
from tests.gui.acting import click_on_page, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_LEFT = Qt.MouseButton.LeftButton
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_words_of_a_quotation_are_copied_with_and_without_their_source(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    region = excerpts(printed(window).regions)[0]
    item = next(i for i in window.bench.desk.included if i.passage == region.passage)
    text = _letters_of(qtbot, window, region.page - 1)
    # Two lines and more, so that a line break lies within.
    lines = [line for line in text.lines if _inside(region, line)]
    start, end = lines[0].start + 4, lines[1].end - 4

    _drag(window, region.page - 1, text, start, end)
    QTest.keyClick(window.preview.page, Qt.Key.Key_C, _CONTROL)
    cited = QApplication.clipboard().text()
    QTest.keyClick(window.preview.page, Qt.Key.Key_C, _CONTROL | _SHIFT)
    bare = QApplication.clipboard().text()

    assert len(bare.split()) > 8
    assert bare in item.text
    assert cited == f"“{bare}” ({item.label}, {item.published})"
    QTest.keyClick(window.preview.page, Qt.Key.Key_Escape)
    assert window.preview.page.selected_words() == ""
    QTest.keyClick(window.preview.page, Qt.Key.Key_Tab)
    QTest.keyClick(window.preview.page, Qt.Key.Key_C, _CONTROL)
    assert item.text in QApplication.clipboard().text()


def test_tab_goes_through_the_quotations_and_out_of_the_page(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    page = window.preview.page
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    page.setFocus()
    order = list(dict.fromkeys(region.passage for region in excerpts(printed(window).regions)))

    for passage in order:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        assert page.hasFocus()
        assert page._selected == passage
    QTest.keyClick(page, Qt.Key.Key_Tab)

    assert not page.hasFocus()


def test_lines_of_the_page_lead_to_where_they_are_made(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.bench.set("marking", "TLP:AMBER", "Marking")
    window.bench.write("key-points", ["The command matters more than the exercise."])
    qtbot.waitUntil(lambda: len(window.bench.desk.notes) == 1, timeout=LONG)
    wanted: list[tuple[str, str]] = []
    window.order.own_text_wanted.disconnect()
    window.order.own_text_wanted.connect(lambda *told: wanted.append(told))

    def letters() -> PageText | None:
        window.preview.page._want_texts()
        return window.preview.page._selection.texts.get(0)

    def shown() -> None:
        text = letters()
        assert text is not None
        assert any("exercise" in words_of(text, line) for line in text.lines)

    qtbot.waitUntil(shown, timeout=LONG)
    _click_line(window, "The command matters")
    assert wanted == []
    _click_line(window, "The command matters", double=True)
    assert wanted == [("key-points", "Bottom line")]

    _click_line(window, "TLP:AMBER")
    menu = next(menu for menu in window.preview.findChildren(QMenu) if menu.isVisible())
    assert "TLP:RED" in [action.text() for action in menu.actions()]
    menu.close()

    heading = next(r for r in printed(window).regions if r.anchor in {"china", "north-korea"})
    click_on_page(window, heading)
    assert window.lists.currentIndex() == 0
    click_on_page(window, heading, double=True)
    assert window.lists.currentIndex() == 1
    line = window.order.currentItem()
    assert line is not None
    assert line.text(0).startswith("✎")


def test_what_lies_under_the_pointer_stays_there_when_it_zooms(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    page = window.preview.page
    page.set_zoom(2.0)
    region = excerpts(printed(window).regions)[-1]
    page.reveal(region)
    layout = _layout(window)
    left, top, _, _ = layout.box(region)
    point = QPointF(
        left - page.horizontalScrollBar().value(), top - page.verticalScrollBar().value()
    )

    event = QWheelEvent(
        point, page.viewport().mapToGlobal(point), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, _CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.viewport(), event)

    assert page.scale() > 2.0
    left, top, _, _ = _layout(window).box(region)
    there = QPointF(
        left - page.horizontalScrollBar().value(), top - page.verticalScrollBar().value()
    )
    assert (there - point).manhattanLength() <= 2


def test_the_theme_editor_leaves_one_where_one_was(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.right.setCurrentWidget(window.compare)
    for end in (window.theme_editor.left.emit, window.theme_room._close):
        window.theme_room.edit("china")
        assert window.right.currentWidget() is window.theme_editor
        end()
        assert window.right.currentWidget() is window.compare


@pytest.mark.parametrize(
    ("words", "key"),
    [("Moss, 4 May", "a"), ("and then some", None), ("  ", None)],
    ids=["part of a text", "of no text", "no letters"],
)
def test_a_line_belongs_to_the_text_that_holds_its_letters(words: str, key: str | None) -> None:
    assert owner(words, {"a": "Written in Moss, on\n4 May".replace("on\n", "")}) == key


def _layout(window: Window) -> PageLayout:
    page = window.preview.page
    return PageLayout(printed(window).sizes, page.scale(), page.viewport().width())


def _letters_of(qtbot: QtBot, window: Window, number: int) -> PageText:
    page = window.preview.page
    page._want_texts()
    qtbot.waitUntil(lambda: number in page._selection.texts, timeout=LONG)
    return page._selection.texts[number]


def _inside(region: Region, line: Line) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return region.kind is RegionKind.EXCERPT and region.top < middle < region.bottom


def _point(window: Window, number: int, x: float, y: float) -> QPoint:
    layout, page = _layout(window), window.preview.page
    left, top, _, _ = layout.page(number)
    down = top + y * layout.scale - page.verticalScrollBar().value()
    return QPoint(round(left + x * layout.scale), round(down))


def _drag(window: Window, number: int, text: PageText, start: int, end: int) -> None:
    """From before the letter `start` to before the letter `end`."""
    first, last = text.boxes[start], text.boxes[end]
    ends = [_point(window, number, box[0] + 0.2, (box[1] + box[3]) / 2) for box in (first, last)]
    view = window.preview.page.viewport()
    window.preview.page.setFocus()
    QTest.mousePress(view, _LEFT, Qt.KeyboardModifier.NoModifier, ends[0])
    middle = (ends[0] + ends[1]) / 2
    for point in (middle, ends[1]):
        QTest.mouseMove(view, point)
    QTest.mouseRelease(view, _LEFT, Qt.KeyboardModifier.NoModifier, ends[1])


def _click_line(window: Window, words: str, *, double: bool = False) -> None:
    text = window.preview.page._selection.texts[0]
    line = next(line for line in text.lines if words in words_of(text, line))
    left, top, _, bottom = line.box
    point = _point(window, 0, left + 3, (top + bottom) / 2)
    act = QTest.mouseDClick if double else QTest.mouseClick
    act(window.preview.page.viewport(), _LEFT, Qt.KeyboardModifier.NoModifier, point)
