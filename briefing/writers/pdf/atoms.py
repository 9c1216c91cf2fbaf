"""Text becomes atoms, the words and parts of words between which a line may end."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, count, pairwise, repeat
from operator import add, sub

from msgspec import Struct, field

from briefing.writers.pdf import breaking
from briefing.writers.pdf.coding import MAY_BREAK, NO_BREAK, SOFT_HYPHEN
from briefing.writers.pdf.east_asian import is_east_asian, parted_anywhere
from briefing.writers.pdf.hyphenation import Positions, hyphenator
from briefing.writers.pdf.lexicon import Cuts, Lexicon

_DASHES, _SIGNS = frozenset("—–/-"), frozenset("/?&=._%#-")
"""A line may end behind a dash inside a word, and inside an address behind its signs."""
_RESERVE = 1.02
"""Kerning only ever widens a word by less than this."""


class Breaking(Struct, frozen=True, gc=False):
    """How a paragraph is broken: width of the lines in points, flush right or ragged.

    Where it `hangs`, signs stand a little over the edges: over the left one, and if flush over both.
    One that `turns` begins at the right edge where its first letter reads from there; others hold words
    of others in a frame of our own, which begins at the left. What is `placed` tells where excerpts lie.
    """

    measure: float
    justified: bool = False
    language: str = "en"
    turns: bool = True
    hangs: bool = False
    placed: bool = False


class Atoms(Struct, gc=False):
    """The atoms of a paragraph; lengths are in thousandths of the size of its first run.

    `owners` are the numbers of their runs (left empty if there is but one), `scales` the runs' sizes
    in those of the first, `glued` the atoms that no line ends behind. `widths` are with the space
    behind, `gaps` the widths of that space, `edges` where each atom begins, and where the last ends.
    `parted` tells that there are words in parts. Of flush lines that `hang` over their edges, `lefts`
    and `rights` say by how much each atom does where one begins or ends with it.
    """

    words: list[str]
    lexicons: Sequence[Lexicon]
    scales: Sequence[float] = (1.0,)
    owners: list[int] = field(default_factory=list)
    glued: set[int] = field(default_factory=set)
    widths: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)
    parted: bool = False
    hang: bool = False
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()

    def measure(self) -> None:
        """Find the widths of the words."""
        words = self.words
        if self.owners:
            owners, start = self.owners, 0
            self.words, self.owners, self.widths, self.gaps = [], [], [], []
            for owner in range(len(self.lexicons)):
                end = bisect_right(owners, owner, start)
                self.add(owner, words[start:end], parted=self.parted)
                start = end
        else:
            lexicon = self.lexicons[0]
            self.widths = list(map(lexicon.__getitem__, words))
            self.gaps = _gaps(words, lexicon.space, parted=self.parted)
        self.place()

    def add(self, owner: int, words: Sequence[str], *, parted: bool) -> None:
        """Put words of the run `owner` behind those there are."""
        lexicon, scale = self.lexicons[owner], self.scales[owner]
        found = map(lexicon.__getitem__, words)
        self.words += words
        self.owners += [owner] * len(words)
        self.widths += found if scale == 1.0 else [width * scale for width in found]
        self.gaps += _gaps(words, lexicon.space * scale, parted=parted)

    def place(self) -> None:
        """Find where the words begin and end."""
        for at in self.glued:
            if self.gaps[at]:
                self.widths[at] -= self.gaps[at]
                self.gaps[at] = 0.0
        self.edges = list(accumulate(self.widths, initial=0.0))
        if self.hang:
            self.hang_over()

    def hang_over(self) -> None:
        """Find by how much the words hang over the edges."""
        words, owners = self.words, self.owners
        if not owners:
            lexicon = self.lexicons[0]
            self.lefts = list(map(lexicon.lefts.get, words, repeat(0)))
            self.rights = list(map(lexicon.rights.get, words, repeat(0)))
            return
        pairs = list(zip(self.lexicons, self.scales, strict=True))
        of = [(*pairs[owner], word) for owner, word in zip(owners, words, strict=True)]
        self.lefts = [lexicon.lefts.get(word, 0) * scale for lexicon, scale, word in of]
        self.rights = [lexicon.rights.get(word, 0) * scale for lexicon, scale, word in of]

    @property
    def plain(self) -> bool:
        """Whether a space of one width stands behind every atom."""
        return not self.owners and not self.parted

    def of(self, at: int) -> tuple[Lexicon, float]:
        """The lexicon and the scale of an atom."""
        owner = self.owners[at] if self.owners else 0
        return self.lexicons[owner], self.scales[owner]


def _gaps(words: Sequence[str], space: float, *, parted: bool) -> list[float]:
    """The width of the space behind each of `words`: none within one that is in parts."""
    if parted:
        return [0.0 if MAY_BREAK in word else space for word in words]
    return [space] * len(words)


def split(text: str, *, address: bool = False) -> tuple[list[str], bool]:
    """The atoms of `text`, and whether there are words in parts."""
    if not text.isascii():
        text = text.replace("\u00a0", NO_BREAK).replace("\u202f", NO_BREAK)
        dashed = "-" in text or "/" in text or "–" in text or "—" in text
        if not address and is_east_asian(text):
            whole = text.split()
            parts = [part for word in whole for part in parted_anywhere(word)]
            return parts, len(parts) > len(whole)
    else:
        dashed = "-" in text or "/" in text
    words = text.split()
    if not (dashed or address):
        return words, False
    inside = _SIGNS if address else _DASHES
    found: list[str] = []
    for word in words:
        if inside.isdisjoint(word):
            found.append(word)
        else:
            found += _parted(word, inside, leads=address)
    return found, len(found) > len(words)


def parts_words(sign: str) -> bool:
    """Whether a sign is a space that parts words: a line may end there, as it may not at `\u00a0`."""
    return sign.isspace() and sign not in "\u00a0\u202f"


def _parted(word: str, signs: frozenset[str], *, leads: bool) -> list[str]:
    """A word parted behind stretches of `signs`; with `leads` even behind those that it begins with."""
    parts, start, last = [], 0, len(word) - 1
    for at, character in enumerate(word):
        if character not in signs or at == last or word[at + 1] in signs:
            continue
        if leads or not signs.issuperset(word[start : at + 1]) or start:
            parts.append(f"{word[start : at + 1]}{MAY_BREAK}{word[at + 1]}")
            start = at + 1
    return [*parts, word[start:]]


def choose(atoms: Atoms, how: Breaking) -> list[int]:
    """Of each line the atom that it ends before; atoms are parted where a line must end in one."""
    ends, starts, places = _places(atoms)
    if how.justified:
        blanks = _blanks(atoms, places)
        found = breaking.justified(starts, ends, blanks, how.measure, breaking.TOLERANCES[0])
        if not found:
            return _hyphenated(atoms, how)
    else:
        found = breaking.evenly(starts, ends, how.measure)
        if not found:
            return _squeezed(atoms, how)
    return [places[end] for end in found] if places else found


def _places(atoms: Atoms) -> tuple[list[float], list[float], list[int]]:
    """Where lines may end: their edges, where the next begin, and the atoms behind.

    The last is left empty where a line may end behind every atom.
    """
    edges = starts = atoms.edges
    if atoms.plain:
        gap = atoms.gaps[0]
        ends = [edge - gap for edge in edges[1:]]
    else:
        ends = list(map(sub, edges[1:], atoms.gaps))
    if atoms.rights:
        ends = list(map(sub, ends, atoms.rights))
        starts = [*map(add, edges, atoms.lefts), edges[-1]]
    if not atoms.glued:
        return ends, starts, []
    places = list(range(len(edges)))
    starts = starts.copy()
    for at in sorted(atoms.glued, reverse=True):
        del ends[at], starts[at + 1], places[at + 1]
    return ends, starts, places


def _blanks(atoms: Atoms, places: Sequence[int]) -> list[float]:
    """The width of all spaces before each place that a line may end at."""
    blanks = list(accumulate(atoms.gaps, initial=0.0))
    return [blanks[at - 1] for at in places[1:]] if places else blanks


def _hyphenated(atoms: Atoms, how: Breaking) -> list[int]:
    """The ends of flush lines, of which some end in a hyphen: a name is parted only to spare a hole."""
    _, few, with_names = breaking.TOLERANCES
    for names, limit in ((False, few), (True, with_names), (True, None)):
        positions = hyphenator(how.language, names=names)
        starts, ends, blanks, places = _parting(atoms, positions, how.measure, limit)
        hyphens = [cut > 0 for _, cut in places]
        found = breaking.justified(starts, ends, blanks, how.measure, limit, hyphens)
        if found:
            return _cut(atoms, [places[end - 1] for end in found])
    return _squeezed(atoms, how)


def _parting(
    atoms: Atoms, positions: Positions, measure: float, limit: float | None
) -> tuple[list[float], list[float], list[float], list[tuple[int, int]]]:
    """Where lines may end, also in words: where the next begin, the edges, the spaces before.

    Words are left whole that no line can end in if none is stretched beyond `limit`. Of each place
    the atom, and after how many of its characters; 0 is behind it.
    """
    edges, glued = atoms.edges, atoms.glued
    before = list(accumulate(atoms.gaps, initial=0.0))
    behind = list(map(sub, edges[1:], atoms.gaps))
    begins = edges
    if atoms.rights:
        behind = list(map(sub, behind, atoms.rights))
        begins = [*map(add, edges, atoms.lefts), edges[-1]]
    starts, ends, blanks = [begins[0]], [], []
    places: list[tuple[int, int]] = []
    done = 0
    parted = _cuts(atoms, positions, _near(atoms, before, measure, limit))
    owners, scale, lost = atoms.owners, atoms.scales[0], 0.0
    hung = atoms.lexicons[0].hyphen * scale if atoms.rights else 0.0
    for at in [*parted, len(atoms.words)]:
        starts += begins[done + 1 : at + 1]
        ends += behind[done:at]
        blanks += before[done:at]
        places += zip(range(done, at), repeat(0))
        if at not in parted:
            break
        if owners or glued:
            lexicon, scale = atoms.of(at)
            lost = _lost(atoms, at, lexicon, scale)
            hung = lexicon.hyphen * scale if atoms.rights else 0.0
        left, right, blank = edges[at], edges[at + 1], before[at]
        for cut, before_cut, rest in parted[at]:
            starts.append(right - rest * scale + lost)
            ends.append(left + before_cut * scale - hung)
            blanks.append(blank)
            places.append((at, cut))
        done = at
    if glued:
        whole = [index for index, (at, cut) in enumerate(places) if not cut and at in glued]
        for index in reversed(whole):
            del starts[index + 1], ends[index], blanks[index], places[index]
    return starts, ends, [*blanks, 0.0], places


def _near(
    atoms: Atoms, before: Sequence[float], measure: float, limit: float | None
) -> Sequence[int]:
    """The atoms that a line may end in; `before` are the spaces before each.

    So many lines are as wide as what stands in them, its spaces shrunk or stretched, but for what is
    lost and won at their ends: a space, a hyphen, what hangs over.
    """
    if limit is None:
        return range(len(atoms.words))
    ends = 3 * max(atoms.gaps)
    least, most, reach = measure - ends, measure + ends, limit * breaking.STRETCH
    if least <= 0:
        return range(len(atoms.words))
    places = zip(count(), atoms.edges, atoms.edges[1:], before, strict=False)
    return [
        at
        for at, left, right, blank in places
        if (left - breaking.SHRINK * blank) // most < (right + reach * blank) // least
    ]


def _cuts(atoms: Atoms, positions: Positions, near: Iterable[int]) -> dict[int, Cuts]:
    """Of each atom of those `near` that a hyphen may part, where it may."""
    words, owners = atoms.words, atoms.owners
    cuts = [lexicon.cuts(positions) for lexicon in atoms.lexicons]
    if owners:
        return {at: parts for at in near if (parts := cuts[owners[at]][words[at]])}
    only = cuts[0]
    return {at: parts for at in near if (parts := only[words[at]])}


def _lost(atoms: Atoms, at: int, lexicon: Lexicon, scale: float) -> float:
    """The space that the lexicon counts behind a word, and that is not there since it is glued."""
    return lexicon.space * scale if at in atoms.glued and MAY_BREAK not in atoms.words[at] else 0.0


def _squeezed(atoms: Atoms, how: Breaking) -> list[int]:
    """The ends of lines after what is too wide for a line was parted anywhere."""
    cuts: list[tuple[int, int]] = []
    for at, word in enumerate(atoms.words):
        if atoms.widths[at] - atoms.gaps[at] <= how.measure:
            continue
        lexicon, scale = atoms.of(at)
        room = how.measure
        for place, character in enumerate(word.partition(MAY_BREAK)[0]):
            wide = lexicon[character + MAY_BREAK] * scale * _RESERVE
            if wide > room and place:
                cuts.append((at, place))
                room = how.measure
            room -= wide
    if cuts:
        _cut(atoms, cuts, hyphen="")
    else:
        atoms.glued.clear()  # too many atoms without a place to break between
        atoms.measure()
    ends, starts, places = _places(atoms)
    if how.justified:
        found = breaking.justified(starts, ends, _blanks(atoms, places), how.measure)
    else:
        found = breaking.ragged(starts, ends, how.measure, 1.0)
    if not found and atoms.glued:
        return _squeezed(atoms, how)
    found = found or list(range(1, len(ends) + 1))  # narrower than a letter: a letter a line
    return [places[end] for end in found] if places else found


def _cut(atoms: Atoms, ends: list[tuple[int, int]], hyphen: str = SOFT_HYPHEN) -> list[int]:
    """Part atoms where an end lies in one; of each end the atom behind it."""
    if not any(cut for _, cut in ends):
        return [at + 1 for at, _ in ends]
    words, origins = atoms.words.copy(), list(range(len(atoms.words)))
    found: list[int] = []
    more, last, gone = 0, -1, 0
    for at, cut in ends:
        if not cut:
            found.append(at + 1 + more)
            continue
        gone = gone if at == last else 0  # of a word that is parted already
        place, last = at + more, at
        word = words[place]
        words[place : place + 1] = (f"{word[: cut - gone]}{hyphen}{MAY_BREAK}", word[cut - gone :])
        origins.insert(place, at)
        more, gone = more + 1, cut
        found.append(place + 1)
    if atoms.glued:
        lasts = [one != other for one, other in pairwise([*origins, -1])]
        atoms.glued = {new for new, old in enumerate(origins) if old in atoms.glued and lasts[new]}
    if atoms.owners:
        atoms.owners = [atoms.owners[origin] for origin in origins]
    atoms.words, atoms.parted = words, True
    atoms.measure()
    return found
