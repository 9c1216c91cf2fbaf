"""Finds many phrases at once: a table from first words to phrases, one look-up a word of text.

Phrases match word forms (`forms`), and any space, hyphen, stop or apostrophe may stand between
their words: “command and control” finds “Command-and-control”.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.text.forms import is_name, word_forms

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = frozenset(" -\u2010\u2011.'’\n&/")
_WIDEST = 2
"""Characters that may stand between two words of a phrase."""


class Token(NamedTuple):
    """A word of a text: its range, as written and in small letters."""

    start: int
    end: int
    written: str
    lowered: str


class Words:
    """The words of a stretch of text, and where each stands."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.tokens = tuple(
            Token(*found.span(), word := found.group(), word.lower())
            for found in _WORD.finditer(text, start, end)
        )
        self.places: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens):
            self.places.setdefault(token.written, []).append(at)
            if token.lowered != token.written:
                self.places.setdefault(token.lowered, []).append(at)


class Phrases:
    """A set of phrases, ready to be found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._names: dict[str, list[tuple[frozenset[str], ...]]] = {}
        self._words: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for phrase in phrases:
            parts = _WORD.findall(phrase)
            if parts:
                self._add([word_forms(part) for part in parts], name=is_name(parts[0]))
        for table in (self._names, self._words):
            for known in table.values():
                known.sort(key=len, reverse=True)

    def _add(self, forms: Sequence[frozenset[str]], *, name: bool) -> None:
        table = self._names if name else self._words
        for first in forms[0]:
            table.setdefault(first, []).append(tuple(forms))

    def find(self, words: Words) -> Iterator[tuple[int, int]]:
        """Ranges of the phrases among `words`, the longest at each place, none overlapping."""
        lengths: dict[int, int] = {}
        for table in (self._names, self._words):
            for key in table.keys() & words.places.keys():
                for at in words.places[key]:
                    token = words.tokens[at]
                    if key == (token.written if table is self._names else token.lowered):
                        found = _longest(words, at, table[key])
                        lengths[at] = max(found, lengths.get(at, 0))
        free = 0
        for at in sorted(lengths):
            if lengths[at] and at >= free:
                free = at + lengths[at]
                yield words.tokens[at].start, _with_possessive(words, free - 1)


def _longest(words: Words, at: int, known: Sequence[tuple[frozenset[str], ...]]) -> int:
    """How many words the longest of `known` (longest first) has at `at`; 0 if none fits."""
    return next((len(forms) for forms in known if _matches(words, at, forms)), 0)


def _matches(words: Words, at: int, forms: Sequence[frozenset[str]]) -> bool:
    if at + len(forms) > len(words.tokens):
        return False
    for number, allowed in enumerate(forms):
        token = words.tokens[at + number]
        if token.written not in allowed and token.lowered not in allowed:
            return False
        if number and not _joined(words.text, words.tokens[at + number - 1], token):
            return False
    return True


def _joined(text: str, one: Token, other: Token) -> bool:
    between = text[one.end : other.start]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _with_possessive(words: Words, last: int) -> int:
    """The end of word `last`, its possessive included."""
    end = words.tokens[last].end
    if last + 1 == len(words.tokens):
        return end
    following = words.tokens[last + 1]
    possessive = following.written == "s" and words.text[end : following.start] in ("'", "’")
    return following.end if possessive else end
