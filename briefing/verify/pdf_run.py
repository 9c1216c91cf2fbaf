"""A run of characters on a page."""

from msgspec import Struct


class Run(Struct, frozen=True):
    """Characters that one operator shows: where they begin and end, how tall they are, what hides them.

    `aslant` tells that its line rises or falls.
    """

    text: str
    x: float
    y: float
    height: float
    end: float
    font: str
    colour: int
    unseen: str | None
    aslant: bool = False
