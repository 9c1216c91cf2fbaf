"""Kerning: the bundled faces' pairs, prepared from their GPOS tables as classes of characters."""

import json
from functools import cache

from msgspec import Struct

from briefing.resources import asset


class Pairs(Struct, frozen=True):
    """Adjustments in thousandths of the size, for a class of left and one of right characters."""

    left: dict[str, int]
    right: dict[str, int]
    values: list[list[int]]


_NONE = Pairs({}, {}, [])


@cache
def kerns(word: str, name: str) -> tuple[tuple[int, int], ...]:
    """Where in `word` the face `name` moves the next character: (its index, thousandths)."""
    pairs = _pairs(name)
    left, right, values = pairs.left, pairs.right, pairs.values
    found: list[tuple[int, int]] = []
    row = left.get(word[0]) if word else None
    for at in range(1, len(word)):
        column = right.get(word[at])
        if row is not None and column is not None and values[row][column]:
            found.append((at, values[row][column]))
        row = left.get(word[at])
    return tuple(found)


@cache
def _pairs(name: str) -> Pairs:
    path = asset(f"fonts/{name}.kerning.json")
    if not path.is_file():  # a font of the machine: set without kerning
        return _NONE
    prepared = json.loads(path.read_text("utf-8"))
    return Pairs(_classes(prepared["left"]), _classes(prepared["right"]), prepared["values"])


def _classes(groups: list[str]) -> dict[str, int]:
    return {character: number for number, group in enumerate(groups) for character in group}
