"""What sources state differently: who could contradict whom, and the conflicts that were found."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.library.loading import load
from briefing.library.store import Row, Store
from briefing.library.taking import UNDATED
from briefing.model.findings import Conflict, Position
from briefing.model.passage import Excerpt
from briefing.model.source import Source

_APART = 7
"""Days between two sources from which on they do not speak of one event."""
_MEETING = 30
"""Most sources with one claim that a new one is held against: the latest."""
_RIVALS = 8
"""Most sources that a new one is compared with: those that share most claims with it."""
_BETWEEN = "day BETWEEN ? AND ?"
DISPUTED = (
    "EXISTS (SELECT 1 FROM position p JOIN position q ON q.conflict = p.conflict"
    " AND q.value <> p.value JOIN source o ON o.number = q.source AND o.state = 0"
    " WHERE p.source = s.number{})"
)
"""Whether `source s`, here or there, is contradicted by a source that is in use."""


def uncompared(store: Store, limit: int) -> list[tuple[int, str]]:
    """Number and id of the next `limit` sources that were not yet compared with the others."""
    return [
        (row[0], row[1])
        for row in store.rows(
            "SELECT number, id FROM source WHERE number > (SELECT done FROM compared)"
            " ORDER BY number LIMIT ?",
            (limit,),
        )
    ]


def last_sources(store: Store, upto: int, limit: int) -> list[str]:
    """Ids of the last `limit` sources up to the number `upto`, of whatever state."""
    rows = store.rows(
        "SELECT id FROM source WHERE number <= ? ORDER BY number DESC LIMIT ?", (upto, limit)
    )
    return [row[0] for row in rows]


def rivals(store: Store, number: int) -> list[str]:
    """Ids of the sources, come before `number`, that state otherwise what it states.

    However many there are, so many rows are read and no more: comparing costs the same in a
    large library as in a small one.
    """
    shared: Counter[int] = Counter()
    for key, day, value in store.rows(
        "SELECT key, day, value FROM claim WHERE source = ?", (number,)
    ):
        shared.update(set(_holders(store, key, day, value, number)))
    some = sorted(shared, key=lambda other: (-shared[other], -other))[:_RIVALS]
    marks = ",".join("?" * len(some))
    return [
        row[0]
        for row in store.rows(
            f"SELECT id FROM source WHERE number IN ({marks}) AND state = 0 ORDER BY number", some
        )
    ]


def _holders(store: Store, key: int, day: int, value: float, number: int) -> Iterator[int]:
    """The sources before `number` with the same claim and another value, the latest first."""
    if day == UNDATED:
        spans: list[tuple[int, int]] = [(UNDATED, 1 << 40)]
    else:
        spans = [(day - _APART, day + _APART), (UNDATED, UNDATED)]
    for span in spans:
        for row in store.rows(
            f"SELECT source, value FROM claim WHERE key = ? AND {_BETWEEN} AND source < ?"
            " ORDER BY day DESC, source DESC LIMIT ?",
            (key, *span, number, _MEETING),
        ):
            if row[1] != value:
                yield row[0]


def keep_conflicts(
    store: Store, upto: int, found: Sequence[tuple[Sequence[str], Sequence[Conflict]]]
) -> None:
    """Keep the conflicts `found` among each group of sources, in the place of what they had.

    From then on, all sources up to the number `upto` count as compared.
    """
    with store.writing() as connection:
        for ids, conflicts in found:
            numbers = _numbers(connection, ids)
            _forget_within(connection, set(numbers.values()))
            for conflict in conflicts:
                _insert(connection, conflict, numbers)
        connection.execute("UPDATE compared SET done = max(done, ?)", (upto,))


def _numbers(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    marks = ",".join("?" * len(ids))
    return dict(
        connection.execute(f"SELECT id, number FROM source WHERE id IN ({marks})", ids).fetchall()
    )


def _forget_within(connection: sqlite3.Connection, group: set[int]) -> None:
    """Take away the conflicts of which all sides are in `group`."""
    marks = ",".join(map(str, sorted(group)))
    rows = connection.execute(
        f"SELECT conflict, source FROM position WHERE conflict IN"
        f" (SELECT conflict FROM position WHERE source IN ({marks}))"
    ).fetchall()
    outside = {conflict for conflict, source in rows if source not in group}
    _delete(connection, {conflict for conflict, _ in rows} - outside)


def _delete(connection: sqlite3.Connection, conflicts: set[int]) -> None:
    for number in sorted(conflicts):
        connection.execute("DELETE FROM position WHERE conflict = ?", (number,))
        connection.execute("DELETE FROM conflict WHERE number = ?", (number,))


def _insert(connection: sqlite3.Connection, conflict: Conflict, numbers: dict[str, int]) -> None:
    made = connection.execute(
        "INSERT INTO conflict (about, because) VALUES (?, ?)",
        (conflict.about, "\n".join(conflict.because)),
    )
    places = [
        (position.value, excerpt.passage)
        for position in conflict.positions
        for excerpt in (position.excerpt, *position.also)
    ]
    connection.executemany(
        "INSERT INTO position VALUES (?, ?, ?, ?, ?, ?)",
        [
            (made.lastrowid, place, numbers[passage.source], passage.start, passage.end, value)
            for place, (value, passage) in enumerate(places, 1)
        ],
    )


def forget_differences(connection: sqlite3.Connection, number: int) -> None:
    """Forget what a source states and where it differs; it will be compared again."""
    rows = connection.execute("SELECT conflict FROM position WHERE source = ?", (number,))
    _delete(connection, {row[0] for row in rows.fetchall()})
    connection.execute("DELETE FROM claim WHERE source = ?", (number,))
    connection.execute("UPDATE compared SET done = min(done, ?)", (number - 1,))


def conflicts(store: Store, ids: Sequence[str] | None, limit: int) -> tuple[Conflict, ...]:
    """The conflicts among sources in use, the latest first; only those of `ids` if they are named.

    Raises:
        LibraryDamagedError: if a source is not what was put in.
    """
    narrowed, values = "1", list(ids or ())
    if ids is not None:
        narrowed = f"s.id IN ({','.join('?' * len(ids))})"
    rows = store.rows(
        "SELECT c.number, c.about, c.because FROM conflict c WHERE c.number IN (SELECT r.conflict"
        f" FROM position r JOIN source s ON s.number = r.source WHERE s.state = 0 AND {narrowed}"
        f" AND {DISPUTED.format(' AND p.conflict = r.conflict')}) ORDER BY c.number DESC LIMIT ?",
        (*values, limit),
    )
    sides = {row[0]: _sides(store, row[0]) for row in rows}
    wanted = {source_id for found in sides.values() for source_id, *_ in found}
    sources = {source.id: source for source in load(store, sorted(wanted))}
    return tuple(
        Conflict(about, _positions(sides[number], sources), tuple(because.split("\n")))
        for number, about, because in rows
    )


def _sides(store: Store, conflict: int) -> list[Row]:
    return store.rows(
        "SELECT s.id, p.start, p.stop, p.value FROM position p JOIN source s ON s.number = p.source"
        " WHERE p.conflict = ? AND s.state = 0 ORDER BY p.place",
        (conflict,),
    )


def _positions(sides: Sequence[Row], sources: dict[str, Source]) -> tuple[Position, ...]:
    by_value: dict[str, list[Excerpt]] = {}
    for source_id, start, stop, value in sides:
        by_value.setdefault(value, []).append(Excerpt.cut(sources[source_id], start, stop))
    return tuple(Position(value, first, tuple(more)) for value, (first, *more) in by_value.items())
