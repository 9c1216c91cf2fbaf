"""What stands on every page beside its text: running title, page x of y, marking."""

from briefing.model.document import Document
from briefing.model.look import logo_place
from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.figures import fill
from briefing.writers.pdf.look import TLP, House, Style
from briefing.writers.pdf.picture import Logo
from briefing.writers.pdf.runs import switch

HEADER = b"/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
FOOTER = b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
_MARKED = b"/P<</MCID 0>>BDC\n"
_BESIDE = 6.0
_TLP, _CAPITALS = "TLP:", frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ+")


class Furniture:
    """The furniture of one document of `total` pages."""

    def __init__(
        self, document: Document, house: House, fonts: Fonts, total: int, logo: Logo | None = None
    ) -> None:
        self.logo = logo
        self.house, self.fonts, self.total = house, fonts, total
        self.marking = document.marking or ""
        colour = self.marking.removeprefix(_TLP)
        self.tlp = colour not in ("", self.marking) and _CAPITALS.issuperset(colour)
        self.edge = house.look.left + house.measure
        self.title = self._title(document.running_title)
        self._above = self._marked(house.page[1] - 34.0)
        self._below = b" ".join(self._marked(24.0))

    def head(self, number: int, *, tagged: bool) -> bytes:
        """The marking, the running title, the logo; `tagged` is read out, once, at the beginning."""
        logo = self._logo() if number == 1 else b""
        return logo + self._head(number, tagged=tagged)

    def _logo(self) -> bytes:
        if self.logo is None:
            return b""
        size, marking = (self.logo.width, self.logo.height), None
        if self.marking:
            marking = self._marking_place()[1]
        wide, high, top = logo_place(self.house.look, size, marking)
        place = (wide, high, self.house.look.left, self.house.page[1] - top - high)
        return HEADER + b"q %.2f 0 0 %.2f %.2f %.2f cm/Logo Do Q EMC\n" % place

    def _head(self, number: int, *, tagged: bool) -> bytes:
        marking = self._above
        if tagged:
            ground, words = marking
            return b"/Artifact BMC %b EMC\n%b%b EMC\n" % (ground, _MARKED, words)
        title = self.title if number > 1 else b""
        if not title and not self.marking:
            return b""
        return HEADER + b" ".join((*marking, title)) + b" EMC\n"

    def foot(self, number: int) -> bytes:
        """Page x of y, and the marking again."""
        style = self.house.running
        shown, wide = self.fonts.show(f"{number} / {self.total}", style.font, style.size)
        x = self.house.look.left if self.tlp else self.edge - wide
        count = _text(shown, style, style.colour, x, 42.0)
        return FOOTER + count + b" " + self._below + b" EMC"

    def _title(self, title: str) -> bytes:
        """The running title, cut at a word where it is wider than the page."""
        style = self.house.running
        words = title.split()
        shown, wide = self.fonts.show(title, style.font, style.size)
        while wide > self.house.measure * 0.8 and len(words) > 1:
            words.pop()
            shown, wide = self.fonts.show(" ".join(words) + " …", style.font, style.size)
        high = self.house.page[1] - 48.0
        return _text(shown, style, style.colour, self.house.look.left, high) if words else b""

    def _marked(self, y: float) -> tuple[bytes, bytes]:
        """The ground and the words: TLP right-justified in its colour on black, all others centred."""
        if not self.marking:
            return b"", b""
        style = self.house.marking
        shown, left, wide = self._marking_place()
        if not self.tlp:
            return b"", _text(shown, style, style.colour, left, y)
        ground = fill(left, y - 4.5, wide, 17.0, "#000000")
        return ground, _text(shown, style, TLP.get(self.marking, "#FFFFFF"), left + _BESIDE, y)

    def _marking_place(self) -> tuple[bytes, float, float]:
        """What shows the marking, where it begins, and how wide it is with its ground."""
        style = self.house.marking
        shown, wide = self.fonts.show(self.marking, style.font, style.size)
        if not self.tlp:
            return shown, (self.house.page[0] - wide) / 2, wide
        wide += 2 * _BESIDE
        return shown, self.edge - wide, wide


def _text(shown: bytes, style: Style, colour: str, x: float, y: float) -> bytes:
    state = switch(style.font, style.size, colour, 0.0)
    return b"BT %b 1 0 0 1 %.2f %.2f Tm %b ET" % (state, x, y, shown)
