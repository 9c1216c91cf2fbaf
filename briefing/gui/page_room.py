"""The page and what is around it: joins the preview to the live page."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from briefing.gui import fitting
from briefing.gui.dialogs.reading import ReadingDialog
from briefing.gui.frame import Frame
from briefing.gui.page_layout import note_numbers
from briefing.gui.page_text import PageText
from briefing.gui.printing import Printed
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.gui.work import sending, spoken
from briefing.model.passage import Passage

_COUNTED = 3
"""Pages too many up to which the lines on them are counted; of more than that pages say enough."""


class PageRoom(QObject):
    """Swaps finished pages in, and tells of what cannot be seen."""

    fitted = Signal()
    """It is known whether the document fits."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._waiting: Printed | None = None
        self.allowed: int | None = None
        self._fit = ""
        self._added: tuple[Passage, int] | None = None
        live, preview = bench.live, frame.preview
        live.printed.connect(self._on_printed)
        live.drawn.connect(self._on_drawn)
        live.busy.connect(preview.show_busy)
        live.failed.connect(self._on_failed)
        bench.emptied.connect(preview.show_nothing)
        preview.page.pages_wanted.connect(self._on_pages_wanted)
        preview.pill.clicked.connect(self._on_pill)
        preview.shorter_wanted.connect(self.park_lowest)
        preview.undo_wanted.connect(bench.undo)
        preview.quotation_wanted.connect(self._on_quotation)

    def over(self) -> str:
        """By how much the document is longer than its template allows; empty if it fits."""
        return self._fit if self._is_over() else ""

    def _is_over(self) -> bool:
        printed = self._frame.preview.page.printed
        return bool(printed and self.allowed and len(printed.sizes) > self.allowed)

    def _show_fit(self, lines: int = 0) -> None:
        printed = self._frame.preview.page.printed
        if printed:
            self._fit = fitting.told(len(printed.sizes), self.allowed, lines, self._bench.desk)
            self._frame.preview.show_fit(self._fit, over=self._is_over())
            self.fitted.emit()

    def _count_lines(self, printed: Printed) -> None:
        """Say by how many lines it is too long, once they are counted."""
        allowed = self.allowed
        if allowed is None or not allowed < len(printed.sizes) <= allowed + _COUNTED:
            return

        def counted(texts: dict[int, PageText]) -> None:
            if texts and self._frame.preview.page.printed is printed:
                self._show_fit(fitting.lines_beyond(texts, allowed))

        self._bench.live.letters(printed.number, (0, *range(allowed, len(printed.sizes))), counted)

    def read_as_text(self) -> None:
        """Show the briefing as text: each line with what it is, one's own words as such."""
        drafted = self._bench.live.drafted()
        if drafted is None or not self._bench.desk.included:
            self._frame.tell("Nothing is in the briefing yet. Press Space on an excerpt.")
            return
        dialog = ReadingDialog(spoken.spoken(drafted.document), self._frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(object, object)
    def _on_printed(self, printed: Printed, allowed: int | None) -> None:
        self._waiting, self.allowed = printed, allowed
        page = self._frame.preview.page
        self._bench.live.draw(printed.number, page.first_pages(printed), page.pixels())

    @Slot(int, object)
    def _on_drawn(self, number: int, pictures: dict[int, QImage]) -> None:
        waiting, page = self._waiting, self._frame.preview.page
        if waiting is None or number != waiting.number:
            page.add_pictures(number, pictures)
            return
        self._waiting = None
        before = page.printed
        page.swap(waiting, pictures)
        self._frame.preview.show_failure("")
        self._show_fit()
        self._count_lines(waiting)
        self._frame.order.show_numbers(note_numbers(waiting.regions))
        if before:
            self._tell_of_change(before, waiting)

    def _tell_of_change(self, before: Printed, after: Printed) -> None:
        """Point to what was added where it cannot be seen."""
        preview = self._frame.preview
        old = {region.passage for region in before.regions}
        chosen = self._bench.desk.places()
        added = [r.passage for r in after.regions if r.passage in chosen and r.passage not in old]
        hidden = [(place, preview.page.out_of_sight(place)) for place in added]
        self._added = next(((place, page) for place, page in hidden if page), None)
        preview.show_pill(f"Added on page {self._added[1]} ↓" if self._added else "")

    @Slot(str)
    def _on_failed(self, why: str) -> None:
        preview = self._frame.preview
        preview.show_failure(
            f"The page could not be built: {why}", quotation=self._culprit() is not None
        )

    def _culprit(self) -> Passage | None:
        """The quotation that came in, or was cut otherwise, since the page was built last."""
        printed = self._frame.preview.page.printed
        shown = {region.passage for region in printed.regions} if printed else set()
        changed = [item.passage for item in self._bench.desk.included if item.passage not in shown]
        return changed[-1] if changed else None

    def _on_quotation(self) -> None:
        """Show it where it can be taken out, and its words in their source."""
        passage = self._culprit()
        item = self._bench.desk.item(passage) if passage else None
        if passage and item:
            self._frame.lists.setCurrentIndex(ORDER_TAB)
            self._frame.order.go_to(item)
            self._bench.show_source(passage)

    def _on_pages_wanted(self, pages: tuple[int, ...], scale: float) -> None:
        printed = self._frame.preview.page.printed
        if printed:
            self._bench.live.draw(printed.number, pages, scale)

    def _on_pill(self) -> None:
        self._frame.preview.show_pill("")
        if self._added:
            self._frame.preview.page.select(self._added[0], reveal=True)

    def park_lowest(self) -> None:
        """Keep the quotation that ranks lowest without printing it."""
        self._bench.do(sending.park_lowest)
