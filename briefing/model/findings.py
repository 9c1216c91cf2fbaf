"""What analysis finds in the sources. Everything here points back at exact words."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from briefing.model.passage import Excerpt, Passage
from briefing.model.theme import Theme


class Form(StrEnum):
    """How speech is reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Attribution(Struct, frozen=True):
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


class Origin(Struct, frozen=True):
    """An outlet or document that a source leans on, with the words that show it."""

    name: str
    evidence: str
    passage: Passage


class Score(Struct, frozen=True):
    """How well a stretch answers to a theme, and why, in words."""

    theme: str
    value: float
    because: tuple[str, ...]


class Echo(Struct, frozen=True):
    """Another place that says the same; `similarity` is the share of words in common, 0 to 1."""

    excerpt: Excerpt
    similarity: float


class Selected(Struct, frozen=True):
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


class ThemeFindings(Struct, frozen=True):
    """The excerpts of one theme, best first.

    `answered` says whether anything in the sources answers to it, chosen or not.
    """

    theme: Theme
    excerpts: tuple[Selected, ...]
    answered: bool = False


class Event(Struct, frozen=True):
    """Sources that report one event, in the order of their publication."""

    sources: tuple[str, ...]


class Claim(Struct, frozen=True):
    """What several sources carry in nearly the same words: the words of each, and their origins.

    `speaker` is who said them, where they stand in quotation marks and he is known.
    """

    excerpts: tuple[Excerpt, ...]
    independent_origins: int
    speaker: str | None = None


class Position(Struct, frozen=True):
    """One side of a difference: the value, and the words that carry it.

    `also` holds the words of further sources that give the same value, `origin` who is named as the
    one who gives it.
    """

    value: str
    excerpt: Excerpt
    also: tuple[Excerpt, ...] = ()
    origin: str | None = None


class Conflict(Struct, frozen=True):
    """A matter on which sources disagree, the positions side by side; `because` says why, in words."""

    about: str
    positions: tuple[Position, ...]
    because: tuple[str, ...] = ()


class Overtaken(Struct, frozen=True):
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


class Figure(Struct, frozen=True):
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


class DatedStatement(Struct, frozen=True):
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


class Gap(Struct, frozen=True):
    """What the sources do not answer, or answer thinly."""

    theme: str
    text: str


class SourceFindings(Struct, frozen=True):
    """What was found inside one source.

    `house` is the common name of its publisher, if it is listed, `agency` that of the house which is
    named as its only author.
    """

    source: str
    attributions: tuple[Attribution, ...] = ()
    origins: tuple[Origin, ...] = ()
    house: str | None = None
    agency: str | None = None


class Findings(Struct, frozen=True):
    """All that analysis hands on to the document.

    `repeats` counts sources that reprint another, `voices` are the sources grouped by origin, `near`
    are the sources that are about a theme, `in_passing` the words that answer to one in all others.
    """

    themes: tuple[ThemeFindings, ...]
    by_source: tuple[SourceFindings, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    overtaken: tuple[Overtaken, ...] = ()
    figures: tuple[Figure, ...] = ()
    chronology: tuple[DatedStatement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    repeats: int = 0
    voices: tuple[tuple[str, ...], ...] = ()
    near: frozenset[str] = frozenset()
    in_passing: frozenset[Passage] = frozenset()

    def quoted(self) -> int:
        """How many sources the excerpts of the themes are from."""
        return len(
            {chosen.excerpt.passage.source for found in self.themes for chosen in found.excerpts}
        )
