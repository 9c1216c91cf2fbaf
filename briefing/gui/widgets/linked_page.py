"""A page of text with links that are acts: read with the arrow keys, walked with Tab."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefing.gui.appearance import LIGHT, Tokens, reading_family


class LinkedPage(QTextBrowser):
    """Shows HTML that is made anew when the colours change; a link calls what it was given."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(12)
        self.tokens: Tokens = LIGHT
        self._hint = hint
        self._stale = False
        self._make: Callable[[], str] | None = None
        self._acts: dict[str, Callable[[], None]] = {}
        self.anchorClicked.connect(self._on_link)
        self.show_again()

    def show_made(self, make: Callable[[], str]) -> None:
        """Show what `make` gives; it may call `link`."""
        self._make = make
        self.show_again()

    def show_hint(self, text: str) -> None:
        """Show one sentence, as there is nothing else to show."""
        self._hint, self._make = text, None
        self.show_again()

    def show_again(self) -> None:
        """Show the same in today's colours and size."""
        here, self._stale = self._link_here(), False
        self._acts.clear()
        body = self._make() if self._make else f"<p class='quiet'>{escape(self._hint)}</p>"
        place = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(_sheet(self.tokens))
        self.setHtml(body)
        self._go_to_link(here)
        self.verticalScrollBar().setValue(place)

    def show_when_seen(self) -> None:
        """Show the same as it is now: at once where it can be seen, else once someone looks."""
        if self.isVisible():
            self.show_again()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen from now on."""
        if self._stale:
            self.show_again()
        super().showEvent(event)

    def _link_here(self) -> int:
        """The how-manyth link has the keys; -1 if none has."""
        name = self.textCursor().charFormat().anchorHref() if self.hasFocus() else ""
        return list(self._acts).index(name) if name in self._acts else -1

    def _go_to_link(self, number: int) -> None:
        """Give the keys to the link of that number again: an act has made the page anew."""
        if self.hasFocus():
            for _ in range(min(number + 1, len(self._acts))):
                self.focusNextPrevChild(True)

    def link(self, text: str, act: Callable[[], None]) -> str:
        """HTML of a link that does `act`."""
        name = f"act:{len(self._acts)}"
        self._acts[name] = act
        return f'<a href="{name}">{escape(text)}</a>'

    def links(self) -> list[str]:
        """The links there are, for those who walk them."""
        return list(self._acts)

    def _on_link(self, link: QUrl) -> None:
        act = self._acts.get(link.toString())
        if act:
            act()


def _sheet(tokens: Tokens) -> str:
    return (
        f"body, p, td, h3 {{ color: {tokens.text}; }}"
        f".quiet {{ color: {tokens.secondary}; }}"
        f".agree {{ color: {tokens.agree}; font-weight: 600; }}"
        f".conflict {{ color: {tokens.conflict}; font-weight: 600; }}"
        f".agreeing {{ background-color: {tokens.agree}; padding: 0; }}"
        f".quiet-bar {{ background-color: {tokens.line}; padding: 0; }}"
        f".against {{ background-color: {tokens.conflict}; padding: 0; }}"
        f".bar {{ background-color: {tokens.accent}; padding: 0; }}"
        f".words {{ font-family: '{reading_family()}'; }}"
        f".mark {{ background-color: {tokens.highlight}; color: {tokens.text}; font-weight: 600; }}"
        f"a {{ color: {tokens.accent}; text-decoration: none; }}"
    )
