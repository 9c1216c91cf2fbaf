"""Finds the names of outlets in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from briefing.text.phrases import Words

_WORD = re.compile(r"[^\W_]+")
_BARRED_BEFORE = ("@", "#", ".", "_")
"""What stands before a word of an address or a tag."""


class Names:
    """Finds listed names in a text: by their first word, the longest name first."""

    def __init__(self, common: Mapping[str, str]) -> None:
        self.common = common
        by_word: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(common, key=len, reverse=True):
            first, second, *_ = (*_WORD.findall(name), "", "")
            by_word.setdefault(first, []).append((second, name))
        # By the first word and the second: many papers are called “The …”.
        self._by_word = {
            first: {
                second: [name for other, name in names if other in ("", second)]
                for second in ("", *(second for second, _ in names))
            }
            for first, names in by_word.items()
        }

    @property
    def firsts(self) -> AbstractSet[str]:
        """The words with which a name can begin."""
        return self._by_word.keys()

    def hits(self, words: Words, places: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Where a listed name begins at one of the `places` of `words`, and which."""
        text, written, done = words.text, words.written, 0
        for place in places:
            names = self._by_word.get(written[place])
            at = words.starts[place]
            if names is None or at < done or _goes_on(text, at):
                continue
            second = written[place + 1] if place + 1 < len(written) else ""
            for name in names.get(second) or names[""]:
                end = at + len(name)
                if text.startswith(name, at) and not _in_word(text[end : end + 1]):
                    done = end
                    yield at, end, name
                    break


def _goes_on(text: str, at: int) -> bool:
    """Whether the word at `at` is part of a longer one, of an address or of a tag."""
    before = text[max(0, at - 2) : at]
    return before.endswith(_BARRED_BEFORE) or (before[1:] == "-" and "a" <= before[0] <= "z")


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
