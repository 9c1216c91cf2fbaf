"""A piece of metadata with the place it was found in; and which lines are the article's."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.model.source import Kind

_BODY = Kind.BODY
"""Kept for loops over lines: to find a member of an enumeration takes longer than the rest."""


def body_lines(kinds: Sequence[Kind]) -> list[int]:
    """The indices of the article's lines."""
    return [index for index, kind in enumerate(kinds) if kind is _BODY]


class Known(Struct, frozen=True):
    """A value and where it was found; `start` and `end` where it stands in the text."""

    values: tuple[str, ...]
    found_in: str
    start: int | None = None
    end: int | None = None
