"""What a template can see: plain facts to ask about, and leaves to print.

A source's words are only ever reachable as a leaf, so that a template can place them but not
print them as its own.
"""

from dataclasses import dataclass
from datetime import date

from briefing.compose.sealing import Leaf


@dataclass(frozen=True, slots=True)
class BriefView:
    """The order, as `brief.title`, `brief.recipient` and so on."""

    title: str
    date: date
    recipient: str | None
    author: str | None
    marking: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
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


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """An excerpt: `quote` and `cite` are leaves. `origins` counts independent origins."""

    quote: Leaf
    cite: Leaf
    speaker: str | None
    source: SourceView
    origins: int
    also_in: tuple[SourceView, ...]
    because: tuple[str, ...]
    pinned: bool


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme and its excerpts; `span` says in words between which days its sources appeared."""

    id: str
    title: str
    question: str
    excerpts: tuple[ExcerptView, ...]
    sources: int
    span: str | None


@dataclass(frozen=True, slots=True)
class PositionView:
    """One side of a difference."""

    value: str
    quote: Leaf
    cite: Leaf
    source: SourceView


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A matter on which sources disagree."""

    about: str
    positions: tuple[PositionView, ...]


@dataclass(frozen=True, slots=True)
class DatedView:
    """A dated statement of the chronology."""

    on: date
    quote: Leaf
    cite: Leaf
    inferred_from: str | None


@dataclass(frozen=True, slots=True)
class GapView:
    """What the sources do not answer."""

    theme: str
    text: str
