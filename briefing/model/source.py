"""What is read: an `Article` as a reader found it, a `Source` once it is cleaned.

All offsets are half-open ranges of code points: `text[start:end]` is always the exact words.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace


class Kind(StrEnum):
    """What a segment of a source is. Only `BODY` may be quoted."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    SECTION = "section"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    NOTE = "note"
    URL = "url"
    BOILERPLATE = "boilerplate"


_BODY = Kind.BODY
"""Asked for in every loop over segments: to find a member of an enumeration takes longer."""


class Field(StrEnum):
    """A piece of metadata a source may carry."""

    TITLE = "title"
    PUBLISHER = "publisher"
    AUTHORS = "authors"
    PUBLISHED = "published"
    ACCESSED = "accessed"
    URL = "url"
    LANGUAGE = "language"


class Notice(Struct, frozen=True):
    """Something survived and worth telling: where it happened, and one sentence on it.

    `article` is the title of the one it is about, where the place holds several.
    """

    where: str
    text: str
    article: str = ""

    def __str__(self) -> str:
        where = f"{self.where}, “{self.article}”" if self.article else self.where
        return f"{where}: {self.text}" if where else self.text


class Line(Struct, frozen=True, gc=False):
    """A block of an article's text as a reader found it, not yet judged.

    `tag` is the element it stood in (`p`, `h1`, `li`, `figcaption`, …; `""` for plain text) and
    `within` the names of the containers around it, outermost first, for readers that know them
    (`nav`, `aside`, `article`, class names). `link_share` is the share of its characters that are
    link text, 0 to 1. `kind` is what the format itself says the line is (a field of an export, a
    footnote); `None` leaves it to be judged.
    """

    start: int
    end: int
    tag: str = ""
    within: tuple[str, ...] = ()
    link_share: float = 0.0
    kind: Kind | None = None


class Clue(Struct, frozen=True):
    """A hint at one piece of metadata (a meta element, a header, a field of an export).

    `found_in` says where, in words a person understands: `meta property="og:title"`. `start` and
    `end` are where the value stands in the text, if it stands there.
    """

    field: Field
    value: str
    found_in: str
    start: int | None = None
    end: int | None = None


class Article(Struct, frozen=True):
    """What a reader returns: one article of a file, decoded and structured but not judged.

    `sha256` is the digest of the file's bytes, `index` the article's place in it (0 for the
    first). `main` holds the ranges a page's own structure marks as the article, where the reader
    can tell; empty means it cannot. `pages` holds where each page of a paged file begins, and
    `page_labels` what each is called, where that is not its number: "" for one whose name it shares.
    """

    path: PurePath
    sha256: str
    media_type: str
    text: str
    lines: tuple[Line, ...]
    clues: tuple[Clue, ...] = ()
    main: tuple[tuple[int, int], ...] = ()
    index: int = 0
    notices: tuple[Notice, ...] = ()
    pages: tuple[int, ...] = ()
    page_labels: tuple[str, ...] = ()


class Evidence(Struct, frozen=True):
    """Where a value of the metadata comes from; `start` and `end` where it stands in the text."""

    found_in: str
    start: int | None = None
    end: int | None = None


class Amending(StrEnum):
    """What a publisher did to an article after it had appeared; the most serious first."""

    RETRACTION = "retraction"
    CORRECTION = "correction"
    UPDATE = "update"


class Amendment(Struct, frozen=True):
    """A document's note on its own correction, withdrawal or update, and where it stands."""

    start: int
    end: int
    sort: Amending


class Segment(Struct, frozen=True, gc=False):
    """A stretch of a source and what kind of stretch it is."""

    start: int
    end: int
    kind: Kind


class Source(Struct, frozen=True):
    """A cleaned article. What is unknown is `None` (or empty), never guessed."""

    id: str
    path: str
    sha256: str
    media_type: str
    text: str
    segments: tuple[Segment, ...]
    language: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    accessed: date | None = None
    url: str | None = None
    evidence: dict[Field, Evidence] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    pages: tuple[int, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    page_labels: tuple[str, ...] = ()

    def amended(self) -> Amending | None:
        """The most serious of what the document says was done to it; `None` where it says nothing."""
        said = {amendment.sort for amendment in self.amendments}
        return next((sort for sort in Amending if sort in said), None)

    def body(self) -> tuple[Segment, ...]:
        """The segments that may be quoted, in reading order."""
        return tuple([segment for segment in self.segments if segment.kind is _BODY])

    def article(self) -> tuple[Segment, ...]:
        """The body and the headings that stand between its paragraphs, in reading order."""
        body = [index for index, part in enumerate(self.segments) if part.kind is Kind.BODY]
        inside = self.segments[body[0] : body[-1] + 1] if body else ()
        return tuple(part for part in inside if part.kind in (Kind.BODY, Kind.HEADING))

    def paragraph_number(self, offset: int) -> int:
        """Number of the body paragraph that holds `offset`, counted from 1."""
        return sum(segment.start <= offset for segment in self.body())

    def page_number(self, offset: int) -> int | None:
        """Number of the page that `offset` stands on, counted from 1; `None` without pages."""
        return bisect_right(self.pages, offset) or None

    def page_label(self, offset: int) -> str | None:
        """What the page of `offset` is called where pages have names; "" if that does not tell it."""
        number = self.page_number(offset)
        return self.page_labels[number - 1] if number and self.page_labels else None


def notices_of(sources: Iterable[Source]) -> tuple[Notice, ...]:
    """What is worth telling of `sources`; of one file's several articles, with the title of each."""
    every = tuple(sources)
    files = Counter(source.path for source in every)
    return tuple(
        replace(notice, article=source.title or "") if files[source.path] > 1 else notice
        for source in every
        for notice in source.notices
    )
