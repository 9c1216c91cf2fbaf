"""Themes and what they found: scores kept at import, and made anew when theme or program changed."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from briefing.library.differing import forget_differences
from briefing.library.repeating import key_of
from briefing.library.store import Store
from briefing.library.taking import Batch, add_findings, open_batch, write
from briefing.model.library import Examined


def register(store: Store, themes: Sequence[tuple[str, str, str]]) -> None:
    """Make `themes` known, each as `(id, title, fingerprint)`; a changed one is scored anew."""
    known = {row[0]: row[1:] for row in store.rows("SELECT id, title, fingerprint FROM theme")}
    if all(known.get(name) == (title, fingerprint) for name, title, fingerprint in themes):
        return
    with store.writing() as connection:
        for name, title, fingerprint in themes:
            _register(connection, name, title, fingerprint)


def _register(connection: sqlite3.Connection, name: str, title: str, fingerprint: str) -> None:
    row = connection.execute(
        "SELECT number, fingerprint FROM theme WHERE id = ?", (name,)
    ).fetchone()
    if row is None:
        (sources,) = connection.execute("SELECT count(*) FROM source").fetchone()
        connection.execute(
            "INSERT INTO theme (id, title, fingerprint, done) VALUES (?, ?, ?, ?)",
            (name, title, fingerprint, 0 if not sources else -1),
        )
    elif row[1] != fingerprint:
        connection.execute("DELETE FROM score WHERE theme = ?", (row[0],))
        connection.execute(
            "UPDATE theme SET title = ?, fingerprint = ?, done = -1 WHERE number = ?",
            (title, fingerprint, row[0]),
        )
    else:
        connection.execute("UPDATE theme SET title = ? WHERE number = ?", (title, row[0]))


def total(store: Store) -> int:
    """How many sources there are, of whatever state."""
    return int(store.value("SELECT count(*) FROM source"))


def completed(store: Store, scored: Mapping[str, str]) -> None:
    """Note that every source has been rated by the themes in `scored` (id to fingerprint)."""
    rows = store.rows(
        "SELECT id, fingerprint FROM theme WHERE done < (SELECT max(number) FROM source)"
    )
    if not any(scored.get(name) == fingerprint for name, fingerprint in rows):
        return
    with store.writing() as connection:
        connection.executemany(
            "UPDATE theme SET done = (SELECT coalesce(max(number), 0) FROM source)"
            " WHERE (id, fingerprint) = (?, ?)",
            list(scored.items()),
        )


def stale(store: Store, program: str, limit: int) -> tuple[str, ...]:
    """Ids of up to `limit` sources that another version of the program analysed."""
    rows = store.rows(
        "SELECT source.id FROM finding JOIN source ON number = finding.source"
        " WHERE program < ?1 OR program > ?1 LIMIT ?2",
        (program, limit),
    )
    return tuple(row[0] for row in rows)


def unrated(store: Store, theme: str, limit: int) -> tuple[str, ...]:
    """Ids of the next `limit` sources that `theme` has not been tried on."""
    rows = store.rows(
        "SELECT source.id FROM source JOIN theme ON theme.id = ? WHERE source.number > theme.done"
        " ORDER BY source.number LIMIT ?",
        (theme, limit),
    )
    return tuple(row[0] for row in rows)


def renew(
    store: Store, examined: Sequence[Examined], program: str, scored: Mapping[str, str]
) -> None:
    """Put new findings and scores in the place of the old ones of each source in `examined`."""
    with store.writing() as connection:
        batch = open_batch(connection, scored)
        for item in examined:
            (number,) = connection.execute(
                "SELECT number FROM source WHERE id = ?", (item.source.id,)
            ).fetchone()
            _forget(connection, number, item.source.text)
            forget_differences(connection, number)
            add_findings(batch, number, item, program)
            write(connection, batch)


def rate(store: Store, theme: str, examined: Sequence[Examined], scored: Mapping[str, str]) -> None:
    """Add the scores of one theme for sources that it had not been tried on, in their order."""
    with store.writing() as connection:
        batch = open_batch(connection, scored)
        last = -1
        for item in examined:
            (last,) = connection.execute(
                "SELECT number FROM source WHERE id = ?", (item.source.id,)
            ).fetchone()
            _add_scores(connection, batch, last, item)
        if theme in batch.themes:
            connection.execute(
                "UPDATE theme SET done = ? WHERE number = ?", (last, batch.themes[theme])
            )


def _add_scores(connection: sqlite3.Connection, batch: Batch, number: int, item: Examined) -> None:
    for rated in item.rated:
        place = (number, rated.start, rated.end)
        row = connection.execute(
            "SELECT number, EXISTS (SELECT 1 FROM score WHERE excerpt = number AND lead = 1)"
            " FROM excerpt WHERE (source, start, stop) = (?, ?, ?)",
            place,
        ).fetchone()
        if row is None:
            batch.excerpt += 1
            row = (batch.excerpt, 0)
            connection.execute(
                "INSERT INTO excerpt VALUES (?,?,?,?,?)", (batch.excerpt, *place, rated.speaker)
            )
        excerpt, indexed = row
        if rated.lead and not indexed:
            connection.execute(
                "INSERT INTO phrase (rowid, text) VALUES (?, ?)",
                (excerpt, item.source.text[rated.start : rated.end]),
            )
            if (key := key_of(item.source.text[rated.start : rated.end])) is not None:
                connection.execute("INSERT OR REPLACE INTO same VALUES (?, ?)", (key, excerpt))
        because = json.dumps(rated.because, ensure_ascii=False)
        connection.execute(
            "INSERT OR REPLACE INTO score VALUES (?,?,?,?,?)",
            (excerpt, batch.themes[rated.theme], rated.value, int(rated.lead), because),
        )


def _forget(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Take away the findings and scores of a source, its excerpts' words in the index too."""
    leads = connection.execute(
        "SELECT DISTINCT number, start, stop FROM excerpt JOIN score ON excerpt = number"
        " WHERE source = ? AND lead = 1",
        (number,),
    ).fetchall()
    connection.executemany(
        "INSERT INTO phrase (phrase, rowid, text) VALUES ('delete', ?, ?)",
        [(excerpt, text[start:stop]) for excerpt, start, stop in leads],
    )
    same = ((key_of(text[start:stop]), excerpt) for excerpt, start, stop in leads)
    connection.executemany("DELETE FROM same WHERE (words, excerpt) = (?, ?)", same)
    for statement in (
        "DELETE FROM score WHERE excerpt IN (SELECT number FROM excerpt WHERE source = ?)",
        "DELETE FROM excerpt WHERE source = ?",
        "DELETE FROM voice WHERE source = ?",
        "DELETE FROM finding WHERE source = ?",
    ):
        connection.execute(statement, (number,))
