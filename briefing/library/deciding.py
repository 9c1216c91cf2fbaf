"""What the analyst decided, as named values; every act can be undone, after a restart too.

An act is a list of values before and after. Undoing writes those before, redoing those after.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import convert, to_builtins
from msgspec.structs import replace

from briefing.errors import LibraryDamagedError, UsageError
from briefing.library.codec import digest, pack, unpack
from briefing.library.store import Row, Store, now
from briefing.library.taking import CURRENT, REMOVED, REPLACED
from briefing.model.brief import Note
from briefing.model.library import Act, Change, Decision
from briefing.model.passage import Passage
from briefing.model.source import Evidence, Field, Source

CORRECTED = "corrected by the analyst"
"""What the evidence of a corrected value says."""
LIBRARY_WIDE = frozenset({"aside", "colour", "correction", "grade", "removed", "speaker", "theme"})
"""Sorts of decisions that hold for the whole library, whichever desk takes them."""
_TOUCHES_SOURCE = frozenset({"correction", "removed"})
_TEXTS = (Field.TITLE, Field.PUBLISHER, Field.URL, Field.LANGUAGE)
_DAYS = (Field.PUBLISHED, Field.ACCESSED)
_GRADE = re.compile("[A-F][1-6]")
_ACT = "SELECT number, title, at, undone, changes, sha256 FROM act"
_LAST, _NEXT = "undone = 0 ORDER BY number DESC LIMIT 1", "undone = 1 ORDER BY number LIMIT 1"
"""The act that undo takes, and the one that redo takes."""
_CONFIRMED = 2
"""Independent origins from which on credibility 1 can be given (ICS 206-01; AJP-2.1)."""


def decide(
    store: Store, desk: str, title: str, wanted: Sequence[tuple[str, str, object]],
    beside: Sequence[tuple[str, str, object]] = (),
) -> Act | None:  # fmt: skip
    """Take decisions, each `(sort, key, value)`, as one act called `title`.

    A value of `None` takes the decision back. Nothing is done, and `None` returned, where all is
    as `wanted` already, whatever is wanted `beside` it. What was undone before can no longer be redone.
    """
    with store.writing() as connection:
        changes = tuple(_changes(connection, desk, wanted))
        if not changes:
            return None
        changes += tuple(_changes(connection, desk, beside))
        _write(connection, changes, after=True)
        connection.execute("DELETE FROM act WHERE desk = ? AND undone = 1", (desk,))
        return _note(connection, desk, title, changes)


def note_added(store: Store, desk: str, title: str, ids: Sequence[str]) -> Act:
    """Note that the sources `ids` were taken in, as an act: undone, they are put away.

    It comes in before what is undone, which can still be redone: files arrive while a person works.
    """
    changes = tuple(Change("", "removed", source, json.dumps(True), None) for source in ids)  # noqa: FBT003 - a value
    with store.writing() as connection:
        undone = connection.execute(
            "SELECT number FROM act WHERE desk = ? AND undone = 1 ORDER BY number", (desk,)
        ).fetchall()
        act = _note(connection, desk, title, changes)
        connection.executemany(
            "UPDATE act SET number = ? WHERE number = ?",
            [(act.number + after, number) for after, (number,) in enumerate(undone, 1)],
        )
        return act


def _note(
    connection: sqlite3.Connection, desk: str, title: str, changes: tuple[Change, ...]
) -> Act:
    """Write an act down."""
    made, told = now(), _packed(changes)
    number = connection.execute(
        "INSERT INTO act (desk, title, at, undone, changes, sha256) VALUES (?,?,?,0,?,?)",
        (desk, title, made, told, digest(told)),
    ).lastrowid
    return Act(number or 0, title, made, undone=False, changes=changes)


def undo(store: Store, desk: str) -> Act | None:
    """Undo the last act of `desk`; `None` where there is nothing to undo."""
    return _step(store, desk, _LAST, undone=True)


def redo(store: Store, desk: str) -> Act | None:
    """Do again the act of `desk` that was undone last; `None` where there is none."""
    return _step(store, desk, _NEXT, undone=False)


def acts(store: Store, desk: str, limit: int) -> tuple[Act, ...]:
    """The last acts of `desk`, newest first, the undone ones among them."""
    rows = store.rows(f"{_ACT} WHERE desk = ? ORDER BY number DESC LIMIT ?", (desk, limit))
    return tuple(_act(store, row) for row in rows)


def at_hand(store: Store, desk: str) -> tuple[str | None, str | None]:
    """The titles of the acts of `desk` that undo and redo would take; `None` where there is none."""
    rows = (store.row(f"{_ACT} WHERE desk = ? AND {which}", (desk,)) for which in (_LAST, _NEXT))
    undo, redo = [_act(store, row).title if row else None for row in rows]
    return undo, redo


def decisions(store: Store, desk: str, sort: str | None = None) -> tuple[Decision, ...]:
    """What stands decided at `desk`, of one sort or of all."""
    rows = store.rows(
        "SELECT sort, key, value, desk, sha256 FROM decision WHERE desk = ?1"
        " AND (?2 IS NULL OR sort = ?2) ORDER BY sort, key",
        (desk, sort),
    )
    for row in rows:
        if digest(row[2]) != row[4]:
            raise _damaged(store, f"the {row[0]} “{row[1]}”")
    return tuple(Decision(*row[:4]) for row in rows)


def notes(store: Store, desk: str) -> tuple[Note, ...]:
    """The analyst's own sentences at `desk`, section by section."""
    return tuple(
        Note(item.key, text)
        for item in decisions(store, desk, "note")
        for text in json.loads(item.value)
    )


