"""What a new user does, with real keys and a real mouse, from an empty home folder."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.gui import appearance
from briefing.gui.dialogs.commands import Chooser
from briefing.gui.page_layout import excerpts
from tests.gui.acting import click_on_page, first_out, letters, printed, ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

_ANYWHERE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive


def test_the_first_start_shows_a_finished_sample(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    assert "Sample" in window.windowTitle()
    assert window.cards.model().rowCount() > 40


def test_space_includes_undo_takes_back_and_a_restart_remembers(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    row = first_out(window)
    window.cards.setCurrentIndex(window.cards.model().index(row, 0))

    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Include 1 excerpt", timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ready(qtbot, window, included=4)
    QTest.keyClick(window.cards, Qt.Key.Key_Space)
    ready(qtbot, window, included=5)
    window.close()

    again = open_window()
    ready(qtbot, again, included=5)
    assert again.bench.desk.places() == window.bench.desk.places()
    again.bench.undo()
    ready(qtbot, again, included=4)


def test_a_quotation_on_the_page_leads_to_its_card_and_its_source(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    region = excerpts(printed(window).regions)[0]

    click_on_page(window, region)
    qtbot.waitUntil(lambda: window.cards.cards()[0].passage == region.passage, timeout=LONG)
    click_on_page(window, region, double=True)
    qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)

    assert window.source.text() == window.cards.cards()[0].text


def test_search_narrows_the_list(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window)
    before = window.cards.model().rowCount()

    QTest.keyClicks(window.search, "missile")
    qtbot.waitUntil(lambda: 0 < window.cards.model().rowCount() < before, timeout=LONG)
    window.search.clear()
    qtbot.waitUntil(lambda: window.cards.model().rowCount() == before, timeout=LONG)


def test_an_empty_briefing_shows_what_to_do(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    window.bench.leave_out([item.passage for item in window.bench.desk.included])
    qtbot.waitUntil(lambda: window.preview.page.printed is None, timeout=LONG)
    window.bench.undo()
    ready(qtbot, window, included=4)


def test_both_files_are_exported_with_every_quotation(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    targets = (tmp_path / "out.pdf", tmp_path / "out.docx")

    with qtbot.waitSignal(window.bench.exported, timeout=LONG):
        window.bench.export(targets)

    with pypdfium2.PdfDocument(targets[0]) as file:
        text = letters(" ".join(page.get_textpage().get_text_bounded() for page in file))
    assert all(letters(item.text)[:40] in text for item in window.bench.desk.included)
    assert targets[1].read_bytes()[:2] == b"PK"


def test_files_are_taken_in_and_a_bad_one_is_named(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window()
    ready(qtbot, window)
    told: list[str] = []
    window.bench.intake.told.connect(told.append)
    good, bad = tmp_path / "new.txt", tmp_path / "bad.txt"
    good.write_text("China sends ships\n\n" + "China has sent two ships to the strait again. " * 9)
    bad.write_bytes(b"")

    window.intake_room.add([good, bad])
    qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
    before = window.cards.model().rowCount()
    QTest.mouseClick(window.arrivals, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.cards.model().rowCount() > before, timeout=LONG)

    assert told == ["1 of 2 files added, 1 could not be read"]
    assert window.notice_text.text().startswith("bad.txt: the file is empty. Open it")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_control_has_a_name(qtbot: QtBot, open_window: Opener, scheme: str) -> None:
    window = open_window()
    ready(qtbot, window)
    window.settings.keep("scheme", scheme)
    window.dress()
    controls = [w for w in window.findChildren(QWidget) if w.focusPolicy() and w.isVisible()]

    unnamed = [
        type(w).__name__
        for w in controls
        if not (w.accessibleName() or (isinstance(w, QToolButton) and w.text()))
    ]

    assert len(controls) > 8
    assert unnamed == []


def test_garbage_in_the_settings_does_not_matter(
    qtbot: QtBot, open_window: Opener, home: Path
) -> None:
    (home / "window.ini").write_bytes(
        b"\xff\x00[General]\nscheme=purple\ntext_size=900\ngeometry=1"
    )

    ready(qtbot, open_window())


def test_a_search_that_finds_nothing_can_be_cleared(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    before = window.cards.model().rowCount()
    disputed = window.sidebar.findItems("Disputed", _ANYWHERE)[0]
    window.sidebar.itemClicked.emit(disputed, 0)
    QTest.keyClicks(window.search, "zzqqy")
    qtbot.waitUntil(window.empty.isVisible, timeout=LONG)
    assert disputed.font(0).bold()

    window.empty.setFocus()
    QTest.keyClick(window.empty, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.cards.model().rowCount() == before, timeout=LONG)
    assert window.search.text() == ""
    assert not disputed.font(0).bold()
    assert window.sidebar.findItems("All", _ANYWHERE)[0].font(0).bold()


def test_keys_stand_at_the_end_of_the_line_and_can_be_searched(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    window.palette_room.show_commands()
    chooser = window.findChildren(Chooser)[0]
    lines = chooser.findChildren(QListWidget)[0]

    QTest.keyClicks(chooser.findChildren(QLineEdit)[0], "ctrl+e")

    left = [
        lines.item(row).text() for row in range(lines.count()) if not lines.item(row).isHidden()
    ]
    chooser.close()
    assert left == ["Export…"]


def test_counts_stay_when_the_colours_change(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)

    def numbers() -> list[str]:
        titles = ("China", "Industry", "North Korea")
        return [window.sidebar.findItems(title, _ANYWHERE)[0].text(1) for title in titles]

    qtbot.waitUntil(lambda: all(numbers()), timeout=LONG)
    before = numbers()

    window.swap_scheme()

    assert numbers() == before


def test_links_take_the_new_colours_at_once(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    assert QTest.qWaitForWindowActive(window)

    def is_painted(colour: str) -> bool:
        picture = window.banner_text.grab().toImage()
        places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixelColor(x, y).name() == colour for x, y in places)

    before, after = appearance.LIGHT.accent, appearance.DARK.accent
    assert (is_painted(before), is_painted(after)) == (True, False)
    window.swap_scheme()
    qtbot.waitUntil(lambda: is_painted(after), timeout=LONG)

    assert not is_painted(before)
