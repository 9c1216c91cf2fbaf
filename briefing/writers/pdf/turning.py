"""The order in which the words of a line stand (Unicode Standard Annex 9, in small)."""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter

_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_PAIRS = {")": "(", "]": "[", "}": "{"}
_DIVIDERS = frozenset(".,:/")
"""Between two digits they are part of a number."""
_KEPT = frozenset("%$€£#°")
"""Signs that stay with the number or word beside them."""


def rightward(kinds: Sequence[str]) -> bool:
    """Whether a paragraph with words of these directions begins at the right edge: its first word says."""
    return next((kind == "R" for kind in kinds if kind != "N"), False)


def stretches(word: str, direction: Callable[[str], str]) -> list[str]:
    """`word` in parts that may have to change places; signs around and between words stand alone."""
    start, end = 0, len(word)
    while start < end and _is_sign(word[start]):
        start += 1
    while end > start and _is_sign(word[end - 1]):
        end -= 1
    core = word[start:end]
    inside = [core] if core else []
    if direction(core) == "R":
        inside = _inside(core, direction)
    return [*word[:start], *inside, *word[end:]]


def _is_sign(character: str) -> bool:
    return not (character in _KEPT or unicodedata.category(character)[0] in "LMN")


def _inside(core: str, direction: Callable[[str], str]) -> list[str]:
    """A word that has letters from right to left in parts; marks stay with their letter, numbers whole."""
    kinds: list[str] = []
    for at, character in enumerate(core):
        if direction(character) == "R":
            kinds.append("R")
        elif kinds and unicodedata.category(character)[0] == "M":
            kinds.append(kinds[-1])
        elif _is_sign(character) and not (
            character in _DIVIDERS and core[at - 1].isdigit() and core[at + 1].isdigit()
        ):
            kinds.append("S")
        else:
            kinds.append("L")
    parts = [
        (kind, "".join([character for character, _ in part]))
        for kind, part in groupby(zip(core, kinds, strict=True), key=itemgetter(1))
    ]
    return [one for kind, part in parts for one in (part if kind == "S" else [part])]


def mirrored(sign: str) -> str:
    """A bracket as it stands among words from right to left (rule L4); else `sign` itself."""
    return _MIRRORED.get(sign, sign)


def paired(parts: Sequence[str], kinds: Sequence[str], *, from_right: bool) -> list[str]:
    """`kinds` where both brackets of a pair go one way (rule N0).

    That is the way of the paragraph if they hold any word of it, else that of the words before them.
    """
    found = list(kinds)
    main, other = ("R", "L") if from_right else ("L", "R")
    for start, end in _pairs(parts):
        inside = found[start + 1 : end]
        if main in inside:
            found[start] = found[end] = main
        elif other in inside:
            before = next((kind for kind in reversed(found[:start]) if kind != "N"), main)
            found[start] = found[end] = before
    return found


def _pairs(parts: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and where they close, in the order they open."""
    opened: list[tuple[str, int]] = []
    found = []
    for at, part in enumerate(parts):
        if part in _PAIRS.values():
            opened.append((part, at))
        elif part in _PAIRS:
            known = [place for place, (one, _) in enumerate(opened) if one == _PAIRS[part]]
            if known:
                found.append((opened[known[-1]][1], at))
                del opened[known[-1] :]
    return sorted(found)


def turned(kinds: Sequence[str], *, from_right: bool) -> list[tuple[int, bool]]:
    """Which part stands at each place of a line, from the left, and whether it is read from the right.

    `kinds` has R for words from right to left, L for those from left to right, N for numbers and
    signs, which go along with what is around them.
    """
    places = list(range(len(kinds)))
    if not from_right:
        return _flipped([(at, False) for at in places], kinds, "R")
    # Words from left to right keep their own order inside a line that runs the other way.
    return _flipped([(at, True) for at in places[::-1]], kinds[::-1], "L")


def _flipped(
    order: list[tuple[int, bool]], kinds: Sequence[str], kind: str
) -> list[tuple[int, bool]]:
    """`order` with each stretch of `kind`, and what lies between two of it, turned round."""
    at = 0
    while at < len(order):
        end = at
        if kinds[at] == kind:
            while end + 1 < len(order) and kinds[end + 1] in (kind, "N"):
                end += 1
            while kinds[end] == "N":
                end -= 1
        if kinds[at] == kind:
            order[at : end + 1] = [(one, not back) for one, back in order[at : end + 1][::-1]]
        at = end + 1
    return order
