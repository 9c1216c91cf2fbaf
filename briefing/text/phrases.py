"""Finds many phrases at once: a table from first words to phrases, one look-up a word of text.

Phrases match word forms (`forms`), and any space, hyphen, stop or apostrophe may stand between
their words: “command and control” finds “Command-and-control”. Phrases of a script that sets no
spaces between words (Chinese, Japanese, Thai) are found wherever their letters stand.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, count, pairwise, repeat
from operator import add, not_

from msgspec import Struct

from briefing.model.unspaced import UNSPACED
from briefing.text.forms import is_name, word_forms
from briefing.text.remembered import Remembered

_WORD = re.compile(r"[^\W_]+")
_LETTERS = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
"""Leaves letters and digits, and puts a space in place of what else there is in ASCII."""
_COMMON_SIGNS = "’“”‘—–…•"
"""What a text in English has beyond Latin-1, as a rule."""
_LATIN_LETTERS = bytes(code if chr(code).isalnum() else 32 for code in range(256))
_BETWEEN = frozenset(" -\u2010\u2011.'’\n&/")
_APOSTROPHES = ("'", "’")
_WIDEST = 2
"""Characters that may stand between two words of a phrase."""


_one_each: dict[str, str] = {}
"""Each word once, however often it stands in texts: they take a fifth of the memory."""
_MOST = 100_000
"""Words of which one each is held."""


class Row(Struct, frozen=True):
    """Words in a row: how each is written, and where it stands, counted from `offset`."""

    written: list[str]
    starts: "array[int]"
    offset: int = 0

    def places(self, wanted: Iterable[object]) -> list[int]:
        """Where the words stand of which `wanted` says for each in turn that it is wanted."""
        return [at - self.offset for at in compress(self.starts, wanted)]


class Words:
    """The words of stretches of a text, in reading order: where each stands, and how it is written.

    The stretches are in order. `firsts` and `lasts` say which words belong to which of them. No
    phrase goes over the end of one.
    """

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.stretches = stretches
        self.written: list[str] = []
        self.starts = array("I")
        if _touch(stretches):
            for stretch in stretches:
                self._add((stretch,))
        else:
            self._add(stretches)
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        at = 0
        for _, end in stretches:
            # There are no words between two stretches.
            self.firsts.append(at)
            at = bisect_left(self.starts, end, at)
            self.lasts.append(at)
        self._found: tuple[Phrases, Mapping[int, Found]] | None = None

    def row(self, start: int, end: int) -> Row:
        """Those that begin in `[start, end)`, counted from `start` on."""
        first, last = self.between(start, end)
        return Row(self.written[first:last], self.starts[first:last], start)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The places of those that begin in `[start, end)`: of the first, and behind the last."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def _add(self, stretches: Sequence[tuple[int, int]]) -> None:
        # The pieces between single spaces, empty ones too: their lengths say where each stands.
        pieces = _alone(self.text, stretches).split(" ")
        first = stretches[0][0] if stretches else 0
        edges = accumulate(map(add, map(len, pieces), repeat(1)), initial=first)
        self.starts.extend(compress(edges, pieces))
        written = list(filter(None, pieces))
        if len(_one_each) > _MOST:
            _one_each.clear()
        self.written += map(_one_each.setdefault, written, written)

    def limit(self, at: int) -> int:
        """Where the stretch of the word at place `at` ends, in words."""
        return self.lasts[bisect_right(self.lasts, at)]

    def among(self, wanted: Container[str]) -> Iterator[int]:
        """The places of the words that are in `wanted`, as they are written."""
        return compress(count(), map(wanted.__contains__, self.written))

    def mixed(self) -> Iterator[int]:
        """The places of the words that are not of letters alone."""
        return compress(count(), map(not_, map(str.isalpha, self.written)))

    def found(self, phrases: "Phrases") -> "Mapping[int, Found]":
        """Where `phrases` stand, by the number of the stretch, in order; the last answer is kept."""
        if self._found is None or self._found[0] is not phrases:
            by_stretch: dict[int, Found] = {}
            here: Found = {}
            end = 0
            for at, group, span in phrases.find(self):
                if at >= end:
                    number = bisect_right(self.lasts, at)
                    here, end = by_stretch.setdefault(number, {}), self.lasts[number]
                if group in here:
                    here[group].append(span)
                else:
                    here[group] = [span]
            self._found = phrases, by_stretch
        return self._found[1]

    def forget(self) -> None:
        """Let go of where phrases stand: nobody asks for them again."""
        self._found = None

    def end(self, at: int) -> int:
        """Where the word at place `at` ends."""
        return self.starts[at] + len(self.written[at])


def row_of(text: str, start: int = 0, end: int | None = None) -> Row:
    """The words of `text[start:end]`, counted from the beginning of `text`."""
    words = Words(text, ((start, len(text) if end is None else end),))
    return Row(words.written, words.starts)


def _touch(stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one stretch ends where the next begins: then a word may be cut in two."""
    return any(one[1] >= other[0] for one, other in pairwise(stretches))


