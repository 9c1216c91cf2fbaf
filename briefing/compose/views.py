"""What a template can see: plain facts to ask about, and leaves to print.

A source's words are only ever reachable as a leaf, so that a template can place them but not
print them as its own.
"""

from datetime import date

from msgspec import Struct

from briefing.compose.sealing import Leaf


class BriefView(Struct, frozen=True):
    """The order, as `brief.title`, `brief.recipient` and so on; `brief.language` is its code."""

    title: str
    date: date
    recipient: str | None
    author: str | None
    marking: str | None
    language: str


class SourceView(Struct, frozen=True):
    """A source of the list; `label` names it shortly, `opening` does so at the head of a line.

    `link` and `entry` print its number and its reference, `leans_on` the words that show on whom it
    leans. `withdrawn`: the document says that its publisher took it back.
    """

    number: int
    label: str
    opening: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    unknown: tuple[str, ...]
    cited: bool
    leans_on: tuple[Leaf, ...]
    withdrawn: bool
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
    """A theme and its excerpts; `span` says in words between which days its sources appeared.

    `answered` says whether anything in the sources answers to it, printed or not.
    """

    id: str
    title: str
    question: str
    excerpts: tuple[ExcerptView, ...]
    sources: int
    span: str | None
    answered: bool = False


class PositionView(Struct, frozen=True):
    """One side of a difference; `also_in` are further sources that give the same value."""

    value: str
    quote: Leaf
    cite: Leaf
    source: SourceView
    also_in: tuple[SourceView, ...] = ()


class ConflictView(Struct, frozen=True):
    """A matter on which sources disagree."""

    about: str
    positions: tuple[PositionView, ...]


class DifferenceView(Struct, frozen=True):
    """A difference in one line: what it is about, and each value with the name of its source."""

    about: str
    sides: str


class OvertakenView(Struct, frozen=True):
    """A plan, and the report that what was planned has come about."""

    plan: PositionView
    report: PositionView


class ClaimView(Struct, frozen=True):
    """What several sources carry in nearly the same words; `origins` counts independent ones.

    `speaker` is who said the words, where they are quoted and he is known.
    """

    quote: Leaf
    cite: Leaf
    sources: tuple[SourceView, ...]
    origins: int
    speaker: str | None = None


class AmountView(Struct, frozen=True):
    """Figures of one sentence: their words, the sentence, and how many origins carry the best of them.

    `counted` has the words of those that as many origins carry together, with their number.
    """

    values: tuple[str, ...]
    quote: Leaf
    cite: Leaf
    sources: tuple[SourceView, ...]
    origins: int
    counted: tuple[tuple[tuple[str, ...], int], ...]


class DatedView(Struct, frozen=True):
    """A dated statement of the chronology; `when` says the time as exactly as it is known."""

    when: str
    on: date
    quote: Leaf
    cite: Leaf
    source: SourceView
    inferred_from: str | None


class SummaryView(Struct, frozen=True):
    """The source base in numbers.

    `sources` were read, `texts` leaves out what repeats another source's text, `quoted` are those
    of the excerpts of the themes. Of those that are `cited`, `dated` state a day, within `span`, and
    `leaning` pass on reports of others: `leaned_on` names whose most of them pass on, `others` counts
    the rest. `carried` counts excerpts and claims of two or more independent origins.
    """

    sources: int
    texts: int
    cited: int
    quoted: int
    dated: int
    span: str | None
    leaning: int
    leaned_on: tuple[str, ...]
    others: int
    carried: int
    differences: int


class ChangedView(Struct, frozen=True):
    """A source of which so many `places` changed; `link` leads to it, if it is listed."""

    label: str
    link: Leaf | None
    places: int


class ChangeView(Struct, frozen=True):
    """What became of excerpts since the last edition: all of which the same is to be said.

    `words` are those that are newly contradicted, or how words that were corrected read now, with the
    note to `cite` them. It `weighs` where what was told before does not stand as it did.
    """

    what: str
    theme: str | None
    sources: tuple[ChangedView, ...]
    detail: str | None
    words: Leaf | None = None
    cite: Leaf | None = None
    weighs: bool = False


class GapView(Struct, frozen=True):
    """What the sources do not answer; `silent` says that none of them answers at all.

    `theme` names all themes of which the same is to be said.
    """

    theme: str
    text: str
    silent: bool = False
