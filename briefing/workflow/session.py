"""The open briefing: what is in it, and every act that changes it. Shared by window and tests.

A session works on one desk of a library, on the thread that opened it. Each act is on the disk
when its method returns, and can be undone, after a restart too.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from briefing.analysis.themes import Matcher, compile_theme, find_hits
from briefing.compose import Material, compose
from briefing.library import Library
from briefing.model.brief import Brief, Pin
from briefing.model.desk import Desk, Included, Settings, ShownCard, Step
from briefing.model.document import Document
from briefing.model.findings import Findings, Selected, ThemeFindings
from briefing.model.library import Card, Facet, Imported, Kept
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.text.spaces import flat
from briefing.workflow.build import today
from briefing.workflow.catalogue import find_template, starter_themes
from briefing.workflow.importing import import_paths, never
from briefing.workflow.program import analysis_version
from briefing.workflow.progress import Progress, silent

Wanted = tuple[str, str, object]
_SETTINGS = Settings.__struct_fields__


class Session:
    """One briefing of a library, open for work."""

    def __init__(self, library: Library, name: str, themes: Sequence[Theme] | None = None) -> None:
        self._library = library
        self._name = name
        self._themes = {theme.id: theme for theme in themes or starter_themes()}
        self._matchers: dict[str, Matcher] = {
            theme.id: compile_theme(theme) for theme in self._themes.values()
        }
        self._sources: dict[str, Source] = {}

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes there are, starters first."""
        return tuple(self._themes.values())

    def desk(self) -> Desk:
        """All that stands decided, as it is now."""
        settings = self._settings()
        places = self._ordered(self._library.pins(self._name))
        parked = {item.key for item in self._library.decisions(self._name, "parked")}
        shown = self._included(places)
        steps = self._library.history(self._name, 500)
        return Desk(
            name=self._name,
            settings=settings,
            included=tuple(item for item in shown if _key(item) not in parked),
            parked=tuple(item for item in shown if _key(item) in parked),
            dismissed=frozenset(drop.passage for drop in self._library.drops(self._name)),
            notes=self._library.notes(self._name),
            undo=next((step.title for step in steps if not step.undone), None),
            redo=next((step.title for step in reversed(steps) if step.undone), None),
        )

    # What there is

    def excerpts(self, text: str = "", *, unfinished: bool = False) -> Sequence[int]:
        """Numbers of the excerpts for the ticked themes and what was typed, best first.

        Raises:
            UsageError: if a filter in `text` has a value it cannot have.
        """
        ticked = self._settings().themes or tuple(self._themes)
        return self._library.excerpts(ticked, text, desk=self._name, unfinished=unfinished)

    def best(self, theme: str, limit: int) -> tuple[ShownCard, ...]:
        """The best excerpts of one theme."""
        return self.cards(self._library.excerpts((theme,), "", limit, desk=self._name))

    def cards(self, numbers: Sequence[int]) -> tuple[ShownCard, ...]:
        """The excerpts of those numbers, ready to be painted."""
        return tuple(map(self._shown, self._library.cards(numbers, desk=self._name)))

    def facets(self, text: str = "") -> tuple[Facet, ...]:
        """Counts by publisher, theme and so on, among what answers to `text`."""
        return self._library.facets(text, desk=self._name)

    def counts(self) -> dict[str, int]:
        """How much the library holds."""
        return self._library.counts()

    def source(self, source_id: str) -> tuple[Source, Kept]:
        """A source, with the analyst's corrections, and how the library lists it."""
        return self._load([source_id])[0], self._library.kept([source_id])[source_id]

    def history(self) -> tuple[Step, ...]:
        """The steps that can be gone back to, newest first."""
        steps = self._library.history(self._name, 500)
        return tuple(Step(step.number, step.title, step.at, step.undone) for step in steps)

    # Acts

    def include(self, places: Sequence[tuple[Passage, str]]) -> None:
        """Put excerpts in, each under a theme, after those that are there."""
        order = {theme: list(keys) for theme, keys in self._order().items()}
        wanted: list[Wanted] = []
        for passage, theme in places:
            key = _place_key(passage, theme)
            wanted.append(("pin", key, True))
            keys = order.setdefault(theme, [])
            if key not in keys:
                keys.append(key)
        wanted += [("order", theme, order[theme]) for theme in {theme for _, theme in places}]
        self._act(f"Include {_counted(len(places), 'excerpt')}", wanted)

    def leave_out(self, places: Iterable[Passage]) -> None:
        """Take excerpts out again, whatever theme they stand under."""
        gone = set(places)
        pins = [pin for pin in self._library.pins(self._name) if pin.passage in gone]
        wanted: list[Wanted] = []
        for pin in pins:
            key = _place_key(pin.passage, pin.theme)
            wanted += [("pin", key, None), ("parked", key, None)]
        self._act(f"Leave out {_counted(len(pins), 'excerpt')}", wanted)

    def dismiss(self, places: Sequence[Passage], *, on: bool = True) -> None:
        """Fold excerpts away from the list, or bring them back."""
        word = "Dismiss" if on else "Bring back"
        wanted: list[Wanted] = [("drop", _place_key(place, ""), on or None) for place in places]
        self._act(f"{word} {_counted(len(places), 'excerpt')}", wanted)

    def park(self, item: Included, *, on: bool = True) -> None:
        """Keep an excerpt with the briefing without printing it, or print it again."""
        self._act("Park 1 excerpt" if on else "Print 1 excerpt again",
                  [("parked", _key(item), on or None)])  # fmt: skip

    def move(self, item: Included, by: int) -> None:
        """Move an excerpt up (negative) or down within its theme."""
        keys = [_key(other) for other in self.desk().included if other.theme == item.theme]
        here = keys.index(_key(item))
        there = max(0, min(len(keys) - 1, here + by))
        keys.insert(there, keys.pop(here))
        self._act(f"Move quotation {here + 1} to place {there + 1}", [("order", item.theme, keys)])

    def reassign(self, item: Included, theme: str) -> None:
        """Put an excerpt under another theme."""
        self._act(
            f"Move quotation to {self._themes[theme].title}",
            [("pin", _key(item), None), ("pin", _place_key(item.passage, theme), True)],
        )

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
        return act.title if act else None

    def redo(self) -> str | None:
        """Do again what was undone last."""
        act = self._library.redo(self._name)
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

    def add(
        self, paths: Sequence[Path], progress: Progress = silent, stop: Callable[[], bool] = never
    ) -> Iterator[Imported]:
        """Take files into the library; each is told once it is safely there."""
        own = [theme.id for theme in self._themes.values() if theme not in starter_themes()]
        return import_paths(self._library, paths, own, progress, stop)

    # The document

    def document(self) -> tuple[Document, int | None]:
        """The briefing as it stands, and how many pages its template allows."""
        desk = self.desk()
        settings = desk.settings
        template = find_template(settings.template)
        brief = Brief(
            date=today(),
            title=settings.title or None,
            recipient=settings.recipient or None,
            author=settings.author or None,
            marking=settings.marking or None,
            themes=self._ticked(desk),
            template=settings.template,
            citation_style=settings.citation_style,
            notes=desk.notes,
            pins=tuple(Pin(item.passage, item.theme) for item in desk.included),
        )
        sources = self._load(list(dict.fromkeys(item.passage.source for item in desk.included)))
        findings = self._findings(desk, sources)
        return compose(Material(brief, sources, findings), template), template.pages

    def used(self) -> tuple[Source, ...]:
        """The sources that the briefing quotes."""
        return self._load(list(dict.fromkeys(item.passage.source for item in self.desk().included)))

    def _findings(self, desk: Desk, sources: tuple[Source, ...]) -> Findings:
        by_source = self._library.findings(sources, analysis_version())
        by_id = {source.id: source for source in sources}
        return Findings(
            themes=tuple(
                ThemeFindings(
                    self._themes[theme],
                    tuple(
                        _selected(rank, item, by_id[item.passage.source])
                        for rank, item in enumerate(_under(theme, desk.included), 1)
                    ),
                )
                for theme in self._ticked(desk)
            ),
            by_source=tuple(by_source[source.id] for source in sources if source.id in by_source),
        )

    def _ticked(self, desk: Desk) -> tuple[str, ...]:
        """The themes to print: those that hold something, in the themes' own order."""
        used = {item.theme for item in desk.included}
        return tuple(theme for theme in self._themes if theme in used)

    # Details

    def _act(self, title: str, wanted: Sequence[Wanted]) -> None:
        self._library.decide(self._name, title, wanted)

    def _settings(self) -> Settings:
        stored = {
            item.key: json.loads(item.value)
            for item in self._library.decisions(self._name, "setting")
            if item.key in _SETTINGS
        }
        themes = tuple(theme for theme in stored.pop("themes", ()) if theme in self._themes)
        return Settings(**stored, themes=themes)

    def _order(self) -> dict[str, list[str]]:
        return {
            item.key: json.loads(item.value)
            for item in self._library.decisions(self._name, "order")
        }

    def _ordered(self, pins: Sequence[Pin]) -> list[Pin]:
        themes = {theme: number for number, theme in enumerate(self._themes)}
        place = {
            (theme, key): number
            for theme, keys in self._order().items()
            for number, key in enumerate(keys)
        }
        known = [pin for pin in pins if pin.theme in themes]
        last = len(place)
        return sorted(
            known,
            key=lambda pin: (
                themes[pin.theme],
                place.get((pin.theme, _place_key(pin.passage, pin.theme)), last),
                pin.passage,
            ),
        )

    def _included(self, pins: Sequence[Pin]) -> tuple[Included, ...]:
        ids = list(dict.fromkeys(pin.passage.source for pin in pins))
        by_id = {source.id: source for source in self._load(ids)}
        speakers = self._speakers(pins, by_id)
        return tuple(
            Included(
                pin.passage,
                pin.theme,
                by_id[pin.passage.source].text[pin.passage.start : pin.passage.end],
                speakers.get(pin.passage),
                _label(by_id[pin.passage.source]),
                by_id[pin.passage.source].published,
            )
            for pin in pins
        )

    def _speakers(self, pins: Sequence[Pin], by_id: dict[str, Source]) -> dict[Passage, str]:
        found = self._library.findings(tuple(by_id.values()), analysis_version())
        named: dict[Passage, str] = {}
        for pin in pins:
            said = found[pin.passage.source].attributions if pin.passage.source in found else ()
            inside = {item.speaker for item in said if pin.passage.overlaps(item.passage)}
            if len(inside) == 1 and (name := inside.pop()):
                named[pin.passage] = name
        return named | self._library.speakers()

    def _load(self, ids: Sequence[str]) -> tuple[Source, ...]:
        """Sources by id; those loaded before are kept, since a source never changes."""
        missing = [source_id for source_id in ids if source_id not in self._sources]
        if missing:
            self._sources |= {source.id: source for source in self._library.sources(missing)}
        return tuple(self._sources[source_id] for source_id in ids)

    def _shown(self, card: Card) -> ShownCard:
        best = card.scores[0] if card.scores else None
        matchers = [
            self._matchers[item.theme] for item in card.scores if item.theme in self._matchers
        ]
        plain = flat(card.text)
        marks = sorted(
            {
                (hit.start, hit.end)
                for matcher in matchers
                for hit in find_hits(matcher, plain, 0, len(plain))
            }
        )
        return ShownCard(
            number=card.number,
            passage=card.passage,
            text=card.text,
            marks=tuple(marks),
            themes=tuple(item.theme for item in card.scores),
            score=best.value if best else 0.0,
            because=best.because if best else (),
            speaker=card.speaker,
            label=card.kept.publisher or card.kept.title or Path(card.kept.path).name,
            published=card.kept.published,
            disputed=card.disputed,
            new=card.new,
        )


def _selected(rank: int, item: Included, source: Source) -> Selected:
    excerpt = Excerpt.cut(source, item.passage.start, item.passage.end)
    return Selected(rank, excerpt, 0.0, (), speaker=item.by, pinned=True)


def _under(theme: str, items: Iterable[Included]) -> Iterator[Included]:
    return (item for item in items if item.theme == theme)


def _place_key(passage: Passage, theme: str) -> str:
    return f"{passage.source}/{passage.start}/{passage.end}/{theme}"


def _key(item: Included) -> str:
    return _place_key(item.passage, item.theme)


def _label(source: Source) -> str:
    return source.publisher or source.title or Path(source.path).name


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
