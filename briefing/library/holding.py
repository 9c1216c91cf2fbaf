"""The library as the rest of the program sees it: one object, verbs that say what they do."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from briefing.library import (
    arranging,
    deciding,
    differing,
    editions,
    likening,
    loading,
    rating,
    repeating,
    searching,
    taking,
    vocabulary,
)
from briefing.library.faults import told
from briefing.library.query import parse_query
from briefing.library.store import Store, now
from briefing.model.brief import Drop, Note, Pin
from briefing.model.findings import Conflict, SourceFindings
from briefing.model.library import (
    Act,
    Card,
    Decision,
    Edition,
    Examined,
    Facet,
    Imported,
    Kept,
    Results,
    Taken,
)
from briefing.model.passage import Passage
from briefing.model.source import Field, Source


class Library:
    """An open library, used by one thread. Every method raises `LibraryError` when it cannot.

    `desk` names the briefing that is worked on: pins, drops and notes belong to it, and what is new
    is new since its last edition.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._store = Store(connection, path, writable)
        self._repeats = repeating.Repeats(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Close the file; the library is of no use afterwards."""
        self._store.connection.close()

    @property
    def store(self) -> Store:
        """The connection, for the other rooms of the library."""
        return self._store

    # Taking in

    def begin_run(self) -> int:
        """Number of a new import."""
        return taking.begin_run(self._store, now())

    def unchanged(self, digests: Sequence[tuple[str, str]], reader: str) -> set[str]:
        """Those paths of `(path, sha256)` that were taken in with these bytes before."""
        return taking.unchanged(self._store, digests, reader)

    def take(
        self, files: Sequence[Taken], run: int, reader: str, program: str,
        scored: Mapping[str, str],
    ) -> tuple[Imported, ...]:  # fmt: skip
        """Keep `files` in one transaction; once this returns they are on the disk."""
        return taking.take(self._store, files, run, reader, program, scored)

    def register(self, themes: Sequence[tuple[str, str, str]]) -> None:
        """Make themes known, each as `(id, title, fingerprint)`."""
        rating.register(self._store, themes)

    def theme_ids(self) -> tuple[str, ...]:
        """Ids of the themes that excerpts are rated by."""
        return searching.theme_ids(self._store)

    def state(self) -> tuple[int, int, int]:
        """Numbers that change whenever what the library holds or what was decided changes."""
        return searching.state(self._store)

    def total(self) -> int:
        """How many sources there are, former versions and those put away among them."""
        return rating.total(self._store)

    def completed(self, scored: Mapping[str, str]) -> None:
        """Note that all sources have been rated by the themes in `scored`."""
        rating.completed(self._store, scored)

    def stale(self, program: str, limit: int) -> tuple[str, ...]:
        """Ids of sources that another version of the program analysed."""
        return rating.stale(self._store, program, limit)

    def unrated(self, theme: str, limit: int) -> tuple[str, ...]:
        """Ids of the next sources that `theme` has not been tried on."""
        return rating.unrated(self._store, theme, limit)

    def renew(self, examined: Sequence[Examined], program: str, scored: Mapping[str, str]) -> None:
        """Put new findings and scores in the place of the old."""
        rating.renew(self._store, examined, program, scored)

    def rate(self, theme: str, examined: Sequence[Examined], scored: Mapping[str, str]) -> None:
        """Add the scores of one theme for sources that it had not been tried on."""
        rating.rate(self._store, theme, examined, scored)

    def uncompared(self, limit: int) -> list[tuple[int, str]]:
        """Number and id of the next sources that were not yet compared with the others."""
        return differing.uncompared(self._store, limit)

    def rivals(self, number: int) -> list[str]:
        """Ids of the few sources that state otherwise what the source `number` states."""
        return differing.rivals(self._store, number)

    def last_sources(self, upto: int, limit: int) -> list[str]:
        """Ids of the last `limit` sources up to the number `upto`, of whatever state."""
        return differing.last_sources(self._store, upto, limit)

    def keep_conflicts(
        self, upto: int, found: Sequence[tuple[Sequence[str], Sequence[Conflict]]]
    ) -> None:
        """Keep what was found among groups of sources; all up to `upto` are compared then."""
        differing.keep_conflicts(self._store, upto, found)

    # Reading

    def conflicts(self, ids: Sequence[str] | None = None, limit: int = 200) -> tuple[Conflict, ...]:
        """Where the sources in use differ; only where one of `ids` does, if they are named."""
        return differing.conflicts(self._store, ids, limit)

    def ids(self, since: date | None = None, until: date | None = None) -> list[str]:
        """Ids of the sources in use, in the order in which they came.

        Those published before `since` or after `until` are left out; those without a date stay.
        """
        return loading.ids_of(self._store, since, until)

    def counts_current(self) -> int:
        """How many sources are in use."""
        return searching.current(self._store)

    def answering(
        self, themes: Sequence[str], limit: int, since: date | None, until: date | None
    ) -> set[str]:
        """Ids of the sources of the best `limit` excerpts of each theme between the days."""
        return searching.answering(self._store, themes, limit, since, until)

    def resolve(self, head: str) -> list[str]:
        """Ids of the sources, former ones too, whose id or digest begins so or whose path it is."""
        return loading.resolve(self._store, head)

    def successors(self, ids: Sequence[str]) -> dict[str, str]:
        """Leads from sources that are former versions to the source in use that replaced each."""
        return loading.successors(self._store, ids)

    def began(self, run: int) -> str | None:
        """When an import began, in UTC (ISO 8601)."""
        found: str | None = self._store.value("SELECT began FROM run WHERE number = ?", (run,))
        return found

    def kept(self, ids: Sequence[str]) -> dict[str, Kept]:
        """The listings of sources, by id."""
        return loading.kept(self._store, ids)

    def ids_at(self, paths: Sequence[str]) -> list[str]:
        """Ids of the sources in use that came from the files at `paths`."""
        return loading.ids_at(self._store, paths)

    def refer(self, told: Sequence[tuple[Source, Source]]) -> None:
        """Keep what bibliographies say: pairs of a source as read and as they have it."""
        deciding.refer(self._store, told)

    def sources(self, ids: Sequence[str], *, as_read: bool = False) -> tuple[Source, ...]:
        """Sources in the order of `ids`, with the analyst's corrections unless `as_read`.

        Raises:
            LibraryDamagedError: if one is not what was put in.
        """
        found = loading.load(self._store, ids)
        return found if as_read else deciding.corrected(self._store, found)

    def findings(self, sources: Sequence[Source], program: str) -> dict[str, SourceFindings]:
        """What this `program` found in `sources`, by id."""
        return loading.findings(self._store, sources, program)

    def original(self, sha256: str) -> bytes | None:
        """The bytes of a file as they were taken in."""
        return loading.original(self._store, sha256)

    def refused(self) -> tuple[Imported, ...]:
        """The files that could not be read, and why."""
        return searching.refused(self._store)

    def undated(self) -> tuple[Kept, ...]:
        """The sources in use whose date is unknown."""
        return loading.undated(self._store)

    def counts(self) -> dict[str, int]:
        """How much there is of everything."""
        return searching.counts(self._store)

    # Searching

    def search(
        self, text: str = "", limit: int = 20, offset: int = 0, *, desk: str = "",
        unfinished: bool = False,
    ) -> Results:  # fmt: skip
        """The sources that answer what a person typed, best first.

        Raises:
            UsageError: if a filter has a value it cannot have.
        """
        query = parse_query(text, unfinished=unfinished)
        return searching.search(self._store, query, self._seen(desk), limit, offset)

    def excerpts(
        self, themes: Sequence[str], text: str = "", limit: int = 200_000, *, desk: str = "",
        unfinished: bool = False, weights: Mapping[str, float] | None = None,
    ) -> Sequence[int]:  # fmt: skip
        """Numbers of the excerpts that answer best to one of `themes` and to `text`, best first.

        `weights` say what themes count for beside one another; without one it is 1.
        """
        query = parse_query(text, unfinished=unfinished)
        weighed = {theme: (weights or {}).get(theme, 1.0) for theme in themes}
        return searching.best(self._store, weighed, query, self._seen(desk), limit)

    def cards(self, numbers: Sequence[int], *, desk: str = "") -> tuple[Card, ...]:
        """The excerpts of those numbers, ready to be shown."""
        return searching.cards(self._store, numbers, self._seen(desk))

    def numbers(self, places: Iterable[Passage]) -> frozenset[int]:
        """Numbers of the excerpts at `places`, as `excerpts` gives them."""
        return searching.numbers(self._store, places)

    def alike(self, words: Sequence[str], but: str, limit: int) -> list[str]:
        """Ids of the sources in use, other than `but`, with most of the rarest of `words`."""
        return likening.alike(self._store, words, but, limit)

    def arranged(self, numbers: Sequence[int], order: str) -> Sequence[int]:
        """Excerpts in another order than the best first: `newest`, `oldest` or `publisher`."""
        return arranging.arranged(self._store, numbers, order)

    def occurs(self, word: str, *, growing: bool = False) -> bool:
        """Whether an excerpt has `word`, or, while that is `growing`, a word that begins so."""
        return vocabulary.occurs(self._store, word, growing=growing)

    def vocabulary(self, length: int, apart: int) -> list[tuple[str, int]]:
        """Words of the excerpts of about that `length`, with how many excerpts have each."""
        return vocabulary.vocabulary(self._store, length, apart)

    def repeats(self) -> tuple[tuple[int, ...], ...]:
        """Numbers of excerpts with the same words in several sources, each group oldest first."""
        return self._repeats.groups()

    def passages(self, source: str) -> tuple[Passage, ...]:
        """Where the excerpts of a source stand, from its beginning."""
        return searching.passages(self._store, source)

    def sharing(self) -> tuple[str, ...]:
        """Ids of the sources that have an excerpt word for word in common, oldest first."""
        return repeating.sharing(self._store)

    def tallied(self, listed: Iterable[Kept], *, desk: str = "") -> list[Kept]:
        """The sources `listed`, each with how many excerpts it has and whether it is new."""
        counts, seen = searching.tallies(self._store), self._seen(desk)
        return [
            replace(one, excerpts=counts.get(one.number, 0), new=one.run > seen) for one in listed
        ]

    def facets(self, text: str = "", *, desk: str = "", typed: bool = False) -> tuple[Facet, ...]:
        """Counts by publisher, language, year, speaker, theme and state among what answers."""
        seen, query = self._seen(desk), parse_query(text, unfinished=typed)
        return searching.facets(self._store, query, seen, listed=bool(desk))

    def _seen(self, desk: str) -> int:
        return searching.last_seen(self._store, desk)

    # The analyst's decisions

    def decide(
        self, desk: str, title: str, wanted: Sequence[tuple[str, str, object]],
        beside: Sequence[tuple[str, str, object]] = (),
    ) -> Act | None:  # fmt: skip
        """Take decisions `(sort, key, value)` as one act that can be undone; `None` takes back.

        Those `beside` go with it, and make no act of their own.
        """
        return deciding.decide(self._store, desk, title, wanted, beside)

    def pin(self, desk: str, pin: Pin, *, on: bool = True) -> Act | None:
        """Pin an excerpt under a theme, or let it go."""
        title = "Include 1 excerpt" if on else "Leave out 1 excerpt"
        return self.decide(desk, title, [("pin", _key(pin.passage, pin.theme), on or None)])

    def drop(self, desk: str, drop: Drop, *, on: bool = True) -> Act | None:
        """Keep a place out under a theme, or under all."""
        title = "Dismiss 1 excerpt" if on else "Bring back 1 excerpt"
        key = _key(drop.passage, drop.theme or "")
        return self.decide(desk, title, [("drop", key, on or None)])

    def note(self, desk: str, section: str, texts: Sequence[str]) -> Act | None:
        """Set the analyst's own sentences for a section."""
        return self.decide(desk, f"Write in {section}", [("note", section, list(texts) or None)])

    def correct(self, desk: str, source: str, field: Field, value: str | None) -> Act | None:
        """Correct a piece of a source's metadata; `None` goes back to what was read.

        Authors are parted by semicolons, days written 2024-04-12.
        """
        deciding.check_correction(field, value)
        wanted = [("correction", f"{source}/{field.value}", value)]
        return self.decide(desk, f"Correct {field.value}", wanted)

    def date(self, desk: str, days: Mapping[str, date]) -> Act | None:
        """Say when sources, by their ids, were published: one act."""
        wanted = [
            ("correction", f"{source}/{Field.PUBLISHED.value}", day.isoformat())
            for source, day in days.items()
        ]
        count = len(days)
        told = "Set the date of 1 source" if count == 1 else f"Set the date of {count} sources"
        return self.decide(desk, told, wanted)

    def name_speaker(self, desk: str, passage: Passage, speaker: str | None) -> Act | None:
        """Say who speaks in a passage; `None` goes back to what was found."""
        return self.decide(desk, "Correct speaker", [("speaker", _key(passage), speaker)])

    def grade(self, desk: str, source: str, grade: str | None, origins: int = 1) -> Act | None:
        """Grade a source after the Admiralty code, such as B2; `None` takes the grade back.

        `origins` says how many independent origins carry what it says.

        Raises:
            UsageError: if it is no such grade, or 1, confirmed, for what only one origin says.
        """
        deciding.check_grade(grade, origins)
        return self.decide(desk, "Grade source", [("grade", source, grade)])

    def remove(self, desk: str, ids: Sequence[str], *, on: bool = True) -> Act | None:
        """Put sources away, or bring them back; nothing of them is deleted."""
        title = f"{'Remove' if on else 'Bring back'} {len(ids)} source{'s' * (len(ids) != 1)}"
        return self.decide(desk, title, [("removed", source, on or None) for source in ids])

    def note_added(self, desk: str, ids: Sequence[str]) -> Act:
        """Note that sources were taken in, so that undoing puts them away."""
        title = f"Add {len(ids)} source{'s' * (len(ids) != 1)}"
        return deciding.note_added(self._store, desk, title, ids)

    def undo(self, desk: str) -> Act | None:
        """Undo the last act of a desk."""
        return deciding.undo(self._store, desk)

    def redo(self, desk: str) -> Act | None:
        """Do the act again that was undone last."""
        return deciding.redo(self._store, desk)

    def history(self, desk: str, limit: int = 500) -> tuple[Act, ...]:
        """The last acts of a desk, newest first."""
        return deciding.acts(self._store, desk, limit)

    def at_hand(self, desk: str) -> tuple[str | None, str | None]:
        """The titles of the acts that undo and redo would take; `None` where there is none."""
        return deciding.at_hand(self._store, desk)

    def decisions(self, desk: str, sort: str | None = None) -> tuple[Decision, ...]:
        """What stands decided at a desk."""
        return deciding.decisions(self._store, desk, sort)

    def desks(self) -> tuple[str, ...]:
        """The briefings in which something was decided."""
        return deciding.desks(self._store)

    def pins(self, desk: str) -> tuple[Pin, ...]:
        """The pins of a desk."""
        return tuple(Pin(*_place(item.key)) for item in self.decisions(desk, "pin"))

    def drops(self, desk: str) -> tuple[Drop, ...]:
        """The drops of a desk."""
        places = (_place(item.key) for item in self.decisions(desk, "drop"))
        return tuple(Drop(passage, theme or None) for passage, theme in places)

    def notes(self, desk: str) -> tuple[Note, ...]:
        """The analyst's own sentences at a desk."""
        return deciding.notes(self._store, desk)

    def speakers(self) -> dict[Passage, str]:
        """The speakers that the analyst named."""
        return deciding.speakers(self._store)

    # Editions

    def issue(self, edition: Edition) -> Edition:
        """Keep an edition as the next of its series."""
        return editions.issue(self._store, edition)

    def editions(self, series: str | None = None) -> tuple[Edition, ...]:
        """The editions, in the order in which they were issued."""
        return editions.editions(self._store, series)

    def edition(self, number: int) -> Edition:
        """The edition of that number."""
        return editions.edition(self._store, number)

    def latest(self, series: str) -> Edition | None:
        """The last edition of a series."""
        return editions.latest(self._store, series)

    def quoting(self, ids: Sequence[str]) -> tuple[Edition, ...]:
        """The editions that quote one of the sources."""
        return editions.quoting(self._store, ids)

    def copy(self, target: Path) -> None:
        """Copy the library to a new file, while others may be writing to it."""
        with told(target), closing(sqlite3.connect(target)) as copy:
            self._store.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")


def _key(passage: Passage, theme: str = "") -> str:
    return f"{passage.source}/{passage.start}/{passage.end}/{theme}"


def _place(key: str) -> tuple[Passage, str]:
    source, start, end, theme = key.split("/", 3)
    return Passage(source, int(start), int(end)), theme
