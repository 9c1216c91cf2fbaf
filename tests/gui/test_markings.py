"""The choices above the page: what is chosen is ticked, and a marking may be in one's own words."""

import pytest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.dialogs.export import ExportDialog
from briefing.gui.page_text import words_of
from briefing.gui.window import Window
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG


def _ticked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def _choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def _answering(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (text, True))


def test_what_is_chosen_is_ticked_and_no_act_to_choose_again(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    menu, before = window.preview._template.menu(), window.bench.desk.undo
    assert _ticked(menu) == ["One-page note"]
    acts: list[object] = []
    window.preview.set_wanted.connect(lambda *act: acts.append(act))

    _choose(menu, "One-page note")
    assert acts == []
    assert _ticked(menu) == ["One-page note"]
    _choose(menu, "Talking points")
    qtbot.waitUntil(lambda: window.bench.desk.undo == "Template: Talking points", timeout=LONG)
    assert _ticked(menu) == ["Talking points"]

    window.bench.undo()
    qtbot.waitUntil(lambda: window.bench.desk.undo == before, timeout=LONG)
    assert _ticked(menu) == ["One-page note"]


def test_a_marking_in_ones_own_words_stands_on_the_page(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    menu = window.preview._marking.menu()
    _answering(monkeypatch, "  For the  harbour office ")

    _choose(menu, "Other…")
    wanted = "For the harbour office"
    qtbot.waitUntil(lambda: window.bench.desk.undo == f"Marking: {wanted}", timeout=LONG)
    assert window.bench.desk.settings.marking == wanted
    assert _ticked(menu) == []

    def on_page() -> None:
        window.preview.page._want_texts()
        text = window.preview.page._selection.texts.get(0)
        assert text is not None
        assert any(words_of(text, line) == wanted for line in text.lines)

    qtbot.waitUntil(on_page, timeout=LONG)


@pytest.mark.parametrize(
    ("typed", "kept"), [("tlp:green", "TLP:GREEN"), ("TLP:PURPLE", ""), ("tlp green", "")]
)
def test_no_marking_only_looks_like_one_of_the_protocol(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch, typed: str, kept: str
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _answering(monkeypatch, typed)

    _choose(window.preview._marking.menu(), "Other…")

    assert window.bench.desk.settings.marking == kept
    assert ("Traffic Light Protocol" in window.notice_text.text()) is (not kept)


def test_export_takes_such_a_marking_too(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    _answering(monkeypatch, "UNCLASSIFIED")
    window.actions_by_name["ask_export"].trigger()
    dialog = _dialog(window)

    _choose(dialog._marking.menu(), "Other…")
    qtbot.waitUntil(lambda: dialog._marking.text() == "UNCLASSIFIED", timeout=LONG)

    assert all("(UNCLASSIFIED)" in target.name for target in dialog.targets())
    dialog.reject()


def _dialog(window: Window) -> ExportDialog:
    return window.findChildren(ExportDialog)[-1]
