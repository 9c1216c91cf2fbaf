"""What the library hands out: found sources, cards of excerpts, facets, decisions, editions."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from briefing.model.findings import SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Source

UNGRADED = "F6"
"""Admiralty grade of what nobody has judged: reliability and truth cannot be judged."""


class Outcome(StrEnum):
    """What became of a file that was taken in."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    TWIN = "twin"
    REFUSED = "refused"


class Rated(Struct, frozen=True):
    """A stretch of a source that answers to a theme. `lead`: the best of those that overlap it."""

    theme: str
    start: int
    end: int
    value: float
    because: tuple[str, ...]
    lead: bool
    speaker: str | None = None


class Examined(Struct, frozen=True):
    """A source with all that was found in it."""

    source: Source
    findings: SourceFindings
    rated: tuple[Rated, ...] = ()
    claims: frozenset[tuple[int, float]] = frozenset()
    """What it states that another source could contradict, as `(key, value)`."""


class Taken(Struct, frozen=True):
    """A file on its way into the library: its bytes, and the sources read from them.

    A file that could not be read has no sources, and `refusal` says why.
    """

    path: str
    sha256: str
    data: bytes
    sources: tuple[Examined, ...] = ()
    refusal: str | None = None


class Imported(Struct, frozen=True):
    """What became of one file, with the sources it holds now and a sentence where one is needed."""

    path: str
    outcome: Outcome
    sources: tuple[str, ...] = ()
    told: str = ""


class Kept(Struct, frozen=True):
    """A source as the library lists it. `run` is the import that brought it."""

    number: int
    id: str
    path: str
    version: int
    current: bool
    run: int
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    grade: str = UNGRADED
    excerpts: int = 0
    """How many excerpts answer to a theme; counted where the library is listed as a table."""
    new: bool = False
    """Whether it came after the last edition; looked up where the library is listed as a table."""
    origin: str | None = None
    """Id of the source that it prints again; looked up likewise."""

    @property
    def state(self) -> str:
        """What is to be known before it is quoted, in words after a sign."""
        if self.published is None:
            return "▲ no date"
        if self.version > 1:
            return "● changed"
        return "● new" if self.new else "● ready"


class Hit(Struct, frozen=True):
    """A source that answers to a search, with the stretch to show and the words found in it."""

    kept: Kept
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]


class Results(Struct, frozen=True):
    """The first hits of a search, and how many sources there are in all."""

    hits: tuple[Hit, ...]
    total: int
    more: bool
    """Whether there are more than `total`."""
    by_rank: bool
    """Whether the best come first; where very many answer, the newest do."""


class Facet(Struct, frozen=True):
    """A value by which sources can be narrowed, and how many have it: `publisher`, `Xinhua`, 88."""

    sort: str
    value: str
    count: int


class ThemeScore(Struct, frozen=True):
    """How an excerpt answers to one theme."""

    theme: str
    value: float
    because: tuple[str, ...]


class Card(Struct, frozen=True):
    """An excerpt as the window lists it."""

    number: int
    passage: Passage
    text: str
    scores: tuple[ThemeScore, ...]
    speaker: str | None
    kept: Kept
    disputed: bool
    new: bool


class Decision(Struct, frozen=True):
    """One thing an analyst decided. `sort` and `key` name it; the `value` is JSON.

    `desk` is the briefing it belongs to, `""` for what holds for the whole library.
    """

    sort: str
    key: str
    value: str
    desk: str = ""


class Change(Struct, frozen=True):
    """A decision before and after an act; `None` where there is none."""

    desk: str
    sort: str
    key: str
    before: str | None
    after: str | None


class Act(Struct, frozen=True):
    """One step of work that can be undone, in the words of its undo command."""

    number: int
    title: str
    at: str
    undone: bool
    changes: tuple[Change, ...]


class Damage(Struct, frozen=True):
    """Something in the library that is not what was put in, and whether it can be mended."""

    what: str
    where: str
    mendable: bool


class Said(Struct, frozen=True):
    """An excerpt that an edition quotes, with the digest of its words and what stood behind it."""

    place: int
    theme: str
    source: str
    path: str
    start: int
    end: int
    sha256: str
    text: str
    speaker: str | None = None
    independent_origins: int = 1
    disputed: bool = False
    label: str = ""
    """Who published it, else its title or file."""

    @property
    def passage(self) -> Passage:
        """Where the words stand."""
        return Passage(self.source, self.start, self.end)


class Output(Struct, frozen=True):
    """A file that an edition was written to, with its digest."""

    path: str
    sha256: str
    size: int


class Edition(Struct, frozen=True):
    """One delivered issue: immutable. `issue` counts within its series (the briefing's title)."""

    series: str
    issue: int
    date: date
    issued: str
    program: str
    recipe: str
    excerpts: tuple[Said, ...]
    outputs: tuple[Output, ...] = ()
    sources: tuple[str, ...] = ()
    run: int = 0
    number: int = 0
