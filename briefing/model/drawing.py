"""Vector drawings: lines, boxes and words in points, measured from the upper left corner.

Writers turn a drawing into what their format has: vector operators, SVG, a picture.
"""

from enum import StrEnum

from msgspec import Struct


class Ink(StrEnum):
    """What a colour is for; the writer's look says which it is. All can be told apart in grey."""

    INK = "ink"
    ACCENT = "accent"
    QUIET = "quiet"
    RULE = "rule"
    TINT = "tint"
    PAPER = "paper"


class Anchor(StrEnum):
    """Which point of a label its place is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Line(Struct, frozen=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = Ink.RULE
    weight: float = 0.6


class Box(Struct, frozen=True):
    """A rectangle; `fill` and `edge` may each be missing."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    edge: Ink | None = None
    weight: float = 0.6


class Label(Struct, frozen=True):
    """Words on one line; `y` is their baseline."""

    x: float
    y: float
    text: str
    size: float = 8.0
    ink: Ink = Ink.INK
    anchor: Anchor = Anchor.START
    bold: bool = False


Mark = Line | Box | Label


class Drawing(Struct, frozen=True):
    """What is drawn, in order: later marks lie over earlier ones."""

    width: float
    height: float
    marks: tuple[Mark, ...]
