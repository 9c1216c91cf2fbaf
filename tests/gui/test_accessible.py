"""Every control has a name, every act a key, and all text can be read in light and in dark."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTabBar, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui.window import Window
from tests.gui.acting import panes, ready
from tests.gui.conftest import Opener
from tests.gui.person import ROOT

_ROLE = QAccessible.Role
ACTED_ON = frozenset(
    {
        _ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ComboBox, _ROLE.EditableText,
        _ROLE.ListItem, _ROLE.List, _ROLE.Tree, _ROLE.TreeItem, _ROLE.Table, _ROLE.PageTab,
        _ROLE.PageTabList, _ROLE.MenuItem, _ROLE.Slider, _ROLE.SpinBox, _ROLE.Link,
        _ROLE.ButtonMenu, _ROLE.ButtonDropDown, _ROLE.Document,
    }
)  # fmt: skip
FLOOR = 4.5
_CONTAINS = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive


def _tree(node: QAccessibleInterface | None, depth: int = 0) -> Iterator[QAccessibleInterface]:
    if node is None or not node.isValid() or depth > 14:
        return
    yield node
    for place in range(min(node.childCount(), 60)):
        yield from _tree(node.child(place), depth + 1)


def test_no_control_is_without_a_name(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    unnamed, seen = set(), 0

    for pane in panes(qtbot, window):
        for node in _tree(QAccessible.queryAccessibleInterface(window)):
            state = node.state()
            if node.role() not in ACTED_ON or state.invisible:
                continue
            seen += 1
            if not node.text(QAccessible.Text.Name).strip():
                kind = type(node.object()).__name__ if node.object() else "part"
                unnamed.add((pane, node.role().name, kind))

    assert unnamed == set()
    assert seen > 300


def test_every_act_has_a_key_or_stands_in_a_menu(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    actions = window.actions_by_name
    menus = window.menuBar().findChildren(QMenu)
    in_menus = {one for menu in menus for one in menu.actions()}
    keys = Counter(
        one.shortcut().toString() for one in actions.values() if not one.shortcut().isEmpty()
    )
    focusable = [
        one for one in window.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and not one.focusPolicy()
    ]  # fmt: skip

    assert set(actions.values()) <= in_menus
    assert max(keys.values()) == 1
    assert focusable == []


def test_the_keys_of_all_commands_stand_in_the_manual(open_window: Opener) -> None:
    actions = open_window().actions_by_name.values()
    keys = {key.toString() for action in actions for key in action.shortcuts()}
    manual = (ROOT / "docs" / "desktop.md").read_text(encoding="utf-8").partition("## Keys")[2]

    def is_told(key: str) -> bool:
        written = re.sub(r"\+-$", "+minus", re.sub(r"\+\+$", "+plus", key))
        written = re.sub(r"\d$", "", written) if key.startswith("Ctrl+") else written
        return bool(re.search(rf"(?<![\w+]){re.escape(written)}(?![A-Z+])", manual))

    panes = {f"Ctrl+Shift+{number}" for number in range(1, 7)}  # told as “with Shift”
    assert {key for key in keys - panes if not is_told(key)} == set()
    assert len(keys) > 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(
    qtbot: QtBot, open_window: Opener, scheme: str
) -> None:
    window = open_window()
    window.settings.keep("scheme", scheme)
    window.settings.keep("text_size", "18")
    window.dress()
    window.resize(1600, 1000)
    ready(qtbot, window, included=4)
    weak, seen = {}, 0

    for pane in panes(qtbot, window):
        for what, image in _pieces(window):
            seen += 1
            ratio = _contrast(image)
            if ratio < FLOOR:
                weak[pane, what] = round(ratio, 2)

    assert weak == {}
    assert seen > 150


def _pieces(window: Window) -> Iterator[tuple[str, QImage]]:
    """Pictures of pieces of text, with what they say, cut from what a person sees."""
    whole = window.grab().toImage()

    def cut(widget: QWidget, rect: QRect) -> QImage:
        return whole.copy(QRect(widget.mapTo(window, rect.topLeft()), rect.size()))

    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QTabBar):
            for place in range(widget.count()):
                yield widget.tabText(place), cut(widget, widget.tabRect(place))
        elif isinstance(widget, QLabel | QAbstractButton) and widget.text().strip():
            yield widget.text(), cut(widget, widget.rect())
        elif isinstance(widget, QTreeWidget):
            for line in widget.findItems("", _CONTAINS):
                rect = widget.visualItemRect(line)
                if widget.viewport().rect().contains(rect):
                    yield line.text(0), cut(widget.viewport(), rect)
    cards = window.cards
    if cards.isVisible():
        for row in range(3):
            card = cards.visualRect(window.model.index(row, 0))
            high = cards.fontMetrics().height()
            foot = QRect(card.left() + 20, card.bottom() - 15 - high, card.width() - 40, high)
            head = QRect(card.left() + 50, card.top() + 15, card.width() - 70, high)
            words = QRect(card.left() + 20, head.bottom() + 6, card.width() - 40, high)
            for name, rect in (("foot", foot), ("head", head), ("words", words)):
                yield f"card {row} {name}", cut(cards.viewport(), rect)


def _contrast(image: QImage) -> float:
    """The contrast (WCAG 2.1) of the ink that stands out most from the commonest colour."""
    pixels = Counter(image.pixel(x, y) for y in range(image.height()) for x in range(image.width()))
    if len(pixels) < 3:
        return 21.0
    ground = _luminance(QColor(pixels.most_common(1)[0][0]))
    return max(_ratio(ground, _luminance(QColor(pixel))) for pixel in pixels)


def _ratio(one: float, other: float) -> float:
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
