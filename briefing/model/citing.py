"""How the analyst's own words cite an excerpt: `[[4f56e7a1/1310-1502]]`, a source and its place."""

import re
from collections.abc import Iterator

from msgspec import Struct


class Mention(Struct, frozen=True):
    """What stands between the brackets: how the source's id begins, and offsets into its text."""

    source: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"[[{self.source}/{self.start}-{self.end}]]"


def parts_of(text: str) -> Iterator[str | Mention]:
    """`text` as words and mentions in turn; a space before a mention belongs to neither.

    Brackets with anything else between them are words.
    """
    at = 0
    for found in re.finditer(r"[ \u00a0]?\[\[([0-9a-f]{6,64})/(\d{1,9})-(\d{1,9})\]\]", text):
        if words := text[at : found.start()]:
            yield words
        yield Mention(found[1], int(found[2]), int(found[3]))
        at = found.end()
    if words := text[at:]:
        yield words


def mentions_in(text: str) -> tuple[Mention, ...]:
    """What `text` cites, from its beginning."""
    if "[[" not in text:
        return ()
    return tuple(part for part in parts_of(text) if isinstance(part, Mention))
