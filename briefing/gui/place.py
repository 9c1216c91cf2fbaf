"""Where a person was: remembered while they work, so that a killed program comes back there."""

from collections.abc import Callable
from datetime import datetime
from math import isfinite
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.frame import Frame
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.timers import timer
from briefing.gui.view_models.workbench import Workbench
from briefing.model.desk import Listed
from briefing.places import library_to_open, own_library

_PAUSE = 300
"""Milliseconds after a change when it is written down."""
_NUMBER, _LIST, _RUNNING, _DESK = "place_number", "place_list", "running", "place_desk"
_LIBRARY, _SAMPLES = "place_library", "samples"
_TAB = "place_tab"
"""What the right pane shows; empty for the page."""
_SIGNED = "place_signed"
"""Whether what is on the disk was ever noted, as older versions did not."""
_ZOOM = "page_zoom"
"""Pixels a point at which the page is shown; empty fits its width."""


class Place(QObject):
    """Writes the briefing, the list and the card down; goes back there once after the start."""

    def __init__(
        self, frame: Frame, bench: Workbench, settings: WindowSettings, evidence: EvidenceRoom
    ) -> None:
        super().__init__(frame)
        self._frame, self._bench, self._settings = frame, bench, settings
        self._tabs: dict[str, tuple[QWidget, Callable[[], None]]] = {
            "source": (frame.source, evidence.show_source),
            "compare": (frame.compare, evidence.show_compare),
            "changes": (frame.changes, evidence.show_changes),
        }
        self.crashed_at = settings.text(_RUNNING)
        """When the program was last seen alive, if it did not end by itself."""
        self._sign = settings.file.with_name(f"{settings.file.name}.kept")
        """A file that is there while all acts are on the disk: a full disk takes none, and gives one up."""
        self.crash_lost = bool(
            self.crashed_at and settings.text(_SIGNED) and not self._sign.exists()
        )
        """Whether acts were in memory only when the program ended."""
        self._signed: bool | None = None
        self._pause = timer(self, _PAUSE, self._keep)
        self._goes_back = True
        self._tab = ""
        """What the right pane is to show once the card is there."""
        self._sample = False
        bench.opened.connect(self._on_opened)
        shown = (frame.lists.currentChanged, frame.right.currentChanged)
        for changed in (*shown, frame.cards.chosen, bench.desk_changed):
            changed.connect(self._start)
        bench.carded.connect(self._go_to_tab)
        bench.listed.connect(self._go_back)
        bench.unsaved.connect(lambda why: self._sign_kept(on=not why))
        bench.desk_changed.connect(self._look_whether_kept)
        frame.installEventFilter(self)
        frame.splitter.splitterMoved.connect(self._start)
        frame.preview.page.set_zoom(_zoom(settings.text(_ZOOM)))
        frame.preview.page.zoomed.connect(self._keep_zoom)

    def desk(self) -> str:
        """The briefing that was open last."""
        return self._settings.text(_DESK)

    def library(self) -> Path | None:
        """The library that was open last, if one is known and it was not that of the samples."""
        return None if self.is_samples() else self._settings.path(_LIBRARY)

    def is_samples(self) -> bool:
        """Whether the samples were open last, though there was a library of one's own."""
        return self._settings.text(_LIBRARY) == _SAMPLES

    def end(self) -> None:
        """The program ends as it should."""
        self._pause.stop()
        self._keep()
        self._goes_back = True  # whatever is moved from now on, the program has ended as it should
        self._settings.keep(_RUNNING, "")

    @Slot()
    def _start(self, *_: object) -> None:
        if not self._goes_back:
            self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where the window is, and how large."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._start()
        return super().eventFilter(watched, event)

    @Slot(object)
    def _go_back(self, listed: Listed) -> None:
        if not self._goes_back:
            return
        self._goes_back = False
        if not self._bench.waits():
            self._sign_kept(on=True)
        which = self._settings.number(_LIST)
        if which is not None and which < self._frame.lists.count():
            self._frame.lists.setCurrentIndex(which)
        here = self._settings.text(_LIBRARY) == self._library()
        number = self._settings.number(_NUMBER) if here else None
        known = list(listed.numbers)
        if number in known:
            index = self._frame.model.index(known.index(number), 0)
            self._frame.cards.choose(index.row())
            self._frame.cards.scrollTo(index, self._frame.cards.ScrollHint.PositionAtCenter)
        self._tab = self._settings.text(_TAB)
        self._keep()

    @Slot()
    def _go_to_tab(self, *_: object) -> None:
        """Show what was shown of the card; it is there only now."""
        if self._tab and self._frame.cards.cards():
            tab, self._tab = self._tab, ""
            if tab in self._tabs:
                self._tabs[tab][1]()

    @Slot(object)
    def _look_whether_kept(self, _: object) -> None:
        if self._bench.waits():
            self._sign_kept(on=False)

    def _sign_kept(self, *, on: bool) -> None:
        """Note for the next start that all acts are on the disk, or that some are not."""
        if on == self._signed:
            return
        self._signed = on
        try:
            if on:
                self._sign.touch()
            else:
                self._sign.unlink(missing_ok=True)
        except OSError:
            return  # a folder that cannot be written: the next start knows nothing of it
        if on and not self._settings.text(_SIGNED):
            self._settings.keep(_SIGNED, "yes")

    @Slot(float)
    def _keep_zoom(self, _: float) -> None:
        zoom = self._frame.preview.page.zoom
        self._settings.keep(_ZOOM, f"{zoom:.3f}" if zoom else "")

    @Slot()
    def _keep(self) -> None:
        row = self._frame.cards.currentIndex().row()
        numbers = self._frame.model.numbers
        if 0 <= row < len(numbers):
            self._settings.keep(_NUMBER, str(numbers[row]))
        self._settings.keep(_LIST, str(self._frame.lists.currentIndex()))
        shown = self._frame.right.currentWidget()
        tab = next((name for name, (pane, _) in self._tabs.items() if pane is shown), "")
        self._settings.keep(_TAB, self._tab or tab)
        if self._bench.desk.name:
            self._settings.keep(_DESK, self._bench.desk.name)
            self._settings.keep(_LIBRARY, self._library())
        if self._frame.alone is None:
            self._settings.keep("geometry", self._frame.saveGeometry())
            self._settings.keep("splitter", self._frame.splitter_state())
        self._settings.keep(_RUNNING, f"{datetime.now().astimezone():%H:%M}")
        self._settings.save()

    def _library(self) -> str:
        if not self._sample:
            return str(self._bench.intake.library)
        return _SAMPLES if own_library().exists() else ""

    @Slot(object, bool)
    def _on_opened(self, _: object, sample: bool) -> None:
        self._sample = sample


def library_at_start(settings: WindowSettings, named: Path | None, *, own: bool) -> Path:
    """The library that the window opens first: what it does itself once it is on the screen."""
    samples = named is None and not own and settings.text(_LIBRARY) == _SAMPLES
    last = None if samples else settings.path(_LIBRARY)
    if named is None and last is not None and last.is_file():
        named = last
    return library_to_open(named, own=own, samples=samples)


def _zoom(text: str) -> float | None:
    try:
        zoom = float(text)
    except ValueError:
        return None
    return zoom if isfinite(zoom) else None
