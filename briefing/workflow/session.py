"""The open briefing: what is in it, and every act that changes it. Shared by window and tests.

A session works on one desk of a library, on the thread that opened it. Each act is on the disk
when its method returns, and can be undone, after a restart too.
"""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from briefing.analysis.themes import Matcher, compile_theme
from briefing.lean import Later
from briefing.library import Library
from briefing.model.brief import Pin
from briefing.model.desk import (
    NO_THEME,
    Backing,
    Desk,
    Included,
    Listed,
    Settings,
    ShownCard,
    ShownSource,
    Step,
)
from briefing.model.library import Edition, Facet, ThemeScore
from briefing.model.passage import Passage
from briefing.model.source import Field
from briefing.model.theme import Theme
from briefing.workflow.arranging import keys_with, named, ordered, taken_out
from briefing.workflow.counting import counted
from briefing.workflow.desk_sources import DeskSources
from briefing.workflow.folding import fold
from briefing.workflow.ordering import like_in, order_in, without
from briefing.workflow.shown import place_key, shown
from briefing.workflow.standing import decided_at, desk_of
from briefing.workflow.starters import starter_themes

if TYPE_CHECKING:
    from briefing.workflow import drafting, grading, listing, witnesses
    from briefing.workflow.draft import Draft
else:  # half of the program, of which the list needs nothing
    drafting = Later("briefing.workflow.drafting")
    grading = Later("briefing.workflow.grading")
    listing = Later("briefing.workflow.listing")
    witnesses = Later("briefing.workflow.witnesses")

DISMISSED = "is:dismissed"
"""The filter that lists what was folded away, and nothing else."""
Wanted = tuple[str, str, object]
_SEARCHED = "search"
_SETTINGS = Settings.__struct_fields__


