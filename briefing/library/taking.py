"""Takes files in: originals by digest, a source for each article, a new version where one changed.

What was stored before is never altered, so that an edition's places go on holding its words.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.library.codec import digest, pack, pack_with_digest
from briefing.library.faults import told
from briefing.library.repeating import key_of
from briefing.library.store import Store
from briefing.model.library import Examined, Imported, Outcome, Taken
from briefing.model.source import Kind, Source
from briefing.uncollected import uncollected

CURRENT, REPLACED, REMOVED = 0, 1, 2
"""States of a source: as its file is now, a former version, put away by the analyst."""
UNDATED = 0
"""Stands for the day of a source without one."""
_WORTH_PACKING = 4096
"""Bytes from which an original is compressed."""
_LEVEL = 1
_CHUNK = 500
"""Values in one question."""
_KEEP_ORIGINAL = "INSERT OR IGNORE INTO original VALUES (?, ?, ?, ?)"


class Batch(Struct):
    """Rows that wait to be written together; numbers are given out as they are collected."""

    source: int
    excerpt: int
    themes: dict[str, int]
    originals: list[tuple[object, ...]] = field(default_factory=list)
    files: list[tuple[object, ...]] = field(default_factory=list)
    sources: list[tuple[object, ...]] = field(default_factory=list)
    bodies: list[tuple[object, ...]] = field(default_factory=list)
    words: list[tuple[object, ...]] = field(default_factory=list)
    findings: list[tuple[object, ...]] = field(default_factory=list)
    voices: list[tuple[object, ...]] = field(default_factory=list)
    excerpts: list[tuple[object, ...]] = field(default_factory=list)
    same: list[tuple[int, int]] = field(default_factory=list)
    scores: list[tuple[object, ...]] = field(default_factory=list)
    phrases: list[tuple[object, ...]] = field(default_factory=list)
    claims: list[tuple[object, ...]] = field(default_factory=list)


def begin_run(store: Store, began: str) -> int:
    """Number of a new import; what it brings bears this number."""
    with store.writing() as connection:
        made = connection.execute("INSERT INTO run (began) VALUES (?)", (began,))
        return int(made.lastrowid or 0)


def unchanged(store: Store, digests: Iterable[tuple[str, str]], reader: str) -> set[str]:
    """Those paths of `(path, sha256)` that were taken in with these bytes before.

    Refused files are looked at again when the program that read them (`reader`) was another.
    """
    known = set()
    for path, sha256 in digests:
        row = store.row("SELECT sha256, outcome, reader FROM file WHERE path = ?", (path,))
        if row and row[0] == sha256 and (row[1] != Outcome.REFUSED or row[2] == reader):
            known.add(path)
    return known


def take(
    store: Store,
    files: Sequence[Taken],
    run: int,
    reader: str,
    program: str,
    scored: Mapping[str, str],
) -> tuple[Imported, ...]:
    """Keep `files` in one transaction; once this returns, they are on the disk.

    `reader` and `program` name the versions of what read and what analysed them, `scored` the
    themes by which they were rated, with their fingerprints.

    Raises:
        LibraryError: if they cannot be kept; then none of them is.
    """
    # Rows hold no cycles: looking for some among the thousands that wait is a tenth of the cost.
    with _unlinked(store), store.writing() as connection, uncollected():
        batch = open_batch(connection, scored)
        first = batch.source
        seen = _Seen(
            _among(connection, "id", [item.source.id for file in files for item in file.sources]),
            _among(connection, "path", [file.path for file in files]),
        )
        outcomes = [_put(connection, batch, seen, file, run, (reader, program)) for file in files]
        write(connection, batch)
        connection.executemany(
            "UPDATE theme SET done = ? WHERE number = ? AND done = ?",
            [(batch.source, number, first) for number in batch.themes.values()],
        )
    return tuple(outcomes)


@contextmanager
def _unlinked(store: Store) -> Iterator[None]:
    """No row is looked up again to see that another may name it: a batch gives out its own numbers.

    `briefing library check` looks at all these links.
    """
    with told(store.path):
        store.connection.execute("PRAGMA foreign_keys = OFF")
        try:
            yield
        finally:
            store.connection.execute("PRAGMA foreign_keys = ON")


class _Seen(Struct, frozen=True):
    """Ids and paths of sources that are known already, of the batch or from before."""

    ids: set[str]
    paths: set[str]

    def meet(self, file: Taken) -> bool:
        """Whether `file` is new through and through; from now on it is known."""
        ids = {item.source.id for item in file.sources}
        fresh = (
            file.path not in self.paths
            and len(ids) == len(file.sources)
            and self.ids.isdisjoint(ids)
        )
        self.ids.update(ids)
        self.paths.add(file.path)
        return fresh


def _among(connection: sqlite3.Connection, column: str, values: Sequence[str]) -> set[str]:
    """Those of `values` that a source has in `column`."""
    found: set[str] = set()
    for at in range(0, len(values), _CHUNK):
        part = values[at : at + _CHUNK]
        marks = ",".join("?" * len(part))
        rows = connection.execute(f"SELECT {column} FROM source WHERE {column} IN ({marks})", part)
        found.update(row[0] for row in rows)
    return found


def _put(
    connection: sqlite3.Connection, batch: Batch, seen: _Seen, file: Taken, run: int,
    versions: tuple[str, str],
) -> Imported:  # fmt: skip
    """Collect a new file's rows; one that meets what is kept is told apart row by row."""
    reader, program = versions
    if file.refusal is not None:
        told = Imported(file.path, Outcome.REFUSED, told=file.refusal)
    elif seen.meet(file):
        batch.originals.append(_original(file.sha256, file.data))
        for part, item in enumerate(file.sources):
            add(batch, item, file.path, part, 1, run, program)
        told = Imported(file.path, Outcome.NEW, tuple(item.source.id for item in file.sources))
    else:
        write(connection, batch)
        told = _take(connection, batch, file, run, program)
    batch.files.append((file.path, file.sha256, told.outcome, told.told, reader, run))
    return told


