"""Patterns over classes of words, without spelling the words out in them.

An alternation of a hundred words takes milliseconds to compile and is tried at every place. Here
each known word gets a sign in the place of its first letter, by one look-up; a pattern then names
the whole class by its sign. The length does not change, so offsets hold.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# Letters of Latin-1: `\w` and `\b` see letters, and a pattern with higher ones is dear to compile.
_SMALL, _CAPITAL = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
_LETTER, _OTHER = "ª", "\x80"
_FOLDED = {"’": "'", "—": "\x97", "–": "\x96", "€": "$", "£": "$", "¥": "$"}
SMALL = "a-zß-öø-ÿ"
"""For a character class: a small letter, or a sign in place of one."""
CAPITAL = "A-ZÀ-ÖØ-Þ"
"""For a character class: a capital, or a sign in place of one."""
DASH = "\x97"
"""An em dash in a marked text."""


class Signs:
    """Classes of words in small letters, by name; a word may be in several.

    `either` names the classes to which a word with a capital, or in capitals, belongs too.
    """

    def __init__(self, classes: Mapping[str, str], either: Iterable[str] = ()) -> None:
        members: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words.split():
                members.setdefault(word, set()).add(name)
        either = frozenset(either)
        self._signs: dict[tuple[bool, frozenset[str]], str] = {}
        self._written: dict[str, str] = {}
        for word in sorted(members):
            found = frozenset(members[word])
            self._written[word] = self._sign(found, capital=False) + word[1:]
            if found & either:
                self._written[word.capitalize()] = (
                    self._sign(found & either, capital=True) + word[1:]
                )

    def _sign(self, found: frozenset[str], *, capital: bool) -> str:
        """The sign of the words that are in just these classes."""
        sign = self._signs.get((capital, found))
        if sign is None:
            letters = _CAPITAL if capital else _SMALL
            sign = letters[sum(key[0] == capital for key in self._signs)]
            self._signs[capital, found] = sign
        return sign

    @property
    def known(self) -> AbstractSet[str]:
        """Every word that gets a sign, as it is written."""
        return self._written.keys()

    def mark(self, text: str) -> str:
        """`text` with the first letter of each known word replaced.

        Apostrophes become straight, dashes `DASH`, signs of money `$`, and foreign letters `ª`.
        """
        return _WORD.sub(self._one, plain(text))

    def mark_some(self, text: str, some: Iterable[tuple[int, str]]) -> str:
        """`text` as `mark` gives it where only the words `some` are known ones, with their places."""
        text = plain(text)
        for at, word in some:
            text = f"{text[:at]}{self.mark(word)}{text[at + len(word) :]}"
        return text

    def _one(self, word: re.Match[str]) -> str:
        return self._written.get(word[0], word[0])

    def of(self, name: str, *, capital: bool = False) -> str:
        """What stands in a pattern for any word of a class, if so with a capital too."""
        signs = [
            sign
            for (with_capital, found), sign in self._signs.items()
            if name in found and (capital or not with_capital)
        ]
        return f"[{''.join(signs)}][A-Za-z]*"


def plain(text: str) -> str:
    """`text` as it is marked, but for the known words."""
    return text if text.isascii() else _FOREIGN.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    letter = found[0]
    return _FOLDED.get(letter) or (_LETTER if letter.isalnum() else _OTHER)
