"""Answers searches: sources by their words, excerpts by theme, counts by facet."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

import msgspec
from msgspec.structs import replace

from briefing.library.differing import DISPUTED
from briefing.library.loading import KEPT, WITHIN, iso, kept_from, load
from briefing.library.marking import mark
from briefing.library.narrowing import (
    NOT_FORMER,
    Conditions,
    of_excerpts,
    of_scores,
    of_whole_sources,
)
from briefing.library.query import Query
from briefing.library.store import Row, Store
from briefing.library.taking import CURRENT, REMOVED
from briefing.model.library import Card, Facet, Hit, Imported, Outcome, Results, ThemeScore
from briefing.model.passage import Passage

_RANKED = 5000
"""Most sources that are weighed against one another; where more answer, the newest come first."""
_FINENESS = 1_000_000_000
"""Scores that differ by less than its inverse are equal."""
_NUMBERS = msgspec.json.Decoder(list[int])
_MOST_VALUES = 200
"""Values shown of one facet."""


def search(store: Store, query: Query, seen: int, limit: int, offset: int = 0) -> Results:
    """The sources that answer `query`, best first, and the newest first where there are too many.

    `seen` is the last import that is no longer new.
    """
    wanted = query.expression()
    where = of_whole_sources(query, seen)
    table = "source s"
    if wanted is not None:
        table = "word CROSS JOIN source s ON s.number = word.rowid"
        where.add("word MATCH ?", wanted)
    total = store.value(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {where} LIMIT ?)",
        (*where.values, _RANKED + 1),
    )
    by_rank = wanted is not None and total <= _RANKED
    order = "bm25(word, 4.0, 1.0), s.number DESC" if by_rank else _newest(wanted)
    rows = store.rows(
        f"SELECT {KEPT} FROM {table} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        (*where.values, limit, offset),
    )
    return Results(_hits(store, rows, query), min(total, _RANKED), total > _RANKED, by_rank)


def _newest(wanted: str | None) -> str:
    return "s.number DESC" if wanted is None else "word.rowid DESC"


def _hits(store: Store, rows: Sequence[Row], query: Query) -> tuple[Hit, ...]:
    listed = [kept_from(row) for row in rows]
    sources = {source.id: source for source in load(store, [item.id for item in listed])}
    return tuple(
        Hit(item, *mark(sources[item.id], query.terms)) for item in listed if item.id in sources
    )


def best(
    store: Store, themes: Mapping[str, float], query: Query, seen: int, limit: int
) -> Sequence[int]:
    """Numbers of the excerpts that answer best to `themes` and to `query`, best first.

    `themes` have what each counts for, which the values of its excerpts are multiplied by.

    An excerpt that answers to several themes counts by its best. All come in one row: between two
    rows another thread may take its turn, and 50,000 turns made a twentieth of a second two.
    """
    names = tuple(dict.fromkeys((*themes, *query.themes)))
    weights = {
        number: -_FINENESS * themes.get(name, 1.0) for number, name in _theme_numbers(store, names)
    }
    former = bool(store.value("SELECT EXISTS (SELECT 1 FROM source WHERE state > ?)", (CURRENT,)))
    joined, where = of_scores(query, seen, former=former)
    if query.expression() is None:
        parts = [_of_theme(store, *one, joined, where, limit) for one in weights.items()]
    else:
        parts = [_of_words(store, weights, joined, where)] if weights else []
    filled = [part for part in parts if part]
    found = sorted(chain.from_iterable(filled))
    numbers = [number for _, number in found]
    if len(filled) > 1 or query.expression() is not None:
        numbers = list(dict.fromkeys(numbers))
    return array("q", numbers[:limit])


def _of_theme(
    store: Store, theme: int, weight: float, joined: str, where: Conditions, limit: int
) -> list[tuple[int, int]]:
    """What answers to one theme, in the order in which an index keeps it."""
    (answers,) = store.rows(
        "SELECT json_group_array(key), json_group_array(excerpt) FROM ("
        "SELECT CAST(round(c.value * ?) AS INTEGER) AS key, c.excerpt AS excerpt"
        f" FROM {joined} WHERE c.theme = ? AND c.lead = 1 AND {where}"
        " ORDER BY c.value DESC, c.excerpt LIMIT ?)",
        (weight, theme, *where.values, limit),
    )
    return list(zip(*map(_NUMBERS.decode, answers), strict=True))


def _of_words(
    store: Store, weights: Mapping[int, float], joined: str, where: Conditions
) -> list[tuple[int, int]]:
    """What has the words: each excerpt is looked at once for all themes, whose index is of no use."""
    chosen = " ".join("WHEN ? THEN ?" for _ in weights)
    (answers,) = store.rows(
        "SELECT json_group_array(key), json_group_array(excerpt) FROM ("
        f"SELECT CAST(round(c.value * CASE c.theme {chosen} END) AS INTEGER) AS key,"
        f" c.excerpt AS excerpt FROM {joined}"
        f" WHERE +c.theme IN ({','.join('?' * len(weights))}) AND c.lead = 1 AND {where})",
        (*(value for one in weights.items() for value in one), *weights, *where.values),
    )
    return list(zip(*map(_NUMBERS.decode, answers), strict=True))


def _theme_numbers(store: Store, names: Sequence[str]) -> list[tuple[int, str]]:
    marks = ",".join("?" * len(names))
    rows = store.rows(f"SELECT number, id FROM theme WHERE id IN ({marks}) ORDER BY number", names)
    return [(number, name) for number, name in rows]


def cards(store: Store, numbers: Sequence[int], seen: int) -> tuple[Card, ...]:
    """The excerpts of those numbers, in that order; numbers that are no more are left out."""
    some = ",".join("?" * len(numbers))
    rows = store.rows(
        "SELECT x.number, x.start, x.stop, x.speaker,"
        f" {DISPUTED.format(' AND p.start < x.stop AND x.start < p.stop')},"
        f" {KEPT} FROM excerpt x JOIN source s ON s.number = x.source WHERE x.number IN ({some})",
        numbers,
    )
    scores: dict[int, list[ThemeScore]] = {}
    for number, theme, value, because in store.rows(
        "SELECT c.excerpt, t.id, c.value, c.because FROM score c JOIN theme t"
        f" ON t.number = c.theme WHERE c.excerpt IN ({some}) ORDER BY c.value DESC",
        numbers,
    ):
        scores.setdefault(number, []).append(ThemeScore(theme, value, tuple(json.loads(because))))
    listed = {row[0]: (row, kept_from(row[5:])) for row in rows}
    texts = {item.id: item.text for item in load(store, [kept.id for _, kept in listed.values()])}
    found = {
        number: Card(
            number, Passage(kept.id, row[1], row[2]), texts[kept.id][row[1] : row[2]],
            tuple(scores.get(number, ())), row[3], kept, bool(row[4]), kept.run > seen,
        )
        for number, (row, kept) in listed.items()
    }  # fmt: skip
    return tuple(found[number] for number in numbers if number in found)


def numbers(store: Store, places: Iterable[Passage]) -> frozenset[int]:
    """Numbers of the excerpts at `places`; those that are none are left out."""
    found = [
        store.row(
            "SELECT x.number FROM excerpt x JOIN source s ON s.number = x.source"
            " WHERE s.id = ? AND x.start = ? AND x.stop = ?",
            (place.source, place.start, place.end),
        )
        for place in places
    ]
    return frozenset(row[0] for row in found if row)


def passages(store: Store, source_id: str) -> tuple[Passage, ...]:
    """Where the excerpts of a source stand that answer best to some theme, from its beginning."""
    rows = store.rows(
        "SELECT DISTINCT x.start, x.stop FROM excerpt x JOIN source s ON s.number = x.source"
        " JOIN score c ON c.excerpt = x.number AND c.lead = 1 WHERE s.id = ? ORDER BY 1, 2",
        (source_id,),
    )
    return tuple(Passage(source_id, start, stop) for start, stop in rows)


def tallies(store: Store) -> dict[int, int]:
    """How many excerpts of each source answer to a theme, by the source's number."""
    rows = store.rows(
        "SELECT source, count(*) FROM excerpt WHERE number IN"
        " (SELECT excerpt FROM score WHERE lead = 1) GROUP BY source"
    )
    return dict(rows)


