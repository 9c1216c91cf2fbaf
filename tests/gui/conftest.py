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
SIZE = (1400, 860)
"""Pixels of a window in which the sidebar has its place beside the other panes."""
Opener = Callable[[], "Window"]


class _Unseen(pytest.Module):
    """Tests of the window on a machine where Qt cannot be loaded."""

    def collect(self) -> "Iterator[pytest.Item | pytest.Collector]":
        """Skip all of them, with the reason."""
        pytest.skip("Qt's screen libraries are missing", allow_module_level=True)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Leave tests of the window out where Qt is missing, so that none needs to ask."""
    if parent.config.pluginmanager.hasplugin("pytestqt.plugin"):
        return None
    return _Unseen.from_parent(parent, path=module_path)


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
        window.resize(*SIZE)
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
