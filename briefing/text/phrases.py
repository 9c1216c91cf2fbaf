"""Finds many phrases at once: a table from first words to phrases, one look-up a word of text.

Phrases match word forms (`forms`), and any space, hyphen, stop or apostrophe may stand between
their words: “command and control” finds “Command-and-control”.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.text.forms import is_name, word_forms

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = frozenset(" -\u2010\u2011.'’\n&/")
_WIDEST = 2
"""Characters that may stand between two words of a phrase."""


class Words:
    """The words of a stretch of text: ranges, as written, in small letters, and where each stands."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.spans = [found.span() for found in _WORD.finditer(text, start, end)]
        self.written = [text[left:right] for left, right in self.spans]
        self.lowered = [word.lower() for word in self.written]
        self.places: dict[str, list[int]] = {}
        places = self.places
        for at, word in enumerate(self.written):
            places.setdefault(word, []).append(at)
            if (lowered := self.lowered[at]) != word:
                places.setdefault(lowered, []).append(at)


def distinct_words(text: str) -> frozenset[str]:
    """The words of `text`, each as written and in small letters."""
    written = set(_WORD.findall(text))
    return frozenset(written.union(map(str.lower, written)))


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
        self.starts = frozenset(self._names) | frozenset(self._words)
        """Words with which a phrase can begin; where none of them stands, none is found."""

    def _add(self, forms: Sequence[frozenset[str]], *, name: bool) -> None:
        table = self._names if name else self._words
        for first in forms[0]:
            table.setdefault(first, []).append(tuple(forms))

    def may_stand_in(self, distinct: frozenset[str]) -> bool:
        """Whether all words of some phrase are among the `distinct_words` of a text."""
        return not self.starts.isdisjoint(distinct) and any(
            all(not allowed.isdisjoint(distinct) for allowed in forms)
            for first in self.starts & distinct
            for table in (self._names, self._words)
            for forms in table.get(first, ())
        )

    def find(self, words: Words) -> Iterator[tuple[int, int]]:
        """Ranges of the phrases among `words`, the longest at each place, none overlapping."""
        if self.starts.isdisjoint(words.places):
            return
        lengths: dict[int, int] = {}
        for table in (self._names, self._words):
            for key in table.keys() & words.places.keys():
                for at in words.places[key]:
                    row = words.written if table is self._names else words.lowered
                    if key == row[at]:
                        found = _longest(words, at, table[key])
                        lengths[at] = max(found, lengths.get(at, 0))
        free = 0
        for at in sorted(lengths):
            if lengths[at] and at >= free:
                free = at + lengths[at]
                yield words.spans[at][0], _with_possessive(words, free - 1)


def _longest(words: Words, at: int, known: Sequence[tuple[frozenset[str], ...]]) -> int:
    """How many words the longest of `known` (longest first) has at `at`; 0 if none fits."""
    return next((len(forms) for forms in known if _matches(words, at, forms)), 0)


def _matches(words: Words, at: int, forms: Sequence[frozenset[str]]) -> bool:
    if at + len(forms) > len(words.spans):
        return False
    for number, allowed in enumerate(forms):
        here = at + number
        if words.written[here] not in allowed and words.lowered[here] not in allowed:
            return False
        if number and not _joined(words, here):
            return False
    return True


def _joined(words: Words, at: int) -> bool:
    """Whether the word at `at` and the one before it can be words of one phrase."""
    between = words.text[words.spans[at - 1][1] : words.spans[at][0]]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _with_possessive(words: Words, last: int) -> int:
    """The end of word `last`, its possessive included."""
    end = words.spans[last][1]
    if last + 1 == len(words.spans):
        return end
    start, end_of_next = words.spans[last + 1]
    possessive = words.written[last + 1] == "s" and words.text[end:start] in ("'", "’")
    return end_of_next if possessive else end
