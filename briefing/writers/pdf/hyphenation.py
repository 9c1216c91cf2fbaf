"""Hyphenation by Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983).

English patterns are prepared (`assets/hyphenation`): reading pyphen's own file takes longer than
laying out ten pages. For other languages pyphen's files are read when one is met.
"""

import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from briefing.resources import asset

_LEAST_BEFORE, _LEAST_BEHIND, _LEAST_WORD = 2, 3, 6
_NO_PATTERNS = (
    "%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN",
)  # fmt: skip
Positions = Callable[[str], tuple[int, ...]]


@cache
def hyphenator(language: str, *, names: bool = False) -> Positions:
    """Gives the places in a piece of text where a hyphen may stand, by the rules of `language`.

    A word with a capital, which may be a name, is parted with `names` only; an acronym never is.
    """
    tag = language.replace("-", "_")
    find = _english if tag.lower().split("_")[0] == "en" else _other(tag)

    @cache
    def positions(piece: str) -> tuple[int, ...]:
        found: list[int] = []
        for start, word in _words(piece):
            named = word[0].isupper() and not names
            if len(word) < _LEAST_WORD or not word[1:].islower() or named:
                continue
            last = len(word) - _LEAST_BEHIND
            found.extend(start + at for at in find(word) if _LEAST_BEFORE <= at <= last)
        return tuple(found)

    return positions


def _words(piece: str) -> Iterator[tuple[int, str]]:
    """The words in a piece of text, letters with single apostrophes inside, and where each begins."""
    if piece.isalpha():
        yield 0, piece
        return
    start, last = 0, len(piece) - 1
    for at, one in enumerate(f"{piece} "):
        joins = start < at < last and one in "'’" and piece[at + 1].isalpha()
        if not (one.isalpha() or joins):
            if start < at:
                yield start, piece[start:at]
            start = at + 1


def _english(word: str) -> tuple[int, ...]:
    bases, characters, ends, values = _patterns()
    written = f".{word.lower()}."
    framed = written.encode() if written.isascii() else written.encode("cp1252", "replace")
    points = [0] * (len(framed) + 1)
    for start in range(len(framed) - 1):
        base = 1
        for code in framed[start:]:
            place = base + code
            if characters[place] != code:
                break
            if at := ends[place]:
                for point, value in enumerate(values[at + 1 : at + 1 + values[at]], start):
                    points[point] = max(points[point], value)
            base = bases[place]
    return tuple([at for at in range(1, len(word)) if points[at + 1] % 2])


@cache
def _patterns() -> tuple[Sequence[int], bytes, Sequence[int], bytes]:
    """The patterns as a packed tree of letters (Liang, chapter 2), which is read without unpacking.

    A node has a base, the root 1; its branch for a byte is at base + byte, if that byte stands there in
    the second table. There the first has the base of the node it leads to (0 if that has no branches),
    and the third, if a pattern ends there, where the fourth has how many digits it has, and those.
    """
    # Our own file, written by tools/make_pdf_tables.py.
    bases, characters, ends, values = marshal.loads(  # noqa: S302
        asset("hyphenation/en.patterns").read_bytes()
    )
    return _numbers(bases), characters, _numbers(ends), values


def _numbers(packed: bytes) -> Sequence[int]:
    """Numbers of two bytes, the lower first."""
    numbers = array("H", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@cache
def _other(tag: str) -> Positions:
    file = _dictionary(tag)
    if file is None:
        return lambda _: ()
    written = _written(file)
    longest = max(map(len, written))
    read: dict[str, list[int]] = {}

    def positions(word: str) -> tuple[int, ...]:
        word = word.lower()
        framed = f".{word}."
        points = [0] * (len(framed) + 2)
        for start in range(len(framed) - 1):
            for end in range(start + 1, min(start + longest, len(framed)) + 1):
                letters = framed[start:end]
                if letters not in written:
                    continue
                values = read.get(letters)
                if values is None:
                    values = read[letters] = _digits(written[letters])
                for point, value in enumerate(values, start):
                    points[point] = max(points[point], value)
        return tuple([at for at in range(2, len(word) - 1) if points[at + 1] % 2])

    return positions


def _dictionary(tag: str) -> Path | None:
    """Pyphen's file for a language, else for what it is a variety of; importing pyphen takes 25 ms."""
    from importlib.util import find_spec  # noqa: PLC0415 - not for English

    found = find_spec("pyphen")
    folders = found.submodule_search_locations if found else None
    files: dict[str, Path] = {}
    for folder in folders or ():
        for path in sorted(Path(folder, "dictionaries").glob("hyph_*.dic")):
            name = path.stem.removeprefix("hyph_").lower()
            files[name] = path
            files.setdefault(name.split("_")[0], path)
    parts = tag.lower().split("_")
    while parts and "_".join(parts) not in files:
        parts.pop()
    return files.get("_".join(parts))


def _written(path: Path) -> dict[str, str]:
    """The patterns of one of pyphen's files by their letters, as they are written there.

    Pyphen takes each apart when it opens the file, half a second for German; few are ever met.
    """
    encoding, _, text = path.read_bytes().partition(b"\n")
    name = encoding.decode().strip().lower().replace("microsoft-cp", "cp")
    lines = [line.strip() for line in text.decode(name).split("\n")]
    if b"^^" in text:  # the codes of letters
        lines = [re.sub(r"\^\^([0-9a-f]{2})", _unescaped, line) for line in lines]
    lines = [line for line in lines if line and not line.startswith(_NO_PATTERNS)]
    if b"=" in text:  # what else is spelt otherwise at a hyphen is left as it is
        lines = [line.partition("/")[0] if "=" in line else line for line in lines]
    letters = "\n".join(lines).encode().translate(None, b"0123456789").decode().split("\n")
    return {key: line for key, line in zip(letters, lines, strict=True) if key != line}


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _digits(pattern: str) -> list[int]:
    """The digits before each letter of a pattern, and behind the last."""
    return [int(digit or 0) for digit, _ in re.findall(r"(\d?)(\D?)", pattern)]
