"""A paragraph of a Word file while it is read, and what it says of itself."""

from collections.abc import Iterator
from unicodedata import bidirectional

from msgspec import Struct, field

from briefing.verify.paper import Mark, Part
from briefing.verify.word_placing import Place
from briefing.verify.word_styles import Look

LONGEST_SHOWN = 60
FROM_RIGHT = ("R", "AL")
"""Letters that are read from the right, by Unicode's classes."""


class Line(Struct):
    """A paragraph being read."""

    number: int
    style: str = ""
    look: Look = field(default_factory=Look)
    text: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    unseen: dict[str, str] = field(default_factory=dict)
    page: int | None = None
    places: list[Place] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    covered: bool = False
    from_right: list[str] = field(default_factory=list)
    item: tuple[str, str] = ("", "0")
    before: str = ""
    raised: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: str, *, of_source: bool) -> None:
        """Take words that are seen."""
        start, end = self.length, self.length + len(words)
        self.text.append(words)
        self.length = end
        if of_source:
            if self.quoted and self.quoted[-1][1] == start:
                start = self.quoted.pop()[0]
            self.quoted.append((start, end))

    def told(self, text: str, part: Part) -> Iterator[str]:
        """What the paragraph `text` does not show, or shows otherwise than it holds it."""
        for why, words in self.unseen.items():
            if words.strip():
                yield f"{why}: “{words}”"
        whole = [(0, len(text.rstrip()))] if part is Part.QUOTATION else self.quoted
        if any(start < at < end for at in self.drawn for start, end in whole):
            yield f"a picture or a box among the words quoted: “{text[:LONGEST_SHOWN]}”"
        if self.before and (part is Part.QUOTATION or self.quoted):
            yield f"words that a list sets before those quoted: “{self.before[:LONGEST_SHOWN]}”"
        if self.covered:
            yield f"a picture or a shape that may cover text: “{text[:LONGEST_SHOWN]}”"
        if self.from_right and not any(bidirectional(letter) in FROM_RIGHT for letter in text):
            words = "".join(self.from_right)[:LONGEST_SHOWN]
            yield f"words set as if they were read from the right: “{words}”"
