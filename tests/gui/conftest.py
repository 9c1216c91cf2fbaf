"""A window on a machine of its own: empty home folder, no screen needed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from briefing.gui.window import Window

ON_SCREEN = "BRIEFING_TESTS_ON_SCREEN"
"""Set where a test has made a screen for others, which are to use it."""
Opener = Callable[[], "Window"]


@pytest.fixture(scope="session", autouse=True)
def _offscreen() -> Iterator[None]:
    """Draw into memory, unless there is a screen made for it."""
    with pytest.MonkeyPatch.context() as patch:
        if ON_SCREEN not in os.environ:
            patch.setenv("QT_QPA_PLATFORM", "offscreen")
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with nothing in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def open_window(home: Path, qapp: "QApplication") -> Iterator[Opener]:
    """Opens the window as a person finds it; all are closed at the end."""
    from briefing.gui.appearance import load_fonts
    from briefing.gui.settings import WindowSettings
    from briefing.gui.view_models.workbench import Workbench
    from briefing.gui.window import Window

    load_fonts()
    font = qapp.font()
    opened: list[Window] = []

    def opener() -> Window:
        window = Window(Workbench(qapp), WindowSettings(home / "window.ini"))
        window.show()
        window.activateWindow()
        window.open()
        opened.append(window)
        return window

    yield opener
    for window in opened:
        window.close()
    for part in qapp.topLevelWidgets():
        part.close()  # a dialog outlives its window
    qapp.setFont(font)  # a size that was chosen is of that person alone