def facets(store: Store, query: Query, seen: int, *, listed: bool = False) -> tuple[Facet, ...]:
    """How many sources (for themes: excerpts) have each value, among those that answer `query`.

    A facet's own filter is left out of its counts, so that its other values can be chosen too. Where
    excerpts are `listed`, only those who speak in one are named: to choose another would list nothing.
    """
    return (
        *_counted(store, "publisher", "s.publisher", replace(query, publishers=()), seen),
        *_counted(store, "language", "s.language", replace(query, languages=()), seen),
        *_counted(store, "year", "substr(s.published, 1, 4)", query, seen),
        *_speakers(store, replace(query, speakers=()), seen, listed=listed),
        *_themes(store, replace(query, themes=()), seen),
        *_states(store, replace(query, states=()), seen),
    )


def _counted(store: Store, sort: str, column: str, query: Query, seen: int) -> list[Facet]:
    where = of_whole_sources(query, seen)
    _with_words(where, query)
    rows = store.rows(
        f"SELECT {column}, count(*) FROM source s WHERE {where} AND {column} IS NOT NULL"
        f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST_VALUES}",
        where.values,
    )
    return [Facet(sort, value, count) for value, count in rows]


def _speakers(store: Store, query: Query, seen: int, *, listed: bool) -> list[Facet]:
    where = of_whole_sources(query, seen)
    _with_words(where, query)
    heard = "SELECT v.name, count(*) FROM voice v JOIN source s ON s.number = v.source WHERE"
    if listed:
        heard = (
            "SELECT x.speaker, count(DISTINCT x.source) FROM excerpt x JOIN source s ON s.number = x.source"
            " WHERE x.speaker IS NOT NULL AND x.number IN (SELECT excerpt FROM score WHERE lead = 1) AND"
        )
    rows = store.rows(
        f"{heard} {where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST_VALUES}", where.values
    )
    return [Facet("speaker", name, count) for name, count in rows]


