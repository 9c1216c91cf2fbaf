"""Settings of any kind, garbage or another version's, never keep the window from starting."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.gui.recents import Recents
from briefing.gui.settings import (
    DENSITIES,
    DIRECTIONS,
    FORMATS,
    PAUSES,
    SCHEMES,
    WindowSettings,
)
from tests.gui.acting import ready
from tests.gui.conftest import Opener

_NAMES = (
    "scheme", "density", "text_size", "formats", "template", "citation_style", "house_document",
    "geometry", "splitter", "author", "recipient", "folder", "language", "direction", "page_pause",
    "processes", "dim_page", "contrast", "still", "watched_folder", "watching", "reading_font",
    "keys", "no_letters", "views", "list_order", "recents", "hidden_columns", "first_steps",
    "page_strip", "page_zoom", "document_language", "of another version",
)  # fmt: skip
_PLACE = (
    "place_number", "place_list", "running", "place_desk", "place_library", "place_tab",
    "place_signed",
)  # fmt: skip
_VALUES = (
    "@Invalid()", "nan", "-1", "@ByteArray(x)", "1, 2, 3", "no such thing", '"', "inf", "9" * 5000,
    "a" * 5000, r"@Variant(\0\0\0\x13\0\0\0\x1\0\0\0\x2\0\0\0\x3\0\0\0\x4)", "@Rect(1 2 3 4)", r"\0/x",
)  # fmt: skip


def _garbage(seed: int) -> bytes:
    """Settings with some names that are known, some that are not, and bytes that are wrong."""
    chance = random.Random(seed)
    names = chance.sample((*_NAMES, *_PLACE), 14)
    lines = [f"{name}={chance.choice(_VALUES)}" for name in names]
    written = bytearray("\n".join(["[General]", *lines]).encode())
    for _ in range(20):
        written[chance.randrange(len(written))] = chance.randrange(256)
    return bytes(written)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(b"\x00\xff\xfe[[[=\n\x80" * 200, id="garbage"),
        pytest.param(b"", id="empty"),
        *(pytest.param(_garbage(seed), id=f"random {seed}") for seed in range(3)),
        *(
            pytest.param(
                "\n".join(
                    ["[General]", *(f"{name}={value}" for name in (*_NAMES, *_PLACE))]
                ).encode(),
                id=f"every value is {value[:20]}",
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


_LINES = st.lists(
    st.tuples(st.sampled_from((*_NAMES, *_PLACE)), st.sampled_from(_VALUES) | st.text(max_size=40))
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400) | _LINES.map(lambda lines: "\n".join(map("=".join, lines)).encode()))
def test_of_whatever_is_written_only_what_can_be_used_is(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "window.ini"
    file.write_bytes(b"[General]\n" + written)
    read = WindowSettings(file)

    assert read.scheme in SCHEMES
    assert read.density in DENSITIES
    assert read.direction in DIRECTIONS
    assert read.page_pause in PAUSES
    assert set(read.formats()) <= set(FORMATS)
    assert read.text_size is None or 0 < read.text_size < 100
    assert read.processes in (1, None)
    for name in _PLACE:
        number, path = read.number(name), read.path(name)
        assert number is None or number >= 0
        assert path is None or path.exists() in (True, False)  # and no error
    for name in ("house_document", "watched_folder", "folder"):
        path = read.path(name)
        assert path is None or path.is_file() in (True, False)
    assert all(one.is_missing() for one in Recents(read).all())
