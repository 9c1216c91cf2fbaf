"""The page numbers in the table of contents, written when all pages are known."""

from msgspec import Struct, field

from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.items import Item
from briefing.writers.pdf.lexicon import lexicon
from briefing.writers.pdf.linking import Link, edges, marked_link
from briefing.writers.pdf.packing import text_string
from briefing.writers.pdf.runs import shares


class Entry(Struct, gc=False):
    """An entry of the contents whose page number is written when all pages are known.

    `at` is its place among what the page shows, `mark` its mark there, `end` where its words end.
    """

    item: Item
    listed: str
    end: tuple[float, float]
    at: int
    mark: int
    link: Link | None = None


class Sheet(Struct, gc=False):
    """A page: its place among the streams, what it shows, its entries of the contents and their numbers."""

    slot: int
    before: bytes
    out: list[bytes]
    behind: bytes
    entries: list[Entry]
    numbers: list[str] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what it shows, if that is all written."""
        if not self.entries:
            self.before, self.out, self.behind = b"", [], b""


def show(
    sheet: Sheet, entry: Entry, number: str, page: tuple[float, bytes, str], fonts: Fonts
) -> None:
    """Put leaders and the page number where `entry` has left room for them, and its link around it.

    `page` has its right edge, the operators of the entry's state, and the colour of leaders.
    """
    item, (x, y) = entry.item, entry.end
    style = item.style
    edge, state, ink = page
    shown, wide = fonts.show(number, style.font, style.size)
    dot = lexicon(style.font)["."] * style.size / 1000
    count = max(int((edge - wide - 6.0 - x - item.lines.wide) / dot), 0)
    start = edge - wide - 4.0 - count * dot
    sheet.out[entry.at : entry.at + 3] = (
        b"/Artifact BMC %b rg 1 0 0 1 %.2f %.2f Tm(%b)Tj EMC"
        % (shares(ink).encode(), start, y, b" ." * count),
        b"%b 1 0 0 1 %.2f %.2f Tm" % (state, edge - wide, y),
        marked_link(entry.mark, shown),
    )
    low = y - style.size * 0.25
    if entry.link:
        entry.link.area = edges((edge - wide, low, edge, low + style.size * 1.2))
        entry.link.says = text_string(number)
