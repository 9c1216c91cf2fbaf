"""Reads a person's TOML against what is expected, and collects every fault before it complains.

Ask a `Table` for each key it may have, then `close` it: keys nobody asked for are faults, each
with its line and the nearest known key. Most runs find the tables they need already prepared, so
the parser is imported when a text asks for it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Self

from msgspec import Struct, field

from briefing.errors import RecipeError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Faults(Struct):
    """The faults found so far in one file."""

    where: str
    text: str
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, path: tuple[str, ...], trouble: str) -> None:
        """Note one fault at the key that `path` leads to."""
        self.found.append((_line_of(self.text, path) or 0, trouble))

    def complain(self) -> None:
        """Raise one `RecipeError` that names all faults by their lines, if there are any."""
        if self.found:
            raise RecipeError.of_all(self.found, where=self.where)


_NOTHING = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u0000|U00000000)")
"""How TOML writes the sign that ends a name for the system: no file can be called so."""


def open_table(text: str, where: str) -> "Table":
    """Parse `text` as TOML.

    Raises:
        RecipeError: if it is not TOML; `where` names the file.
    """
    import tomllib

    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RecipeError(
            f"not valid TOML: {error}", where=where, remedy="Mend the file."
        ) from None
    if found := _NOTHING.search(text):
        line = text.count("\n", 0, found.start()) + 1
        nothing = "the sign U+0000 stands in no text and in no name of a file"
        raise RecipeError.of_all([(line, nothing)], where=where)
    return Table(values, Faults(where, text))


class Table(Struct):
    """One table of a TOML file; every getter notes the key as known."""

    values: dict[str, Any]
    faults: Faults
    path: tuple[str, ...] = ()
    known: set[str] = field(default_factory=set)

    def text(self, key: str, *, required: bool = False) -> str | None:
        """A string, or `None` where the key is absent."""
        value: str | None = self._get(key, str, "text in quotation marks")
        if required and not str(self.values.get(key, "")).strip():
            self._need(key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where the key is absent."""
        value = self._get(key, list, "a list of texts")
        if value is None:
            return ()
        if not all(isinstance(item, str) and item.strip() for item in value):
            self.faults.add(
                (*self.path, key), f"“{key}” must be a list of texts, none of them empty"
            )
            return ()
        return tuple(value)

    def choice(self, key: str, known: Iterable[str]) -> str | None:
        """One of the `known` texts, or `None` where the key is absent."""
        value = self.text(key)
        if value is not None and value not in known:
            self.fault(key, f"“{key}” must be one of {', '.join(known)}")
            return None
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; `default` where the key is absent."""
        value: bool | None = self._get(key, bool, "true or false")
        return default if value is None else value

    def number(self, key: str, default: float) -> float:
        """A number that is not negative."""
        value = self._get(key, (int, float), "a number")
        if value is None:
            return default
        if isinstance(value, bool) or not 0 <= value < float("inf"):
            self.faults.add((*self.path, key), f"“{key}” must be a number of 0 or more")
            return default
        return float(value)

    def integer(self, key: str, *, required: bool = False) -> int | None:
        """A whole number of 0 or more, or `None` where the key is absent."""
        value = self._get(key, int, "a whole number")
        if required and key not in self.values:
            self._need(key)
        if value is not None and (isinstance(value, bool) or value < 0):
            self.faults.add((*self.path, key), f"“{key}” must be a whole number of 0 or more")
            return None
        return value

    def day(self, key: str) -> date | None:
        """A calendar day (2024-04-12, also in quotation marks), or `None` where the key is absent."""
        value = self.values.get(key)
        if isinstance(value, str) and _DAY.fullmatch(value):
            with suppress(ValueError):  # the 31st of February is told below
                self.known.add(key)
                return date.fromisoformat(value)
        value = self._get(key, date, "a day such as 2024-04-12")
        return value.date() if isinstance(value, datetime) else value

    def tables(self, key: str) -> Iterator[Self]:
        """The tables of an array of tables (`[[key]]`)."""
        value = self._get(key, list, f"tables written as [[{key}]]")
        for number, item in enumerate(value or ()):
            if isinstance(item, dict):
                yield type(self)(item, self.faults, (*self.path, f"{key}#{number}"))
            else:
                self.faults.add((*self.path, key), f"“{key}” must be tables written as [[{key}]]")

    def table(self, key: str) -> Self | None:
        """One table (`[key]`), or `None` where it is absent."""
        value = self._get(key, dict, f"a table written as [{key}]")
        return None if value is None else type(self)(value, self.faults, (*self.path, key))

    def fault(self, key: str, trouble: str) -> None:
        """Note a fault of the value at `key`."""
        self.faults.add((*self.path, key), trouble)

    def close(self) -> None:
        """Note each key that nobody asked for."""
        strange = self.values.keys() - self.known
        if strange:
            from difflib import get_close_matches
        for key in strange:
            near = get_close_matches(key, sorted(self.known), n=1, cutoff=0.4)
            hint = (
                f"did you mean “{near[0]}”?" if near else f"known: {', '.join(sorted(self.known))}"
            )
            self.faults.add((*self.path, key), f"unknown key “{key}”, {hint}")

    def _get(self, key: str, sort: type | tuple[type, ...], wanted: str) -> Any:
        self.known.add(key)
        value = self.values.get(key)
        if value is not None and not isinstance(value, sort):
            self.faults.add((*self.path, key), f"“{key}” must be {wanted}")
            return None
        return value

    def _need(self, key: str) -> None:
        self.faults.add(self.path, f"“{key}” is missing")


def _line_of(text: str, path: tuple[str, ...]) -> int | None:
    """Number of the line on which the key at `path` stands, counted from 1; `None` if unsure."""
    lines = text.split("\n")
    at = 0
    for step in path:
        name, _, number = step.partition("#")
        key = re.escape(name)
        header = rf"\s*\[\[?\s*(?:[\w.-]+\.)?\"?{key}\"?\s*\]"
        pattern = re.compile(header if number else rf"{header}|\s*\"?{key}\"?\s*=")
        wanted = int(number or 0)
        hits = [index for index in range(at, len(lines)) if pattern.match(lines[index])]
        if wanted >= len(hits):
            return at + 1 if at else None
        at = hits[wanted]
    return at + 1 if path else None
