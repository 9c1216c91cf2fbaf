"""Where words stand, and the words: the only things a document may quote."""

from typing import Self

from msgspec import Struct

from briefing.errors import PassageRangeError
from briefing.model.source import Source


class Passage(Struct, frozen=True, order=True):
    """A place: source id and half-open range of code points in its text."""

    source: str
    start: int
    end: int

    def overlaps(self, other: Self) -> bool:
        """Whether both share at least one character of one source."""
        return self.source == other.source and self.start < other.end and other.start < self.end


class Excerpt(Struct, frozen=True):
    """A passage with its exact words; made by `cut`, so that it cannot be wrong."""

    passage: Passage
    exact: str

    @classmethod
    def cut(cls, source: Source, start: int, end: int) -> Self:
        """Take the words at `[start, end)` out of `source`.

        Raises:
            PassageRangeError: if the range is empty or not inside the text.
        """
        if not 0 <= start < end <= len(source.text):
            raise PassageRangeError(start, end, len(source.text))
        return cls(Passage(source.id, start, end), source.text[start:end])
