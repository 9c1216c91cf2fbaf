"""Settings of any kind, garbage or another version's, never keep the window from starting."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.acting import ready
from tests.gui.conftest import Opener

_NAMES = (
    "scheme", "density", "text_size", "formats", "template", "citation_style", "house_document",
    "geometry", "splitter", "author", "recipient", "folder",
)  # fmt: skip
_PLACE = ("place_number", "place_list", "running", "place_desk", "place_library")
_VALUES = ("@Invalid()", "nan", "-1", "@ByteArray(x)", "1, 2, 3", "no such thing", '"', "inf")


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(b"\x00\xff\xfe[[[=\n\x80" * 200, id="garbage"),
        pytest.param(b"", id="empty"),
        *(
            pytest.param(
                "\n".join(
                    ["[General]", *(f"{name}={value}" for name in (*_NAMES, *_PLACE))]
                ).encode(),
                id=f"every value is {value}",
            )
            for value in _VALUES
        ),
    ],
)
def test_the_window_starts_whatever_its_settings_say(
    qtbot: QtBot, open_window: Opener, home: Path, written: bytes
) -> None:
    (home / "window.ini").write_bytes(written)

    window = open_window()

    ready(qtbot, window, included=4)
    assert window.cards.isVisible()


def test_the_size_of_text_that_was_chosen_holds_from_the_start(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    before = QApplication.font()
    (home / "window.ini").write_text("[General]\ntext_size=17\n")
    try:
        window = open_window()
        ready(qtbot, window, included=4)
        parts = (window.search, window.lists, window.order, window.menuBar(), window.chips.more)

        assert {part.font().pointSizeF() for part in parts} == {17.0}
    finally:
        QApplication.setFont(before)
