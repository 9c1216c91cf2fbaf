"""Turns a query's filters into conditions of SQL, values always bound."""

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.library.differing import DISPUTED
from briefing.library.query import Query
from briefing.library.taking import CURRENT, REMOVED

_STATES = {
    "disputed": DISPUTED.format(""),
    "new": "s.run > ?",
    "changed": "s.version > 1",
}
_HAS_THEME = (
    "EXISTS (SELECT 1 FROM excerpt x JOIN score c ON c.excerpt = x.number"
    " WHERE x.source = s.number AND c.lead = 1"
    " AND c.theme IN (SELECT number FROM theme WHERE id = ?))"
)
NOT_FORMER = (
    "c.excerpt NOT IN (SELECT x.number FROM source s JOIN excerpt x ON x.source = s.number"
    " WHERE s.state > ?)"
)
"""Cheaper than to look at the source of each excerpt: hardly any is put away or replaced."""


class Conditions(Struct):
    """Conditions that all must hold, and the values they are asked with."""

    parts: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, part: str, *values: object) -> None:
        """One condition more."""
        self.parts.append(part)
        self.values += values

    def any(self, part: str, values: list[object]) -> None:
        """One condition more: `part` holds for one of `values`."""
        if values:
            self.add(f"({' OR '.join([part] * len(values))})", *values)

    def __str__(self) -> str:
        return " AND ".join(self.parts) or "1"


def of_sources(query: Query, seen: int) -> Conditions:
    """Conditions on `source s`; `seen` is the last import that is no longer new."""
    found = Conditions()
    found.add("s.state = ?", REMOVED if "removed" in query.states else CURRENT)
    for state in query.states:
        if state in _STATES:
            found.add(_STATES[state], *([seen] if state == "new" else []))
    found.any("s.publisher LIKE ? ESCAPE '\\'", [_somewhere(name) for name in query.publishers])
    found.any("s.language = ?", list(query.languages))
    if query.after:
        found.add("s.published >= ?", query.after.isoformat())
    if query.before:
        found.add("s.published <= ?", query.before.isoformat())
    if barred := query.barred():
        found.add("s.number NOT IN (SELECT rowid FROM word WHERE word MATCH ?)", barred)
    return found


def of_whole_sources(query: Query, seen: int) -> Conditions:
    """The same with speakers and themes, which a source has somewhere in it."""
    found = of_sources(query, seen)
    found.any(
        "s.number IN (SELECT source FROM voice WHERE name LIKE ? ESCAPE '\\')",
        [_somewhere(name) for name in query.speakers],
    )
    found.any(_HAS_THEME, list(query.themes))
    return found


def of_excerpts(query: Query, seen: int) -> Conditions:
    """The same for excerpts: `excerpt x` itself has the speaker and the words."""
    found = _but_words(query, seen)
    query = _anywhere(query)
    if wanted := query.expression():
        found.add("x.number IN (SELECT rowid FROM phrase WHERE phrase MATCH ?)", wanted)
    if barred := query.barred():
        found.add("x.number NOT IN (SELECT rowid FROM phrase WHERE phrase MATCH ?)", barred)
    return found


def of_scores(query: Query, seen: int, *, former: bool = True) -> tuple[str, Conditions]:
    """The same for what excerpts score: what `score c` is joined with, and the conditions.

    Words are looked up first and their scores by key. Excerpts and sources are joined only where a
    filter asks about them: to look each of them up takes several times as long as all the rest.
    `former` says whether there are sources that are put away or were replaced.
    """
    joined, found = "score c", Conditions()
    narrowed = replace(query, terms=(), themes=()) != Query()
    if narrowed:
        joined = (
            "score c CROSS JOIN excerpt x ON x.number = c.excerpt"
            " CROSS JOIN source s ON s.number = x.source"
        )
        found = _but_words(query, seen)
    elif former:
        found.add(NOT_FORMER, CURRENT)
    query = _anywhere(query)
    if wanted := query.expression():
        joined = f"phrase CROSS JOIN {joined}"
        found.add("c.excerpt = phrase.rowid AND phrase MATCH ?", wanted)
    if barred := query.barred():
        found.add("c.excerpt NOT IN (SELECT rowid FROM phrase WHERE phrase MATCH ?)", barred)
    return joined, found


def _but_words(query: Query, seen: int) -> Conditions:
    found = of_sources(replace(query, terms=()), seen)
    found.any("x.speaker LIKE ? ESCAPE '\\'", [_somewhere(name) for name in query.speakers])
    return found


def _anywhere(query: Query) -> Query:
    """An excerpt is found by its own words; what stands in a title is no part of it."""
    return replace(query, terms=tuple(replace(term, title=False) for term in query.terms))


def _somewhere(text: str) -> str:
    """A pattern of LIKE: `text` anywhere."""
    for sign in "\\%_":
        text = text.replace(sign, f"\\{sign}")
    return f"%{text}%"