def theme_ids(store: Store) -> tuple[str, ...]:
    """Ids of the themes that excerpts are rated by."""
    return tuple(name for (name,) in store.rows("SELECT id FROM theme ORDER BY id"))


def _themes(store: Store, query: Query, seen: int) -> list[Facet]:
    where = of_excerpts(query, seen)
    rows = store.rows(
        "SELECT t.id, count(*) FROM score c JOIN excerpt x ON x.number = c.excerpt"
        " JOIN source s ON s.number = x.source JOIN theme t ON t.number = c.theme"
        f" WHERE c.lead = 1 AND {where} GROUP BY t.number ORDER BY t.number",
        where.values,
    )
    return [Facet("theme", name, count) for name, count in rows]


def _states(store: Store, query: Query, seen: int) -> list[Facet]:
    found = []
    for state in ("new", "changed", "disputed", "removed"):
        asked = replace(query, states=(state,))
        where = of_whole_sources(asked, seen)
        _with_words(where, asked)
        count = store.value(f"SELECT count(*) FROM source s WHERE {where}", where.values)
        found.append(Facet("is", state, count))
    return found


def _with_words(where: Conditions, query: Query) -> None:
    if wanted := query.expression():
        where.add("s.number IN (SELECT rowid FROM word WHERE word MATCH ?)", wanted)


def last_seen(store: Store, series: str) -> int:
    """The last import that is not new: the one before the last edition of `series`.

    Before its first edition nothing is new to a series; to no series in particular the last import
    is.
    """
    run = store.value("SELECT max(run) FROM edition WHERE series = ?", (series,))
    if run is not None:
        return int(run)
    return int(store.value("SELECT coalesce(max(number), 0) FROM run")) - (not series)


def state(store: Store) -> tuple[int, int, int]:
    """The last import, the last act and how many acts are undone."""
    return (
        int(store.value("SELECT coalesce(max(number), 0) FROM run")),
        int(store.value("SELECT coalesce(max(number), 0) FROM act")),
        int(store.value("SELECT count(*) FROM act WHERE undone = 1")),
    )


def refused(store: Store) -> tuple[Imported, ...]:
    """The files that could not be read, and why, by their paths."""
    rows = store.rows(
        "SELECT path, told FROM file WHERE outcome = ? ORDER BY path", (Outcome.REFUSED,)
    )
    return tuple(Imported(path, Outcome.REFUSED, told=told) for path, told in rows)


def current(store: Store) -> int:
    """How many sources are in use."""
    return int(store.value("SELECT count(*) FROM source WHERE state = ?", (CURRENT,)))


def answering(
    store: Store, themes: Sequence[str], limit: int, since: date | None, until: date | None
) -> set[str]:
    """Ids of the sources of the best `limit` excerpts of each theme between the days."""
    found: set[str] = set()
    for theme in themes:
        rows = store.rows(
            "SELECT s.id FROM score c CROSS JOIN excerpt x ON x.number = c.excerpt"
            " CROSS JOIN source s ON s.number = x.source"
            f" WHERE c.theme = (SELECT number FROM theme WHERE id = ?) AND {WITHIN}"
            " ORDER BY c.value DESC, c.excerpt LIMIT ?",
            (theme, iso(since), iso(until), limit),
        )
        found |= {row[0] for row in rows}
    return found


def counts(store: Store) -> dict[str, int]:
    """How much there is: sources in use, former, put away and undated, excerpts, files, editions.

    `aside` is how many of the files refused and of the sources undated a person has put aside.
    """
    questions = {
        "sources": f"SELECT count(*) FROM source WHERE state = {CURRENT}",
        "former": f"SELECT count(*) FROM source WHERE state NOT IN ({CURRENT}, {REMOVED})",
        "removed": f"SELECT count(*) FROM source WHERE state = {REMOVED}",
        "undated": f"SELECT count(*) FROM source WHERE state = {CURRENT} AND published IS NULL",
        "excerpts": f"SELECT count(DISTINCT c.excerpt) FROM score c WHERE c.lead = 1"
        f" AND {NOT_FORMER.replace('?', str(CURRENT))}",
        "files": "SELECT count(*) FROM file",
        "refused": "SELECT count(*) FROM file WHERE outcome = 'refused'",
        "aside": "SELECT count(*) FROM decision d WHERE (d.desk, d.sort) = ('', 'aside') AND ("
        "EXISTS (SELECT 1 FROM file f WHERE f.path = d.key AND f.outcome = 'refused'"
        " AND f.told = json_extract(d.value, '$')) OR EXISTS (SELECT 1 FROM source s"
        f" WHERE s.id = d.key AND s.state = {CURRENT} AND s.published IS NULL))",
        "editions": "SELECT count(*) FROM edition",
    }
    return {name: int(store.value(question)) for name, question in questions.items()}
