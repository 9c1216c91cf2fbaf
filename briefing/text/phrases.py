"""Finds many phrases at once: a table from first words to phrases, one look-up a word of text.

Phrases match word forms (`forms`), and any space, hyphen, stop or apostrophe may stand between
their words: “command and control” finds “Command-and-control”.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.text.forms import is_name, word_forms

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = frozenset(" -\u2010\u2011.'’\n&/")
_WIDEST = 2
"""Characters that may stand between two words of a phrase."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its range, as written and in small letters."""

    start: int
    end: int
    written: str
    lowered: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of `text[start:end]`, in order."""
    return tuple(
        Token(found.start(), found.end(), found.group(), found.group().lower())
        for found in _WORD.finditer(text, start, end)
    )


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

    def find(self, text: str, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Ranges of the phrases among `words`, the longest at each place, none overlapping."""
        at = 0
        while at < len(words):
            length = self._longest(text, words, at)
            if length:
                last = at + length - 1
                yield words[at].start, _with_possessive(text, words, last)
            at += max(length, 1)

    def _longest(self, text: str, words: Sequence[Token], at: int) -> int:
        """How many words the longest phrase at `at` has; 0 if none begins there."""
        token = words[at]
        best = 0
        for table, key in ((self._names, token.written), (self._words, token.lowered)):
            for forms in table.get(key, ()):
                if len(forms) > best and _matches(text, words, at, forms):
                    best = len(forms)
                    break
        return best


def _matches(
    text: str, words: Sequence[Token], at: int, forms: Sequence[frozenset[str]]
) -> bool:
    if at + len(forms) > len(words):
        return False
    for number, allowed in enumerate(forms):
        token = words[at + number]
        if token.written not in allowed and token.lowered not in allowed:
            return False
        if number and not _joined(text, words[at + number - 1], token):
            return False
    return True


def _joined(text: str, one: Token, other: Token) -> bool:
    between = text[one.end : other.start]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _with_possessive(text: str, words: Sequence[Token], last: int) -> int:
    """The end of word `last`, its possessive included."""
    end = words[last].end
    following = words[last + 1] if last + 1 < len(words) else None
    possessive = following and following.written == "s" and text[end : following.start] in "'’"
    return following.end if following and possessive else end
