"""How high the text may be on each page: the paper less its margins, or less header and footer."""

from msgspec import Struct

from briefing.writers.word import styles
from briefing.writers.word.sheet import Sheet
from briefing.writers.word.skeleton import Skeleton

_TWIPS = 20
_LEAST = 50.0
_LARGE, _LARGE_LINE = b'<w:sz w:val="24"/>', 14.7


class Rooms(Struct, frozen=True):
    """The height of the text on the first page, on even pages, and on all others, in points."""

    first: float
    even: float
    other: float
    first_number: int = 1

    def of(self, page: int) -> float:
        """The height on `page`, counted from 1."""
        if page == 1:
            return self.first
        return self.other if (page + self.first_number) % 2 == 0 else self.even


def rooms_of(skeleton: Skeleton, sheet: Sheet) -> Rooms:
    """The room on each kind of page of a `skeleton` that has its headers and footers."""
    kinds = {when for _, when in skeleton.furniture}
    told = {when: _room(skeleton, sheet, when) for when in ("default", *sorted(kinds))}
    other = told["default"]
    even = told.get("even", other)
    first = told.get("first", other if sheet.first_number % 2 else even)
    return Rooms(first, even, other, sheet.first_number)


def _room(skeleton: Skeleton, sheet: Sheet, when: str) -> float:
    above = _taken(skeleton, sheet, "header", when)
    below = _taken(skeleton, sheet, "footer", when)
    return max(_LEAST, sheet.high / _TWIPS - above - below)


def _taken(skeleton: Skeleton, sheet: Sheet, sort: str, when: str) -> float:
    """What is not for the text at the head or the foot of a page."""
    margin = sheet.top if sort == "header" else sheet.bottom
    edge = (sheet.header if sort == "header" else sheet.footer) / _TWIPS
    part = skeleton.furniture.get((sort, when), b"")
    if margin < 0 or not part:
        return abs(margin) / _TWIPS
    return max(margin / _TWIPS, edge + _height(skeleton, part, sheet, edge, sort))


def _height(skeleton: Skeleton, part: bytes, sheet: Sheet, edge: float, sort: str) -> float:
    if not skeleton.is_house:
        return _own_height(skeleton, part)
    return skeleton.height_of(part, sheet.full_width / _TWIPS, edge if sort == "header" else -1.0)


def _own_height(skeleton: Skeleton, part: bytes) -> float:
    """Of our own headers and footers, which are lines in three styles."""
    total = 0.0
    for name in (styles.HEADER, styles.FOOTER, styles.MARKING):
        shape = skeleton.shapes()[name]
        line = max(shape.line, _LARGE_LINE) if _LARGE in part else shape.line
        count = part.count(f'<w:pStyle w:val="{skeleton.look.ids[name]}"/>'.encode())
        total += count * (shape.before + line + shape.after)
    return total
