"""How high a house's headers and footers are: where they need more than the margin, the text gives way.

Word pushes the text down (ECMA-376 part 1, 17.6.11). What stands in the letterhead is measured as the
body is: paragraphs in lines, table rows by their highest cell, pictures in a line, and pictures that
the words must keep clear of.
"""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from briefing.writers.word.measures import EM, Shape, StyleBook, widths_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EMU = 12_700
_TWIPS = 20
_DESCENT = 0.25
"""What a line with a picture has below it, as a share of the size."""
_CELL_SIDES = 10.8
"""What a cell has left and right of its words, where nothing else is said."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def height(part: bytes, book: StyleBook, width: float, edge: float) -> float:
    """The height of a header or footer `part`, `width` wide, that begins `edge` below the paper's.

    Lengths in points; a footer's pictures that hang on the page are not looked at (`edge` below 0).
    """
    root = etree.fromstring(part, _PARSER)
    return _Column(book, width, edge).set(root)


class _Column(Struct):
    """Blocks below one another."""

    book: StyleBook
    width: float
    edge: float
    used: float = 0.0
    after: float = 0.0

    def set(self, parent: etree._Element) -> float:
        """The height of what is in `parent`."""
        for block in _blocks(parent):
            if block.tag == f"{_W}p":
                self._paragraph(block)
            else:
                self.used += self.after + self._table(block)
                self.after = 0.0
        return self.used + self.after

    def _paragraph(self, element: etree._Element) -> None:
        if element.find(f"{_W}pPr/{_W}framePr") is not None:
            return  # it stands where it was put
        shape = self._shape(element)
        self.used += max(self.after, shape.before) if self.used else shape.before
        for anchor in element.iter(f"{_PLACE}anchor"):
            self._keep_clear(anchor)
        self.used += _lines(element, shape, self.book, self.width)
        self.after = shape.after

    def _keep_clear(self, anchor: etree._Element) -> None:
        """A picture that has no words beside it moves them below it."""
        if anchor.find(f"{_PLACE}wrapTopAndBottom") is None or _is_fallback(anchor):
            return
        place = anchor.find(f"{_PLACE}positionV")
        offset = place.findtext(f"{_PLACE}posOffset") if place is not None else None
        if place is None or offset is None:
            return
        top = int(offset) / _EMU
        if place.get("relativeFrom") == "page":
            if self.edge < 0:
                return
            top -= self.edge
        elif place.get("relativeFrom") in ("paragraph", "line"):
            top += self.used
        else:
            return
        self.used = max(self.used, top + _extent(anchor) + int(anchor.get("distB", "0")) / _EMU)

    def _table(self, table: etree._Element) -> float:
        return sum(self._row(row) for row in table.iter(f"{_W}tr") if _nearest(row, "tbl") is table)

    def _row(self, row: etree._Element) -> float:
        told = row.find(f"{_W}trPr/{_W}trHeight")
        wanted = float(told.get(f"{_W}val", "0")) / _TWIPS if told is not None else 0.0
        if told is not None and told.get(f"{_W}hRule") == "exact":
            return wanted
        cells = [cell for cell in row.iter(f"{_W}tc") if _nearest(cell, "tr") is row]
        share = self.width / max(1, len(cells))
        highs = [
            _Column(self.book, max(10.0, _cell_width(cell, share) - _CELL_SIDES), -1.0).set(cell)
            for cell in cells
        ]
        return max([wanted, *highs])

    def _shape(self, element: etree._Element) -> Shape:
        """How a paragraph is set: what it says itself, then its style."""
        own = element.find(f"{_W}pPr")
        style = element.find(f"{_W}pPr/{_W}pStyle")
        key = style.get(f"{_W}val") if style is not None else None
        return self.book.shape(key, _xml(own))


def _lines(element: etree._Element, shape: Shape, book: StyleBook, width: float) -> float:
    """The height of a paragraph's lines."""
    high, room, style = shape.line, width - shape.left - shape.right, _style(element)
    wide, breaks, has_tab = 0.0, 0, False
    for run in element.iter(f"{_W}r"):
        if _is_fallback(run) or any(True for _ in run.iterancestors(f"{_W}txbxContent")):
            continue
        told = run.find(f"{_W}rPr")
        own = book.shape(style, _xml(told)) if told is not None else shape
        words = "".join(text.text or "" for text in run.findall(f"{_W}t"))
        if words:
            high = max(high, own.line)
            wide += sum(widths_of(own.family, own.cut).of(words)) / EM * own.size
        breaks += len(run.findall(f"{_W}br"))
        has_tab = has_tab or run.find(f"{_W}tab") is not None
        for inline in run.iter(f"{_PLACE}inline"):
            high = max(high, _extent(inline) + _DESCENT * own.size)
    count = 1 if has_tab and wide <= room else -int(-wide // max(room, 1.0))
    return max(1, count, breaks + 1) * high


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, those in content controls too."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            if content is not None:
                yield from _blocks(content)


def _style(element: etree._Element) -> str | None:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val") if style is not None else None


def _xml(element: etree._Element | None) -> str:
    return "" if element is None else etree.tostring(element, encoding="unicode", with_tail=False)


def _extent(drawing: etree._Element) -> float:
    extent = drawing.find(f"{_PLACE}extent")
    return int(extent.get("cy", "0")) / _EMU if extent is not None else 0.0


def _cell_width(cell: etree._Element, usual: float) -> float:
    told = cell.find(f"{_W}tcPr/{_W}tcW")
    if told is None or told.get(f"{_W}type", "dxa") != "dxa":
        return usual
    return float(told.get(f"{_W}w", "0")) / _TWIPS or usual


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(f"{_W}{tag}"), None)


def _is_fallback(element: etree._Element) -> bool:
    """Whether it is for programs that do not know the form before it."""
    return any(True for _ in element.iterancestors(_FALLBACK))
