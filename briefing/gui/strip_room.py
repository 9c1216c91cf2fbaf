"""The strip of small pages: joins it to the page, and remembers whether it is shown."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from briefing.gui.frame import Frame
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench

_SHOWN = "page_strip"


class StripRoom(QObject):
    """Shows the strip beside the page, or hides it."""

    def __init__(self, frame: Frame, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        strip, page = frame.preview.strip, frame.preview.page
        strip.pages_wanted.connect(self._on_wanted)
        strip.chosen.connect(page.go_to_page)
        page.swapped.connect(self._on_swapped)
        page.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        frame.preview.pages.clicked.connect(self.swap_pages)
        self._show(on=settings.text(_SHOWN) == "yes")

    def swap_pages(self) -> None:
        """Show the small pages, or hide them."""
        on = self._frame.preview.strip.isHidden()
        self._settings.keep(_SHOWN, "yes" if on else "")
        self._show(on=on)

    def _show(self, *, on: bool) -> None:
        preview = self._frame.preview
        preview.strip.setVisible(on)
        preview.pages.setChecked(on)
        if on:
            self._on_swapped()

    @Slot()
    def _on_swapped(self) -> None:
        preview = self._frame.preview
        printed = preview.page.printed
        if printed and not preview.strip.isHidden():
            preview.strip.show_printed(printed)
            self._on_scrolled()

    @Slot()
    def _on_scrolled(self) -> None:
        preview = self._frame.preview
        if not preview.strip.isHidden():
            preview.strip.show_page(preview.page.page_at_top())

    @Slot(object, float)
    def _on_wanted(self, pages: tuple[int, ...], scale: float) -> None:
        preview = self._frame.preview
        printed = preview.page.printed
        if printed:
            self._bench.live.small(
                printed.number, pages, scale, partial(preview.strip.add_pictures, printed.number)
            )
