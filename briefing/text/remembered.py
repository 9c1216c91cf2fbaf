"""What is found out about a word once and needed wherever the word stands again."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 30_000
"""Words remembered, then begun anew: ten thousand articles have many more, each of them seldom."""


class Remembered(dict[str, T]):
    """What `find` gives for a word; each word is asked for once.

    `map(remembered.__getitem__, words)` looks a whole text up without a step of Python a word.
    """

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
