"""The verbs of saying in an article, each with its place."""

from bisect import bisect_left

from msgspec import Struct

from briefing.analysis.lexicon import CueVerbs
from briefing.text.phrases import Words

_JOINS = ("-", "_")
"""Beside a word, these make it a part of a longer one."""


class Cue(Struct, frozen=True):
    """A verb of saying and where it stands."""

    word: str
    start: int
    end: int


class Cues:
    """The cue verbs among the words of an article."""

    def __init__(self, known: CueVerbs, words: Words) -> None:
        self.saying = known.saying
        self._words: list[str] = []
        self._starts: list[int] = []
        text = words.text
        for at in words.among(known.all):
            word, start = words.written[at], words.starts[at]
            end = start + len(word)
            if text[start - 1 : start] not in _JOINS and text[end : end + 1] not in _JOINS:
                self._words.append(word)
                self._starts.append(start)

    def within(self, start: int, end: int) -> list[Cue]:
        """Those in `[start, end)` in reading order, their places counted from `start` on."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first == last:
            return []
        return [
            Cue(word, at - start, at - start + len(word))
            for word, at in zip(self._words[first:last], self._starts[first:last], strict=True)
            if at + len(word) <= end
        ]