def open_batch(connection: sqlite3.Connection, scored: Mapping[str, str]) -> Batch:
    """An empty batch that knows the last numbers given out and the themes in `scored`."""
    themes = connection.execute("SELECT id, fingerprint, number FROM theme")
    return Batch(
        _last(connection, "source"),
        _last(connection, "excerpt"),
        {name: number for name, fingerprint, number in themes if scored.get(name) == fingerprint},
    )


def _last(connection: sqlite3.Connection, table: str) -> int:
    (number,) = connection.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()
    return int(number)


def _take(
    connection: sqlite3.Connection, batch: Batch, file: Taken, run: int, program: str
) -> Imported:
    keep_original(connection, file.sha256, file.data)
    # A digest of messages may hold one twice: it is one source.
    sources = {item.source.id: item for item in file.sources}
    ids = tuple(sources)
    known = {
        row[0]: row[1:]
        for source_id in ids
        for row in connection.execute(
            "SELECT id, number, path, state FROM source WHERE id = ?", (source_id,)
        )
    }
    former = _former(connection, file.path, ids)
    for part, item in enumerate(sources.values()):
        if item.source.id in known:
            number, _, state = known[item.source.id]
            _return(connection, number, state, file.path)
        else:
            add(batch, item, file.path, part, _version(connection, file.path, part), run, program)
    for number, sha256 in former:
        _retire(connection, number, sha256, file.path)
    twins = [path for _, path, _ in known.values() if path != file.path]
    if twins and len(twins) == len(ids):
        return Imported(file.path, Outcome.TWIN, ids, f"the same file as {twins[0]}; kept once")
    again = len(known) == len(ids) and not former
    outcome = Outcome.SAME if again else Outcome.CHANGED if former else Outcome.NEW
    return Imported(file.path, outcome, ids)


def keep_original(connection: sqlite3.Connection, sha256: str, data: bytes) -> None:
    """Keep the bytes of a file, once."""
    connection.execute(_KEEP_ORIGINAL, _original(sha256, data))


def _original(sha256: str, data: bytes) -> tuple[object, ...]:
    if len(data) < _WORTH_PACKING:
        return sha256, len(data), "plain", data
    return sha256, len(data), "zlib", zlib.compress(data, _LEVEL)


def _former(connection: sqlite3.Connection, path: str, ids: Sequence[str]) -> list[tuple[int, str]]:
    """Numbers and digests of the sources that the file at `path` held and holds no longer."""
    rows = connection.execute(
        "SELECT number, id, sha256 FROM source JOIN body ON body.source = number"
        " WHERE path = ? AND state <> ?",
        (path, REPLACED),
    )
    return [(number, sha256) for number, source_id, sha256 in rows if source_id not in ids]


def _version(connection: sqlite3.Connection, path: str, part: int) -> int:
    (version,) = connection.execute(
        "SELECT coalesce(max(version), 0) FROM source WHERE path = ? AND part = ?", (path, part)
    ).fetchone()
    return int(version) + 1


