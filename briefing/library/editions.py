"""Editions: what was delivered, word for word; written once and never altered."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.errors import LibraryDamagedError, UsageError
from briefing.library.codec import digest, pack, unpack
from briefing.library.store import Row, Store
from briefing.model.library import Edition


def issue(store: Store, edition: Edition) -> Edition:
    """Keep `edition` as the next issue of its series; returns it with its numbers."""
    with store.writing() as connection:
        (last,) = connection.execute(
            "SELECT coalesce(max(issue), 0) FROM edition WHERE series = ?", (edition.series,)
        ).fetchone()
        (run,) = connection.execute("SELECT coalesce(max(number), 0) FROM run").fetchone()
        edition = replace(edition, issue=last + 1, run=run, number=0)
        data = pack(edition)
        number = connection.execute(
            "INSERT INTO edition (series, issue, date, run, sha256, data) VALUES (?,?,?,?,?,?)",
            (edition.series, edition.issue, edition.date.isoformat(), run, digest(data), data),
        ).lastrowid
        connection.executemany(
            "INSERT INTO quoted VALUES (?,?,?,?,?)",
            [(number, said.place, said.source, said.start, said.end) for said in edition.excerpts],
        )
    return replace(edition, number=number or 0)


def editions(store: Store, series: str | None = None) -> tuple[Edition, ...]:
    """The editions of one series or of all, in the order in which they were issued."""
    rows = store.rows(
        "SELECT number, sha256, data FROM edition WHERE ?1 IS NULL OR series = ?1 ORDER BY number",
        (series,),
    )
    return tuple(_edition(store, row) for row in rows)


def edition(store: Store, number: int) -> Edition:
    """The edition of that number.

    Raises:
        UsageError: if there is none.
        LibraryDamagedError: if it is not what was issued.
    """
    row = store.row("SELECT number, sha256, data FROM edition WHERE number = ?", (number,))
    if row is None:
        raise UsageError(
            f"there is no edition {number}", where=store.path,
            remedy="`briefing library editions` lists them.",
        )  # fmt: skip
    return _edition(store, row)


def latest(store: Store, series: str) -> Edition | None:
    """The last edition of a series."""
    row = store.row(
        "SELECT number, sha256, data FROM edition WHERE series = ? ORDER BY issue DESC LIMIT 1",
        (series,),
    )
    return None if row is None else _edition(store, row)


def quoting(store: Store, ids: Sequence[str]) -> tuple[Edition, ...]:
    """The editions that quote one of the sources."""
    some = ",".join("?" * len(ids))
    rows = store.rows(
        "SELECT number, sha256, data FROM edition WHERE number IN"
        f" (SELECT edition FROM quoted WHERE source IN ({some})) ORDER BY number",
        ids,
    )
    return tuple(_edition(store, row) for row in rows)


def _edition(store: Store, row: Row) -> Edition:
    number, sha256, data = row
    if digest(data) != sha256:
        raise LibraryDamagedError(
            f"edition {number} is not what was issued", where=store.path,
            remedy="Its files may still prove it: `briefing verify FILE`.",
        )  # fmt: skip
    return replace(unpack(Edition, data), number=number)
