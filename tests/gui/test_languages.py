"""The window speaks the language of its catalogue: nothing that a person sees stays in English."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QTranslator
from PySide6.QtGui import QFontDatabase, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing import words
from briefing.gui.language import day_told, give_language, key_told, moment_told
from briefing.gui.mnemonics import plain
from briefing.gui.own_names import own_name
from briefing.gui.preferring.languages import LanguagesPage
from briefing.gui.preferring.looks import SAMPLE, SAMPLE_OF
from briefing.gui.window import Window
from briefing.model.desk import ShownSource
from briefing.model.theme import Theme
from briefing.workflow.listing import sources_listed
from briefing.workflow.session import Session
from briefing.workflow.spoken import spoken
from tests.gui.acting import panes, ready
from tests.gui.conftest import Opener
from tests.gui.pseudo import Pseudo, pseudo
from tests.gui.spoken_words import Data, english, listening, said, tops
from tests.gui.waiting import LONG
from tests.house.test_languages import CATALOGUES
from tools.make_languages import read

DIALOGS = (
    "ask_export", "show_commands", "show_history", "show_jobs", "show_preferences", "show_keys",
    "show_briefings", "read_as_text",
)  # fmt: skip
ASKS = (
    "ask_title", "new_briefing", "new_theme", "save_view", "name_version", "open_library",
    "choose_files", "choose_folder", "save_copy", "open_theme_file",
)  # fmt: skip
"""Commands that ask by a dialog of Qt's own."""
TOGETHER = (
    ("&File", "&Edit", "&View", "&Help"),
    ("&Theme", "&High contrast", "Reduce &motion", "Text &size", "&Density", "&Quotation font",
     "Dim the &page in dark colours"),
    ("Temp&late", "&Citations", "Lan&guage", "&By", "&For", "&House document"),
    ("&Watch a folder for new articles", "&Folder"),
    ("&Processes that read files", "P&age follows"),
    ("&Window", "&Runs"),
    ("&Pin", "&Locate…", "&Remove from list"),
    ("Un&pin", "&Locate…", "&Remove from list"),
    ("&Title", "&Date", "&Publisher"),
    ("File &name", "&Folder"),
    ("&Name", "&Question", "&Weight"),
)  # fmt: skip
"""Words with letters of keys that stand beside one another."""
Found = set[tuple[str, str, str]]
"""Where something stands in English, in what, and what."""


@pytest.fixture
def _elsewhere() -> Iterator[None]:
    """Before a person who speaks the language that nobody speaks."""
    words.use(Pseudo(), "xx")
    yield
    words.use(None)


@pytest.mark.usefixtures("_elsewhere")
def test_nothing_that_is_shown_stays_in_english(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", listening(QPainter.drawText, drawn))
    _answer_nothing(monkeypatch, drawn)
    window = open_window()
    window.resize(1920, 1200)
    ready(qtbot, window, included=4)
    data = _data(qtbot, window)
    found: Found = set()
    seen = 0

    for name in ASKS:
        window.actions_by_name[name].trigger()
    for where in _places(qtbot, window):
        texts = [text for top in tops() for text in said(top)]
        seen += len(texts)
        found |= {(where, kind, one) for kind, text in texts for one in english(text, data)}
    found |= {("drawn", "text", one) for text in drawn for one in english(text, data)}

    assert found == set()
    assert seen > 5000
    assert len(drawn) > 50


def test_the_language_that_is_chosen_is_spoken_from_the_next_start(
    qtbot: QtBot, open_window: Opener, qapp: QApplication
) -> None:
    window = open_window()
    page = LanguagesPage(window.settings)
    qtbot.addWidget(page)
    (box,) = (box for box in page.findChildren(QComboBox) if box.findData("de") >= 0)

    box.setCurrentIndex(box.findData("de"))
    before = plain(window.actions_by_name["ask_export"].text())
    give_language(qapp, window.settings.language)
    try:
        after = plain(open_window().actions_by_name["ask_export"].text())
        told = (
            day_told(date(2024, 4, 2)),
            moment_told("2024-04-12T09:05:59"),
            key_told("Ctrl+Shift+E"),
        )
    finally:
        words.use(None)
        for of_qt in qapp.findChildren(QTranslator):
            qapp.removeTranslator(of_qt)

    assert (before, after) == ("Export…", "Exportieren…")
    assert told == ("2. Apr. 2024", "12. Apr. 2024, 09:05", "Strg+Umschalt+E")


@pytest.mark.parametrize(
    "language", ["English", *sorted(one.parents[1].name for one in CATALOGUES)]
)
def test_no_two_lines_of_a_menu_have_one_letter(language: str) -> None:
    """The menus of the bar, and the lines of each page of the preferences."""
    catalogue = {m.id: m.string for file in CATALOGUES if file.parents[1].name == language
                 for m in read(file) if m.id}  # fmt: skip
    for group in TOGETHER:
        said = [str(catalogue.get(one, one)) for one in group]
        letters = [one[one.index("&") + 1].casefold() for one in said]
        assert len(set(letters)) == len(letters), said


def test_the_audit_sees_what_was_not_translated(qapp: object) -> None:
    data = Data(["Command structure", "Moss Courier"], ["The port of Moss will reopen in April."])
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    for text in (
        "Left as it was", pseudo("Translated"), "Moss Courier · 12 Apr 2024",
        pseudo("Put under {theme} now").format(theme="Command structure"),
        pseudo("Said by {speaker} here").format(speaker="speaker unknown"),
        "port of Moss will reopen",
    ):  # fmt: skip
        column.addWidget(QLabel(text))
    button = QPushButton(pseudo("Add"))
    button.setToolTip("Adds it")
    column.addWidget(button)

    found = [one for _, text in said(dialog) for one in english(text, data)]

    assert found == ["Left as it was", "speaker unknown", "Adds it"]


def _answer_nothing(monkeypatch: pytest.MonkeyPatch, heard: list[str]) -> None:
    """Keep what Qt's own dialogs are to ask, and go on as if they were put away."""

    def asked(answer: object) -> Callable[..., object]:
        def ask(_: QWidget, *words: object, **_more: object) -> object:
            # The title and what is asked, or which files; between them stands where one begins.
            heard.extend(str(one).partition(" (*")[0] for one in words if not _is_path(one))
            return answer

        return ask

    monkeypatch.setattr(QInputDialog, "getText", asked(("", False)))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", asked(""))
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, asked(("", "")))


