"""Finds what a window says in English while it is to speak the language of `pseudo`."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from briefing.gui.widgets.source_text import SourceText

_PLAIN = re.compile(r"[aeiouyAEIOUYcnsz]")
"""Letters that no word of that language has."""
_ACCENTED = re.compile(r"[áéíóúýÁÉÍÓÚÝçñšž]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"[⟦⟧~\s]*[·•—–(),:;|“”\"●▲◌◐▸▾★✎✕＋/<>\[\]{}\n\t⟦⟧~\d%‹›@#?]+[⟦⟧~\s]*")
"""What parts data from words, and one piece of data from another."""
_KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+\S+|&(?=\w)\w|\b(?=\w*\d)[0-9a-f]{6,}\b")
"""A key, the letter of one within a word, or a checksum."""
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
"""Signs that tell which way words run."""
_TAG = re.compile(r"<[^>]*>|&nbsp;")
_ENDS = " .…’‘'"
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z⟦])")
_QUOTED = 3
"""Words that are a quotation rather than a label, where they stand so in a text."""
_ROWS = 60
_MONTHS = (
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August"
)
NAMES = frozenset(
    {
        *_MONTHS.split(),
        "Briefing", "PDF", "Word", "JSON", "APA", "ICS", "TLP", "SHA", "English",  # names of their own
        "STRICT", "AMBER", "CLEAR", "GREEN", "RED",
        "Ctrl", "Alt", "Shift", "Space", "Enter", "Del", "Esc", "PgUp", "PgDown",  # keys
    }
)  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
)  # fmt: skip


class Data:
    """What a library and a machine bring: it stands in any window as it is."""

    def __init__(self, values: Sequence[str], texts: Sequence[str]) -> None:
        self._pieces = {piece for value in values for piece in _pieces(value)}
        # A quotation goes before its parts are looked at, the longest first.
        self._texts = sorted({_plain(text) for text in texts}, key=len, reverse=True)
        self._words = " ".join(" ".join(self._texts).split())

    def without_quotations(self, text: str) -> str:
        """`text` without the passages that it quotes."""
        for quoted in self._texts:
            if quoted in text:
                text = text.replace(quoted, "·")
        return text

    def holds(self, piece: str, *, cut: bool) -> bool:
        """Whether `piece` is a value, or words of a text; where it was `cut`, the start of one."""
        if piece in self._pieces or all(word in NAMES for word in _WORD.findall(piece)):
            return True
        if cut and any(one.startswith(piece) for one in self._pieces):
            return True
        return len(piece.split()) >= _QUOTED and piece in self._words


def english(text: str, data: Data) -> list[str]:
    """The pieces of `text` that are neither of that language nor data."""
    found = []
    for piece in _pieces(data.without_quotations(_plain(text))):
        cut, whole = piece.endswith("…"), piece.strip(_ENDS)
        if _is_plain(whole) and not data.holds(whole, cut=cut):
            # A field within a sentence is data between words that are none.
            found += [run for run in _runs(whole) if not data.holds(run, cut=cut)]
    return found


def _plain(text: str) -> str:
    return unescape(_TAG.sub("\n", text)).translate(_MARKS)


def _pieces(text: str) -> Iterator[str]:
    for part in _PARTS.split(_KEY.sub("", text)):
        for piece in _STOP.split(" ".join(part.split())):
            if piece.strip(_ENDS):
                yield piece.strip(" .’‘'")


def _is_plain(text: str) -> bool:
    """Whether it has a word of that kind; a letter alone is a sign."""
    return any(_PLAIN.search(word) for word in _WORD.findall(text))


def _runs(piece: str) -> Iterator[str]:
    """Words beside one another that are not of that language."""
    runs: list[list[str]] = [[]]
    for word in piece.split():
        if _ACCENTED.search(word):
            runs.append([])
        else:
            runs[-1].append(word)
    for run in runs:
        if _is_plain(words := " ".join(run).strip(_ENDS)):
            yield words


def said(top: QWidget) -> Iterator[tuple[str, str]]:
    """What a window says, with where: all its parts, seen or not."""
    if top.isWindow():
        yield "title", top.windowTitle()
    for part in (top, *top.findChildren(QWidget)):
        if part.objectName().startswith("qt_") or _is_of_qt(part):
            continue
        kind = type(part).__name__
        yield f"{kind} name", part.accessibleName()
        yield f"{kind} description", part.accessibleDescription()
        yield f"{kind} tip", part.toolTip()
        yield f"{kind} status", part.statusTip()
        for text in _texts(part):
            yield kind, text
        for action in part.actions():
            yield from _of_action(action)


def _is_of_qt(part: QWidget) -> bool:
    """Buttons that Qt names itself, which its own catalogues translate: of dialogs, and to scroll tabs."""
    box = part.parent()
    return isinstance(box, QTabBar) or (
        isinstance(box, QDialogButtonBox)
        and isinstance(part, QAbstractButton)
        and box.standardButton(part) is not QDialogButtonBox.StandardButton.NoButton
    )


def _texts(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QGroupBox):
        yield part.title()
    elif isinstance(part, QLineEdit):
        yield part.placeholderText()
    elif isinstance(part, SourceText):
        yield part.placeholderText()  # below it stands a source as it is
    elif isinstance(part, QPlainTextEdit | QTextEdit):
        yield part.placeholderText()
        yield part.toPlainText()
    elif isinstance(part, QTabBar):
        for place in range(part.count()):
            yield from (part.tabText(place), part.tabToolTip(place), part.accessibleTabName(place))
    elif isinstance(part, QComboBox):
        yield from map(part.itemText, range(part.count()))
    elif isinstance(part, QAbstractItemView) and part.model():
        yield from _of_model(part.model())


def _of_model(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    above = above or QModelIndex()
    # A list does not tell how many columns it has, nor a table that nothing is below its lines.
    flat = isinstance(model, QAbstractListModel | QAbstractTableModel)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for column in range(columns):
        for role in _ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
        for row in range(min(model.rowCount(above), _ROWS)):
            index = model.index(row, column, above)
            for role in _ROLES:
                if isinstance(told := index.data(int(role)), str):
                    yield told
            if not flat and model.hasChildren(index):
                yield from _of_model(model, index)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    text = action.text().split("\t")[0]
    yield "action", text
    for other in (action.iconText(), action.toolTip(), action.statusTip()):
        if other != text.replace("&", ""):
            yield "action", other


def tops() -> list[QWidget]:
    """The windows, dialogs and menus that are open."""
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def listening(draw: Callable[..., object], heard: list[str]) -> Callable[..., object]:
    """`QPainter.drawText` that also keeps what is drawn."""

    def drawn(*given: object) -> object:
        heard.extend(part for part in given if isinstance(part, str))
        return draw(*given)

    return drawn
