"""In which direction the characters of a paragraph run (Unicode Standard Annex 9, without explicit codes).

Writers put words on a line by it, and whoever reads a line back asks by it what may have been written.
Marks that steer the direction never reach a document; but a title from right to left must not turn the
date behind it, so that stretches of a paragraph can be isolated.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

_MIRRORED = "()[]{}<>«»‹›≤≥「」『』【】〈〉《》"
_TURNED = ")(][}{><»«›‹≥≤」「』『】【〉〈》《"
_OTHER = dict(zip(_MIRRORED, _TURNED, strict=True))
_PAIRS = dict(zip(")]}」』】〉》", "([{「『【〈《", strict=True))
_OPENING = frozenset(_PAIRS.values())
_MOST_OPEN = 63
_NEUTRAL_SIGN = "\ufffc"
"""Stands for what is isolated: to what is around it that is neutral (X6a, BD13)."""
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_EXPLICIT = frozenset(("LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"))
_RIGHTWARD = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"))
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def has_rightward(text: str) -> bool:
    """Whether letters of `text` read from right to left."""
    return not text.isascii() and any(
        one > "\u058f" and unicodedata.bidirectional(one) in ("R", "AL") for one in text
    )


def begins_right(text: str) -> bool:
    """Whether a paragraph begins at the right edge: its first letter says (P2, P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def runs_rightward(language: str) -> bool:
    """Whether `language`, a BCP 47 tag, is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHTWARD


def mirrored(sign: str) -> str:
    """A bracket as it is shown among words from right to left (L4); else `sign` itself."""
    return _OTHER.get(sign, sign)


_QUOTES = dict(zip("“‘«„\"'", "”’»“\"'", strict=True))
_STOPS = ".,;:"


def isolated(leaf: str) -> tuple[int, int]:
    """The part of `leaf`, a name or a title, that is isolated from the words around it; none if empty.

    Only what has letters from right to left is. The quotation marks around it, and the stop that a
    citation puts inside them, go with the words around.
    """
    if not has_rightward(leaf):
        return 0, 0
    start, end = len(leaf) - len(leaf.lstrip()), len(leaf.rstrip())
    end -= leaf[end - 1] in _STOPS
    closing = _QUOTES.get(leaf[start])
    if closing and start + 1 < end and leaf[end - 1] in closing:
        start, end = start + 1, end - 1
        end -= leaf[end - 1] in _STOPS
    return (start, end) if start < end else (0, 0)


def whole(leaf: str) -> tuple[int, int]:
    """The part of `leaf`, a source's own sentence, that is isolated: all but the spaces around it.

    Its stops and quotation marks are its own and run as it does.
    """
    start, end = len(leaf) - len(leaf.lstrip()), len(leaf.rstrip())
    return (start, end) if start < end and any(map(str.isalpha, leaf)) else (0, 0)


def parted(leaf: str) -> tuple[str, str, str]:
    """`leaf` in what stands before the part that is `isolated`, that part, and what stands behind."""
    start, end = isolated(leaf)
    return leaf[:start], leaf[start:end], leaf[end:]


def levels(text: str, *, from_right: bool, isolates: Sequence[tuple[int, int]] = ()) -> list[int]:
    """The level of each character of a paragraph: odd ones run from right to left.

    `isolates` are parts of it, in order, that run from where their own first letter says, whatever
    stands around them, as if each stood between FSI and PDI (X5c).
    """
    if not isolates:
        return _levels(text, from_right=from_right)
    outer, last = "", 0
    for start, end in isolates:
        outer += text[last:start] + _NEUTRAL_SIGN
        last = end
    around = iter(_levels(outer + text[last:], from_right=from_right))
    found: list[int] = []
    for start, end in isolates:
        found += islice(around, start - len(found))
        next(around)
        own = begins_right(text[start:end])
        lift = 0 if own and not from_right else 2  # the next level of that direction (X5a, X5b)
        found += [level + lift for level in _levels(text[start:end], from_right=own)]
    return [*found, *around]


def _levels(text: str, *, from_right: bool) -> list[int]:
    base = 1 if from_right else 0
    whole = [unicodedata.bidirectional(one) or "L" for one in text]
    places = [at for at, kind in enumerate(whole) if kind not in _EXPLICIT]
    kinds = [whole[at] for at in places]
    _weak(kinds, "R" if from_right else "L")
    _brackets([text[at] for at in places], [whole[at] for at in places], kinds, base)
    _neutral(kinds, base)
    found = [base] * len(text)
    for at, kind in zip(places, kinds, strict=True):
        odd = base % 2
        found[at] = base + (kind != "L" if not odd else kind != "R")
        if not odd and kind in ("EN", "AN"):
            found[at] = base + 2
    last = base
    for at, kind in enumerate(whole):
        if kind in _EXPLICIT:
            found[at] = last
        last = found[at]
    return found


def as_shown(levels: Sequence[int]) -> list[int]:
    """The numbers of the parts of a line, of these levels, from left to right (L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), lowest_odd - 1, -1) if lowest_odd else ():
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


def _weak(kinds: list[str], start: str) -> None:
    """W1 to W7, in place."""
    last = strong = start
    for at, given in enumerate(kinds):
        kind = kinds[at] = last if given == "NSM" else given
        if kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
        last = kind
    for at in range(1, len(kinds) - 1):
        before, kind, behind = kinds[at - 1 : at + 2]
        if before == behind and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))
        ):
            kinds[at] = before
    _terminators(kinds)
    strong = start
    for at, given in enumerate(kinds):
        kind = kinds[at] = "R" if given == "AL" else given
        if kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind in ("L", "R"):
            strong = kind


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as that of a currency go with the number beside them."""
    for way in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        last = ""
        for at in way:
            if kinds[at] == "ET" and last == "EN":
                kinds[at] = "EN"
            last = kinds[at]


def _brackets(text: Sequence[str], whole: Sequence[str], kinds: list[str], base: int) -> None:
    """N0: both brackets of a pair go one way."""
    main, other = ("R", "L") if base else ("L", "R")
    for start, end in _pairs(text, kinds):
        inside = {_STRONG.get(kind) for kind in kinds[start + 1 : end]}
        if main in inside:
            way = main
        elif other in inside:
            before = (_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG)
            way = other if next(before, main) == other else main
        else:
            continue
        for at in (start, end):
            kinds[at] = way
            behind = at + 1
            while behind < len(whole) and whole[behind] == "NSM":
                kinds[behind] = way
                behind += 1


def _pairs(text: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and where they close, in the order they open (BD16)."""
    opened: list[tuple[str, int]] = []
    found = []
    for at, one in enumerate(text):
        if kinds[at] != "ON":
            continue
        if one in _OPENING:
            if len(opened) == _MOST_OPEN:
                return []
            opened.append((one, at))
        elif one in _PAIRS:
            known = [place for place, (sign, _) in enumerate(opened) if sign == _PAIRS[one]]
            if known:
                found.append((opened[known[-1]][1], at))
                del opened[known[-1] :]
    return sorted(found)


def _neutral(kinds: list[str], base: int) -> None:
    """N1 and N2, in place."""
    edge = "R" if base else "L"
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _STRONG[kinds[at - 1]] if at else edge
        behind = _STRONG[kinds[end]] if end < len(kinds) else edge
        kinds[at:end] = [before if before == behind else edge] * (end - at)
        at = end


def shown(text: str, levels: Iterable[int]) -> str:
    """The characters of a line as they stand from left to right, brackets mirrored."""
    known = list(levels)
    return "".join([mirrored(text[at]) if known[at] % 2 else text[at] for at in as_shown(known)])
