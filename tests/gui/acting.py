"""What a person does in the window, and waits for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.gui.item_models.cards import CardModel
from briefing.gui.jobs import Lane
from briefing.gui.page_layout import PageLayout, excerpts
from briefing.gui.printing import Printed
from briefing.gui.view_models.watching import Watching
from briefing.model.output import Region
from tests.gui.waiting import LONG

if TYPE_CHECKING:
    from briefing.gui.window import Window

_CHAIN = 5
"""Threads that one after the other have a part in what follows an act, and more."""


def ready(qtbot: QtBot, window: "Window", included: int | None = None) -> None:
    """Wait until the page shows what is in the briefing."""

    def shown() -> None:
        printed = window.preview.page.printed
        assert window.cards.cards()
        assert printed is not None
        on_page = {region.passage for region in excerpts(printed.regions)}
        assert on_page == window.bench.desk.places()
        assert included is None or len(on_page) == included

    qtbot.waitUntil(shown, timeout=LONG)


def idle(qtbot: QtBot, window: "Window") -> None:
    """Wait until no thread is at work for the window, and nothing of it waits for its time.

    An answer may ask another thread; that is why it has to be so several times in a row.
    """
    held = (window.bench, window)
    lanes = [lane for one in held for lane in one.findChildren(Lane) if not _is_endless(lane)]

    def rests() -> bool:
        timers = [timer for one in held for timer in one.findChildren(QTimer)]
        return not any(timer.isSingleShot() and timer.isActive() for timer in timers)

    for _ in range(_CHAIN):
        answered: list[None] = []
        for lane in lanes:
            lane.submit(lambda: None, answered.append)
        qtbot.waitUntil(lambda: len(answered) == len(lanes) and rests(), timeout=LONG)  # noqa: B023


def _is_endless(lane: Lane) -> bool:
    """A folder is watched for as long as the window is open."""
    return isinstance(lane.parent(), Watching)


def first_out(window: "Window") -> int:
    """The row of the first card that is not in the briefing."""
    model = window.cards.model()
    inside = window.bench.desk.places()
    assert isinstance(model, CardModel)
    cards = enumerate(map(model.card, range(20)))
    return next(row for row, card in cards if card and card.passage not in inside)


def printed(window: "Window") -> Printed:
    printed = window.preview.page.printed
    assert printed is not None
    return printed


def click_on_page(window: "Window", region: Region, *, double: bool = False) -> None:
    page = window.preview.page
    layout = PageLayout(printed(window).sizes, page.scale(), page.viewport().width())
    left, top, right, bottom = layout.box(region)
    point = QPoint(
        int((left + right) / 2), int((top + bottom) / 2) - page.verticalScrollBar().value()
    )
    act = QTest.mouseDClick if double else QTest.mouseClick
    act(page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def panes(qtbot: QtBot, window: "Window") -> Iterator[str]:
    """Goes through what the window can show."""
    yield "candidates"
    window.lists.setCurrentIndex(1)
    yield "in briefing"
    window.library_room.show_library()
    qtbot.waitUntil(lambda: window.source_model.rowCount() > 0, timeout=LONG)
    yield "library"
    window.lists.setCurrentIndex(0)
    window.evidence_room.open_source(window.cards.cards()[0].passage)
    qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)
    yield "source"
    with qtbot.waitSignal(window.bench.compared, timeout=LONG):
        window.evidence_room.show_compare()
    yield "compare"
    window.evidence_room.show_changes()
    yield "changes"
    hint = window.theme_editor.result.toPlainText()
    window.theme_room.edit("china")
    qtbot.waitUntil(lambda: window.theme_editor.result.toPlainText() != hint, timeout=LONG)
    yield "theme"
