"""Looks through a whole library for what is not what was put in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefing.errors import LibraryDamagedError, LibraryError
from briefing.library.codec import UnreadableError, digest, unpack
from briefing.library.loading import unpacked
from briefing.library.store import Row, Store
from briefing.model.library import Damage, Edition
from briefing.model.source import Source

_MOST = 100
"""Faults of SQLite's own check that are told."""
_TOGETHER = 500


def check(store: Store, progress: Callable[[str, int, int], None]) -> Iterator[Damage]:
    """Every fault found, each with whether `rebuild` can mend it.

    SQLite's own checks see its structure only; every text, original, finding, decision and edition
    is held to its digest besides.
    """
    yield from _structure(store)
    with _any_bytes(store):
        yield from _contents(store, progress)
    yield from _indexes(store)


@contextmanager
def _any_bytes(store: Store) -> Iterator[None]:
    """Texts that are no longer UTF-8 are read too: their digests tell that they were changed."""
    store.connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        yield
    finally:
        store.connection.text_factory = str


def _contents(store: Store, progress: Callable[[str, int, int], None]) -> Iterator[Damage]:
    sound = set()
    for row in _through(store, "original", "sha256, packing, data, size", progress):
        try:
            unpacked(store, *row)
            sound.add(row[0])
        except LibraryDamagedError as error:
            yield Damage(error.what, f"original {row[0][:12]}…", mendable=False)
    for row in _through(store, "body", _BODY, progress):
        yield from _body(row, sound)
    for table, columns in _DIGESTED.items():
        for name, text, sha256 in _through(store, table, columns, progress):
            if digest(text) != sha256:
                yield Damage("is not what was put in", f"{table} {name}", table == "finding")
    yield from _editions(store, progress)


_BODY = (
    "(SELECT id FROM source WHERE number = body.source), sha256, text, text_sha256, detail,"
    " detail_sha256"
)
_DIGESTED = {
    "finding": "source, data, sha256",
    "decision": "sort || ' ' || key, value, sha256",
    "act": "number, changes, sha256",
}


def _structure(store: Store) -> Iterator[Damage]:
    try:
        found = store.patient_rows(f"PRAGMA integrity_check({_MOST})")
        found += store.patient_rows("PRAGMA foreign_key_check")
    except LibraryError as error:
        yield Damage(error.what, "structure", mendable=True)
        return
    for row in found:
        if row[0] != "ok":
            yield Damage(" ".join(map(str, row)), "structure", mendable=True)


def _through(
    store: Store, table: str, columns: str, progress: Callable[[str, int, int], None]
) -> Iterator[Row]:
    """Rows of a table one after the other; where it cannot be read further, it ends.

    The structure's own check has told of that already.
    """
    try:
        total = store.value(f"SELECT count(*) FROM {table}")
        for number, row in enumerate(store.each(f"SELECT {columns} FROM {table}")):
            if number % _TOGETHER == 0:
                progress(f"Checking {table}", number, total)
            yield row
    except LibraryError:
        return


def _body(row: Row, sound: set[str]) -> Iterator[Damage]:
    source_id, sha256, text, text_sha256, detail, detail_sha256 = row
    if digest(text) != text_sha256:
        yield Damage("the text is not what was put in", f"source {source_id}", sha256 in sound)
        return
    try:
        whole = digest(detail) == detail_sha256 and unpack(Source, detail).id == source_id
    except UnreadableError:
        whole = False
    if not whole:
        yield Damage("its description is not what was put in", f"source {source_id}", True)  # noqa: FBT003 - mendable


def _editions(store: Store, progress: Callable[[str, int, int], None]) -> Iterator[Damage]:
    for number, data, sha256 in _through(store, "edition", "number, data, sha256", progress):
        where = f"edition {number}"
        if digest(data) != sha256:
            yield Damage("is not what was issued", where, mendable=False)
            continue
        said = unpack(Edition, data).excerpts
        rows = store.rows(
            "SELECT place, source, start, stop FROM quoted WHERE edition = ? ORDER BY place",
            (number,),
        )
        if rows != [(item.place, item.source, item.start, item.end) for item in said]:
            yield Damage("the list of its places is not what was issued", where, mendable=True)


def _indexes(store: Store) -> Iterator[Damage]:
    """Whether the search knows every source and every excerpt that leads."""
    try:
        counts = {
            "word": ("SELECT count(*) FROM source", "SELECT count(*) FROM word_docsize"),
            "phrase": (
                "SELECT count(DISTINCT excerpt) FROM score WHERE lead = 1",
                "SELECT count(*) FROM phrase_docsize",
            ),
        }
        for table, (there, indexed) in counts.items():
            if store.value(there) != store.value(indexed):
                yield Damage("the search index does not hold all", table, mendable=True)
        if store.writable:
            for table in counts:
                with store.writing() as connection:
                    connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    except LibraryError as error:
        yield Damage(error.what, "search index", mendable=True)
