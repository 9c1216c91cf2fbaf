"""The order: what a person wants, from the command line, a recipe or the window."""

import datetime
from dataclasses import dataclass

from briefing.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Note:
    """The analyst's own words for a section; printed as judgment, never as sourced text."""

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Pin:
    """An excerpt that must stand under a theme."""

    passage: Passage
    theme: str


@dataclass(frozen=True, slots=True)
class Drop:
    """A place that must not be quoted; without a theme, under none."""

    passage: Passage
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """One briefing, as ordered. Without a `limit` the template says how many excerpts a theme."""

    date: datetime.date
    title: str | None = None
    recipient: str | None = None
    author: str | None = None
    marking: str | None = None
    themes: tuple[str, ...] = ()
    template: str = "full"
    citation_style: str = "chicago-notes"
    since: datetime.date | None = None
    until: datetime.date | None = None
    limit: int | None = None
    notes: tuple[Note, ...] = ()
    pins: tuple[Pin, ...] = ()
    drops: tuple[Drop, ...] = ()
