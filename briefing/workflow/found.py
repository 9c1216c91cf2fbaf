"""What is found in the bytes of a file, as values that can go from one process to another."""

from functools import cache
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from briefing.cleaning import Houses, clean, parse_houses
from briefing.model.reference import Reference
from briefing.model.source import Article, Notice, Source
from briefing.readers import read_file
from briefing.resources import seeds
from briefing.workflow.prepared import prepared


class Found(Struct, frozen=True):
    """The sources of one file, what was refused in it, and what is worth telling of it.

    `references` is what a bibliography says of other files.
    """

    sources: tuple[Source, ...] = ()
    refused: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    references: tuple[Reference, ...] = ()

    def with_notices_kept(self) -> tuple[Source, ...]:
        """The sources; the first carries what concerns the file as a whole."""
        told = (*self.notices, *self.refused)
        if not told or not self.sources:
            return self.sources
        first, *others = self.sources
        return (replace(first, notices=(*first.notices, *told)), *others)


def find(data: bytes, name: str) -> Found:
    """Read and clean what is in `data`, in this very process; `name` is what it is listed under.

    Raises:
        SourceError: if it cannot be read.
    """
    reading = read_file(data, PurePath(name))
    sources = tuple(map(cleaned, reading.articles))
    return Found(sources, reading.refused, reading.notices, reading.references)


def cleaned(article: Article) -> Source:
    """The source that `article` is."""
    return clean(article, _houses())


@cache
def _houses() -> Houses:
    text = seeds("outlets.toml").read_text(encoding="utf-8")
    return prepared(Houses, parse_houses, text)