class Session:
    """One briefing of a library, open for work."""

    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._name = name
        self.view = ""
        """What is searched, kept with each act so that going back to it brings the search back."""
        self._themes: dict[str, Theme] = {}
        self._matchers: dict[Theme, Matcher] = {}
        self._sources = DeskSources(library)
        self._at: object = None
        self._read_themes()

    @cached_property
    def reprinted(self) -> "listing.Reprinted":
        """Which sources print another again."""
        return listing.Reprinted(self._library)

    @cached_property
    def _witnesses(self) -> "witnesses.Witnesses":
        return witnesses.Witnesses(self._library)

    @cached_property
    def _drafting(self) -> "drafting.Drafting":
        return drafting.Drafting(self._library, self._sources, self._witnesses)

    @property
    def name(self) -> str:
        """The name under which the library keeps this briefing."""
        return self._name

    @property
    def library(self) -> Library:
        """The library it lies in."""
        return self._library

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes there are, starters first."""
        return tuple(self._themes.values())

    @property
    def series(self) -> str:
        """The title under which its editions are kept."""
        return self._settings().title or self._name

    def renew(self, *, sources: bool = True) -> None:
        """Another session decided something; with `sources`, perhaps what is known of sources."""
        self._read_themes()
        if sources:
            self._sources.forget()

    def desk(self) -> Desk:
        """All that stands decided, as it is now."""
        self._read_themes()
        decided = decided_at(self._library, self._name)
        settings = self._settings(decided["setting"])
        return desk_of(
            self._library, self._name, decided, settings, tuple(self._themes), self._sources
        )

    # What there is

    def excerpts(self, text: str = "", *, unfinished: bool = False) -> Sequence[int]:
        """Numbers of the excerpts for the ticked themes and what was typed, best first.

        Where no theme is ticked, nothing is ranked, and the newest come first. With `order:newest`,
        `order:oldest` or `order:publisher` they come in that order.

        Those that were dismissed are left out; with `is:dismissed` there are no others. With
        `like:` and a place (its source, start and end) it is those that say something like it.

        Raises:
            UsageError: if a filter in `text` has a value it cannot have.
        """
        ticked = self._settings().themes or tuple(self._themes)
        order, text = order_in(text)
        if ticked == NO_THEME:
            ticked, order = tuple(self._themes), order or "newest"
        away = DISMISSED in text.split()
        place, typed = like_in(without(text, DISMISSED))
        found = self._library.excerpts(
            ticked, typed, desk=self.series, unfinished=unfinished, weights=self._weights()
        )
        if place:
            among = frozenset(found)
            found = array("q", [one for one in self._witnesses.similar(place) if one in among])
        gone = self._library.numbers(drop.passage for drop in self._library.drops(self._name))
        if gone or away:
            found = array("q", [number for number in found if (number in gone) is away])
        return self._library.arranged(found, order) if order else found

    def listed(self, text: str = "") -> Listed:
        """The same while it is typed, with reprints folded under what came out first.

        What is in the briefing is never folded away.
        """
        found = self.excerpts(text, unfinished=True)
        groups = self._library.repeats()
        pins = self._library.pins(self._name) if groups else ()
        return fold(found, groups, self._library.numbers(pin.passage for pin in pins))

    def best(self, theme: str, limit: int) -> tuple[ShownCard, ...]:
        """The best excerpts of one theme."""
        return self.cards(self._library.excerpts((theme,), "", limit, desk=self.series))

    def cards(self, numbers: Sequence[int]) -> tuple[ShownCard, ...]:
        """The excerpts of those numbers, ready to be painted."""
        found = self._library.cards(numbers, desk=self.series)
        weights = self._weights()
        return tuple(shown(card, self._matching(card.scores), weights) for card in found)

    def facets(self, text: str = "") -> tuple[Facet, ...]:
        """Counts by publisher, theme and so on, among what answers to `text` while it is typed."""
        typed = like_in(without(order_in(text)[1], DISMISSED))[1]
        return self._library.facets(typed, desk=self.series, typed=True)

    def unrated(self) -> frozenset[str]:
        """Ids of the themes that have not yet been tried on every source."""
        return frozenset(theme for theme in self._themes if self._library.unrated(theme, 1))

    def counts(self) -> dict[str, int]:
        """How much the library holds."""
        return self._library.counts()

    def backing(self, passage: Passage) -> Backing:
        """How many independent origins in the library say what stands at `passage`."""
        return self._witnesses.backing(passage)

    def source(self, source_id: str) -> ShownSource:
        """A source to look at, with the analyst's corrections and what was found in their place."""
        return self._sources.shown(source_id)

    def history(self) -> tuple[Step, ...]:
        """The steps that can be gone back to, newest first."""
        steps = self._library.history(self._name, 500)
        return tuple(Step(step.number, step.title, step.at, step.undone) for step in steps)

    # Acts

    def include(self, places: Sequence[tuple[Passage, str]]) -> None:
        """Put excerpts in, each under a theme, after those that are there; parked ones are printed."""
        pins = self._pins()
        keys = [place_key(passage, theme) for passage, theme in places]
        wanted: list[Wanted] = [("pin", key, True) for key in keys]
        wanted += [("parked", key, None) for key in keys]
        for under in dict.fromkeys(theme for _, theme in places):
            mine = [passage for passage, theme in places if theme == under]
            there = {pin.passage for pin in pins if pin.theme == under}
            fresh = [passage for passage in dict.fromkeys(mine) if passage not in there]
            wanted.append(("order", under, keys_with(pins, under, fresh, None)))
        self._act(f"Include {counted(len(places), 'excerpt')}", wanted)

    def place(self, places: Sequence[Passage], theme: str, before: Passage | None = None) -> None:
        """Put excerpts under `theme`, before the one of `before` or last.

        Those that are in move there with their trims, the others come in; parked ones are printed.
        """
        pins, trims = self._pins(), self._values("trim")
        wanted: list[Wanted] = []
        for pin in pins:
            if pin.passage in places:
                old = place_key(pin.passage, pin.theme)
                wanted.append(("parked", old, None))
                if pin.theme != theme:
                    wanted += [("pin", old, None), ("trim", old, None)]
                    wanted.append(("trim", place_key(pin.passage, theme), trims.get(old)))
        wanted += [("pin", place_key(place, theme), True) for place in places]
        wanted.append(("order", theme, keys_with(pins, theme, places, before)))
        parked = self._values("parked")
        printed = [pin for pin in pins if place_key(pin.passage, pin.theme) not in parked]
        self._act(named(printed, places, theme, self._themes[theme].title), wanted)

    def leave_out(self, places: Iterable[Passage]) -> None:
        """Take excerpts out again, whatever theme they stand under."""
        wanted = taken_out(self._library.pins(self._name), places)
        count = len({key for _, key, _ in wanted})
        self._act(f"Leave out {counted(count, 'excerpt')}", wanted)

    def dismiss(self, places: Sequence[Passage], *, on: bool = True) -> None:
        """Fold excerpts away from the list, taking out those that are in, or bring them back."""
        word = "Dismiss" if on else "Bring back"
        wanted: list[Wanted] = [("drop", place_key(place, ""), on or None) for place in places]
        if on:
            wanted += taken_out(self._library.pins(self._name), places)
        self._act(f"{word} {counted(len(places), 'excerpt')}", wanted)

    def park(self, item: Included, *, on: bool = True) -> None:
        """Keep an excerpt with the briefing without printing it, or print it again."""
        self._act("Park 1 excerpt" if on else "Print 1 excerpt again",
                  [("parked", _key(item), on or None)])  # fmt: skip

    def move(self, item: Included, by: int) -> None:
        """Move an excerpt up (negative) or down within its theme."""
        keys = [_key(other) for other in self.desk().included if other.theme == item.theme]
        if _key(item) not in keys:
            return
        here = keys.index(_key(item))
        there = max(0, min(len(keys) - 1, here + by))
        keys.insert(there, keys.pop(here))
        self._act(f"Move quotation {here + 1} to place {there + 1}", [("order", item.theme, keys)])

    def trim(self, item: Included, start: int, end: int) -> None:
        """Print only `[start, end)` of the source in the place of what was chosen."""
        kept = [start, end] if (start, end) != (item.whole.start, item.whole.end) else None
        word = "Trim 1 quotation" if kept else "Print the whole quotation"
        self._act(word, [("trim", _key(item), kept)])

    def remark(self, passage: Passage, text: str) -> None:
        """Keep a note beside an excerpt; it is never printed."""
        self._act(
            "Note beside 1 excerpt", [("remark", place_key(passage, ""), text.strip() or None)]
        )

    def settle(self, difference: str, reason: str) -> None:
        """Hold a difference to be none, and say why; an empty reason takes that back."""
        word = "Not a conflict: " + reason if reason else "A conflict after all"
        self._act(word, [("verdict", difference, reason or None)])

    def set_theme(self, theme: Theme) -> None:
        """Keep a theme of the person's own, in the place of an older one of that id.

        It is ticked in the place of the one that the program brings, if it is a copy of that.
        """
        word = "Change" if theme.id in self._themes else "Make"
        wanted: list[Wanted] = [("theme", theme.id, msgspec.to_builtins(theme))]
        ticked = self._settings().themes
        if theme.id not in self._themes:
            known = ticked or tuple(self._themes)
            bundled = theme.id.removesuffix("-own")
            kept = [one for one in known if one != bundled]
            wanted.append(("setting", "themes", [*kept, theme.id]))
        self._act(f"{word} theme {theme.title}", wanted)

    def colour_theme(self, ids: Sequence[str], title: str, colour: str) -> None:
        """Give a theme, and a copy of it, a colour; an empty one goes back to that of its place."""
        self._act(f"Colour of theme {title}", [("colour", one, colour or None) for one in ids])

    def correct(self, source: str, field: Field, value: str | None) -> None:
        """Correct what is known of a source; the value found stays in its evidence.

        Raises:
            UsageError: if the field cannot have such a value.
        """
        self._library.correct(self._name, source, field, value)
        self._sources.forget(source)

    def date(self, days: Mapping[str, date]) -> None:
        """Say when sources, by their ids, were published."""
        self._library.date(self._name, days)
        for source in days:
            self._sources.forget(source)

    def grade(self, source: str, grade: str | None) -> None:
        """Grade a source after the Admiralty code.

        Raises:
            UsageError: if it is no such grade, or 1 for what only one origin says.
        """
        grading.grade_source(self._library, self._name, source, grade)

    def name_speaker(self, passage: Passage, speaker: str | None) -> None:
        """Say who speaks in an excerpt."""
        self._library.name_speaker(self._name, passage, speaker)

    def remove(self, ids: Sequence[str], *, on: bool = True) -> None:
        """Put sources away, or bring them back."""
        self._library.remove(self._name, ids, on=on)

    def note_added(self, ids: Sequence[str]) -> None:
        """Note that sources were taken in: to undo it puts them away."""
        self._library.note_added(self._name, ids)

    def write(self, section: str, texts: Sequence[str]) -> None:
        """Set the analyst's own sentences for a section (`key-points`, or a theme's id)."""
        kept = [text.strip() for text in texts if text.strip()]
        self._act("Write own text", [("note", section, kept or None)])

    def set(self, name: str, value: object, title: str) -> None:
        """Change one of the `Settings`; `title` names the act for its undo command."""
        if name not in _SETTINGS:
            raise KeyError(name)
        self._act(title, [("setting", name, value or None)])

    def undo(self) -> str | None:
        """Undo the last act; its title, or `None` if there was none."""
        act = self._library.undo(self._name)
        self._sources.forget()
        return act.title if act else None

    def redo(self) -> str | None:
        """Do again what was undone last."""
        act = self._library.redo(self._name)
        self._sources.forget()
        return act.title if act else None

    def go_to(self, number: int) -> None:
        """Undo or redo until the step of that number is the last one done."""
        steps = self.history()
        done = [step.number for step in steps if not step.undone]
        undone = [step.number for step in steps if step.undone]
        for _ in [step for step in done if step > number]:
            self._library.undo(self._name)
        for _ in [step for step in undone if step <= number]:
            self._library.redo(self._name)
        self._sources.forget()

    # The document

    def comparing(self, passage: Passage, desk: Desk | None = None) -> "Draft":
        """What an excerpt is compared among: the briefing's sources and those nearest to its themes."""
        return self._drafting.comparing(passage, desk or self.desk(), self._themes)

    def draft(self, against: int | None = None, desk: Desk | None = None) -> "Draft":
        """All that the document is made of, as values; `against` numbers the edition to compare with.

        `desk` takes the place of what stands decided, where a person is ahead of the disk.
        """
        return self._drafting.draft(desk or self.desk(), self._themes, against)

    def issue(self, edition: Edition) -> Edition:
        """Keep what was handed over as the next edition of this briefing."""
        return self._library.issue(edition)

    def editions(self) -> tuple[Edition, ...]:
        """What was delivered of this briefing, oldest first."""
        return self._library.editions(self.series)

    # Details

    def _act(self, title: str, wanted: Sequence[Wanted]) -> None:
        beside: list[Wanted] = [("view", _SEARCHED, self.view or None)]
        self._library.decide(self._name, title, wanted, beside)

    def _settings(self, decided: Mapping[str, Any] | None = None) -> Settings:
        known = self._values("setting") if decided is None else decided
        stored = {key: value for key, value in known.items() if key in _SETTINGS}
        ticked = tuple(stored.pop("themes", ()))
        themes = tuple(theme for theme in ticked if theme in self._themes)
        return Settings(**stored, themes=NO_THEME if ticked == NO_THEME else themes)

    def _values(self, sort: str) -> dict[str, Any]:
        """What stands decided of one sort, by its keys."""
        decided = self._library.decisions(self._name, sort)
        return {item.key: json.loads(item.value) for item in decided}

    def _pins(self) -> list[Pin]:
        """What is in the briefing, parked or printed, in the order of the page."""
        return ordered(self._library.pins(self._name), tuple(self._themes), self._values("order"))

    def _read_themes(self) -> None:
        """The starters, and the person's own as the library keeps them."""
        kept = [item.value for item in self._library.decisions("", "theme")]
        if kept == self._at:
            return
        self._at = kept
        own = [msgspec.json.decode(value, type=Theme) for value in kept]
        self._themes = {theme.id: theme for theme in (*starter_themes(), *own)}

    def _weights(self) -> dict[str, float]:
        """What the themes count for beside one another."""
        return {theme.id: theme.weight for theme in self._themes.values()}

    def _matching(self, scores: Iterable[ThemeScore]) -> list[Matcher]:
        themes = [self._themes[item.theme] for item in scores if item.theme in self._themes]
        for theme in themes:
            if theme not in self._matchers:
                self._matchers[theme] = compile_theme(theme)
        return [self._matchers[theme] for theme in themes]


def _key(item: Included) -> str:
    return place_key(item.whole, item.theme)
