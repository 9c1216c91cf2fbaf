"""Reads what a person types into the search: words, "phrases", prefixes*, -without, name:value.

The syntax is ours; SQLite's own is never reached, since every term is quoted for it.
"""

import re
from datetime import date

from msgspec import Struct

from briefing.errors import UsageError

SHORTEST_PREFIX = 3
"""Letters a prefix needs; with fewer the word itself is searched."""
MOST_TERMS = 32
FILTERS = ("speaker", "source", "publisher", "theme", "after", "before", "language", "is", "title")
STATES = ("disputed", "new", "changed", "removed")
_TERM = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))')
_WORD = re.compile(r"[^\W_]+")
_BEGUN_DAY = re.compile(r"(\d{1,4})(?:-(?:(\d{1,2})(?:-(\d{1,2})?)?)?)?")


class Term(Struct, frozen=True):
    """Words that must stand one after the other; the last may be a beginning only."""

    words: tuple[str, ...]
    prefix: bool = False
    without: bool = False
    title: bool = False

    def expression(self) -> str:
        """The term as FTS5 reads it, every word quoted."""
        phrase = " ".join(self.words).replace('"', '""')
        return f'{"title : " if self.title else ""}"{phrase}"{"*" if self.prefix else ""}'


class Query(Struct, frozen=True):
    """What is searched: all `terms` must occur; filters of one name are alternatives."""

    terms: tuple[Term, ...] = ()
    speakers: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None

    def expression(self) -> str | None:
        """The terms for FTS5, or `None` where there are none to look for."""
        wanted = [term.expression() for term in self.terms if not term.without]
        if not wanted:
            return None
        barred = [term.expression() for term in self.terms if term.without]
        every = " AND ".join(wanted)
        return f"({every}) NOT ({' OR '.join(barred)})" if barred else every

    def barred(self) -> str | None:
        """The terms to keep out, where there are no others."""
        if self.expression() is not None:
            return None
        return " OR ".join(term.expression() for term in self.terms if term.without) or None


def parse_query(text: str, *, unfinished: bool = False) -> Query:
    """Read `text`; with `unfinished` the last word may still be growing, so its beginning counts.

    So does that of a state or a day that is typed after its filter.

    Raises:
        UsageError: if a filter has a value it cannot have, or there are too many terms.
    """
    text = text.encode("utf-8", "replace").decode()
    terms: list[Term] = []
    filters: dict[str, list[str]] = {}
    for found in _TERM.finditer(text):
        minus, name, phrase, plain = found.groups()
        if name in FILTERS and name != "title":
            value = phrase if phrase is not None else plain
            if minus:
                raise UsageError(
                    f"“-{name}:{value}”: only words can be kept out", remedy="Leave the minus out."
                )
            if unfinished and phrase is None and found.end() == len(text):
                value = _grown(name, value)
            if value:
                filters.setdefault(name, []).append(value)
            continue
        written = phrase if phrase is not None else plain
        if name and name != "title":
            written = f"{name} {written}"
        terms += _terms(written, phrase is None, minus, name == "title")
    if len(terms) > MOST_TERMS:
        raise UsageError(f"the search has more than {MOST_TERMS} terms", remedy="Leave some out.")
    if unfinished and terms and text and not text[-1].isspace() and text[-1] != '"':
        terms[-1] = _growing(terms[-1])
    return _query(tuple(terms), filters)


def _terms(written: str, bare: bool, minus: str, title: bool) -> list[Term]:
    words = tuple(_WORD.findall(written))
    if not words:
        return []
    starred = bare and written.endswith("*") and len(words[-1]) >= SHORTEST_PREFIX
    return [Term(words, prefix=starred, without=bool(minus), title=title)]


def _growing(term: Term) -> Term:
    long = len(term.words[-1]) >= SHORTEST_PREFIX
    return Term(term.words, prefix=long, without=term.without, title=term.title)


def _grown(name: str, value: str) -> str:
    """What a value of a filter that is still being typed comes to as it stands; empty for nothing yet."""
    if name == "is":
        begun = [state for state in STATES if state.startswith(value)]
        return begun[0] if len(begun) == 1 else value if value in STATES or not begun else ""
    if name in ("after", "before") and (parts := _BEGUN_DAY.fullmatch(value)):
        year, month, day = parts.groups()
        if len(year) < len("2024"):
            return ""
        return "-".join((year, *(part if _is_whole(part) else "01" for part in (month, day))))
    return value


def _is_whole(part: str | None) -> bool:
    return part is not None and len(part) == len("04")


def _query(terms: tuple[Term, ...], filters: dict[str, list[str]]) -> Query:
    for state in filters.get("is", ()):
        if state not in STATES:
            raise UsageError(
                f"“is:{state}” is no state",
                remedy=f"Known: {', '.join(f'is:{s}' for s in STATES)}.",
            )
    return Query(
        terms=terms,
        speakers=tuple(filters.get("speaker", ())),
        publishers=(*filters.get("source", ()), *filters.get("publisher", ())),
        themes=tuple(filters.get("theme", ())),
        languages=tuple(filters.get("language", ())),
        states=tuple(filters.get("is", ())),
        after=_day("after", filters),
        before=_day("before", filters),
    )


def _day(name: str, filters: dict[str, list[str]]) -> date | None:
    if name not in filters:
        return None
    text = filters[name][-1]
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"“{name}:{text}” is not a day", remedy=f"Write it as {name}:2024-04-12."
        ) from None