def speakers(store: Store) -> dict[Passage, str]:
    """The speakers that the analyst named, by the passage they speak in."""
    found = {}
    for item in decisions(store, "", "speaker"):
        source, start, end, _ = item.key.split("/", 3)
        found[Passage(source, int(start), int(end))] = json.loads(item.value)
    return found


def desks(store: Store) -> tuple[str, ...]:
    """The briefings in which something was decided."""
    rows = store.rows("SELECT desk FROM act UNION SELECT desk FROM decision ORDER BY 1")
    return tuple(row[0] for row in rows if row[0])


def corrected(store: Store, sources: Iterable[Source]) -> tuple[Source, ...]:
    """`sources` with the analyst's corrections, which their evidence names as such."""
    known: dict[str, list[tuple[str, str]]] = {}
    for item in decisions(store, "", "correction"):
        source_id, _, name = item.key.partition("/")
        known.setdefault(source_id, []).append((name, json.loads(item.value)))
    references = {item.key: item.value for item in decisions(store, "", "reference")}
    return tuple(
        _corrected(_referred(source, references.get(source.id)), known.get(source.id, ()))
        for source in sources
    )


def refer(store: Store, told: Sequence[tuple[Source, Source]]) -> None:
    """Keep what bibliographies say: pairs of a source as read and as they have it."""
    with store.writing() as connection:
        for source, filled in told:
            value = pack(_differences(source, filled))
            before = connection.execute(
                "SELECT value FROM decision WHERE (desk, sort, key) = ('', 'reference', ?)",
                (source.id,),
            ).fetchone()
            if before is None or before[0] != value:
                connection.execute(
                    "INSERT OR REPLACE INTO decision VALUES ('', 'reference', ?, ?, ?)",
                    (source.id, value, digest(value)),
                )
                settle(connection, source.id)


def _differences(source: Source, filled: Source) -> dict[str, object]:
    """The fields in which `filled` differs, as JSON has them."""
    before, after = to_builtins(source), to_builtins(filled)
    return {name: value for name, value in after.items() if value != before[name]}


def _referred(source: Source, told: str | None) -> Source:
    """`source` with what a bibliography says of it."""
    if told is None:
        return source
    return convert(to_builtins(source) | json.loads(told), Source)


def check_correction(field: Field, value: str | None) -> None:
    """Refuse a value that the field cannot have.

    Raises:
        UsageError: with one sentence.
    """
    if value is None or field not in _DAYS:
        return
    try:
        date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"“{value}” is not a day", remedy="Write it as 2024-04-12.") from None


def check_grade(grade: str | None, origins: int) -> None:
    """Refuse what is no Admiralty grade, and a 1 for what fewer than two `origins` carry.

    Raises:
        UsageError: with one sentence.
    """
    if grade is None:
        return
    if not _GRADE.fullmatch(grade):
        raise UsageError(
            f"“{grade}” is no Admiralty grade", remedy="Write A to F and 1 to 6, such as B2."
        )
    if grade.endswith("1") and origins < _CONFIRMED:
        raise UsageError(
            f"“{grade}” means confirmed by another source, and no other of independent origin is at "
            "hand that says the same",
            remedy="Take one in first, or write 2 to 6.",
        )


