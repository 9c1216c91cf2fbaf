"""Writing one's own words: they are typed here, and cite quotations of the briefing after `[[`."""

import re
from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from briefing.gui.dialogs.writing import WritingDialog
from briefing.model.citing import Mention, mentions_in, parts_of
from briefing.model.desk import Included
from briefing.words import say

_BRACKETS = "[["
_TOLD = 32
"""Letters of a quotation by which it is named."""
_SHORT = 8
"""Letters of a source's id that tell it from the others of a briefing."""


class Names:
    """The quotations of a briefing as they stand between brackets, to be read by a person."""

    def __init__(self, items: Sequence[Included]) -> None:
        self.items: dict[str, Mention] = {}
        for number, item in enumerate(items, 1):
            words = shorten(item.text, _TOLD, placeholder=" …").replace("[", "(").replace("]", ")")
            whole = item.whole
            mention = Mention(whole.source[:_SHORT], whole.start, whole.end)
            self.items[f"{number} {item.label}: {words}".replace("[", "(").replace("]", ")")] = (
                mention
            )

    def shown(self, text: str) -> str:
        """`text` with what it cites by name; what is no quotation of the briefing stays as it is."""
        names = {mention: name for name, mention in self.items.items()}
        return "".join(
            part
            if isinstance(part, str)
            else f" [[{names[part]}]]"
            if part in names
            else f" {part}"
            for part in parts_of(text)
        ).lstrip()

    def kept(self, text: str) -> str:
        """`text` with the places of what it cites by name."""
        return re.sub(
            r"\[\[([^\[\]]+)\]\]", lambda found: str(self.items.get(found[1], found[0])), text
        )

    def strangers(self, text: str) -> list[str]:
        """What stands between double brackets in `text` and is neither a name nor a place."""
        found = re.findall(r"\[\[[^\[\]]*\]\]", self.kept(text))
        return [one for one in found if not mentions_in(one)]


class OwnWordsDialog(WritingDialog):
    """Asks for the sentences of a section, one a line; `text` is what was written and not kept."""

    def __init__(
        self,
        title: str,
        texts: Sequence[str],
        items: Sequence[Included],
        parent: QWidget | None,
        text: str | None = None,
    ) -> None:
        self._names = Names(items)
        begun = "\n".join(map(self._names.shown, texts))
        asked = say("Your own words. They are printed as your judgment, a paragraph each line:")
        super().__init__(
            title, asked, say("Your own words"), begun, begun if text is None else text, parent
        )
        self.fault = QLabel()
        self.fault.setProperty("alarm", True)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.column.insertWidget(self.column.count() - 1, self.fault)
        self.cite = QPushButton(say("Cite a quotation…  [["))
        self.cite.setAccessibleName(say("Cite a quotation of this briefing"))
        self.cite.setEnabled(bool(items))
        self.cite.clicked.connect(self.offer)
        self.ends.insertWidget(0, self.cite)
        self.edit.textChanged.connect(self._look)
        self.menu = QMenu(self)
        for name in self._names.items:
            self.menu.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _=False, name=name: self._insert(name)
            )
        self._length = len(self.edit.toPlainText())

    def keep(self) -> None:
        """Hand the sentences over; what stands between brackets and is no quotation is told first."""
        if strangers := self._names.strangers(self.edit.toPlainText()):
            self.fault.setText(
                say(
                    "“{name}” is no quotation of this briefing. Type [[ to choose one, or take a "
                    "bracket out.",
                    name=strangers[0],
                )
            )
            self.fault.show()
            return
        super().keep()

    def sentences(self, text: str) -> list[str]:
        """The sentences of `text`, with the places of what they cite."""
        return [self._names.kept(line) for line in text.split("\n")]

    def offer(self) -> None:
        """Show the quotations there are, to choose from."""
        if not self.menu.isEmpty():
            point = self.edit.viewport().mapToGlobal(self.edit.cursorRect().bottomLeft())
            self.menu.setActiveAction(self.menu.actions()[0])
            self.menu.popup(point)

    def _look(self) -> None:
        """Offer what there is once two brackets have been typed."""
        text, before = self.edit.toPlainText(), self._length
        self._length = len(text)
        self.fault.hide()
        if len(text) > before and text[: self.edit.textCursor().position()].endswith(_BRACKETS):
            self.offer()

    def _insert(self, name: str) -> None:
        """Put a name in, in the place of brackets that were typed for it."""
        cursor = self.edit.textCursor()
        if self.edit.toPlainText()[: cursor.position()].endswith(_BRACKETS):
            left = QTextCursor.MoveOperation.Left
            cursor.movePosition(left, QTextCursor.MoveMode.KeepAnchor, len(_BRACKETS))
        cursor.insertText(f"[[{name}]]")
        self.edit.setTextCursor(cursor)
        self.edit.setFocus()
