"""The open briefing as the window shows it: values, made anew with every act."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from briefing.model.brief import Note
from briefing.model.findings import Attribution
from briefing.model.library import Kept
from briefing.model.passage import Passage
from briefing.model.source import Field, Source

NO_THEME = ("",)
"""The ticked themes where a person took every tick away: nothing is ranked then."""


class Settings(Struct, frozen=True):
    """How a briefing is to look: template, marking, citations, and what stands on its first page."""

    title: str = ""
    template: str = "full"
    marking: str = ""
    citation_style: str = "chicago-notes"
    recipient: str = ""
    author: str = ""
    themes: tuple[str, ...] = ()
    """Those that are ticked; none stands for all, `NO_THEME` for none."""
    mark_changes: bool = False
    no_source_list: bool = False
    """Whether the source list is left out, where the citation style does without it."""
    language: str = "en"
    """That of the document's own words."""


class Included(Struct, frozen=True):
    """An excerpt that is in the briefing, under a theme. `by` says who speaks, `label` where.

    `label` is the `publisher`, or where none is known the title. `passage` is what is printed, `whole`
    the excerpt as it was chosen, before it was trimmed.
    """

    passage: Passage
    theme: str
    text: str
    by: str | None
    label: str
    published: date | None
    whole: Passage
    publisher: str | None = None


class Desk(Struct, frozen=True):
    """A briefing in the making. `undo` and `redo` are the titles of the acts at hand."""

    name: str
    settings: Settings
    included: tuple[Included, ...] = ()
    parked: tuple[Included, ...] = ()
    dismissed: frozenset[Passage] = frozenset()
    notes: tuple[Note, ...] = ()
    remarks: Mapping[Passage, str] = {}
    verdicts: Mapping[str, str] = {}
    """Differences that the analyst holds to be none, and why."""
    order: tuple[tuple[Passage, str], ...] = ()
    """Every excerpt that is in, as it was chosen, with its theme: parked ones at their place."""
    colours: Mapping[str, str] = {}
    """Colours that the person gave to themes, by their ids: a name, or `#rrggbb`."""
    view: str = ""
    """What was searched when the last act was done."""
    undo: str | None = None
    redo: str | None = None

    def places(self) -> frozenset[Passage]:
        """The passages that are printed."""
        return frozenset(item.passage for item in self.included)

    def item(self, passage: Passage) -> Included | None:
        """The quotation that is printed at `passage`, or was chosen there."""
        every = (*self.included, *self.parked)
        return next((item for item in every if passage in (item.passage, item.whole)), None)

    def chosen(self) -> frozenset[Passage]:
        """The excerpts in the briefing, as they were before they were trimmed."""
        return frozenset(item.whole for item in self.included)

    def trimmed(self) -> frozenset[Passage]:
        """Those of `chosen` that are not printed whole."""
        return frozenset(item.whole for item in self.included if item.whole != item.passage)


class Step(Struct, frozen=True):
    """A step of the history, newest first."""

    number: int
    title: str
    at: str
    undone: bool


class ShownSource(Struct, frozen=True):
    """A source to look at: as the library lists it, where its excerpts stand, who speaks in it.

    `found` is the source without the corrections of the analyst, who corrected the fields
    `corrected` and named the speakers `named`. `added` is the day on which it was taken in, where
    the person is.
    """

    source: Source
    kept: Kept
    found: Source
    excerpts: tuple[Passage, ...] = ()
    said: tuple[Attribution, ...] = ()
    corrected: frozenset[Field] = frozenset()
    named: Mapping[Passage, str] = {}
    added: date | None = None


class Backing(Struct, frozen=True):
    """Independent origins of what an excerpt says, its own among them, and sources that repeat one.

    `against` counts the sources that say otherwise.
    """

    origins: int = 1
    repeats: int = 0
    against: int = 0


class Listed(Struct, frozen=True):
    """Numbers of the excerpts listed, best first, and of the reprints folded under some of them."""

    numbers: Sequence[int]
    folds: Mapping[int, tuple[int, ...]] = {}


class ShownCard(Struct, frozen=True):
    """An excerpt as the list paints it; `marks` are the ranges in `text` that answer to a theme."""

    number: int
    passage: Passage
    text: str
    marks: tuple[tuple[int, int], ...]
    themes: tuple[str, ...]
    score: float
    because: tuple[str, ...]
    speaker: str | None
    label: str
    published: date | None
    disputed: bool
    new: bool
    publisher: str | None = None
