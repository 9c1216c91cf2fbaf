"""A theme: the question a reader has, and the words that answer to it."""

from msgspec import Struct


class Match(Struct, frozen=True):
    """One rule of a theme; it fires where all that it names is found.

    `any`: one of these phrases. `all`: each of these in the same paragraph. `near`: each of these
    within `within` words of one another. `regex`: a regular expression. Phrases match word forms.
    """

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    within: int = 8
    regex: str | None = None
    weight: float = 1.0


class Exclusion(Struct, frozen=True):
    """Words that look like a hit and are none: “a China expert” is not about China."""

    any: tuple[str, ...] = ()
    regex: str | None = None


class Theme(Struct, frozen=True):
    """A theme as its file gives it.

    `weight` is what it counts for beside others, where excerpts of several stand in one list.
    """

    id: str
    title: str
    question: str
    matches: tuple[Match, ...]
    exclusions: tuple[Exclusion, ...] = ()
    weight: float = 1.0


class Hit(Struct, frozen=True):
    """A place where a rule of a theme fired: the words found, their range, and what they weigh."""

    start: int
    end: int
    words: str
    rule: str
    weight: float
