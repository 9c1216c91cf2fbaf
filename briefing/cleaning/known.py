"""A piece of metadata with the place it was found in."""

from msgspec import Struct


class Known(Struct, frozen=True):
    """A value and where it was found; `start` and `end` where it stands in the text."""

    values: tuple[str, ...]
    found_in: str
    start: int | None = None
    end: int | None = None
