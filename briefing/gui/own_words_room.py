"""The analyst's own words: asks for them, and keeps them as acts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from briefing.gui.dialogs.own_words import OwnWordsDialog
from briefing.gui.dialogs.writing import WritingDialog
from briefing.gui.frame import Frame, with_links
from briefing.gui.view_models.workbench import Workbench
from briefing.model.passage import Passage
from briefing.words import say

_AGAIN = "words:again"


class OwnWordsRoom(QObject):
    """Opens the dialogs for a section of the page, and for a note beside an excerpt."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._again: Callable[[], object] | None = None
        """Asks again, with what was written and not kept."""
        frame.order.own_text_wanted.connect(self.ask)
        frame.cards.noted.connect(lambda card: self.ask_note(card.passage))
        frame.order.noted.connect(lambda item: self.ask_note(item.whole))
        frame.notice_text.linkActivated.connect(self._on_link)

    @Slot(str, str)
    def ask(self, section: str, title: str, text: str | None = None) -> OwnWordsDialog:
        """Ask for the analyst's own sentences of a section."""
        desk = self._bench.desk
        texts = [note.text for note in desk.notes if note.section == section]
        dialog = OwnWordsDialog(title, texts, desk.included, self._frame, text)
        dialog.written.connect(lambda words: self._bench.write(section, dialog.sentences(words)))
        self._open(dialog, lambda words: self.ask(section, title, words))
        return dialog

    def ask_note(self, passage: Passage, text: str | None = None) -> WritingDialog:
        """Ask for a note beside an excerpt."""
        now = self._bench.desk.remarks.get(passage, "")
        asked = say("A note beside this excerpt; it is never printed:")
        dialog = WritingDialog(
            say("Note"), asked, say("Note"), now, now if text is None else text, self._frame
        )
        dialog.written.connect(lambda words: self._bench.note(passage, words))
        self._open(dialog, lambda words: self.ask_note(passage, words))
        return dialog

    def _open(self, dialog: WritingDialog, again: Callable[[str], object]) -> None:
        def offer(words: str) -> None:
            self._again = lambda: again(words)
            told = say("What you wrote was not kept.")
            self._frame.tell(with_links(told, (_AGAIN, say("Go on writing"))))

        dialog.left.connect(offer)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _AGAIN and self._again is not None:
            self._frame.notice.hide()
            self._again()
