"""Briefings, library and privacy: what new briefings begin with, what is watched, where things lie."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefing.gui.own_names import document_names
from briefing.gui.preferring.page import Page, beside, chosen_folder
from briefing.gui.recents import RECENTS
from briefing.gui.settings import FORMATS, WindowSettings
from briefing.gui.widgets.preview_pane import STYLES, TEMPLATES
from briefing.places import RESUMED, cache_folder
from briefing.words import ENGLISH, mark, say


class BriefingsPage(Page):
    """What new briefings begin with."""

    title = mark("Briefings")
    held = (
        "template",
        "citation_style",
        "document_language",
        "author",
        "recipient",
        "formats",
        "house_document",
    )

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        text = settings.text
        self._choice(say("Temp&late"), _turned(TEMPLATES), text("template", "full"), "template")
        style = text("citation_style", "chicago-notes")
        self._choice(say("&Citations"), _turned(STYLES), style, "citation_style")
        language = text("document_language", ENGLISH)
        self._choice(say("Lan&guage"), _turned(document_names()), language, "document_language")
        self._line(say("&By"), "author")
        self._line(say("&For"), "recipient")
        self.form.addRow(say("Formats"), self._formats())
        self.form.addRow(say("&House document"), self._house())
        self._told(say("Used by new briefings; formats and house document by every export."))

    def _formats(self) -> QWidget:
        holder, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._boxes = {
            ending: QCheckBox(name) for ending, name in zip(FORMATS, ("PDF", "Word"), strict=True)
        }
        for ending, box in self._boxes.items():
            box.setChecked(ending in self._settings.formats())
            box.toggled.connect(self._on_formats)
            row.addWidget(box)
        row.addStretch()
        return holder

    def _house(self) -> QWidget:
        self._document = QLineEdit(self._settings.text("house_document"))
        self._document.setAccessibleName(say("House document"))
        self._document.setPlaceholderText(say("a Word file whose styles and page are taken over"))
        self._document.textChanged.connect(lambda text: self._settings.keep("house_document", text))
        choose = QPushButton(say("Choose…"))
        choose.clicked.connect(self._choose)
        return beside(self._document, choose)

    def _on_formats(self) -> None:
        chosen = [ending for ending, box in self._boxes.items() if box.isChecked()]
        self._settings.keep("formats", " ".join(chosen))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, say("House document"), "", "Word (*.docx *.dotx)"
        )
        if name:
            self._document.setText(name)


class LibraryPage(Page):
    """A folder that is watched."""

    title = mark("Library")
    held = ("watching", "watched_folder")
    watch_changed = Signal()
    """Another folder is to be watched, or none."""

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__(settings)
        self._watching = QCheckBox(say("&Watch a folder for new articles"))
        self._watching.setChecked(settings.text("watching") == "yes")
        self._folder = QLineEdit(settings.text("watched_folder"))
        self._folder.setAccessibleName(say("Folder to watch"))
        self._folder.setPlaceholderText(say("a folder"))
        choose = QPushButton(say("Choose…"))
        choose.clicked.connect(self._choose)
        self.form.addRow(self._watching)
        self.form.addRow(say("&Folder"), beside(self._folder, choose))
        self._told(
            say(
                "What lies in it, and what comes to it while your own library is open, is taken into "
                "that library. New excerpts wait above the list until you show them."
            )
        )
        self._watching.toggled.connect(self._on_watch)
        self._folder.editingFinished.connect(self._on_watch)

    def reset(self) -> None:
        """Watch nothing."""
        super().reset()
        self.watch_changed.emit()

    def _choose(self) -> None:
        if name := chosen_folder(self, say("Folder to watch"), self._folder.text()):
            self._folder.setText(name)
            self._on_watch()

    def _on_watch(self) -> None:
        before = self._settings.watched_folder()
        self._settings.keep("watched_folder", self._folder.text().strip())
        self._settings.keep("watching", "yes" if self._watching.isChecked() else "")
        if self._settings.watched_folder() != before:
            self.watch_changed.emit()


class PrivacyPage(Page):
    """Where each file lies."""

    title = mark("Privacy")

    def __init__(self, settings: WindowSettings, places: Mapping[str, Path]) -> None:
        super().__init__(settings)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._told(say("This program makes no network connections."))
        for name, place in places.items():
            line = QLineEdit(str(place))
            line.setReadOnly(True)
            line.setCursorPosition(0)
            self.form.addRow(name, line)
        self._forget = QPushButton(say("Clear the list of recent briefings"))
        self._forget.setAutoDefault(False)
        self._forget.setEnabled(bool(settings.text(RECENTS)))
        self._forget.clicked.connect(self._on_forget)
        self.form.addRow(self._forget)
        self._told(say("The briefings themselves stay where they are."))
        self._clear = QPushButton(say("Empty the cache"))
        self._clear.setAutoDefault(False)
        self._clear.setEnabled(bool(list(_cached())))
        self._clear.clicked.connect(self._on_clear)
        self.form.addRow(self._clear)
        self._told(
            say(
                "The cache has themes and word lists made ready, compiled patterns and PDF files that were "
                "printed. It is filled again by itself. What batches were stopped at stays, so that they "
                "can be resumed."
            )
        )

    def _on_clear(self) -> None:
        for file in _cached():
            with suppress(OSError):  # it may be in use: what is left can be seen in the folder
                file.unlink()
        self._clear.setEnabled(bool(list(_cached())))

    def _on_forget(self) -> None:
        self._settings.forget(RECENTS)
        self._forget.setEnabled(False)


def _cached() -> Iterator[Path]:
    """The files of the cache that the program can make again."""
    folder = cache_folder()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.parent.name != RESUMED:
            yield file


def _turned(words: Mapping[str, str]) -> dict[str, str]:
    return {say(title): value for value, title in words.items()}
