"""Appearance: colours, contrast, motion, size of text, the font of quotations."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from briefing.gui.appearance import READING_FONT, SANS_FONT, read_in, reading_font
from briefing.gui.language import day_told
from briefing.gui.preferring.page import Page
from briefing.gui.settings import DENSITIES, SCHEMES, WindowSettings
from briefing.words import mark, say

_SCHEME_WORDS = {
    "system": mark("Follow the system"), "light": mark("Light"), "dark": mark("Dark")
}  # fmt: skip
_DENSITY_WORDS = {"Compact": mark("Compact"), "Normal": mark("Normal"), "Roomy": mark("Roomy")}
_PERCENT = (80, 200)
_DAY = date(2024, 4, 12)
SAMPLE = "“The port of Moss will reopen in April,” the harbour master said."
SAMPLE_OF = "Ada Moss · Moss Courier"
"""As in a source: what is quoted is never translated, nor names."""


class LooksPage(Page):
    """Applies at once to the window behind it, and to a sample below."""

    title = mark("Appearance")
    held = ("scheme", "contrast", "still", "density", "text_size", "reading_font", "dim_page")

    def __init__(self, settings: WindowSettings, standard_size: float) -> None:
        super().__init__(settings)
        self._standard = standard_size
        words = {say(_SCHEME_WORDS[name]): name for name in SCHEMES}
        self._choice(say("&Theme"), words, settings.scheme, "scheme")
        self._check(say("&High contrast"), "contrast")
        self._check(say("Reduce &motion"), "still").setToolTip(
            say("Nothing pulses, moves or blinks")
        )
        self.form.addRow(say("Text &size"), self._text_size())
        densities = {say(_DENSITY_WORDS[name]): name for name in DENSITIES}
        self._choice(say("&Density"), densities, settings.density, "density")
        font = settings.text("reading_font")
        self._choice(say("&Quotation font"), _fonts(), font, "reading_font")
        dim = self._check(say("Dim the &page in dark colours"), "dim_page")
        dim.setToolTip(say("Exported files never are"))
        self.form.addRow(self._sample())
        self.dressed.connect(self._show_sample)

    def _text_size(self) -> QWidget:
        """A slider, and beside it how large the text is."""
        slider = QSlider()
        slider.setAccessibleName(say("Text size"))
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
        line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the key of its label leads nowhere
        return line

    def _sample(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        self._words = QLabel(SAMPLE)
        self._words.setWordWrap(True)
        below = QLabel(f"{SAMPLE_OF} · {day_told(_DAY)}")
        below.setProperty("quiet", True)
        column.addWidget(self._words)
        column.addWidget(below)
        self._show_sample()
        return card

    def _show_sample(self) -> None:
        size = self._settings.text_size or self._standard
        read_in(self._settings.text("reading_font"))  # the window is dressed only after this page
        font = reading_font(size + 1)
        # A label under a style sheet takes no other font but by a sheet of its own.
        self._words.setStyleSheet(f"font: {font.pointSizeF()}pt '{font.family()}'")


def _fonts() -> dict[str, str]:
    """What is shown and what is kept: first those that the program brings."""
    ours = {
        say("{font} (bundled)", font=READING_FONT): "",
        say("{font} (bundled)", font=SANS_FONT): SANS_FONT,
    }
    others = {
        name: name
        for name in QFontDatabase.families()
        if QFontDatabase.isSmoothlyScalable(name) and name not in (READING_FONT, SANS_FONT)
    }
    return ours | others
