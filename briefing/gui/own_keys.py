"""The keys of the commands: those of the first day, those that a person chose, and their right of way.

On Linux Ctrl+E goes to the end of a line and Ctrl+K cuts it off there; in a text field of the window
they are the window's all the same.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from briefing.gui.language import key_told
from briefing.gui.mnemonics import plain
from briefing.gui.settings import WindowSettings
from briefing.words import say

_KEYS = "keys"
"""The setting that holds the keys of one's own, a line each: the command's name, a tab, the key."""
_TEXTS_OWN = frozenset({"undo", "redo", "paste", "copy_quotation"})
"""Commands whose keys mean the words of a field while one types in it."""
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FREE = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
"""Keys that mean nothing in a text or a list."""
_TAKEN = frozenset(
    {
        "Ctrl+C", "Ctrl+X", "Ctrl+A", "Ctrl+Return", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right",
        "Ctrl+Shift+Up", "Ctrl+Shift+Down", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+0", "Ctrl++", "Ctrl+-",
        "Ctrl+Tab", "Ctrl+Shift+Tab", "Alt+F4",
    }
)  # fmt: skip
"""Keys that lists, pages, texts or the system have for themselves."""


def refusal(key: str) -> str:
    """Why a command cannot have `key`; empty if it can."""
    sequence = QKeySequence(key)
    if not key:
        return ""
    if sequence.isEmpty() or sequence.toString() == "":
        return say("This is no key.")
    if key in _TAKEN:
        return f"▲ {say('{key} has a meaning of its own in lists, pages or texts.', key=key_told(key))}"
    one: QKeyCombination = sequence[0]  # type: ignore[index]
    if not one.keyboardModifiers() & _MODIFIERS and one.key() not in _FREE:
        return f"▲ {say('Keys without Ctrl or Alt belong to the lists, and to typing.')}"
    return ""


class Keys:
    """The key of each command by its name: changed, taken from another, given back."""

    def __init__(self, actions: Mapping[str, QAction], settings: WindowSettings) -> None:
        self._actions, self._settings = actions, settings
        self.titles = {name: plain(action.text()) for name, action in actions.items()}
        every = {name: [_spelled(one) for one in action.shortcuts()]
                 for name, action in actions.items()}  # fmt: skip
        self.first = {name: keys[0] if keys else "" for name, keys in every.items()}
        """The keys of the first day."""
        self._others = {name: keys[1:] for name, keys in every.items()}
        self._told = {name: action.toolTip() for name, action in actions.items()}
        self.apply()

    def key(self, name: str) -> str:
        """The key of a command; empty if it has none."""
        return self._own().get(name, self.first[name])

    def holder(self, key: str, but: str) -> str | None:
        """The name of another command than `but` that has `key`."""
        if not key:
            return None
        held = (name for name in self._actions if key in (self.key(name), *self._others[name]))
        return next((name for name in held if name != but), None)

    def takes(self, name: str, key: str) -> bool:
        """Whether there is such a command, and it can have `key`: its first one it always can."""
        return name in self.first and (key == self.first[name] or not refusal(key))

    def give(self, name: str, key: str) -> None:
        """Give a command a key, or none; another that has it loses it."""
        own = self._own()
        other = self.holder(key, name)
        if other and self.key(other) == key:
            own[other] = ""
        own[name] = key
        kept = {one: value for one, value in own.items() if value != self.first[one]}
        self._settings.keep(_KEYS, "\n".join(f"{one}\t{value}" for one, value in kept.items()))
        self.apply()

    def take(self, wanted: Mapping[str, str]) -> int:
        """Give several commands their keys, or none; returns how many are others now.

        Another command that has one of these keys loses it.
        """
        before = {name: self.key(name) for name in self.titles}
        for name in wanted:
            self.give(name, "")
        for name, key in wanted.items():
            self.give(name, key)
        return sum(self.key(name) != key for name, key in before.items())

    def apply(self) -> None:
        """Let the commands have the keys that are kept."""
        given = {self.key(name) for name in self._actions}
        for name, action in self._actions.items():
            key = self.key(name)
            others = [one for one in self._others[name] if key and one not in given]
            action.setShortcuts([QKeySequence(one) for one in (key, *others) if one])
            if key != self.first[name]:
                title = self.titles[name]
                action.setToolTip(f"{title} ({key_told(key)})" if key else title)
            elif name not in ("undo", "redo"):
                action.setToolTip(self._told[name])

    def windows_own(self) -> frozenset[str]:
        """The keys that are the window's wherever one types."""
        return frozenset(
            key for name in self._actions if name not in _TEXTS_OWN and (key := self.key(name))
        )

    def listed(self) -> str:
        """All commands with their keys, a line each."""
        return "\n".join(f"{self.key(name)}\t{title}" for name, title in self.titles.items())

    def _own(self) -> dict[str, str]:
        """The keys that a person chose; what is no key, or another's, is passed over."""
        own: dict[str, str] = {}
        for name, key in _lines(self._settings.text(_KEYS)):
            if self.takes(name, key) and (not key or key not in own.values()):
                own[name] = key
        return own


class OwnKeys(QObject):
    """Watches the text field of `window` that has the keys, and the lists for their letters."""

    def __init__(self, window: QMainWindow, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the field a key that is the window's; then the window gets it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and QKeySequence(event.keyCombination()).toString() in self._keys.windows_own()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit) and now.window() is self._window:
            now.installEventFilter(self)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        name, tab, key = line.partition("\t")
        if tab:
            yield name, key


def _spelled(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
