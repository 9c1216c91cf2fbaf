"""Starts the desktop app."""

import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QStyleFactory

from briefing.errors import LibraryHeldError
from briefing.gui.appearance import load_fonts
from briefing.gui.fault_room import FaultRoom
from briefing.gui.first_paint import FirstPaint
from briefing.gui.heap import spare
from briefing.gui.holding import Holds, call
from briefing.gui.language import give_language
from briefing.gui.place import library_at_start
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.spoken_cards import account
from briefing.gui.window import Window
from briefing.words import ENGLISH, of_environment, say, speak

_TURN = 0.0005
"""Seconds that a thread may go on while another waits; Python's own 5 ms are felt under the keys."""


def settings_file() -> Path:
    """Where the window remembers its looks."""
    return Path(platformdirs.user_config_dir("briefing", appauthor=False)) / "window.ini"


def prepare(app: QApplication, language: str = ENGLISH) -> None:
    """Give the app its language, style and fonts, its thread its turn, and few heaps."""
    give_language(app, language)
    app.setApplicationName("Briefing")
    app.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    QAccessible.installFactory(account)
    sys.setswitchinterval(_TURN)
    spare()


def run(files: list[Path], library: Path | None = None, *, safe: bool = False) -> int:
    """Open the window, with `files` on their way into the library; returns the exit status.

    With `safe` the settings of the window are left alone: it looks as it did at first, and what is
    chosen in it holds until it closes.
    """
    if safe:
        folder = QTemporaryDir()
        return _run(files, library, WindowSettings(Path(folder.path()) / "window.ini"))
    return _run(files, library, WindowSettings(settings_file()))


def _run(files: list[Path], library: Path | None, settings: WindowSettings) -> int:
    place = library_at_start(settings, library, own=bool(files))
    holds = Holds()
    try:
        holds.begin(place)
        holds.keep(place)
    except LibraryHeldError as held:
        if held.here and call(place, files):
            speak(of_environment())
            print(say("Briefing has this library open already; its window comes forward."))  # noqa: T201
            return 0
    app = QApplication(sys.argv[:1])
    prepare(app, settings.language)
    bench = Workbench(app)
    bench.holds = holds
    window = Window(bench, settings)
    sys.excepthook = FaultRoom(window, bench).hook
    window.show()

    def begin() -> None:
        """The files go into the library that is opened first, not into each that is opened later."""
        window.open(library, own=bool(files))
        window.intake_room.add(files)

    FirstPaint(window, begin)
    return app.exec()
