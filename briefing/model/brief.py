"""The order: what a person wants, from the command line, a recipe or the window."""

import datetime

from msgspec import Struct

from briefing.model.passage import Passage

NAMING = frozenset({"chicago-notes", "ics-206"})
"""Citation styles whose notes name each source in full the first time: these need no source list."""


class Note(Struct, frozen=True):
    """The analyst's own words for a section; printed as judgment, never as sourced text."""

    section: str
    text: str


class Pin(Struct, frozen=True):
    """An excerpt that must stand under a theme."""

    passage: Passage
    theme: str


class Drop(Struct, frozen=True):
    """A place that must not be quoted; without a theme, under none."""

    passage: Passage
    theme: str | None = None


class Brief(Struct, frozen=True):
    """One briefing, as ordered. Without a `limit` the template says how many excerpts a theme.

    Without its `source_list` it names its sources in notes alone. `language` is that of its own words.
    """

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
    source_list: bool = True
    language: str = "en"