def _alone(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The text from the first of `stretches` on, with a space for all but their letters and digits."""
    parts: list[str] = []
    done = stretches[0][0] if stretches else 0
    for start, end in stretches:
        parts += " " * (start - done), text[start:end]
        done = end
    return letters_alone("".join(parts))


def letters_alone(text: str) -> str:
    """`text` with a space in place of each character that is neither letter nor digit."""
    if text.isascii():
        return text.translate(_LETTERS)
    for sign in _COMMON_SIGNS:
        text = text.replace(sign, " ")
    try:
        # Most texts have no others beyond Latin-1, whose characters are translated by a table of bytes.
        return text.encode("latin-1").translate(_LATIN_LETTERS).decode("latin-1")
    except UnicodeEncodeError:
        pass
    for character in set(text):
        if not character.isalnum():
            text = text.replace(character, " ")
    return text


Forms = tuple[frozenset[str], ...]
Span = tuple[int, int]
Found = dict[int, list[Span]]
"""Where the phrases of a group stand, by the number of the group."""


class Phrases:
    """Groups of phrases, ready to be found; a group is known by its number."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        names: dict[str, list[tuple[int, Forms]]] = {}
        words: dict[str, list[tuple[int, Forms]]] = {}
        self._count = 0
        self._unspaced: list[tuple[int, re.Pattern[str]]] = []
        for group in groups:
            spaced = list(group)
            if unspaced := [phrase for phrase in spaced if UNSPACED.search(phrase)]:
                self._unspaced.append((self._count, _anywhere(unspaced)))
                spaced = [phrase for phrase in spaced if phrase not in unspaced]
            for phrase in spaced:
                parts = _WORD.findall(phrase)
                if parts:
                    first, *rest = map(word_forms, parts)
                    table = names if is_name(parts[0]) else words
                    for form in first:
                        table.setdefault(form, []).append((self._count, tuple(rest)))
            self._count += 1
        self._names = names
        self._words = words
        self._begun = Remembered(self._beginning)

    def _beginning(self, word: str) -> tuple[tuple[int, Forms], ...]:
        """The phrases that begin with `word`, longest first: their groups, and what follows.

        Names begin with it as it is written, others with it in small letters.
        """
        names, words = self._names.get(word), self._words.get(word.lower())
        if names is None and words is None:
            return ()
        known = (*(names or ()), *(words or ()))
        return tuple(sorted(known, key=lambda phrase: -len(phrase[1])))

    def find(self, words: Words) -> Iterator[tuple[int, int, Span]]:
        """Where the phrases stand among `words`: in words, the number of the group, and the range.

        In reading order; of each group the longest at each place, none overlapping.
        """
        found = self._find(words)
        return iter(sorted((*found, *self._anywhere(words)))) if self._unspaced else found

    def _anywhere(self, words: Words) -> Iterator[tuple[int, int, Span]]:
        """Where phrases stand that are written without spaces; several may stand in one word."""
        for start, end in words.stretches:
            for group, pattern in self._unspaced:
                for found in pattern.finditer(words.text, start, end):
                    at = bisect_right(words.starts, found.start()) - 1
                    yield max(at, 0), group, found.span()

    def _find(self, words: Words) -> Iterator[tuple[int, int, Span]]:
        free = [0] * self._count
        begun = list(map(self._begun.__getitem__, words.written))
        following = [*words.written[1:], ""]
        for at in compress(count(), begun):
            after = following[at]
            small = after.lower()
            for group, rest in begun[at]:
                if free[group] > at or (rest and after not in rest[0] and small not in rest[0]):
                    continue
                if not rest or _goes_on(words, at + 1, rest):
                    free[group] = at + 1 + len(rest)
                    span = words.starts[at], _with_possessive(words, at + len(rest))
                    yield at, group, span


def _anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest of `phrases` at each place; what is a space in them may be none."""
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(re.escape, one.split())) for one in longest))


def _goes_on(words: Words, at: int, rest: Forms) -> bool:
    """Whether the words from `at` on are the `rest` of a phrase."""
    if at + len(rest) > words.limit(at - 1):
        return False
    for here, allowed in enumerate(rest, at):
        if not _fits(words.written[here], allowed) or not _joined(words, here):
            return False
    return True


def _fits(word: str, allowed: frozenset[str]) -> bool:
    return word in allowed or word.lower() in allowed


def _joined(words: Words, at: int) -> bool:
    """Whether the word at `at` and the one before it can be words of one phrase."""
    between = words.text[words.end(at - 1) : words.starts[at]]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _with_possessive(words: Words, last: int) -> int:
    """The end of word `last`, its possessive included."""
    end = words.end(last)
    if words.text[end : end + 1] not in _APOSTROPHES or last + 1 == words.limit(last):
        return end
    owns = words.written[last + 1] == "s" and words.starts[last + 1] == end + 1
    return end + 2 if owns else end
