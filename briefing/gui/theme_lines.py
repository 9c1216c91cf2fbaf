"""How many lines of the page each theme fills, for the list of what is in the briefing."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Slot

from briefing.gui.frame import Frame
from briefing.gui.page_room import PageRoom
from briefing.gui.page_text import PageText
from briefing.gui.printing import Printed
from briefing.gui.view_models.workbench import Workbench
from briefing.model.desk import Desk
from briefing.model.output import Region, RegionKind

_AT_ONCE = 10
"""Pages whose lines are counted together: the pictures of pages wait no longer than for these."""
_IN_BRIEFING = 1


class ThemeLines(QObject):
    """Counts once a page lies still, and only while the list shows."""

    def __init__(self, frame: Frame, bench: Workbench, page: PageRoom) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._counted = 0
        page.fitted.connect(self._count)
        frame.lists.currentChanged.connect(lambda _: self._count())

    @Slot()
    def _count(self) -> None:
        printed = self._frame.preview.page.printed
        shows = self._frame.lists.currentIndex() == _IN_BRIEFING
        if printed is None or not shows or printed.number == self._counted:
            return
        pages = {region.page for region in printed.regions if region.kind is RegionKind.EXCERPT}
        if not pages:
            self._frame.order.show_lines({})
            return
        self._counted = printed.number
        self._count_on(printed, sorted(page - 1 for page in pages), Counter())

    def _count_on(self, printed: Printed, pages: list[int], before: Counter[str]) -> None:
        """Count the first of `pages`, then the others, unless there is another page by then."""
        now, rest = pages[:_AT_ONCE], pages[_AT_ONCE:]

        def counted(texts: dict[int, PageText]) -> None:
            if self._frame.preview.page.printed is not printed:
                return
            found = before + Counter(lines_by_theme(printed.regions, texts, self._bench.desk))
            if rest:
                self._count_on(printed, rest, found)
            else:
                self._frame.order.show_lines(dict(found))

        self._bench.live.letters(printed.number, now, counted)


def lines_by_theme(
    regions: Sequence[Region], texts: Mapping[int, PageText], desk: Desk
) -> dict[str, int]:
    """Lines that the quotations of each theme take; `texts` are the letters of pages, from 0."""
    themes = {item.passage: item.theme for item in desk.included}
    lines: dict[str, set[tuple[int, int]]] = {}
    for region in regions:
        theme, text = (
            themes.get(region.passage) if region.passage else None,
            texts.get(region.page - 1),
        )
        if region.kind is not RegionKind.EXCERPT or theme is None or text is None:
            continue
        for number, line in enumerate(text.lines):
            left, top, right, bottom = line.box
            middle = (top + bottom) / 2
            if (
                region.top <= middle <= region.bottom
                and left < region.right
                and right > region.left
            ):
                lines.setdefault(theme, set()).add((region.page, number))
    return {theme: len(found) for theme, found in lines.items()}
