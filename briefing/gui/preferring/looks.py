"""Appearance: colours, contrast, motion, size of text, the font of quotations."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from briefing.gui.appearance import READING_FONT, SANS_FONT, reading_font
from briefing.gui.preferring.page import Page
from briefing.gui.settings import DENSITIES, SCHEMES, WindowSettings

_SCHEME_WORDS = {"system": "Follow the system", "light": "Light", "dark": "Dark"}
_PERCENT = (80, 200)
_SAMPLE = "“The port of Moss will reopen in April,” the harbour master said."


class LooksPage(Page):
    """Applies at once to the window behind it, and to a sample below."""

    title = "Appearance"
    held = ("scheme", "contrast", "still", "density", "text_size", "reading_font", "dim_page")

    def __init__(self, settings: WindowSettings, standard_size: float) -> None:
        super().__init__(settings)
        self._standard = standard_size
        words = {_SCHEME_WORDS[name]: name for name in SCHEMES}
        self._choice("&Theme", words, settings.scheme, "scheme")
        self._check("&High contrast", "contrast")
        self._check("Reduce &motion", "still").setToolTip("Nothing pulses, moves or blinks")
        self.form.addRow("Text &size", self._text_size())
        self._choice("&Density", {name: name for name in DENSITIES}, settings.density, "density")
        self._choice("&Quotation font", _fonts(), settings.text("reading_font"), "reading_font")
        dim = self._check("&Dim the page in dark colours", "dim_page")
        dim.setToolTip("Exported files never are")
        self.form.addRow(self._sample())
        self.dressed.connect(self._show_sample)

    def _text_size(self) -> QWidget:
        """A slider, and beside it how large the text is."""
        slider = QSlider()
        slider.setAccessibleName("Text size")
        slider.setOrientation(slider.orientation().Horizontal)
        slider.setRange(*_PERCENT)
        slider.setSingleStep(5)
        slider.setPageStep(10)
        size = self._settings.text_size or self._standard
        slider.setValue(round(size / self._standard * 100))
        slider.valueChanged.connect(
            lambda percent: self._keep("text_size", f"{self._standard * percent / 100:.1f}")
        )
        told, line = QLabel(), QWidget()
        told.setMinimumWidth(told.fontMetrics().horizontalAdvance("000 %"))
        slider.valueChanged.connect(lambda percent: told.setText(f"{percent} %"))
        told.setText(f"{slider.value()} %")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(slider, 1)
        row.addWidget(told)
        line.setFocusProxy(slider)
        return line

    def _sample(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        self._words = QLabel(_SAMPLE)
        self._words.setWordWrap(True)
        below = QLabel("Ada Moss · Moss Courier · 12 Apr 2024")
        below.setProperty("quiet", True)
        column.addWidget(self._words)
        column.addWidget(below)
        self._show_sample()
        return card

    def _show_sample(self) -> None:
        size = self._settings.text_size or self._standard
        font = reading_font(size + 1)
        # A label under a style sheet takes no other font but by a sheet of its own.
        self._words.setStyleSheet(f"font: {font.pointSizeF()}pt '{font.family()}'")


def _fonts() -> dict[str, str]:
    """What is shown and what is kept: first those that the program brings."""
    ours = {f"{READING_FONT} (bundled)": "", f"{SANS_FONT} (bundled)": SANS_FONT}
    others = {
        name: name
        for name in QFontDatabase.families()
        if QFontDatabase.isSmoothlyScalable(name) and name not in (READING_FONT, SANS_FONT)
    }
    return ours | others
