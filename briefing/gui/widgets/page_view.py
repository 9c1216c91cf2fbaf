"""The page under the hand: quotations to point at, words to select, keys to walk with."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefing.gui.page_layout import at, excerpts
from briefing.gui.page_text import PageText, Place, copied, words_of
from briefing.gui.printing import Printed
from briefing.gui.widgets.page_canvas import PageCanvas
from briefing.model.output import Region, RegionKind
from briefing.words import say

_STEP = 1.15
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP, Qt.Key.Key_0: None,
}  # fmt: skip
"""By how much a key with Ctrl makes the page larger; `None` fits its width."""
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_CREEP = 24
"""Pixels that the page goes on with each move of a pointer that selects beyond its edge."""


class PageView(PageCanvas):
    """Tells what is pointed at, and lets words be selected as in any PDF viewer."""

    excerpt_clicked = Signal(object)
    excerpt_opened = Signal(object)
    source_clicked = Signal(str)
    heading_clicked = Signal(str, bool)
    """The anchor of a heading, and whether it was clicked twice."""
    line_clicked = Signal(str, bool)
    """The words of a line that is no quotation, no heading and no citation; whether clicked twice."""
    texts_wanted = Signal(object)
    """Pages (from 0) whose letters are to be known."""
    copy_wanted = Signal(object, bool)
    """What was taken (`Copied`), and whether with its citation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Page preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.describe: Callable[[Region], str] = lambda _: ""
        """Says what a region is, for its tool tip."""
        self._asked: tuple[int, frozenset[int]] = (0, frozenset())
        self._pressed: QPointF | None = None
        self._selecting = False

    # Words

    def add_texts(self, number: int, texts: Mapping[int, PageText]) -> None:
        """Take the letters of pages, unless the page has changed meanwhile."""
        if self.printed and number == self.printed.number:
            self._selection.texts.update(texts)

    def selected_words(self) -> str:
        """The words that are selected."""
        found = copied(self._selection, self.printed.regions) if self.printed else None
        return found.text if found else ""

    def copy(self, *, cited: bool) -> None:
        """Have the words copied that are selected; without any, the quotation that is marked."""
        found = copied(self._selection, self.printed.regions) if self.printed else None
        if found:
            self.copy_wanted.emit(found, cited)
        elif self._selected:
            self.copy_wanted.emit(self._selected, cited)

    def _want_texts(self) -> None:
        """Ask once for the letters of the pages that show."""
        if self.printed is None:
            return
        number, known = self._asked
        known = known if number == self.printed.number else frozenset()
        missing = [page for page in self._seen() if page not in known]
        if missing:
            self._asked = (self.printed.number, known.union(missing))
            self.texts_wanted.emit(tuple(missing))

    def _place(self, point: QPointF) -> Place | None:
        """The place between letters that is nearest to a point, if the letters are known."""
        page, x, y = self._on_paper(point)
        text = self._selection.texts.get(page)
        return (page, text.place_at(x, y)) if text else None

    def _on_paper(self, point: QPointF) -> tuple[int, float, float]:
        """The page under a point, and where on it, in points."""
        if self.printed is None or not self.printed.sizes:
            return 0, 0.0, 0.0
        layout = self._layout(self.printed)
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()
        ends = [layout.page(index)[3] for index in range(len(layout.sizes))]
        page = next((index for index, end in enumerate(ends) if y <= end), len(ends) - 1)
        left, top, _, _ = layout.page(page)
        return page, (x - left) / layout.scale, (y - top) / layout.scale

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the quotation under the pointer; with the button held, select words."""
        self._want_texts()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._select_to(event.position())
            return
        found = self._region(event.position())
        self.viewport().setCursor(self._shape(found, event.position()))
        if found is not self._hovered:
            self._hovered = found
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection."""
        self._want_texts()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed, self._selecting = event.position(), False
        if event.modifiers() & _SHIFT and self._selection.ranges():
            self._selecting = True
            self._select_to(event.position())
        else:
            self._selection.clear()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked, if nothing was selected."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton or self._selecting:
            return
        region = self._region(pressed)
        if region is None:
            self._tell_line(pressed, twice=False)
        elif region.kind is RegionKind.EXCERPT:
            self.select(region.passage)
            self.excerpt_clicked.emit(region.passage)
        elif region.kind is RegionKind.HEADING:
            self.heading_clicked.emit(region.anchor, False)
        elif region.sources:
            self.source_clicked.emit(region.sources[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the words of a quotation in their source; elsewhere select a word."""
        self._pressed = None
        region = self._region(event.position())
        if region and region.kind is RegionKind.EXCERPT:
            self.excerpt_opened.emit(region.passage)
            return
        if region and region.kind is RegionKind.HEADING:
            self.heading_clicked.emit(region.anchor, True)
        elif region is None:
            self._tell_line(event.position(), twice=True)
        if place := self._place(event.position()):
            page, letter = place
            start, end = self._selection.texts[page].word_at(letter)
            self._selection.take((page, start), (page, end))
            self.viewport().update()

    def _select_to(self, point: QPointF) -> None:
        """Select from where the button went down up to `point`."""
        far = QApplication.startDragDistance()
        if self._pressed is None or (
            not self._selecting and (point - self._pressed).manhattanLength() < far
        ):
            return
        if not self._selecting and (start := self._place(self._pressed)):
            self._selection.begin(start)
            self._selecting = True
        if point.y() < 0 or point.y() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (_CREEP if point.y() > 0 else -_CREEP))
            self._pressed += QPointF(0, -_CREEP if point.y() > 0 else _CREEP)
        if self._selecting and (end := self._place(point)):
            self._selection.extend(end)
        self._hovered = None
        self.viewport().update()

    def _tell_line(self, point: QPointF, *, twice: bool) -> None:
        page, x, y = self._on_paper(point)
        text = self._selection.texts.get(page)
        if text and text.is_on_words(x, y) and (line := text.line_at(x, y)):
            self.line_clicked.emit(words_of(text, line), twice)

    def _shape(self, region: Region | None, point: QPointF) -> Qt.CursorShape:
        if region:
            return Qt.CursorShape.PointingHandCursor
        page, x, y = self._on_paper(point)
        text = self._selection.texts.get(page)
        on_words = text is not None and text.is_on_words(x, y)
        return Qt.CursorShape.IBeamCursor if on_words else Qt.CursorShape.ArrowCursor

    def _region(self, point: QPointF) -> Region | None:
        if self.printed is None:
            return None
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()
        return at(self._layout(self.printed), self.printed.regions, x, y)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is under the pointer, and what a click would do."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            region = self._region(QPointF(event.pos()))
            text = self.describe(region) if region else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom at the pointer."""
        if event.modifiers() & _CONTROL:
            step = _STEP if event.angleDelta().y() > 0 else 1 / _STEP
            self.set_zoom(self.scale() * step, event.position())
            return
        super().wheelEvent(event)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Copying is the page's own while it has the keys, whatever the window copies."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._copies(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The page as it is, once the key is let go."""
        if event.key() == Qt.Key.Key_QuoteLeft and not event.isAutoRepeat():
            self.look_back(on=False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The key may be let go elsewhere."""
        self.look_back(on=False)
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forth: bool, /) -> bool:
        """Tab goes through the quotations, and from the last one out of the page."""
        return self._walk(1 if forth else -1, round_again=False) or super().focusNextPrevChild(
            forth
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the quotations, open one with Enter, copy, zoom, look back with `."""
        key, cited = Qt.Key(event.key()), self._copies(event)
        if cited is not None:
            self.copy(cited=cited)
        elif key == Qt.Key.Key_QuoteLeft:
            self.look_back(on=True)
        elif event.modifiers() & _CONTROL and key in _ZOOM_KEYS:
            step = _ZOOM_KEYS[key]
            self.set_zoom(self.scale() * step if step else None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self.excerpt_opened.emit(self._selected)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self._turn(
            1 if key == Qt.Key.Key_PageDown else -1
        ):
            event.accept()
        elif key == Qt.Key.Key_Escape and self._selection.ranges():
            self._selection.clear()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def _copies(self, event: QKeyEvent) -> bool | None:
        """Whether a key copies with the citation (Ctrl+C), without (Ctrl+Shift+C), or not (`None`)."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return True
        bare = event.key() == Qt.Key.Key_C and event.modifiers() == _CONTROL | _SHIFT
        return False if bare else None

    def _turn(self, by: int) -> bool:
        """Go to the page before or after, where a whole page shows; whether that was done."""
        printed, bar = self.printed, self.verticalScrollBar()
        if printed is None or self._tallest(printed) > self.viewport().height():
            return False
        tops = [self._layout(printed).page(index)[1] for index in range(len(printed.sizes))]
        here = bar.value() + self.viewport().height() / 2
        first = sum(top <= here for top in tops) - 1
        there = min(max(first + by, 0), len(tops) - 1)
        bar.setValue(round(tops[there]) - (self.viewport().height() - self._tallest(printed)) // 2)
        return True

    def _tallest(self, printed: Printed) -> int:
        return round(max(high for _, high in printed.sizes) * self.scale())

    def _walk(self, step: int, *, round_again: bool = True) -> bool:
        """Mark the next quotation, or the one before; whether there was one."""
        if self.printed is None:
            return False
        shown = excerpts(self.printed.regions)
        order = list(dict.fromkeys(region.passage for region in shown if region.passage))
        if not order:
            return False
        here = order.index(self._selected) if self._selected in order else (-1 if step > 0 else 0)
        there = here + step
        if not round_again and not 0 <= there < len(order):
            return False
        passage = order[there % len(order)]
        self.select(passage, reveal=True)
        self.excerpt_clicked.emit(passage)
        return True
