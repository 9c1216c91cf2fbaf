"""What a proof says: a verdict on each quotation of a finished file, and what was found beside."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct


class Standing(StrEnum):
    """How a quotation stands against its source."""

    PROVEN = "proven"
    ALTERED = "altered"
    MISSING = "missing"
    UNCITED = "uncited"
    UNCHECKED = "unchecked"


class Strength(StrEnum):
    """What quotations were compared with; the manifest inside a file proves nothing by itself."""

    LIBRARY = "library"
    SOURCES = "sources"
    MANIFEST = "manifest"
    NOTHING = "nothing"


class Change(Struct, frozen=True):
    """Words that differ: as printed, and as the source has them; either may be empty."""

    printed: str
    source: str
    legal: bool = False


def differing(text: str, words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """`text` in stretches, each with whether it is the next of `words`, which stand in their order."""
    last = 0
    for word in filter(None, words):
        at = text.find(word, last)
        if at >= 0:
            yield text[last:at], False
            yield word, True
            last = at + len(word)
    yield text[last:], False


class Verdict(Struct, frozen=True):
    """One quotation of the file, its citation as printed, and how it stands.

    `source`, `start` and `end` say where the words stand, `passage` what stands there. `place` says
    where in the file the quotation is, `paragraph` the number of its paragraph in a Word file,
    `displayed` whether it is a paragraph of its own.
    """

    quote: str
    citation: str | None
    standing: Standing
    source: str | None = None
    start: int | None = None
    end: int | None = None
    detail: str = ""
    passage: str = ""
    name: str = ""
    place: str = ""
    paragraph: int | None = None
    changes: tuple[Change, ...] = ()
    displayed: bool = False


class Finding(Struct, frozen=True):
    """Something beside the quotations; `grave` where the file should not be handed over so."""

    kind: str
    text: str
    place: str = ""
    paragraph: int | None = None
    grave: bool = False


class Signed(Struct, frozen=True):
    """What a signature says: whether it holds for the manifest, and by which key (base64)."""

    holds: bool
    key: str


class Report(Struct, frozen=True):
    """The whole proof of one file."""

    file: str
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    strength: Strength
    manifest: str = "none"

    @property
    def is_clean(self) -> bool:
        """Whether every quotation is proven."""
        return all(verdict.standing is Standing.PROVEN for verdict in self.verdicts)

    def counts(self) -> dict[str, int]:
        """How many quotations have each standing."""
        found = Counter(verdict.standing for verdict in self.verdicts)
        return {standing.value: found[standing] for standing in Standing}
