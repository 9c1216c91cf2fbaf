"""Exports of news databases that come as paragraphs: of Word, RTF, PDF, pages and text files."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from msgspec import Struct

from briefing.readers.exports.ebsco_text import (
    is_ebsco_field,
    looks_ebsco,
    read_ebsco_paragraphs,
)
from briefing.readers.exports.factiva import DOCUMENT, looks_factiva, read_factiva_paragraphs
from briefing.readers.exports.genios import is_genios_field, looks_genios, read_genios
from briefing.readers.exports.lexis import END, looks_closed, read_closed
from briefing.readers.exports.proquest import (
    is_proquest_field,
    looks_proquest,
    read_proquest_paragraphs,
)
from briefing.readers.reading import Reading


class Database(Struct, frozen=True):
    """How exports of one database are told, read, and which of their lines stand alone.

    One that `labels_fields` sets each field's label before its value, on pages without columns.
    """

    looks: Callable[[Sequence[str]], bool]
    read: Callable[[Sequence[str], PurePath, str, str], Reading]
    stands_alone: Callable[[str], bool]
    labels_fields: bool = True


def closes_article(words: str) -> bool:
    """Whether a line ends an article of Nexis or Factiva."""
    return words.strip().casefold() in END or DOCUMENT.match(words) is not None


_DATABASES = (
    Database(looks_closed, read_closed, closes_article, labels_fields=False),
    Database(looks_factiva, read_factiva_paragraphs, closes_article, labels_fields=False),
    Database(looks_proquest, read_proquest_paragraphs, is_proquest_field),
    Database(looks_genios, read_genios, is_genios_field),
    Database(looks_ebsco, read_ebsco_paragraphs, is_ebsco_field),
)
_MARKS = ("ProQuest", "Dauerhafte Adresse des Dokuments", "Accession Number", "Zugangsnummer")
"""One of these stands in whatever of ProQuest, Genios and EBSCO is no record in XML."""


def database_of(paragraphs: Sequence[str]) -> Database | None:
    """The database that `paragraphs` are an export of."""
    return next((database for database in _DATABASES if database.looks(paragraphs)), None)


def is_of_export(words: str) -> bool:
    """Whether a piece of a page is of an export, so that it is worth asking of which database."""
    return closes_article(words) or any(mark in words for mark in _MARKS)


def read_export(
    paragraphs: Sequence[str], path: PurePath, sha256: str, media_type: str
) -> Reading | None:
    """The articles of an export; nothing if `paragraphs` are none.

    Raises:
        SourceError: if it is an export without an article.
    """
    database = database_of(paragraphs)
    return database.read(paragraphs, path, sha256, media_type) if database else None
