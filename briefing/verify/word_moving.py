"""Words that Word keeps on record as moved from one place to another."""

from collections.abc import Iterator

from msgspec import Struct, field

_FROM, _TO = "moveFrom", "moveTo"


class Moves(Struct):
    """What a part says was moved away, by the number of the paragraph, and what was moved in."""

    away: dict[int, str] = field(default_factory=dict)
    here: str = ""
    _within: list[str] = field(default_factory=list)

    def start(self, local: str) -> None:
        """An element begins."""
        if local in (_FROM, _TO):
            self._within.append(local)

    def end(self, local: str) -> None:
        """An element ends."""
        if local in (_FROM, _TO) and self._within:
            self._within.pop()

    def add(self, words: str, paragraph: int) -> None:
        """Take words, moved or not."""
        if self._within and self._within[0] == _FROM:
            self.away[paragraph] = self.away.get(paragraph, "") + words
        elif self._within:
            self.here += words

    def lost(self) -> Iterator[tuple[int, str]]:
        """What was moved away and stands nowhere: a deletion by another name."""
        arrived = "".join(self.here.split())
        for paragraph, words in self.away.items():
            if "".join(words.split()) not in arrived:
                yield paragraph, words.strip()
