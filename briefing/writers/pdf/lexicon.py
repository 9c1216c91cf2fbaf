"""Words as they are shown: their width, and their bytes inside a `TJ` array, found once each.

A word of common characters takes a byte a character; whatever the face lacks is shaped in a font
that has it and spliced in.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, groupby, pairwise
from operator import getitem

from msgspec import Struct

from briefing.model.bidi import has_rightward
from briefing.writers.pdf.coding import BASIC, MAY_BREAK, NO_BREAK, SOFT_HYPHEN, escaped
from briefing.writers.pdf.faces import Face, Shaper, face, fallback
from briefing.writers.pdf.hanging import hanging
from briefing.writers.pdf.hyphenation import Positions

Cuts = Sequence[tuple[int, float, float]]
"""Where a hyphen may part a word: the place, and the widths of what stands before and behind."""
_JOINERS = "\u200c\u200d"
"""They steer how the letters beside them are joined."""
_NO_JOINERS = dict.fromkeys(map(ord, _JOINERS))
_PLACES = range(1, 1_000_000)
_LONGEST = 1000
"""Characters of a word that is parted by hyphens."""
_SIZE = b"\0"
"""Stands for the size in a fragment until it is known."""
FIRST, LAST = b"\1", b"\2"
"""Around the number of a glyph."""


Part = tuple[int, int, int]
"""A glyph of a font, and how far it is moved to the right and up, in units of the font."""


class Glyph(Struct, frozen=True):
    """What one code of a font shows: glyphs set together, and the one letter they stand for.

    Letters that share a shape so have a code each, and a letter of several pieces has one. `width` is
    in units of the font.
    """

    parts: tuple[Part, ...]
    text: str
    width: int


_GLYPHS: list[tuple[Shaper, Glyph]] = []
_NUMBERS: dict[tuple[Shaper, Glyph], int] = {}


def glyph(number: int) -> tuple[Shaper, Glyph]:
    """The glyph that fragments call by `number`, between `FIRST` and `LAST`."""
    return _GLYPHS[number]


class Odd(Struct, frozen=True):
    """A word that is not of plain characters alone: what no font has of it.

    `wider` tells that it has bytes that plain text has not, `turned` that it reads from right to left.
    """

    face: str
    lacking: str = ""
    turned: bool = False
    wider: bool = False


class Lexicon(dict[str, float]):
    """The words of one face: `lexicon[word]` is its width with the space behind it, for a size of 1000.

    `fragments` holds the bytes of each word met, with their space; a word that ends in `MAY_BREAK`
    has none, and what stands behind that mark is the next character, which it is kerned with.
    `lefts` and `rights` are by how much words hang over the edges of their line, if they do, `hyphen`
    by how much one at its end does.
    """

    def __init__(self, of: Face) -> None:
        super().__init__()
        self.face = of
        self.space = of.widths[0x20]
        self.fragments: dict[str, bytes] = {}
        self.odd: dict[str, Odd] = {}
        self.lefts: dict[str, int] = {}
        self.rights: dict[str, int] = {}
        self._signs = hanging(of.codes, of.widths)
        self.hyphen = self._signs[1].get(SOFT_HYPHEN, 0)
        self._cuts: dict[Positions, dict[str, Cuts]] = {}
        self._wide, self._row = of.widths.__getitem__, of.rows.__getitem__
        self._left, self._right, self._shaper = of.left, of.right, of.shaper
        self._codes = of.codes | {NO_BREAK: 0xA0}

    def __missing__(self, word: str) -> float:
        if not word.isascii() or not word.isprintable() or self._shaper:
            return self._any(word)
        if "f" in word and ("ff" in word or "fi" in word or "fl" in word):
            return self._any(word)
        coded = word.encode()  # the bytes of plain signs are their own, and none of these is joined
        width, fragment = self._common(coded, coded[1:])
        self.fragments[word] = fragment + b" "
        self[word] = width = width + self.space
        if not coded.isalnum():
            self._hang(word, word)
        return width

    def _any(self, word: str) -> float:
        """The width of a word of any characters."""
        text, mark, behind = word.partition(MAY_BREAK)
        width, fragment = self._shown(word, text, behind)
        self.fragments[word] = fragment if mark else fragment + b" "
        self[word] = width = width if mark else width + self.space
        self._hang(word, text)
        return width

    def _hang(self, word: str, text: str) -> None:
        """Note by how much a word hangs over the edges."""
        lefts, rights = self._signs
        if text[:1] in lefts:
            self.lefts[word] = lefts[text[0]]
        if text[-1:] in rights:
            self.rights[word] = rights[text[-1]]

    def cuts(self, positions: Positions) -> dict[str, Cuts]:
        """Of each word where a hyphen may part it, found when first asked for."""
        known = self._cuts.get(positions)
        if known is None:
            known = self._cuts[positions] = _Parted(self, positions)
        return known

    def width(self, text: str) -> float:
        """Width of `text`, whose words stand apart by single spaces."""
        return sum(map(self.__getitem__, text.split(" "))) - self.space

    def _shown(self, word: str, text: str, behind: str) -> tuple[float, bytes]:
        joined = text
        if "f" in joined:
            for letters, form in self.face.ligatures.items():
                joined = joined.replace(letters, form)
        try:
            coded = bytes(map(self._codes.__getitem__, joined))
        except KeyError:
            return self._mixed(word, text)
        if not BASIC.issuperset(joined):
            self.odd[word] = Odd(self.face.name, wider=True)
        next_code = self._codes.get(behind)
        return self._common(
            coded, coded[1:] if next_code is None else coded[1:] + bytes((next_code,))
        )

    def _common(self, coded: bytes, behind: bytes) -> tuple[float, bytes]:
        """Width and fragment of `coded`; `behind` are the bytes behind each, for kerning."""
        width = sum(map(self._wide, coded))
        if self._shaper:
            moves = _kerned(coded, self.face, self._shaper)
        else:
            rows = map(self._row, coded.translate(self._left))
            moves = list(map(getitem, rows, behind.translate(self._right)))
        shown = coded if coded.isalnum() else escaped(coded)
        if not any(moves):
            return width, shown
        is_safe = len(shown) == len(coded)
        parts, start = [], 0
        for at in compress(_PLACES, moves):
            part = coded[start:at] if is_safe else escaped(coded[start:at])
            parts.append(b"%b)%d(" % (part, -moves[at - 1]))
            start = at
        parts.append(coded[start:] if is_safe else escaped(coded[start:]))
        return width + sum(moves), b"".join(parts)

    def _mixed(self, word: str, text: str) -> tuple[float, bytes]:
        """A word of several fonts; a character that none has becomes a question mark."""
        width, lacking, common = 0.0, "", ""
        fragments: list[bytes] = []
        back = b"/%b %b Tf[(" % (self.face.alias.encode(), _SIZE)
        for font, part in _parts(text.replace(NO_BREAK, " "), self.face):
            if isinstance(font, Shaper):
                shown, wide = shaped(part, font)
                width += wide
                switch = b")]TJ/%b %b Tf<" % (font.name.encode(), _SIZE)
                fragments += (switch, shown, b">Tj" + back)
                continue
            part = part.translate(_NO_JOINERS)  # noqa: PLW2901 - nothing to join
            if font is None:
                lacking += part
                part = "?" * len(part)  # noqa: PLW2901 - it is shown as that
            common += part
            coded = bytes(map(self._codes.__getitem__, part))
            wide, own = self._common(coded, coded[1:])
            width += wide
            fragments.append(own)
        wider = not BASIC.issuperset(common)
        self.odd[word] = Odd(self.face.name, lacking, has_rightward(text), wider)
        return width, b"".join(fragments)


class _Parted(dict[str, Cuts]):
    """The words of a lexicon with the places where hyphens may part them."""

    def __init__(self, of: Lexicon, positions: Positions) -> None:
        super().__init__()
        self._of, self._positions = of, positions

    def __missing__(self, word: str) -> Cuts:
        of, hyphen = self._of, SOFT_HYPHEN + MAY_BREAK
        # What is longer is no word; each place would need the whole of it measured.
        places = self._positions(word) if len(word) <= _LONGEST else ()
        found = [(at, of[word[:at] + hyphen], of[word[at:]]) for at in places]
        made = self[word] = tuple(found)
        return made


def _kerned(coded: bytes, of: Face, shaper: Shaper) -> list[int]:
    """By how much each byte but the first is moved, as the font has it (GPOS)."""
    characters = {code: one for one, code in of.codes.items()}
    buffer = shaper.engine.Buffer()
    buffer.add_str("".join([characters[code] for code in coded]))
    buffer.guess_segment_properties()
    plain = dict.fromkeys(("liga", "clig", "dlig", "calt"), False)
    shaper.engine.shape(shaper.font, buffer, plain)
    places = buffer.glyph_positions or []  # none at all for no text
    if len(places) != len(coded):
        return []
    scale = 1000 / shaper.unit
    wide = zip(coded, places[:-1], strict=False)
    return [round(place.x_advance * scale - of.widths[code]) for code, place in wide]


@cache
def lexicon(name: str) -> Lexicon:
    """The words of the bundled face `name`."""
    return Lexicon(face(name))


def sized(fragment: bytes, size: float) -> bytes:
    """A fragment with odd words in it, at its size."""
    return fragment.replace(_SIZE, b"%g" % size)


def _parts(text: str, of: Face) -> Iterator[tuple[Face | Shaper | None, str]]:
    """Stretches of characters that one font has; combining marks stay with their base."""
    owners: list[Face | Shaper | None] = []
    for at, character in enumerate(text):
        if character in _JOINERS:
            owners.append(owners[-1] if owners else None)
            continue
        owner = of if character in of.codes else fallback(character, of.name)
        if at and isinstance(owners[-1], Shaper) and ord(character) in owners[-1].known:
            owner = owners[-1] if owner is not of or not character.isascii() else owner
        owners.append(owner)
    for _, group in groupby(range(len(text)), key=lambda at: id(owners[at])):
        places = list(group)
        yield owners[places[0]], text[places[0] : places[-1] + 1]


@cache
def shaped(text: str, font: Shaper) -> tuple[bytes, float]:
    """The numbers of the glyphs of `text`, which reads one way, from the left, and its width."""
    engine = font.engine
    buffer = engine.Buffer()
    buffer.cluster_level = engine.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    back = has_rightward(text)
    buffer.direction = "rtl" if back else "ltr"
    engine.shape(font.font, buffer, {"liga": False, "dlig": False, "clig": False})
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    starts = [*sorted({info.cluster for info in infos}), len(text)]
    behind = dict(pairwise(starts))
    shown: list[bytes] = []
    at = wide = 0
    while at < len(infos):
        start, parts, pen = infos[at].cluster, [], 0
        while at < len(infos) and infos[at].cluster == start:
            parts.append((infos[at].codepoint, pen + places[at].x_offset, places[at].y_offset))
            pen += places[at].x_advance
            at += 1
        wide += pen
        letters = _lettered(text[start : behind[start]], tuple(parts), pen, back=back)
        shown += [b"%b%d%b" % (FIRST, number_of(font, one), LAST) for one in letters]
    return b"".join(shown), wide * 1000 / font.unit


def bound(font: Shaper) -> bytes:
    """The number of a glyph of `font` that shows nothing and reads from left to right."""
    return b"%b%d%b" % (FIRST, number_of(font, Glyph((), "\u200e", 0)), LAST)


def _lettered(letters: str, parts: tuple[Part, ...], wide: int, *, back: bool) -> list[Glyph]:
    """`parts` as the glyphs of single letters from left to right: one shows all, the others nothing.

    Readers turn what reads from the right round letter by letter, and so read a ligature rightly.
    """
    ordered = letters[::-1] if back else letters
    sharing = [one for one in ordered if not unicodedata.category(one).startswith(("M", "C"))]
    count = len(sharing) or len(ordered)
    found = []
    for one in ordered:
        shares = one in sharing or not sharing
        width = wide // count if shares else 0
        found.append(Glyph(parts if shares else (), one, width))
        if shares:
            wide, count, parts = wide - width, count - 1, ()
    return found


def number_of(font: Shaper, one: Glyph) -> int:
    """The number that fragments call a glyph of `font` by."""
    key = (font, one)
    if key not in _NUMBERS:
        _GLYPHS.append(key)
        _NUMBERS[key] = len(_GLYPHS) - 1
    return _NUMBERS[key]
