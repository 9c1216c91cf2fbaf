"""What a theme counts for beside the others: a slider with the word for where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from briefing.words import mark, say

_STEPS = (
    (0.5, mark("low")),
    (0.75, mark("rather low")),
    (1.0, mark("normal")),
    (1.5, mark("rather high")),
    (2.0, mark("high")),
)


class WeightLine(QWidget):
    """Five steps; a weight between them, from a file, stays until the slider is moved."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weight = 1.0
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(_STEPS) - 1)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(say("Weight of the theme beside the others"))
        self.slider.setToolTip(say("Where excerpts of several themes stand in one list"))
        self.setFocusProxy(self.slider)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the key of its label leads nowhere
        self._word = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self._word)
        self.slider.valueChanged.connect(self._on_moved)
        self.show_weight(1.0)

    def show_weight(self, weight: float) -> None:
        """Stand where `weight` is, or next to it."""
        self._weight = weight
        nearest = min(range(len(_STEPS)), key=lambda step: abs(_STEPS[step][0] - weight))
        self.slider.blockSignals(True)
        self.slider.setValue(nearest)
        self.slider.blockSignals(False)
        self._name()

    def weight(self) -> float:
        """What the theme counts for."""
        return self._weight

    def _on_moved(self, step: int) -> None:
        self._weight = _STEPS[step][0]
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        word = say(_STEPS[self.slider.value()][1])
        self._word.setText(word)
        self.slider.setAccessibleDescription(word)
