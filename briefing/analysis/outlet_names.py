"""Finds the names of outlets in a text."""

import re
from collections.abc import Iterator, Mapping

_FIRST_WORD = re.compile(r"\w*")


class Names:
    """Finds listed names in a text: by their first word, the longest name first."""

    def __init__(self, common: Mapping[str, str]) -> None:
        self.common = common
        self._by_word: dict[str, list[str]] = {}
        for name in sorted(common, key=len, reverse=True):
            self._by_word.setdefault(_FIRST_WORD.match(name)[0], []).append(name)  # type: ignore[index]
        small = sorted(word for word in self._by_word if not word[:1].isupper())
        either = "|".join(["[A-ZÀ-Þ]\\w*", *map(re.escape, small)])
        self._word = re.compile(f"(?<![\\w@#.])(?<![a-z]-)(?:{either})")

    def hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a listed name stands, and which."""
        done = 0
        for word in self._word.finditer(text):
            if (names := self._by_word.get(word.group())) is None or (at := word.start()) < done:
                continue
            for name in names:
                end = at + len(name)
                if text.startswith(name, at) and not _in_word(text[end : end + 1]):
                    done = end
                    yield at, end, name
                    break


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
