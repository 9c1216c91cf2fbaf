"""Colours by which themes are told apart: named ones for light and dark, or any that can be read."""

from PySide6.QtGui import QColor

from briefing.gui.appearance import Tokens
from briefing.words import mark

NAMES = ("blue", "red", "violet", "green", "ochre", "teal", "pink", "grey")
"""The colours of `Tokens.themes`, in their order."""
TITLES = {
    "blue": mark("Blue"), "red": mark("Red"), "violet": mark("Violet"), "green": mark("Green"),
    "ochre": mark("Ochre"), "teal": mark("Teal"), "pink": mark("Pink"), "grey": mark("Grey"),
}  # fmt: skip
_FLOOR = 4.5
"""Contrast that the name of a theme has on every ground (WCAG 2.2, 1.4.3)."""
_STEPS = 20


def colour_of(chosen: str, tokens: Tokens, number: int) -> str:
    """The colour of the theme of that `number` where `chosen` is a name, `#rrggbb` or nothing.

    One that could not be read is brought as near to the colour of text as it must be.
    """
    if chosen in NAMES:
        return tokens.themes[NAMES.index(chosen)]
    if not QColor.isValidColorName(chosen):
        return tokens.themes[number % len(tokens.themes)]
    wanted, text = QColor(chosen), QColor(tokens.text)
    for step in range(_STEPS + 1):
        mixed = _mixed(wanted, text, step / _STEPS)
        grounds = (tokens.card, tokens.ground, tokens.selected)
        if all(contrast(mixed, QColor(ground)) >= _FLOOR for ground in grounds):
            return mixed.name()
    return tokens.text


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours' luminances, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
