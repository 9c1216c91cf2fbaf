"""What a file gives: its articles, what was refused in it, and what else is worth telling."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from msgspec import Struct

from briefing.errors import SourceError
from briefing.model.reference import Reference
from briefing.model.source import Article, Notice
from briefing.readers.ways_out import with_way_out


class Reading(Struct, frozen=True):
    """The articles of a file in their order.

    `refused` names parts of it that could not be read, `notices` what concerns the file as a
    whole, and `references` what a bibliography says of other files.
    """

    articles: tuple[Article, ...] = ()
    refused: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    references: tuple[Reference, ...] = ()


Reader = Callable[[bytes, PurePath], Reading]


def joined(readings: Iterable[Reading]) -> Reading:
    """All of `readings` as one."""
    every = tuple(readings)
    return Reading(
        tuple(article for reading in every for article in reading.articles),
        tuple(notice for reading in every for notice in reading.refused),
        tuple(notice for reading in every for notice in reading.notices),
        tuple(reference for reading in every for reference in reading.references),
    )


def refusal(error: SourceError, place: PurePath) -> Reading:
    """What is told of a part of a file, at `place`, that cannot be read."""
    whole = with_way_out(error)
    told = f"{whole.what}. {whole.remedy}"
    return Reading(refused=(Notice(str(place), told),))


def first_reason(reading: Reading) -> str:
    """Behind what is said of a file of which nothing could be read: why its first part could not."""
    return f": {str(reading.refused[0]).rstrip('.')}" if reading.refused else ""
