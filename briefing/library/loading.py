"""Gives kept sources back, each held to its digest before anybody sees it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from briefing.errors import LibraryDamagedError
from briefing.library.codec import digest, digest_bytes, inflate, unpack
from briefing.library.store import Row, Store
from briefing.library.taking import CURRENT
from briefing.model.findings import SourceFindings
from briefing.model.library import UNGRADED, Kept
from briefing.model.source import Source

KEPT = (
    "s.number, s.id, s.path, s.version, s.state, s.run, s.title, s.publisher, s.published,"
    " s.language, (SELECT value FROM decision WHERE desk = '' AND sort = 'grade' AND key = s.id)"
)
"""Columns of `kept_from`, with the table `source` named `s`."""
_CHUNK = 500
"""Values in one question."""


def kept_from(row: Row) -> Kept:
    """The listing of a source from the columns `KEPT`."""
    number, source_id, path, version, state, run, title, publisher, day, language, grade = row
    return Kept(
        number, source_id, path, version, state == CURRENT, run, title, publisher,
        date.fromisoformat(day) if day else None, language, _unquoted(grade) or UNGRADED,
    )  # fmt: skip


def _unquoted(value: str | None) -> str | None:
    """The text in a decision's JSON string."""
    return value[1:-1] if value else None


def kept(store: Store, ids: Sequence[str]) -> dict[str, Kept]:
    """The listings of the sources named, by id; unknown ids are left out."""
    rows = _chunked(store, f"SELECT {KEPT} FROM source s WHERE s.id IN ({{}})", ids)
    return {item.id: item for item in map(kept_from, rows)}


def undated(store: Store) -> tuple[Kept, ...]:
    """The sources in use whose date is unknown, in the order in which they came."""
    rows = store.rows(
        f"SELECT {KEPT} FROM source s WHERE s.state = ? AND s.published IS NULL ORDER BY s.number",
        (CURRENT,),
    )
    return tuple(map(kept_from, rows))


def load(store: Store, ids: Sequence[str]) -> tuple[Source, ...]:
    """The sources named, in that order, as they were read; unknown ids are left out.

    Raises:
        LibraryDamagedError: if what is kept of one is not what was put in.
    """
    rows = _chunked(
        store,
        "SELECT s.id, b.text, b.text_sha256, b.detail, b.detail_sha256"
        " FROM source s JOIN body b ON b.source = s.number WHERE s.id IN ({})",
        ids,
    )
    found = {row[0]: _checked(store, row) for row in rows}
    return tuple(found[source_id] for source_id in ids if source_id in found)


def _checked(store: Store, row: Row) -> Source:
    source_id, text, text_sha256, detail, detail_sha256 = row
    if digest(text) != text_sha256 or digest(detail) != detail_sha256:
        raise LibraryDamagedError(
            f"source {source_id} is not what was put into the library", where=store.path,
            remedy="Run `briefing library rebuild`; it reads the source anew from its original.",
        )  # fmt: skip
    return replace(unpack(Source, detail), text=text)


WITHIN = (
    "state = 0 AND (published IS NULL"
    " OR published BETWEEN coalesce(?, '0000') AND coalesce(?, '9999'))"
)
"""Sources in use between two days; those without a date are among them."""


def ids_of(store: Store, since: date | None = None, until: date | None = None) -> list[str]:
    """Ids of the sources in use between two days, in the order in which they came."""
    rows = store.rows(
        f"SELECT id FROM source WHERE {WITHIN} ORDER BY number", (iso(since), iso(until))
    )
    return [row[0] for row in rows]


def ids_at(store: Store, paths: Sequence[str]) -> list[str]:
    """Ids of the sources in use that came from the files at `paths`, in their order."""
    rows = _chunked(store, "SELECT number, id FROM source WHERE state = 0 AND path IN ({})", paths)
    return [source_id for _, source_id in sorted(rows)]


def iso(day: date | None) -> str | None:
    """A day as it is kept."""
    return day.isoformat() if day else None


def successors(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """Leads from former versions to the source in use that stands in the place of each."""
    rows = _chunked(
        store,
        "SELECT s.id, (SELECT n.id FROM source n WHERE n.path = s.path AND n.part = s.part"
        " AND n.state = 0 ORDER BY n.version DESC LIMIT 1)"
        " FROM source s WHERE s.state = 1 AND s.id IN ({})",
        ids,
    )
    return {before: after for before, after in rows if after is not None}


def resolve(store: Store, head: str) -> list[str]:
    """Ids of the sources whose id or digest begins with `head`, or whose path is `head`."""
    bare = head.rstrip("…").replace("\\", "").replace("%", "").replace("_", "")
    # Without the bodies where the indexes tell: to look through those takes a second in a large library.
    # A cross join takes the files first, of which few have the digest, and not the source of each.
    rows = store.rows(
        "SELECT number, id FROM source WHERE id >= ?1 AND id < ?1 || 'g'"
        " UNION SELECT number, id FROM source WHERE path = ?2"
        " UNION SELECT s.number, s.id FROM file f CROSS JOIN source s ON s.path = f.path"
        " JOIN body b ON b.source = s.number AND b.sha256 = f.sha256"
        " WHERE f.sha256 >= ?1 AND f.sha256 < ?1 || 'g' ORDER BY 1",
        (bare.lower(), head),
    ) or store.rows(
        "SELECT s.number, s.id FROM source s JOIN body b ON b.source = s.number"
        " WHERE b.sha256 LIKE ?1 ORDER BY s.number",
        (f"{bare}%",),
    )
    return [row[1] for row in rows]


def findings(store: Store, sources: Sequence[Source], program: str) -> dict[str, SourceFindings]:
    """The findings that this `program` made of `sources`, by id; those of others are left out."""
    rows = _chunked(
        store,
        "SELECT s.id, f.program, f.data, f.sha256 FROM source s"
        " JOIN finding f ON f.source = s.number WHERE s.id IN ({})",
        [source.id for source in sources],
    )
    # What was damaged is left out too: it is found anew from the text.
    return {
        row[0]: unpack(SourceFindings, row[2])
        for row in rows
        if row[1] == program and digest(row[2]) == row[3]
    }


def original(store: Store, sha256: str) -> bytes | None:
    """The bytes of a file as they were taken in, or `None`.

    Raises:
        LibraryDamagedError: if they are not what was put in.
    """
    row = store.row("SELECT packing, data, size FROM original WHERE sha256 = ?", (sha256,))
    return None if row is None else unpacked(store, sha256, *row)


def unpacked(store: Store, sha256: str, packing: str, data: bytes, size: int) -> bytes:
    """The bytes behind a row of `original`, held to their digest."""
    bare = inflate(data, size) if packing == "zlib" else data
    if bare is None or digest_bytes(bare) != sha256:
        raise LibraryDamagedError(
            f"the original {sha256[:12]}… is not what was put into the library",
            where=store.path, remedy="Import its file again.",
        )  # fmt: skip
    return bare


def _chunked(store: Store, question: str, values: Iterable[Any]) -> Iterator[Row]:
    """Rows of a question with a list in its place `{}`, asked in pieces."""
    every = list(values)
    for at in range(0, len(every), _CHUNK):
        part = every[at : at + _CHUNK]
        yield from store.rows(question.format(",".join("?" * len(part))), part)
