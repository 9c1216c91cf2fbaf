"""The page of a section: paper, margins, columns, in twentieths of a point as Word has them."""

import re

from msgspec import Struct

_NUMBER = re.compile(r' w:(\w+)="(-?\d+)(?:\.\d+)?"')
_COLUMN = re.compile(r"<w:col\b[^>]*>")
_OFF = re.compile(r' w:equalWidth="(?:0|false|off)"')
_WIDE, _HIGH, _GAP = 8800, 13600, 720
_NARROWEST = 1000
_TWIPS = 20


class Sheet(Struct, frozen=True):
    """What a section leaves for its text.

    `columns` are the widths of its columns. `header` and `footer` are how far from the edge these
    begin; `top` and `bottom` are below nothing where the text keeps its place whatever a header needs.
    `first_number` is the number of the first page, `grid` the distance in points of
    the lines on which East Asian text stands; 0 where there are none.
    """

    high: int
    top: int
    bottom: int
    header: int
    footer: int
    full_width: int
    columns: tuple[int, ...]
    first_number: int
    grid: float

    @property
    def narrowest(self) -> int:
        """The width of the narrowest column: for what must fit wherever it stands."""
        return min(self.columns)

    @property
    def usual(self) -> float:
        """The width that a column has on average: for what flows through all."""
        return sum(self.columns) / len(self.columns)


def sheet_of(section: str) -> Sheet:
    """The page of `section`, the properties of a section as XML."""
    size, sides = _numbers(section, "pgSz"), _numbers(section, "pgMar")
    known = bool(size) and bool(sides)
    taken = sum(sides.get(name, 0) for name in ("left", "right", "gutter")) if known else 0
    full = size.get("w", _WIDE + taken) - taken if known else _WIDE
    return Sheet(
        high=size.get("h", _HIGH) if known else _HIGH,
        top=sides.get("top", 0) if known else 0,
        bottom=sides.get("bottom", 0) if known else 0,
        header=sides.get("header", 0) if known else 0,
        footer=sides.get("footer", 0) if known else 0,
        full_width=full,
        columns=_columns(section, full),
        first_number=_numbers(section, "pgNumType").get("start", 1),
        grid=_grid(section),
    )


def _grid(section: str) -> float:
    if not re.search(r' w:type="(?:lines|linesAndChars|snapToChars)"', _tag(section, "docGrid")):
        return 0.0
    return _numbers(section, "docGrid").get("linePitch", 0) / _TWIPS


def _columns(section: str, full: int) -> tuple[int, ...]:
    told = _tag(section, "cols")
    if _OFF.search(told):
        widths = [
            int(number["w"])
            for column in _COLUMN.findall(section)
            if "w" in (number := dict(_NUMBER.findall(column)))
        ]
        if widths:
            return tuple(max(_NARROWEST, width) for width in widths)
    numbers = _numbers(section, "cols")
    count = max(1, numbers.get("num", 1))
    room = full - numbers.get("space", _GAP) * (count - 1)
    return (max(_NARROWEST, room // count),) * count


def _tag(section: str, name: str) -> str:
    found = re.search(rf"<w:{name}\b[^>]*>", section)
    return found.group() if found else ""


def _numbers(section: str, name: str) -> dict[str, int]:
    return {key: int(value) for key, value in _NUMBER.findall(_tag(section, name))}
