"""Keyboard: every command with its key, which can be another; conflicts are named before they are made."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.gui.frame import sentence
from briefing.gui.key_files import ENDING, load_keys, save_keys
from briefing.gui.language import key_told
from briefing.gui.own_keys import Keys, refusal
from briefing.gui.preferring.page import Page
from briefing.gui.settings import WindowSettings
from briefing.gui.widgets.flow import Flow
from briefing.words import mark, say

_NAME = int(Qt.ItemDataRole.UserRole)
_LINES = 8


class _KeyLine(QKeySequenceEdit):
    """Takes any key but Tab, which leads on, and Shift+Tab, which leads back to `before`."""

    left = Signal()
    """It was gone back from: what Shift began to be is no key."""

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would take Shift+Tab as a key."""
        if event.key() == Qt.Key.Key_Backtab:
            self._before.setFocus(Qt.FocusReason.BacktabFocusReason)
            self.left.emit()
        else:
            super().keyPressEvent(event)


class KeysPage(Page):
    """Lists the commands; what is typed below becomes the key of the one that is selected."""

    title = mark("Keyboard")
    held = ("keys", "no_letters")
    changed = Signal()
    """Keys are others now."""

    def __init__(self, settings: WindowSettings, keys: Keys) -> None:
        super().__init__(settings)
        self._keys = keys
        letters = QCheckBox(say("&Single letters act in lists and in the source"))
        letters.setChecked(settings.text("no_letters") != "yes")
        letters.toggled.connect(self._on_letters)
        self.list = QTreeWidget()
        self.list.setAccessibleName(say("Commands and their keys"))
        self.list.setHeaderLabels([say("Command"), say("Key")])
        self.list.setProperty("lines", True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.edit = _KeyLine(self.list)
        self.edit.setAccessibleName(say("Key of the command that is selected"))
        for line in self.edit.findChildren(QLineEdit):
            line.setAccessibleName(self.edit.accessibleName())
        self.edit.setMaximumSequenceLength(1)
        self.told = QLabel(" ")
        self.told.setWordWrap(True)
        self.take = self._button(say("Set"), self._on_take)
        typing = QHBoxLayout()
        typing.addWidget(self.edit, 1)
        typing.addWidget(self.take)
        acts = Flow()
        self.back = self._button(say("Back to its first key"), self._on_back)
        self.none = self._button(say("No key"), self._on_none)
        export = self._button(say("Export…"), self._on_export)
        take_over = self._button(say("Import…"), self._on_import)
        for button in (self.back, self.none, export, take_over):
            acts.addWidget(button)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(letters)
        column.addWidget(self.list, 1)
        column.addLayout(typing)
        column.addWidget(self.told)
        column.addLayout(acts)
        self.form.addRow(holder)
        self.list.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.edit.keySequenceChanged.connect(lambda _: self._on_typed())
        self.edit.left.connect(self._on_chosen)
        self._list()

    def reset(self) -> None:
        """Every command gets its first key back."""
        super().reset()
        self.changed.emit()

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _list(self) -> None:
        """List them anew, with the same one selected."""
        here = self._name()
        self.list.clear()
        for name, title in self._keys.titles.items():
            key = self._keys.key(name)
            own = "" if key == self._keys.first[name] else "  ✎"
            shown = key_told(key) or say("no key")
            line = QTreeWidgetItem(self.list, [title, f"{key_told(key)}{own}"])
            line.setData(0, _NAME, name)
            line.setToolTip(0, title)
            if own:
                first = key_told(self._keys.first[name]) or say("no key")
                line.setToolTip(1, say("At first: {key}", key=first))
            spoken = say("{key}, yours", key=shown) if own else shown
            line.setData(1, int(Qt.ItemDataRole.AccessibleTextRole), spoken)
            if name == here or here is None:
                here = name
                self.list.setCurrentItem(line)

    def _name(self) -> str | None:
        line = self.list.currentItem()
        return str(line.data(0, _NAME)) if line else None

    def _typed(self) -> str:
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _on_chosen(self) -> None:
        name = self._name()
        if name is not None:
            self.edit.setKeySequence(QKeySequence(self._keys.key(name)))
            self._on_typed()

    def _on_typed(self) -> None:
        """Say whose key it is already."""
        name, typed = self._name(), self._typed()
        if name is None:
            return
        why = "" if self._keys.takes(name, typed) else refusal(typed)
        holder = self._keys.holder(typed, name)
        told, word = why, say("Set")
        if not why and holder:
            told = say(
                "▲ {key} is the key of “{command}”, which would lose it.",
                key=key_told(typed), command=self._keys.titles[holder],
            )  # fmt: skip
            word = say("Take it")
        self._say(told, alarm=bool(told))
        self.take.setText(word)
        self.take.setEnabled(bool(typed) and not why and typed != self._keys.key(name))
        self.back.setEnabled(self._keys.key(name) != self._keys.first[name])
        self.none.setEnabled(bool(self._keys.key(name)))

    def _set(self, key: str) -> None:
        name = self._name()
        if name is not None:
            self._keys.give(name, key)
            self.changed.emit()
            self.list.setFocus()  # a button that is done with passes the keys on to “Export…”
            self._list()
            self._on_chosen()

    def _on_take(self) -> None:
        self._set(self._typed())

    def _on_none(self) -> None:
        self._set("")

    def _on_back(self) -> None:
        """Its first key, unless another command has that now."""
        name = self._name()
        if name is not None:
            self.edit.setKeySequence(QKeySequence(self._keys.first[name]))
            if not self._keys.holder(self._keys.first[name], name):
                self._set(self._keys.first[name])

    def _on_export(self) -> None:
        start = str(Path.home() / f"briefing-keys{ENDING}")
        name, _ = QFileDialog.getSaveFileName(self, say("Export keys"), start, _files())
        if name:
            self._try(lambda: save_keys(self._keys, Path(name)))

    def _on_import(self) -> None:
        home = str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, say("Import keys"), home, _files())
        if name:
            self._try(lambda: self._take_over(Path(name)))

    def _take_over(self, file: Path) -> str:
        told = load_keys(self._keys, file)
        self.changed.emit()
        self._list()
        return told

    def _try(self, act: Callable[[], str]) -> None:
        """Do it, and say below the list what came of it."""
        try:
            told, alarm = act(), False
        except BriefingError as error:
            told, alarm = sentence(str(error)), True
        self._say(told, alarm=alarm)

    def _say(self, told: str, *, alarm: bool) -> None:
        self.told.setText(told or " ")
        self.told.setProperty("alarm", alarm)
        self.told.style().polish(self.told)

    def _on_letters(self, on: bool) -> None:
        self._settings.keep("no_letters", "" if on else "yes")
        self.changed.emit()


def _files() -> str:
    return f"{say('Keys')} (*{ENDING})"