def _is_path(words: object) -> bool:
    return "/" in str(words)


def _data(qtbot: QtBot, window: Window) -> Data:
    """All that the library holds."""
    found: list[ShownSource] = []

    def look(session: Session) -> list[ShownSource]:
        return [session.source(kept.id) for kept in sources_listed(session.library)]

    window.bench.ask("data", look, found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    bench, texts = window.bench, list[str]()
    values: list[str] = [
        bench.desk.settings.title or "",
        str(bench.intake.library),
        str(window.settings.file),
    ]
    values += [SAMPLE, SAMPLE_OF, *QFontDatabase.families(), *map(own_name, words.languages())]
    for theme in bench.themes():
        values += [theme.title, theme.question, *_phrases(theme)]
    for shown in found:
        source, kept = shown.source, shown.kept
        values += [kept.path, kept.grade, kept.id, kept.language or "", *source.authors]
        values += [source.title or "", source.publisher or ""]
        for one in shown.said:
            values += [one.speaker or "", one.as_written or "", one.role or "", one.cue or ""]
        texts += [source.text, *(source.text[one.start : one.end] for one in shown.excerpts)]
    for card in filter(None, map(window.model.card, range(window.model.rowCount()))):
        values += [
            card.label,
            card.speaker or "",
            *(card.text[start:end] for start, end in card.marks),
        ]
    drafted = bench.live.drafted()
    lines = spoken(drafted.document) if drafted else ()
    for line in lines:
        values += [line.text, line.lead]
    return Data(values, texts)


def _phrases(theme: Theme) -> Iterator[str]:
    for rule in theme.matches:
        yield from (*rule.any, *rule.all, *rule.near)


def _places(qtbot: QtBot, window: Window) -> Iterator[str]:
    """Every pane of the window, then its menus and dialogs."""
    yield from panes(qtbot, window)
    for name in DIALOGS:
        window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: any(isinstance(top, QDialog) for top in tops()))
        yield name
        for top in tops():
            if isinstance(top, QDialog):
                top.close()
    for name, menu in _menus(window):
        menu()
        qtbot.waitUntil(lambda: any(isinstance(top, QMenu) for top in tops()))
        yield name
        for top in tops():
            if isinstance(top, QMenu):
                top.close()


def _menus(window: Window) -> Iterator[tuple[str, Callable[[], object]]]:
    corner = window.mapToGlobal(QPoint(0, 0))
    card, item = window.cards.cards()[0], window.bench.desk.included[0]
    yield "menu of a card", lambda: window.cards.menu_wanted.emit([card], corner)
    yield "menu of a quotation", lambda: window.order.menu_wanted.emit(item, corner)
    yield "menu of a theme", lambda: window.sidebar.theme_menu_wanted.emit("china", corner)
