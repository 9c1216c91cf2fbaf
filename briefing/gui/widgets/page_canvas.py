"""The pages as they are shown: pictures of the real PDF, scrolled, with marks on them.

The old page stays until the new one's visible pages are drawn, and the quotation at the top of the
view stays where it is.
"""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from briefing.gui.page_keeping import Held, place_after
from briefing.gui.page_layout import (
    GAP,
    Box,
    PageLayout,
    excerpts,
    fit_width,
    moved,
)
from briefing.gui.page_text import Selection
from briefing.gui.printing import Printed
from briefing.gui.view_models.timers import timer
from briefing.gui.widgets.ghost_page import draw_ghost
from briefing.model.output import Region
from briefing.model.passage import Passage
from briefing.words import say

_ZOOMS = (0.25, 6.0)
_DIM = 90
"""How dark a veil lies over a page that is dimmed, of 255."""
_TINT = 70
"""How strong the ground of selected words is, of 255."""
_BAR = "#8a2be2"
"""Colour of the bars beside what changed: the page is white in any scheme."""
_PICTURES = 6
"""Pages whose pictures are kept, if no more show at once."""
_PULSE = 600
"""Milliseconds for which a quotation that has just come is tinted."""


class PageCanvas(QAbstractScrollArea):
    """Shows a `Printed`."""

    pages_wanted = Signal(object, float)
    """Pages (from 0) that have no picture yet, and the pixels a point they should have."""
    zoomed = Signal(float)
    swapped = Signal()
    """A new page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accent = QColor("#1f5fbf")
        self.dimmed = False
        """Whether the page is shown less bright; never in what is exported."""
        self.still = False
        """Whether nothing may pulse."""
        self._pulse = timer(self, _PULSE, self._calm)
        self.hint = ""
        self.ghost: tuple[str, ...] = ()
        """The sections of a page on which nothing stands yet; none while one is made."""
        self._printed: Printed | None = None
        self._pictures: dict[int, QImage] = {}
        self._zoom: float | None = None
        self._selected: Passage | None = None
        self._hovered: Region | None = None
        self._fresh: frozenset[Passage] = frozenset()
        self._before: tuple[Printed, dict[int, QImage]] | None = None
        self._now: tuple[Printed, dict[int, QImage]] | None = None
        """What is shown again once the person has looked back."""
        self._held = Held()
        """Where the last change left the view; bars know whole pixels, and parts would add up."""
        self._selection = Selection()
        self._bars: Mapping[Passage, str] = {}
        self.verticalScrollBar().valueChanged.connect(self._want_pages)

    # What is shown

    def show_bars(self, signs: Mapping[Passage, str]) -> None:
        """Show a bar in the margin, with its sign, beside the quotations that changed."""
        if signs != self._bars:
            self._bars = signs
            self.viewport().update()

    def bars(self) -> Mapping[Passage, str]:
        """The quotations with a bar beside them, and its sign."""
        return self._bars

    @property
    def printed(self) -> Printed | None:
        """What is shown."""
        return self._printed

    @property
    def zoom(self) -> float | None:
        """Pixels a point, or `None` for "as wide as the view"."""
        return self._zoom

    def set_zoom(self, zoom: float | None, at: QPointF | None = None) -> None:
        """Show at `zoom` pixels a point, `None` fits the width; what lies at `at` stays there."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        at = at or QPointF(self.viewport().width() / 2, 0)
        before = self._layout(self._printed) if self._printed else None
        point = (across.value() + at.x(), down.value() + at.y())
        self._zoom = None if zoom is None else min(max(zoom, _ZOOMS[0]), _ZOOMS[1])
        self._set_bars()
        if before and self._printed:
            x, y = moved(before, self._layout(self._printed), *point)
            across.setValue(round(x - at.x()))
            down.setValue(round(y - at.y()))
        self._want_pages()
        self.zoomed.emit(self.scale())

    def scale(self) -> float:
        """Pixels a point."""
        sizes = self._printed.sizes if self._printed else ()
        return self._zoom or fit_width(sizes, self.viewport().width())

    def pixels(self) -> float:
        """Device pixels a point: what a picture must have to be sharp."""
        return self.scale() * self.devicePixelRatioF()

    def first_pages(self, printed: Printed) -> tuple[int, ...]:
        """The pages of a new `printed` that will show once it is swapped in."""
        layout = self._layout(printed)
        top = self._place_after(printed, layout).top
        return layout.seen(top, self.viewport().height()) or (0,)

    def swap(self, printed: Printed, pictures: dict[int, QImage]) -> None:
        """Show `printed` in the place of what was shown; nothing that stays moves."""
        self.look_back(on=False)
        before = self._passages()
        self._held = self._place_after(printed, self._layout(printed))
        if self._printed and self._printed.change != printed.change:
            self._before = (self._printed, self._in_sight())
        self._printed, self._pictures, self._hovered = printed, dict(pictures), None
        self._now = None
        self._selection.forget()
        self._set_bars()
        self.verticalScrollBar().setValue(round(self._held.top))
        self._fresh = self._passages() - before if before and not self.still else frozenset()
        if self._fresh:
            self._pulse.start()
        self._want_pages()
        self.viewport().update()
        self.swapped.emit()

    def _seen(self) -> tuple[int, ...]:
        """The pages that show."""
        if self._printed is None:
            return ()
        top = self.verticalScrollBar().value()
        return self._layout(self._printed).seen(top, self.viewport().height())

    def _in_sight(self) -> dict[int, QImage]:
        """The pictures of the pages that show; a page takes some four megabytes."""
        return {page: self._pictures[page] for page in self._seen() if page in self._pictures}

    def _forget_far(self) -> None:
        """Keep the pictures of the pages that show and of a few next to them."""
        seen = self._seen() or (0,)
        middle = (seen[0] + seen[-1]) / 2
        nearest = sorted(self._pictures, key=lambda page: abs(page - middle))
        for page in nearest[max(_PICTURES, len(seen)) :]:
            del self._pictures[page]

    def shows_pictures(self) -> bool:
        """Whether each page that shows has its picture: nothing is blank."""
        if self._printed is None:
            return True
        return all(page in self._pictures for page in self._seen())

    def look_back(self, *, on: bool) -> None:
        """Show the page as it was before the last change, at the same place, or as it is again.

        Only what was drawn of it then can be shown.
        """
        if on and self._now is None and self._before and self._printed:
            self._now = (self._printed, self._pictures)
            self._printed, self._pictures = self._before
        elif not on and self._now:
            (self._printed, self._pictures), self._now = self._now, None
            self._want_pages()
        self._hovered = None
        self.viewport().update()

    def clear(self) -> None:
        """Show that there is nothing to show yet."""
        self._before = self._now = None
        self._selection.forget()
        self._printed, self._pictures, self._hovered = None, {}, None
        self.verticalScrollBar().setRange(0, 0)
        self.viewport().update()

    def add_pictures(self, number: int, pictures: dict[int, QImage]) -> None:
        """Take pictures of further pages, unless the page has changed meanwhile."""
        if self._printed and number == self._printed.number:
            self._pictures |= pictures
            self._forget_far()
            self.viewport().update()

    def select(self, passage: Passage | None, *, reveal: bool = False) -> None:
        """Mark the quotation of `passage`, and scroll to it if that was asked for."""
        self._selected = passage
        if reveal and passage and (box := self._box_of(passage)):
            view = self.viewport().height()
            bar = self.verticalScrollBar()
            if box[1] < bar.value() or box[3] > bar.value() + view:
                bar.setValue(round(box[1] - view / 3))
        self.viewport().update()

    def reveal(self, region: Region) -> None:
        """Scroll to a region, where it does not show."""
        if self._printed:
            box, bar = self._layout(self._printed).box(region), self.verticalScrollBar()
            view = self.viewport().height()
            if box[1] < bar.value() or box[3] > bar.value() + view:
                bar.setValue(round(box[1] - view / 3))

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page (from 0)."""
        if self._printed and page < len(self._printed.sizes):
            self.verticalScrollBar().setValue(
                round(self._layout(self._printed).page(page)[1] - GAP)
            )

    def page_at_top(self) -> int:
        """The page (from 0) that fills the upper half of the view."""
        if self._printed is None:
            return 0
        layout, middle = self._layout(self._printed), self.viewport().height() / 3
        seen = layout.seen(self.verticalScrollBar().value() + middle, 1)
        return seen[0] if seen else max(0, len(self._printed.sizes) - 1)

    def out_of_sight(self, passage: Passage) -> int | None:
        """The page (from 1) of a quotation that does not show now; `None` if it shows or is not there."""
        if not self._printed or not (box := self._box_of(passage)):
            return None
        bar = self.verticalScrollBar()
        if bar.value() <= box[1] < bar.value() + self.viewport().height():
            return None
        return next(r.page for r in self._printed.regions if r.passage == passage)

    def is_above(self, passage: Passage) -> bool:
        """Whether a quotation lies above what shows."""
        box = self._box_of(passage)
        return box is not None and box[1] < self.verticalScrollBar().value()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that show, and the marks on them."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.palette().color(self.backgroundRole()))
        if self._printed is None or not self._printed.sizes:
            view = self.viewport().rect()
            draw_ghost(painter, view, self.ghost, self.hint, self.palette())
            return
        layout, top = self._layout(self._printed), self.verticalScrollBar().value()
        painter.translate(-self.horizontalScrollBar().value(), -top)
        for index in layout.seen(top, self.viewport().height()):
            self._draw_page(painter, layout.page(index), self._pictures.get(index))
            self._draw_selection(painter, layout, index)
        for region in excerpts(self._printed.regions):
            self._draw_mark(painter, layout.box(region), region)
        if self._now:
            painter.resetTransform()
            self._draw_note(painter, say("Before the last change"))

    def _draw_note(self, painter: QPainter, words: str) -> None:
        """Say above the page that it is not the present one."""
        area = QRectF(self.viewport().rect())
        wide = painter.fontMetrics().horizontalAdvance(words) + 24
        high = painter.fontMetrics().height() + 8
        box = QRectF((area.width() - wide) / 2, 6, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_page(self, painter: QPainter, box: Box, picture: QImage | None) -> None:
        area = _rect(box)
        painter.fillRect(area, QColor("white"))
        if picture:
            # An older size is shown until the new one is drawn: smoothly, or lines would be lost.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, picture)
        if self.dimmed:
            painter.fillRect(area, QColor(0, 0, 0, _DIM))
        painter.setPen(QPen(QColor(0, 0, 0, 40), 1))
        painter.drawRect(area)

    def _draw_selection(self, painter: QPainter, layout: PageLayout, index: int) -> None:
        tint = QColor(self.accent)
        tint.setAlpha(_TINT)
        left, top, _, _ = layout.page(index)
        for box in self._selection.shapes(index):
            sides = [side * layout.scale for side in box]
            area = QRectF(QPointF(sides[0], sides[1]), QPointF(sides[2], sides[3]))
            painter.fillRect(area.translated(left, top).adjusted(0, -1, 0, 1), tint)

    def _draw_bar(self, painter: QPainter, area: QRectF, sign: str) -> None:
        """A bar as in a changed report, and what it means: never by colour alone."""
        colour = QColor(_BAR)
        painter.fillRect(QRectF(area.right() + 6, area.top(), 2, area.height()), colour)
        painter.setPen(colour)
        room = painter.fontMetrics().horizontalAdvance(sign) + 2
        side = QRectF(area.right() + 11, area.top(), room, area.height())
        painter.drawText(side, Qt.AlignmentFlag.AlignTop, sign)

    def _draw_mark(self, painter: QPainter, box: Box, region: Region) -> None:
        area = _rect(box).adjusted(-4, -2, 4, 2)
        if region.passage in self._fresh:
            tint = QColor(self.accent)
            tint.setAlpha(46)
            painter.fillRect(area, tint)
        if region.passage and region.passage in self._bars and self._now is None:
            self._draw_bar(painter, area, self._bars[region.passage])
        if region.passage is not None and region.passage == self._selected:
            painter.fillRect(QRectF(area.left() - 5, area.top(), 4, area.height()), self.accent)
        if self._hovered and region.passage == self._hovered.passage:
            painter.setPen(QPen(self.accent, 1))
            painter.drawRoundedRect(area, 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width fitted."""
        super().resizeEvent(event)
        self._set_bars()
        self._want_pages()

    # Details

    def _layout(self, printed: Printed) -> PageLayout:
        scale = self._zoom or fit_width(printed.sizes, self.viewport().width())
        return PageLayout(printed.sizes, scale, self.viewport().width())

    def _place_after(self, printed: Printed, layout: PageLayout) -> Held:
        shown, top = self._printed, float(self.verticalScrollBar().value())
        if shown is None or top <= 0:
            return Held()
        held = self._held if round(self._held.top) == top else Held(top)
        there = place_after(self._layout(shown), shown.regions, layout, printed.regions, held)
        lowest = max(0.0, layout.height - self.viewport().height())
        return replace(there, top=min(max(0.0, there.top), lowest))

    def _set_bars(self) -> None:
        if self._printed is None:
            return
        layout = self._layout(self._printed)
        view = self.viewport().size()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(layout.height - view.height())))
        bar.setPageStep(view.height())
        bar.setSingleStep(40)
        widest = max((wide for wide, _ in self._printed.sizes), default=0) * layout.scale + 2 * GAP
        self.horizontalScrollBar().setRange(0, max(0, round(widest - view.width())))
        self.horizontalScrollBar().setPageStep(view.width())

    def _want_pages(self) -> None:
        if self._printed is None:
            return
        layout, top = self._layout(self._printed), self.verticalScrollBar().value()
        seen = layout.seen(top, self.viewport().height())
        missing = [page for page in seen if not self._is_sharp(page)]
        if missing and self._now is None:
            self.pages_wanted.emit(tuple(missing), self.pixels())
        self.viewport().update()

    def _is_sharp(self, page: int) -> bool:
        """Whether there is a picture of this page at today's size; an older one is stretched."""
        picture = self._pictures.get(page)
        sizes = self._printed.sizes if self._printed else ()
        return picture is not None and abs(picture.width() - sizes[page][0] * self.pixels()) < 2  # noqa: PLR2004 - PDFium rounds

    def _passages(self) -> frozenset[Passage]:
        regions = excerpts(self._printed.regions) if self._printed else []
        return frozenset(region.passage for region in regions if region.passage)

    def _box_of(self, passage: Passage) -> Box | None:
        if self._printed is None:
            return None
        regions = excerpts(self._printed.regions)
        found = next((region for region in regions if region.passage == passage), None)
        return self._layout(self._printed).box(found) if found else None

    def _calm(self) -> None:
        self._fresh = frozenset()
        self.viewport().update()


def _rect(box: Box) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)
