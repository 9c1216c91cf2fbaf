"""What the window wears: light or dark, how large its text is, how much a card shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from briefing.gui import appearance
from briefing.gui.frame import Frame
from briefing.gui.settings import DENSITIES, WindowSettings
from briefing.gui.theme_colours import colour_of
from briefing.model.theme import Theme

_HALF = 128
_STEP = 1.1
_SIDES = {"left": Qt.LayoutDirection.LeftToRight, "right": Qt.LayoutDirection.RightToLeft}
_MOVING = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip


class Wardrobe:
    """Dresses a `Frame` as the settings say, and changes them."""

    def __init__(self, frame: Frame, settings: WindowSettings) -> None:
        self._frame, self._settings = frame, settings
        self._standard = QApplication.font().pointSizeF()
        self._worn: tuple[appearance.Tokens, float] | None = None
        self._font, self._still, self._side = "", False, "system"
        self._blinking = QApplication.cursorFlashTime()

    def tokens(self) -> appearance.Tokens:
        """The colours that are worn."""
        return self._tokens()

    def dress(self, themes: Sequence[Theme], chosen: Mapping[str, str]) -> None:
        """Put on what is chosen; each of `themes` gets the colour `chosen` for it, or one of its place."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        frame, tokens, size = self._frame, self._tokens(), self._size()
        if self._font != (family := self._settings.text("reading_font")):
            self._font = family
            appearance.read_in(family)
            frame.source.dress_text()
        self._hold_still(app)
        if self._side != (side := self._settings.direction):
            self._side = side
            app.setLayoutDirection(_SIDES.get(side, QLocale().textDirection()))
        if self._worn != (tokens, size):
            self._worn = tokens, size
            appearance.apply(app, frame, tokens, size)
            self._colour_links()
        colours = {
            theme.id: colour_of(chosen.get(theme.id, ""), tokens, number)
            for number, theme in enumerate(themes)
        }
        frame.cards.painter_of_cards.colours = colours
        frame.cards.painter_of_cards.dress(tokens, size, self._settings.density)
        frame.cards.fit()
        frame.order.painter_of_lines.dress(tokens, colours)
        frame.order.dress_lines()
        frame.preview.page.accent = QColor(tokens.accent)
        frame.preview.meter.alarm = QColor(tokens.conflict)
        frame.preview.page.dimmed = self._is_dark() and self._settings.dims_page
        frame.preview.page.viewport().update()
        frame.sources.fit()
        frame.source.tokens = tokens
        frame.source.paint_marks()
        pages = (frame.compare, frame.changes.page, frame.theme_editor.result, frame.proof.page)
        for page in pages:
            page.tokens = tokens
            page.show_again()
        frame.sidebar.show_themes(themes, colours)

    def _hold_still(self, app: QApplication) -> None:
        """Let things move, or not, as the person chose."""
        still = self._settings.still
        if self._still != still:
            self._still = still
            self._frame.preview.hold_still(on=still)
            for effect in _MOVING:
                app.setEffectEnabled(effect, not still)
            app.setCursorFlashTime(0 if still else self._blinking)

    def _colour_links(self) -> None:
        """A label gives its links the colour of the time at which it got its words."""
        for label in self._frame.findChildren(QLabel):
            if "<a " in (text := label.text()):
                label.clear()
                label.setText(text)

    def swap_scheme(self) -> None:
        """From light to dark, and back."""
        dark = self._frame.palette().window().color().lightness() < _HALF
        self._settings.keep("scheme", "light" if dark else "dark")

    def next_density(self) -> None:
        """Compact, normal, roomy, compact."""
        here = DENSITIES.index(self._settings.density)
        self._settings.keep("density", DENSITIES[(here + 1) % len(DENSITIES)])

    def larger(self) -> None:
        """Larger text."""
        self._settings.keep("text_size", f"{self._size() * _STEP:.1f}")

    def smaller(self) -> None:
        """Smaller text."""
        self._settings.keep("text_size", f"{self._size() / _STEP:.1f}")

    def _tokens(self) -> appearance.Tokens:
        return appearance.tokens(dark=self._is_dark(), clear=self._settings.contrast)

    def _is_dark(self) -> bool:
        scheme = self._settings.scheme
        return scheme == "dark" or (scheme == "system" and appearance.system_is_dark())

    def _size(self) -> float:
        return self._settings.text_size or self._standard
