"""The page and what is around it: joins the preview to the live page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from briefing.gui import fitting
from briefing.gui.dialogs.reading import ReadingDialog
from briefing.gui.frame import Frame
from briefing.gui.page_layout import excerpts, note_numbers
from briefing.gui.page_links import FIRST, section_of
from briefing.gui.page_text import PageText
from briefing.gui.printing import Printed
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.gui.widgets.preview_pane import BEST
from briefing.gui.work import sending, spoken
from briefing.model.desk import ShownCard
from briefing.model.passage import Passage
from briefing.words import mark, say

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
        self._added: Passage | None = None
        """What the pill leads to."""
        live, preview = bench.live, frame.preview
        live.printed.connect(self._on_printed)
        live.drawn.connect(self._on_drawn)
        live.busy.connect(preview.show_busy)
        live.failed.connect(self._on_failed)
        bench.emptied.connect(self._on_emptied)
        bench.listed.connect(self._on_listed, Qt.ConnectionType.QueuedConnection)
        preview.best_wanted.connect(self._add_best)
        preview.page.pages_wanted.connect(self._on_pages_wanted)
        preview.pill.clicked.connect(self._on_pill)
        preview.shorter_wanted.connect(self.park_lowest)
        preview.undo_wanted.connect(bench.undo)
        preview.quotation_wanted.connect(self._on_quotation)
        preview.cancel_wanted.connect(live.cancel)
        preview.build_wanted.connect(live.change)

    def over(self) -> str:
        """By how much the document is longer than its template allows; empty if it fits."""
        return self._fit if self._is_over() else ""

    def _is_over(self) -> bool:
        printed = self._frame.preview.page.printed
        return bool(printed and self.allowed and len(printed.sizes) > self.allowed)

    def _show_fit(self, lines: int = 0, room: tuple[float, int] | None = None) -> None:
        printed, allowed = self._frame.preview.page.printed, self.allowed
        if printed is None:
            return
        pages, (taken, free) = len(printed.sizes), room or (1.0, 0)
        self._fit = fitting.told(pages, allowed, lines, self._bench.desk, free)
        self._frame.preview.show_fit(self._fit, over=self._is_over())
        if allowed is None:
            self._frame.preview.meter.show_share(None)
        elif pages > allowed or room:
            self._frame.preview.meter.show_share((pages - 1 + taken) / allowed)
        self.fitted.emit()

    def _count_lines(self, printed: Printed) -> None:
        """Say by how many lines it is too long, or for how many there is room, once that is counted."""
        allowed, count = self.allowed, len(printed.sizes)
        if allowed is None or count > allowed + _COUNTED:
            return
        if count <= allowed:
            self._count_room(printed)
            return

        def counted(texts: dict[int, PageText]) -> None:
            if texts and self._frame.preview.page.printed is printed:
                self._show_fit(fitting.lines_beyond(texts, allowed))

        self._bench.live.letters(printed.number, (0, *range(allowed, len(printed.sizes))), counted)

    def _count_room(self, printed: Printed) -> None:
        last = len(printed.sizes) - 1

        def counted(texts: dict[int, PageText]) -> None:
            if last in texts and self._frame.preview.page.printed is printed:
                marking = self._bench.desk.settings.marking
                high = printed.sizes[last][1]
                self._show_fit(room=fitting.room_on(texts[last], high, marking or ""))

        self._bench.live.letters(printed.number, (last,), counted)

    def read_as_text(self) -> None:
        """Show the briefing as text: each line with what it is, one's own words as such."""
        drafted = self._bench.live.drafted()
        if drafted is None or not self._bench.desk.included:
            self._frame.tell(say("Nothing is in the briefing yet. Press Space on an excerpt."))
            return
        dialog = ReadingDialog(spoken.spoken(drafted.document), self._frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_emptied(self) -> None:
        """Show what a page would be made of, and offer to begin it."""
        bench = self._bench
        ticked = bench.desk.settings.themes
        sections = [theme.title for theme in bench.themes() if not ticked or theme.id in ticked]
        there = self._frame.model.rowCount() > 0
        self._frame.preview.show_nothing(sections if there else ())

    @Slot()
    def _on_listed(self) -> None:
        """What can be put in may be known only now."""
        desk = self._bench.desk
        if self._frame.preview.page.printed is None and desk.name and not desk.included:
            self._on_emptied()

    def _best(self) -> list[ShownCard]:
        """The first excerpts of the list."""
        model = self._frame.model
        cards = map(model.card, range(min(BEST, model.rowCount())))
        return [card for card in cards if card]

    def _add_best(self) -> None:
        if best := self._best():
            self._bench.toggle(best)

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
        hidden = self._hidden_before(waiting)
        page.swap(waiting, pictures)
        self._frame.preview.show_failure("")
        self._show_fit()
        self._count_lines(waiting)
        language = self._bench.desk.settings.language
        self._frame.order.show_numbers(
            note_numbers(waiting.regions, lambda anchor: section_of(anchor, language) == FIRST)
        )
        if before:
            self._tell_of_change(before, waiting, hidden)

    def _hidden_before(self, after: Printed) -> list[Passage]:
        """The quotations that will be no more, of which nothing is in sight."""
        page = self._frame.preview.page
        if page.printed is None:
            return []
        stay = {region.passage for region in after.regions if region.passage}
        gone = [region.passage for region in excerpts(page.printed.regions)]
        return [
            place
            for place in dict.fromkeys(gone)
            if place
            and not any(place.overlaps(one) for one in stay)  # one that was cut is still there
            and page.out_of_sight(place)
        ]

    def _tell_of_change(self, before: Printed, after: Printed, gone: Sequence[Passage]) -> None:
        """Point to what was added or taken out where it cannot be seen."""
        preview = self._frame.preview
        old = {region.passage for region in before.regions}
        chosen = self._bench.desk.places()
        added = [r.passage for r in after.regions if r.passage in chosen and r.passage not in old]
        hidden = [(place, preview.page.out_of_sight(place)) for place in added]
        self._added = next((place for place, page in hidden if page), None)
        told = mark("Added on page {page}")
        if self._added is None and gone:
            self._added = self._beside(before, after, gone[-1])
            told = mark("Taken out on page {page}")
        page = preview.page.out_of_sight(self._added) if self._added else None
        arrow = "↑" if self._added and preview.page.is_above(self._added) else "↓"
        preview.show_pill(f"{say(told, page=page)} {arrow}" if page else "")

    def _beside(self, before: Printed, after: Printed, gone: Passage) -> Passage | None:
        """The quotation that is still there and stood nearest before `gone`, else after it."""
        stay = {region.passage for region in after.regions}
        order = list(dict.fromkeys(region.passage for region in excerpts(before.regions)))
        here = order.index(gone)
        return next((p for p in (*order[:here][::-1], *order[here:]) if p and p in stay), None)

    @Slot(str)
    def _on_failed(self, why: str) -> None:
        preview = self._frame.preview
        preview.show_failure(
            say("The page could not be built: {why}", why=why),
            quotation=self._culprit() is not None,
            undo=self._bench.desk.undo is not None,
        )

    def _culprit(self) -> Passage | None:
        """The quotation that came in, or was cut otherwise, since the page was built last."""
        printed = self._frame.preview.page.printed
        if printed is None:
            return None  # none of them is known to be it
        shown = {region.passage for region in printed.regions}
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
            self._frame.preview.page.select(self._added, reveal=True)

    def park_lowest(self) -> None:
        """Keep the quotation that ranks lowest without printing it."""
        self._bench.do(sending.park_lowest)