def _corrected(source: Source, values: Iterable[tuple[str, str]]) -> Source:
    for name, value in values:
        field = Field(name)
        evidence = source.evidence | {field: Evidence(CORRECTED)}
        source = replace(source, evidence=evidence, **{name: _typed(field, value)})
    return source


def _typed(field: Field, value: str) -> object:
    if field in _DAYS:
        return date.fromisoformat(value)
    if field is Field.AUTHORS:
        return tuple(name.strip() for name in value.split(";") if name.strip())
    return value


def _changes(
    connection: sqlite3.Connection, desk: str, wanted: Sequence[tuple[str, str, object]]
) -> Iterable[Change]:
    for sort, key, value in wanted:
        at = "" if sort in LIBRARY_WIDE else desk
        row = connection.execute(
            "SELECT value FROM decision WHERE (desk, sort, key) = (?, ?, ?)", (at, sort, key)
        ).fetchone()
        before = row[0] if row else None
        after = None if value is None else json.dumps(value, ensure_ascii=False)
        if before != after:
            yield Change(at, sort, key, before, after)


def _step(store: Store, desk: str, which: str, *, undone: bool) -> Act | None:
    with store.writing() as connection:
        row = connection.execute(f"{_ACT} WHERE desk = ? AND {which}", (desk,)).fetchone()
        if row is None:
            return None
        act = _act(store, row)
        _write(connection, act.changes, after=not undone)
        connection.execute("UPDATE act SET undone = ? WHERE number = ?", (undone, act.number))
    return replace(act, undone=undone)


def _write(connection: sqlite3.Connection, changes: Sequence[Change], *, after: bool) -> None:
    for change in changes if after else reversed(changes):
        value = change.after if after else change.before
        if value is None:
            connection.execute(
                "DELETE FROM decision WHERE (desk, sort, key) = (?, ?, ?)",
                (change.desk, change.sort, change.key),
            )
        else:
            connection.execute(
                "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?)",
                (change.desk, change.sort, change.key, value, digest(value)),
            )
    touched = {item.key.partition("/")[0] for item in changes if item.sort in _TOUCHES_SOURCE}
    for source_id in sorted(touched):
        settle(connection, source_id)


def settle(connection: sqlite3.Connection, source_id: str) -> None:
    """Bring the columns by which a source is searched to what its detail and decisions say."""
    row = connection.execute(
        "SELECT detail, state FROM source JOIN body ON body.source = number WHERE id = ?",
        (source_id,),
    ).fetchone()
    if row is None:
        return
    found = connection.execute(
        "SELECT sort, key, value FROM decision WHERE desk = '' AND sort IN ('correction', 'reference',"
        " 'removed')"
        " AND (key = ?1 OR key LIKE ?1 || '/%')",
        (source_id,),
    ).fetchall()
    fixes = [(key.partition("/")[2], json.loads(value)) for sort, key, value in found
             if sort == "correction"]  # fmt: skip
    referred = next((value for sort, _, value in found if sort == "reference"), None)
    source = _corrected(_referred(unpack(Source, row[0]), referred), fixes)
    removed = any(sort == "removed" for sort, _, _ in found)
    state = REPLACED if row[1] == REPLACED else REMOVED if removed else CURRENT
    day = source.published.isoformat() if source.published else None
    connection.execute(
        "UPDATE source SET title = ?, publisher = ?, published = ?, language = ?, state = ?"
        " WHERE id = ?",
        (source.title, source.publisher, day, source.language, state, source_id),
    )


def _packed(changes: Sequence[Change]) -> str:
    return pack(changes)


def _act(store: Store, row: Row) -> Act:
    number, title, at, undone, told, sha256 = row
    if digest(told) != sha256:
        raise _damaged(store, f"the step “{title}”")
    return Act(number, title, at, bool(undone), unpack(tuple[Change, ...], told))


def _damaged(store: Store, what: str) -> LibraryDamagedError:
    return LibraryDamagedError(
        f"{what} is not what was put into the library", where=store.path,
        remedy="Run `briefing library check`.",
    )  # fmt: skip
