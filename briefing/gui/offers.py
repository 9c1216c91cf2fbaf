"""After a name and a colon in the search: the values there are, with how many have each."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from briefing.gui.view_models.workbench import Workbench
from briefing.model.library import Facet
from briefing.words import number, say

_BEGUN = re.compile(r'(?:^|\s)(speaker|source|publisher|theme|language|is):("?)([^"]*)$')
_VALUE = int(Qt.ItemDataRole.UserRole)
_MOST = 40
_OWN = "QListView { border: 1px solid palette(mid); } QListView::item { padding: 3px; }"


class Offers(QObject):
    """Offers values below the line; Down and Enter, or a click, take one."""

    def __init__(self, line: QLineEdit, bench: Workbench) -> None:
        super().__init__(line)
        self._line, self._bench = line, bench
        self._facets: Sequence[Facet] = ()
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(line)
        self._popup = QListView()
        self._popup.setAccessibleName(say("Values of this filter"))
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        line.textEdited.connect(self._look)

    def values(self) -> list[str]:
        """What is offered now."""
        if not self._popup.isVisible():
            return []
        rows = range(self._model.rowCount())
        return [str(self._model.item(row).data(_VALUE)) for row in rows]

    def _look(self, text: str) -> None:
        begun = _begun(text)
        if begun is None:
            self._popup.hide()
            return
        self._bench.ask(
            "offers", lambda session: session.facets(text[: begun.start()]), self._on_facets
        )

    def _on_facets(self, facets: tuple[Facet, ...]) -> None:
        begun = _begun(self._line.text())
        if begun is None or not self._line.hasFocus():
            return
        name, _, typed = begun.groups()
        titles = {theme.id: theme.title for theme in self._bench.themes()}
        sort = "publisher" if name == "source" else name
        self._model.clear()
        for facet in (one for one in facets if one.sort == sort):
            shown = titles.get(facet.value, facet.value) if sort == "theme" else facet.value
            if typed.casefold() in shown.casefold() and self._model.rowCount() < _MOST:
                item = QStandardItem(f"{shown}    {number(facet.count)}")
                item.setData(facet.value, _VALUE)
                self._model.appendRow(item)
        if self._model.rowCount():
            # The list is a window of its own and gets nothing of the window's sheet by itself.
            sheet = self._line.window().styleSheet()
            self._popup.setStyleSheet(f"{sheet}{_OWN}")
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, shown: str) -> None:
        text = self._line.text()
        begun = _begun(text)
        items = self._model.findItems(shown)
        value = items[0].data(_VALUE) if items else None
        if begun is not None and value is not None:
            head = text[: begun.start(2)]
            self._line.setText(f'{head}"{value}" ' if " " in value else f"{head}{value} ")


def _begun(text: str) -> re.Match[str] | None:
    """The filter that is being typed at the end of `text`; none once its value has ended."""
    found = _BEGUN.search(text)
    if found and not found[2] and " " in found[3]:
        return None
    return found


def finished(text: str) -> str:
    """`text` without a filter at its end that has no value yet: it would find nothing."""
    found = _BEGUN.search(text)
    return text[: found.start(1)] if found and not found[3].strip() else text
