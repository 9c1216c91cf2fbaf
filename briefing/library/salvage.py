"""Takes out of a damaged library what is still what was put in, for a new one to be made of it."""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from briefing.errors import LibraryDamagedError
from briefing.library.codec import digest
from briefing.library.deciding import settle
from briefing.library.faults import told
from briefing.library.loading import unpacked
from briefing.library.store import Row, Store
from briefing.library.taking import add, keep_original, open_batch, write
from briefing.model.library import Examined

_TABLES = {
    "run": "number, began",
    "file": "path, sha256, outcome, told, reader, run",
    "source": "number, id, path, part, version, state, run",
}
_KEPT_BY_DIGEST = {
    "decision": ("desk, sort, key, value, sha256", 3, 4),
    "act": ("number, desk, title, at, undone, changes, sha256", 5, 6),
    "edition": ("number, series, issue, date, run, sha256, data", 6, 5),
}
"""Columns of a table, and which of them is the text and which its digest."""
_GAPS = {
    "decision": "some of what was decided in briefings",
    "act": "some steps of the history",
    "edition": "some editions",
}
"""What cannot be counted, since nothing of it can be read."""
DAMAGED, BEFORE = "damaged", "before"
"""What a library that is set aside is called: what is wrong with it, or that it was there before."""
_BESIDE = ("-wal", "-shm")
_GIVE_UP = 10_000
"""Rows in a row that cannot be read, after which a table is left."""


class Place(Struct, frozen=True):
    """Where a source stood in the old library: its row, and its original."""

    number: int
    id: str
    path: str
    part: int
    version: int
    state: int
    run: int


def readable(
    store: Store, table: str, columns: str, gaps: list[str] | None = None
) -> Iterator[Row]:
    """Rows of `table`, leaping over those that cannot be read; `gaps` is told where there are any."""
    key = "number" if table in ("run", "source", "act", "edition") else "rowid"
    if table in ("file", "decision"):
        yield from _as_far_as(store, table, columns, gaps)
        return
    last, missed = 0, 0
    while missed < _GIVE_UP:
        question = f"SELECT {key}, {columns} FROM {table} WHERE {key} > {last} ORDER BY {key}"
        before = last
        try:
            for row in store.connection.execute(question):
                last = row[0]
                yield row[1:]
        except sqlite3.DatabaseError:
            _note(gaps, table)
            missed = missed + 1 if last == before else 0
            last += 1
        else:
            return


def _as_far_as(store: Store, table: str, columns: str, gaps: list[str] | None) -> Iterator[Row]:
    try:
        yield from store.connection.execute(f"SELECT {columns} FROM {table}")
    except sqlite3.DatabaseError:
        _note(gaps, table)


def _note(gaps: list[str] | None, table: str) -> None:
    told = _GAPS.get(table)
    if gaps is not None and told and told not in gaps:
        gaps.append(told)


def originals(store: Store) -> Iterator[tuple[str, bytes]]:
    """The originals that are still what was put in."""
    for row in readable(store, "original", "sha256, packing, data, size"):
        try:
            yield row[0], unpacked(store, *row)
        except (LibraryDamagedError, TypeError):
            continue


def places(store: Store) -> list[tuple[Place, str | None]]:
    """Every source with the digest of its original, as far as that can be read."""
    digests: dict[int, str] = dict(readable(store, "body", "source, sha256"))
    return [
        (Place(*row), digests.get(row[0])) for row in readable(store, "source", _TABLES["source"])
    ]


def carry_over(old: Store, new: Store) -> list[str]:
    """Copy runs, files, decisions, acts and editions that are whole; returns what is lost."""
    lost: list[str] = []
    with new.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for row in readable(old, "run", _TABLES["run"]):
            connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", row)
        for row in readable(old, "file", _TABLES["file"]):
            connection.execute("INSERT OR IGNORE INTO run VALUES (?, '')", (row[5],))
            connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)", row)
        for table, (columns, text, sha256) in _KEPT_BY_DIGEST.items():
            marks = ",".join("?" * len(columns.split(",")))
            for row in readable(old, table, columns, lost):
                if digest(row[text]) == row[sha256]:
                    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)
                else:
                    lost.append(f"{table} {row[0]}")
        for number, data in connection.execute("SELECT number, data FROM edition").fetchall():
            connection.executemany(
                "INSERT OR REPLACE INTO quoted VALUES (?, ?, ?, ?, ?)",
                [
                    (number, said["place"], said["source"], said["start"], said["end"])
                    for said in json.loads(data)["excerpts"]
                ],
            )
    return lost


def put_back(
    store: Store, sha256: str, data: bytes, found: Sequence[tuple[Place, Examined]],
    program: str, scored: Mapping[str, str],
) -> None:  # fmt: skip
    """Keep an original and the sources read from it again, each where it stood."""
    with store.writing() as connection:
        keep_original(connection, sha256, data)
        batch = open_batch(connection, scored)
        for place, item in found:
            connection.execute("INSERT OR IGNORE INTO run VALUES (?, '')", (place.run,))
            add(batch, item, place.path, place.part, place.version, place.run, program)
        write(connection, batch)
        for place, _ in found:
            connection.execute("UPDATE source SET state = ? WHERE id = ?", (place.state, place.id))
            if _is_decided(connection, place.id):
                settle(connection, place.id)


def _is_decided(connection: sqlite3.Connection, source_id: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM decision WHERE key = ?1 OR key LIKE ?1 || '/%'", (source_id,)
    ).fetchone()
    return row is not None


def swap(old: Path, rebuilt: Path, word: str) -> Path:
    """Put `rebuilt` in the place of `old`, which is kept beside it as `word` says; returns where."""
    kept = set_aside(old, word)
    os.replace(rebuilt, old)  # noqa: PTH105 - the one call that replaces on every system
    return kept


def discard(kept: Path) -> None:
    """Remove a library that was set aside."""
    for ending in ("", *_BESIDE):
        kept.with_name(kept.name + ending).unlink(missing_ok=True)


def set_aside(old: Path, word: str = DAMAGED) -> Path:
    """Move a library out of its place, beside it, under its name with `word` behind; returns where to."""
    number = 1
    while (kept := old.with_name(f"{old.name}.{word}-{number}")).exists():
        number += 1
    with told(old):
        for ending in _BESIDE:
            beside = old.with_name(old.name + ending)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + ending))
    old.rename(kept)
    return kept
