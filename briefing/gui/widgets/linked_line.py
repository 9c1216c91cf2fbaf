"""Words with links in them, which the keys reach too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel

_BY_LINKS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)


class LinkedLine(QLabel):
    """Tab stops at each link of it, and not at all while it has none; Enter follows one.

    Qt would choose a link at the second Tab only, and show nothing until then.
    """

    def __init__(self) -> None:
        super().__init__()
        self._spoken = ""
        self.setTextInteractionFlags(_BY_LINKS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        if self.accessibleName() == self._spoken:  # one that was given a name keeps it
            self._spoken = QTextDocumentFragment.fromHtml(text).toPlainText()
            self.setAccessibleName(self._spoken)
        linked = "<a " in text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.NoFocus)
        if linked and self.hasFocus():
            self.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first link, or the last on the way back."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.focusNextPrevChild(event.reason() is not Qt.FocusReason.BacktabFocusReason)
