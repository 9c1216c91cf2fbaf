"""What analysis finds in the sources. Everything here points back at exact words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.passage import Excerpt, Passage
from briefing.model.theme import Theme


class Form(StrEnum):
    """How speech is reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reported speech: the words, and who is said to have said them.

    `speaker` is the fullest name the article gives, `as_written` the words at this place (“he”).
    Unsure means `None`.
    """

    passage: Passage
    text: str
    speaker: str | None
    as_written: str | None
    role: str | None
    cue: str | None
    form: Form


@dataclass(frozen=True, slots=True)
class Origin:
    """An outlet or document that a source leans on, with the words that show it."""

    name: str
    evidence: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Score:
    """How well a stretch answers to a theme, and why, in words."""

    theme: str
    value: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Echo:
    """Another place that says the same; `similarity` is the share of words in common, 0 to 1."""

    excerpt: Excerpt
    similarity: float


@dataclass(frozen=True, slots=True)
class Selected:
    """An excerpt chosen for a theme, with its rank and the reasons, in words."""

    rank: int
    excerpt: Excerpt
    score: float
    because: tuple[str, ...]
    speaker: str | None = None
    origin: str | None = None
    also_in: tuple[Echo, ...] = ()
    independent_origins: int = 1
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class ThemeFindings:
    """The excerpts of one theme, best first."""

    theme: Theme
    excerpts: tuple[Selected, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Sources that report one event, in the order of their publication."""

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a difference: the value, and the words that carry it.

    `also` holds the words of further sources that give the same value, `origin` who is named as the
    one who gives it.
    """

    value: str
    excerpt: Excerpt
    also: tuple[Excerpt, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A matter on which sources disagree, the positions side by side; `because` says why, in words."""

    about: str
    positions: tuple[Position, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A plan, and a later report that what was planned has come about."""

    plan: Excerpt
    report: Excerpt
    because: tuple[str, ...] = ()


class Bound(StrEnum):
    """How firmly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


class Precision(StrEnum):
    """How exactly a time is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, count or share, read with its unit, where it stands.

    `value` and `unit` are as written; `place` is where the figure's own words stand inside the
    excerpt, `amount` its number (14.9 billion is 14900000000), `subject` what is counted, `time` the
    year or day that stands with it. `also_in` are words of other sources that give the same figure.
    """

    value: str
    unit: str
    excerpt: Excerpt
    place: Passage | None = None
    amount: float | None = None
    bound: Bound = Bound.EXACT
    subject: str | None = None
    time: str | None = None
    also_in: tuple[Excerpt, ...] = ()
    independent_origins: int = 1


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """Something said to happen at a time; `inferred_from` names the basis of an inferred one.

    `on` is the first day of that time, `precision` says how much of it is known. `words` are the
    expression of time as written, at `place`.
    """

    on: date
    excerpt: Excerpt
    inferred_from: str | None = None
    precision: Precision = Precision.DAY
    words: str | None = None
    place: Passage | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What the sources do not answer, or answer thinly."""

    theme: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceFindings:
    """What was found inside one source."""

    source: str
    attributions: tuple[Attribution, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that analysis hands on to the document."""

    themes: tuple[ThemeFindings, ...]
    by_source: tuple[SourceFindings, ...] = ()
    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    overtaken: tuple[Overtaken, ...] = ()
    figures: tuple[Figure, ...] = ()
    chronology: tuple[DatedStatement, ...] = ()
    gaps: tuple[Gap, ...] = ()
