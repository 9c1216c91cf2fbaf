"""The first start: which of the first steps were taken; put away once, they never come back."""

from PySide6.QtCore import QObject

from briefing.gui.frame import Frame
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.first_steps import STEPS

_TAKEN, _AWAY = "first_steps", "away"


class FirstRoom(QObject):
    """Ticks a step when it was taken, and remembers it."""

    def __init__(self, frame: Frame, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._settings = frame, settings
        known = settings.text(_TAKEN).split()
        self._taken = [name for name in known if name in STEPS]
        self._away = _AWAY in known or len(self._taken) == len(STEPS)
        frame.cards.toggled.connect(lambda _: self._take("include"))
        frame.model.toggled.connect(lambda _: self._take("include"))
        frame.preview.page.excerpt_clicked.connect(lambda _: self._take("page"))
        bench.source_shown.connect(lambda *_: self._take("source"))
        frame.preview.set_wanted.connect(lambda name, *_: self._take(name))
        bench.exported.connect(lambda *_: self._take("export"))
        frame.first_steps.left.connect(self._leave)
        frame.first_steps.show_taken(self._taken)
        frame.left.want(on=not self._away)

    def _take(self, step: str) -> None:
        if self._away or step not in STEPS or step in self._taken:
            return
        self._taken.append(step)
        self._frame.first_steps.show_taken(self._taken)
        self._settings.keep(_TAKEN, " ".join(self._taken))

    def _leave(self) -> None:
        self._away = True
        self._settings.keep(_TAKEN, _AWAY)
        self._frame.left.want(on=False)
