"""Bibliographies beside the sources as XML: of EndNote, and RDF as Zotero writes it with its files."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from briefing.errors import SourceError
from briefing.model.reference import Reference
from briefing.model.source import Field
from briefing.readers.bibliography import reading_of, reference_of, turned
from briefing.readers.packages import parse_xml
from briefing.readers.reading import Reading
from briefing.text.dates import find_day

_MOST = 20_000
_INTERNAL = re.compile(r"^internal-pdf://(?:[0-9]+/)?")
"""How EndNote writes the place of an attached file, within the folder of its own."""
_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_HOUSES = ("isPartOf", "publisher")


def read_endnote(data: bytes, path: PurePath) -> Reading:
    """The entries of the EndNote XML `data`.

    Raises:
        SourceError: if it is no valid XML, or there is none.
    """
    records = list(parse_xml(data, path).iter("record"))[:_MOST]
    if not records:
        raise SourceError("the bibliography has no entries", where=path)
    return reading_of([_record(record, path) for record in records], path)


def _record(record: etree._Element, path: PurePath) -> Reference:
    def fields() -> Iterator[tuple[Field, str]]:
        yield Field.TITLE, _first(record, "titles/title")
        yield (
            Field.PUBLISHER,
            _first(record, "periodical/full-title", "titles/secondary-title", "publisher"),
        )
        yield Field.URL, _first(record, "urls/related-urls/url", "urls/web-urls/url")
        yield Field.LANGUAGE, _first(record, "language")
        yield Field.PUBLISHED, _day(record)
        yield Field.ACCESSED, _whole_day(_first(record, "access-date"))
        for author in record.iterfind("contributors/authors/author"):
            yield Field.AUTHORS, turned(_words(author))

    held = [_words(item) for item in record.iterfind("urls/pdf-urls/url")]
    files = [_INTERNAL.sub("", name) for name in held if name]
    return reference_of(fields(), files, path)


def _day(record: etree._Element) -> str:
    """The day, to which the year may stand apart: “May 3” and “2024”."""
    printed = _first(record, "dates/pub-dates/date")
    year = _first(record, "dates/year")
    return _whole_day(printed) or (_whole_day(f"{printed}, {year}") if printed and year else "")


def _whole_day(words: str) -> str:
    found = find_day(words)
    return found[0].isoformat() if found else ""


def read_zotero(data: bytes, path: PurePath) -> Reading:
    """The entries of the RDF `data`, as Zotero exports it, with the files that belong to them.

    Raises:
        SourceError: if it is no valid XML, or there is none.
    """
    root = parse_xml(data, path)
    files = {str(item.get(_ABOUT)): _file(item) for item in root if _local(item) == "Attachment"}
    items = [item for item in root if _local(item) not in ("Attachment", "Memo", "Collection")]
    told = [item for item in items if _child(item, "title") is not None][:_MOST]
    if not told:
        raise SourceError("the bibliography has no entries", where=path)
    return reading_of([_item(item, files, path) for item in told], path)


def _item(item: etree._Element, files: dict[str, str], path: PurePath) -> Reference:
    def fields() -> Iterator[tuple[Field, str]]:
        yield Field.TITLE, _said(item, "title")
        yield Field.PUBLISHER, next(filter(None, (_house(item, name) for name in _HOUSES)), "")
        yield Field.URL, _address(item)
        yield Field.LANGUAGE, _said(item, "language")
        yield Field.PUBLISHED, _said(item, "date")
        yield Field.ACCESSED, _said(item, "dateSubmitted").partition(" ")[0]
        authors = _child(item, "authors")
        for person in authors.iter("{*}Person") if authors is not None else ():
            given = _said(person, "givenName") or _said(person, "givenname")
            yield Field.AUTHORS, f"{given} {_said(person, 'surname')}".strip()

    linked = [files.get(str(link.get(_RESOURCE)), "") for link in item if _local(link) == "link"]
    return reference_of(fields(), [name for name in linked if name], path)


def _house(item: etree._Element, name: str) -> str:
    """The title of what the item is part of, or the name of who published it."""
    child = _child(item, name)
    named = (inner for inner in child.iter("{*}title", "{*}name")) if child is not None else ()
    return next(filter(None, map(_words, named)), "")


def _address(item: etree._Element) -> str:
    found = (_words(value) for value in item.iterfind("{*}identifier//{*}value"))
    stated = next((words for words in found if words.startswith("http")), "")
    about = str(item.get(_ABOUT) or "")
    return stated or (about if about.startswith("http") else "")


def _file(attachment: etree._Element) -> str:
    """The path of an attached file, below the folder of the bibliography."""
    named = (child.get(_RESOURCE) for child in attachment if _local(child) == "resource")
    return next((str(name) for name in named if name), "")


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if _local(child) == name), None)


def _said(element: etree._Element, name: str) -> str:
    child = _child(element, name)
    return "" if child is None else _words(child)


def _first(record: etree._Element, *places: str) -> str:
    """The words of the first of `places` that has any."""
    found = (_words(item) for place in places for item in record.iterfind(place))
    return next(filter(None, found), "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())
