"""Sets an article's lines below one another and notes where each stands."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from msgspec import Struct, field

from briefing.model.source import Article, Clue, Field, Kind, Line, Notice
from briefing.text.decoding import tidy

_SPACE = re.compile(r"\s+")


class Setter(Struct):
    """The text so far: one line a block, a blank line between two."""

    pieces: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    length: int = 0

    def add(
        self,
        words: str,
        *,
        kind: Kind | None = None,
        tag: str = "",
        within: tuple[str, ...] = (),
        link_share: float = 0.0,
    ) -> Line | None:
        """Set one line; its white space is collapsed. Gives nothing if there are no words."""
        tidied, remarks = tidy(words)
        words = _SPACE.sub(" ", tidied).strip()
        self.remarks.update(dict.fromkeys(remarks))
        if not words:
            return None
        if self.lines:
            self.pieces.append("\n\n")
            self.length += 2
        line = Line(self.length, self.length + len(words), tag, within, link_share, kind)
        self.pieces.append(words)
        self.length = line.end
        self.lines.append(line)
        return line

    @property
    def text(self) -> str:
        """All lines."""
        return "".join(self.pieces)


class Part(Struct, frozen=True):
    """A labelled line of an export: its words, what they are, and the field they fill.

    `value` is the part of the words that is the field's value, where it is not all of them.
    """

    words: str
    kind: Kind
    field: Field | None = None
    value: str | None = None
    found_in: str = ""


def article_of(
    parts: Iterable[Part],
    path: PurePath,
    sha256: str,
    media_type: str,
    *,
    index: int = 0,
    notices: tuple[Notice, ...] = (),
) -> Article:
    """The article whose lines are `parts`; all of them say what they are."""
    setter = Setter()
    clues: list[Clue] = []
    for part in parts:
        line = setter.add(part.words, kind=part.kind)
        if line is None or part.field is None:
            continue
        words = setter.pieces[-1]
        value = _SPACE.sub(" ", words if part.value is None else part.value).strip()
        at = words.find(value)
        place = (line.start + at, line.start + at + len(value)) if at >= 0 else (None, None)
        clues.append(Clue(part.field, value, part.found_in, *place))
    told = tuple(Notice(str(path), remark) for remark in setter.remarks)
    return Article(
        path,
        sha256,
        media_type,
        setter.text,
        tuple(setter.lines),
        tuple(clues),
        index=index,
        notices=(*notices, *told),
    )
