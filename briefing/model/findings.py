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
class Position:
    """One side of a difference: the value, and the words that carry it."""

    value: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Conflict:
    """A matter on which sources disagree, the positions side by side."""

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, count or share, read with its unit, where it stands."""

    value: str
    unit: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """Something said to happen on a day; `inferred_from` names the basis of an inferred day."""

    on: date
    excerpt: Excerpt
    inferred_from: str | None = None


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
    conflicts: tuple[Conflict, ...] = ()
    figures: tuple[Figure, ...] = ()
    chronology: tuple[DatedStatement, ...] = ()
    gaps: tuple[Gap, ...] = ()
