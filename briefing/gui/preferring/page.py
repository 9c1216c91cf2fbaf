"""A page of the preferences: lines that apply at once, and a way back to how they were at first."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefing.gui.settings import WindowSettings

_LETTERS = 14
"""Letters for which a choice has room at least; a long name is cut rather than the page."""


class Page(QWidget):
    """One page, called `title`; `held` names the settings that are chosen on it."""

    title = ""
    held: tuple[str, ...] = ()
    dressed = Signal()
    """The look was changed."""
    filled_anew = Signal()
    """The settings were reset: the page is to be made anew."""

    def __init__(self, settings: WindowSettings) -> None:
        super().__init__()
        self._settings = settings
        self.form = QFormLayout(self)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def reset(self) -> None:
        """Go back to how everything on this page was at first."""
        for name in self.held:
            self._settings.forget(name)
        self.dressed.emit()
        self.filled_anew.emit()

    def _choice(self, label: str, words: Mapping[str, str], now: str, name: str) -> QComboBox:
        """One of several; `words` lead from what is shown to what is kept."""
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        for title, value in words.items():
            box.addItem(title, value)
        box.setCurrentIndex(max(0, box.findData(now)))
        box.currentIndexChanged.connect(lambda _: self._keep(name, box.currentData()))
        self.form.addRow(label, box)
        return box

    def _check(self, title: str, name: str) -> QCheckBox:
        """Yes or no."""
        box = QCheckBox(title)
        box.setChecked(self._settings.text(name) == "yes")
        box.toggled.connect(lambda on: self._keep(name, "yes" if on else ""))
        self.form.addRow(box)
        return box

    def _line(self, label: str, name: str) -> QLineEdit:
        """A line of text."""
        line = QLineEdit(self._settings.text(name))
        line.textChanged.connect(lambda text: self._settings.keep(name, text))
        self.form.addRow(label, line)
        return line

    def _told(self, text: str) -> None:
        """A sentence below the lines."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        self.form.addRow(label)

    def _keep(self, name: str, value: str) -> None:
        self._settings.keep(name, value)
        self.dressed.emit()


def beside(line: QLineEdit, button: QPushButton) -> QWidget:
    """A line with a button beside it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    button.setAutoDefault(False)
    row.addWidget(line)
    row.addWidget(button)
    holder.setFocusProxy(line)
    holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the key of its label leads nowhere
    return holder


def chosen_folder(parent: QWidget, title: str, now: str) -> str:
    """A folder that the person chooses; empty if none."""
    return QFileDialog.getExistingDirectory(parent, title, now)
