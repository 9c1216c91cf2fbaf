"""A theme being changed: what it finds is studied off the GUI thread while its words are typed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from briefing.gui.jobs import Lane
from briefing.gui.view_models.timers import timer
from briefing.gui.work import theme_sharing, theme_study
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from briefing.workflow.theme_study import Ground

_PAUSE = 250
"""Milliseconds after a key when the theme is studied anew."""
_PROPOSED = 12


class ThemeDesk(QObject):
    """Studies one theme at a time; newest wins."""

    studied = Signal(object)
    """A `Study`."""
    suggested = Signal(object)
    """The `Suggestion`s."""
    saved = Signal(object)
    """Path of the file that a theme was written to."""
    read = Signal(object)
    """The `Theme` of a file."""
    failed = Signal(object)

    def __init__(self, broken: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._lane = Lane("themes", self)
        self._lane.broken.connect(broken)
        self._ground: Ground | None = None
        self._theme: Theme | None = None
        self._before: Theme | None = None
        self._pause = timer(self, _PAUSE, self._study)

    def begin(self, library: Path, theme: Theme, before: Theme | None) -> None:
        """Study `theme` over the paragraphs of `library`, against what it was `before`."""
        self._ground = theme_study.Ground(library)
        self._before = before
        self.change(theme)

    def change(self, theme: Theme) -> None:
        """The words were changed: study them after a pause."""
        self._theme = theme
        self._pause.start()

    def suggest(self, included: list[str]) -> None:
        """Propose words from the excerpts included."""
        if self._ground and self._theme:
            self._lane.newest(
                "suggest",
                partial(self._ground.suggest, self._theme, included, _PROPOSED),
                self.suggested.emit,
                self.failed.emit,
            )

    def save(self, theme: Theme, target: Path) -> None:
        """Write a theme to a file."""
        work = partial(theme_sharing.save_theme, theme, target)
        self._lane.submit(work, self.saved.emit, self.failed.emit)

    def read_file(self, file: Path) -> None:
        """Bring the theme of a file."""
        work = partial(theme_sharing.open_theme, file)
        self._lane.submit(work, self.read.emit, self.failed.emit)

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._pause.stop()
        self._lane.close()

    @Slot()
    def _study(self) -> None:
        if self._ground and self._theme:
            self._lane.newest(
                "study",
                partial(self._ground.study, self._theme, self._before),
                self.studied.emit,
                self.failed.emit,
            )