def _return(connection: sqlite3.Connection, number: int, state: int, now: str) -> None:
    """A source that is known already: a former version that has come back is current again."""
    if state == REPLACED:
        connection.execute(
            "UPDATE source SET state = ?, path = ? WHERE number = ?", (CURRENT, now, number)
        )


def _retire(connection: sqlite3.Connection, number: int, sha256: str, path: str) -> None:
    """Make a source a former version, unless another file still holds the same bytes."""
    other = connection.execute(
        "SELECT path FROM file WHERE sha256 = ? AND path <> ? AND outcome <> 'new'", (sha256, path)
    ).fetchone()
    if other:
        connection.execute("UPDATE source SET path = ? WHERE number = ?", (*other, number))
    else:
        connection.execute("UPDATE source SET state = ? WHERE number = ?", (REPLACED, number))


def add(
    batch: Batch, item: Examined, path: str, part: int, version: int, run: int, program: str
) -> None:
    """Collect the rows of a source that is new."""
    source = item.source
    batch.source += 1
    number = batch.source
    published = source.published.isoformat() if source.published else None
    batch.sources.append(
        (number, source.id, path, part, version, CURRENT, run, source.title, source.publisher,
         published, source.language)
    )  # fmt: skip
    detail = pack_with_digest(replace(source, text=""))
    batch.bodies.append((number, source.sha256, digest(source.text), source.text, *detail))
    batch.words.append((number, source.title or "", searched_text(source)))
    add_findings(batch, number, item, program)


def add_findings(batch: Batch, number: int, item: Examined, program: str) -> None:
    """Collect what was found in the source `number`."""
    batch.findings.append((number, program, *pack_with_digest(item.findings)))
    speakers = {said.speaker for said in item.findings.attributions if said.speaker}
    batch.voices.extend((name, number) for name in speakers)
    day = item.source.published.toordinal() if item.source.published else UNDATED
    batch.claims.extend((key, day, number, value) for key, value in item.claims)
    if item.rated:
        _add_rated(batch, number, item)


def _add_rated(batch: Batch, number: int, item: Examined) -> None:
    numbers: dict[tuple[int, int], int] = {}
    leads: set[tuple[int, int]] = set()
    for rated in item.rated:
        place = (rated.start, rated.end)
        if place not in numbers:
            batch.excerpt += 1
            numbers[place] = batch.excerpt
            batch.excerpts.append((batch.excerpt, number, *place, rated.speaker))
        if rated.theme in batch.themes:
            batch.scores.append(
                (numbers[place], batch.themes[rated.theme], rated.value, int(rated.lead),
                 pack(rated.because))
            )  # fmt: skip
            if rated.lead:
                leads.add(place)
    text = item.source.text
    for place in sorted(leads):
        said, excerpt = text[slice(*place)], numbers[place]
        batch.phrases.append((excerpt, said))
        if (key := key_of(said)) is not None:
            batch.same.append((key, excerpt))


def searched_text(source: Source) -> str:
    """The words by which a source is found: its body, or all of it where none was told apart."""
    text = source.text
    body = [text[part.start : part.end] for part in source.segments if part.kind is Kind.BODY]
    return "\n".join(body) if body else text


def write(connection: sqlite3.Connection, batch: Batch) -> None:
    """Write what was collected and forget it.

    The words come last: a statement that may have to be taken back makes the index of words write
    down all it has gathered, and one small piece of index a file is what costs.
    """
    for rows in (batch.originals, batch.voices, batch.claims, batch.same):
        # In the order of their keys: each page of their trees is come by once.
        rows.sort()
    for statement, rows in (
        (_KEEP_ORIGINAL, batch.originals),
        ("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)", batch.files),
        ("INSERT INTO source VALUES (?,?,?,?,?,?,?,?,?,?,?)", batch.sources),
        ("INSERT INTO body VALUES (?,?,?,?,?,?)", batch.bodies),
        ("INSERT INTO finding VALUES (?,?,?,?)", batch.findings),
        ("INSERT INTO voice VALUES (?,?)", batch.voices),
        ("INSERT INTO excerpt VALUES (?,?,?,?,?)", batch.excerpts),
        ("INSERT INTO score VALUES (?,?,?,?,?)", batch.scores),
        ("INSERT OR REPLACE INTO same VALUES (?,?)", batch.same),
        ("INSERT INTO claim VALUES (?,?,?,?)", batch.claims),
        ("INSERT INTO word (rowid, title, text) VALUES (?,?,?)", batch.words),
        ("INSERT INTO phrase (rowid, text) VALUES (?,?)", batch.phrases),
    ):
        if rows:
            connection.executemany(statement, rows)
            rows.clear()
