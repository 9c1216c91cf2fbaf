"""What is read from a finished file, whatever its format: paragraphs, notes, what is not shown."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from briefing.model.report import Finding


class Part(StrEnum):
    """What a paragraph is, as far as its style or its setting says so."""

    BODY = "body"
    QUOTATION = "quotation"
    LEAD = "lead"
    HEADING = "heading"
    CONTENTS = "contents"
    ENTRY = "entry"
    ENTRY_NOTE = "entry note"
    ANALYST = "analyst"


MARK = "\ufffc"
"""Stands for a note mark among what is seen."""


class Mark(Struct, frozen=True):
    """A note mark behind the character `at` - 1; `key` leads to the note."""

    at: int
    key: str


class Printed(Struct, frozen=True):
    """A paragraph as a reader sees it.

    `quoted` are the stretches set in the style of source words; `unseen` says what the paragraph
    holds and does not show. `number` is the paragraph's place in the file, `place` that in words,
    `page` the page where it begins, if that is known. `otherwise` is the same paragraph as it is read if
    it begins at the other side, where it may. `seen` are the lines of such a paragraph from left to
    right, U+FFFC for a note mark, `from_right` tells that it is read as one that begins at the right.
    `raised` are figures set like note marks that lead to nothing of the file's own. `counted` is the
    number that a list sets before it.
    """

    text: str
    part: Part
    number: int
    place: str
    marks: tuple[Mark, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()
    unseen: tuple[str, ...] = ()
    page: int | None = None
    otherwise: "Printed | None" = None
    seen: tuple[str, ...] = ()
    from_right: bool = False
    raised: tuple[tuple[int, int], ...] = ()
    counted: int | None = None

    def ways(self) -> Iterator["Printed"]:
        """The paragraph, and the same as it may be read otherwise."""
        way: Printed | None = self
        while way:
            yield way
            way = way.otherwise


class Paper(Struct, frozen=True):
    """A finished file. `pages` gives the furniture of each page (or kind of page) in words."""

    form: str
    paragraphs: tuple[Printed, ...]
    notes: Mapping[str, str]
    pages: tuple[tuple[str, str], ...] = ()
    manifest: bytes | None = None
    findings: tuple[Finding, ...] = field(default=())
