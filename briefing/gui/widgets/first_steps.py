"""The first steps at the foot of the sidebar: five things to try, each ticked once it is done."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.words import mark, say

STEPS = {
    "include": mark("Space puts an excerpt in"),
    "page": mark("Click a quotation on the page"),
    "source": mark("Enter opens its source"),
    "template": mark("Change the template"),
    "export": mark("Ctrl+E exports"),
}
_SHARE = 2.5
"""How many times as high as the steps the pane must be, for the list above them to have room."""


class FirstSteps(QFrame):
    """Shows which of `STEPS` were taken; `left` tells that a person wants to see them no more."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", True)
        self._lines = {name: QLabel() for name in STEPS}
        heading, close = QLabel(say("First steps")), QToolButton()
        heading.setProperty("heading", True)
        close.setText("✕")
        close.setAccessibleName(say("Put the first steps away"))
        close.setToolTip(close.accessibleName())
        close.clicked.connect(self.left)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 6, 8)
        column.setSpacing(3)
        column.addLayout(top)
        for line in self._lines.values():
            line.setWordWrap(True)
            column.addWidget(line)
        self.show_taken(())

    def show_taken(self, taken: Collection[str]) -> None:
        """Tick what was done."""
        for name, line in self._lines.items():
            done = name in taken
            step = say(STEPS[name])
            line.setText(f"{'☑' if done else '☐'} {step}")
            line.setAccessibleName(f"{step}: {say('done') if done else say('to do')}")
            line.setProperty("quiet", done)
            line.style().polish(line)


class SidePane(QWidget):
    """The sidebar with something below it; it is seen when the sidebar is to be seen."""

    def __init__(self, sidebar: QWidget, below: QWidget) -> None:
        super().__init__()
        self._below = below
        self._wanted = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(sidebar, 1)
        column.addWidget(below)
        below.hide()
        sidebar.installEventFilter(self)

    def float_over(self, *, on: bool) -> None:
        """Whether it lies over other panes: a line parts it from them then."""
        edge = int(on)
        self.setAutoFillBackground(on)
        self.setContentsMargins(
            edge if self.isRightToLeft() else 0, 0, 0 if self.isRightToLeft() else edge, 0
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line at its edge."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().placeholderText())
        painter.end()

    def want(self, *, on: bool) -> None:
        """Show what is below the sidebar, where there is room for it."""
        self._wanted = on
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the sidebar."""
        if event.type() is QEvent.Type.ShowToParent:
            self.show()
        elif event.type() is QEvent.Type.HideToParent:
            self.hide()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar comes first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        below = self._below
        layout = below.layout()
        high = layout.totalHeightForWidth(self.width()) if layout else below.sizeHint().height()
        below.setVisible(self._wanted and self.height() >= _SHARE * high)
