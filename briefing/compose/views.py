"""What a template can see: plain facts to ask about, and leaves to print.

A source's words are only ever reachable as a leaf, so that a template can place them but not
print them as its own.
"""

from datetime import date

from msgspec import Struct

from briefing.compose.sealing import Leaf


class BriefView(Struct, frozen=True):
    """The order, as `brief.title`, `brief.recipient` and so on."""

    title: str
    date: date
    recipient: str | None
    author: str | None
    marking: str | None


class SourceView(Struct, frozen=True):
    """A source of the list; `label` names it shortly.

    `link` and `entry` print its number and its reference, `leans_on` the words that show on whom it
    leans.
    """

    number: int
    label: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    unknown: tuple[str, ...]
    cited: bool
    leans_on: tuple[Leaf, ...]
    link: Leaf
    entry: Leaf


class ExcerptView(Struct, frozen=True):
    """An excerpt: `quote` and `cite` are leaves. `origins` counts independent origins."""

    quote: Leaf
    cite: Leaf
    speaker: str | None
    source: SourceView
    origins: int
    also_in: tuple[SourceView, ...]
    because: tuple[str, ...]
    pinned: bool


class ThemeView(Struct, frozen=True):
    """A theme and its excerpts; `span` says in words between which days its sources appeared."""

    id: str
    title: str
    question: str
    excerpts: tuple[ExcerptView, ...]
    sources: int
    span: str | None


class PositionView(Struct, frozen=True):
    """One side of a difference."""

    value: str
    quote: Leaf
    cite: Leaf
    source: SourceView


class ConflictView(Struct, frozen=True):
    """A matter on which sources disagree."""

    about: str
    positions: tuple[PositionView, ...]


class DatedView(Struct, frozen=True):
    """A dated statement of the chronology."""

    on: date
    quote: Leaf
    cite: Leaf
    inferred_from: str | None


class GapView(Struct, frozen=True):
    """What the sources do not answer."""

    theme: str
    text: str
