"""Bibliographies beside the sources: CSL-JSON, BibTeX and RIS, as Zotero writes them."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry

from briefing.errors import SourceError
from briefing.model.reference import Reference
from briefing.model.source import Field
from briefing.readers.exports.labels import language_tag
from briefing.readers.reading import Reading
from briefing.text.decoding import decode

_MOST = 20_000
_BRACES = re.compile(r"[{}]")
_FILE = re.compile(r"(?<!\\);")
_COLON = re.compile(r"(?<!\\):(?!(?<=\b[A-Za-z]:)[\\/])")
"""Parts a file's title, path and type; none that is escaped or stands behind a drive's letter."""
_BIBTEX = {
    "title": Field.TITLE,
    "url": Field.URL,
    "date": Field.PUBLISHED,
    "urldate": Field.ACCESSED,
    "langid": Field.LANGUAGE,
    "language": Field.LANGUAGE,
}
_BIBTEX_HOUSES = (
    "journaltitle",
    "journal",
    "booktitle",
    "howpublished",
    "publisher",
    "institution",
    "organization",
)
_HOUSES = ("container-title", "publicationTitle", "websiteTitle", "blogTitle", "publisher")
"""Who publishes, in CSL and in Zotero's own JSON."""
_RIS_HOUSES = ("secondary_title", "alternate_title3", "journal_name", "publisher")
_EBSCO_HOUSES = ("alternate_title3", "journal_name", "secondary_title", "publisher")
"""Who publishes, in RIS: `T2`, `JF`, `JO`, `PB`."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*$")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def read_csl(data: bytes, path: PurePath) -> Reading:
    """The entries of the CSL-JSON `data`.

    Raises:
        SourceError: if it is no valid bibliography.
    """
    try:
        found = json.loads(decode(data).text, strict=False)
    except (ValueError, RecursionError):
        raise SourceError("the bibliography is no valid JSON", where=path) from None
    if isinstance(found, dict):
        found = found.get("items") or found.get("references") or [found]
    items = [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
    return reading_of([_csl(item, path) for item in items[:_MOST]], path)


def read_bibtex(data: bytes, path: PurePath) -> Reading:
    """The entries of the BibTeX or BibLaTeX file `data`.

    Raises:
        SourceError: if there is none.
    """
    library = bibtexparser.parse_string(decode(data).text)
    # Paths are no LaTeX: decoded, they would lose their backslashes.
    files = [_fields(entry).get("file", "") for entry in library.entries[:_MOST]]
    decoded = LatexDecodingMiddleware().transform(library)
    fields = map(_fields, decoded.entries[:_MOST])
    references = [_bibtex(item, kept, path) for item, kept in zip(fields, files, strict=True)]
    return reading_of(references, path)


def _fields(entry: Entry) -> dict[str, str]:
    return {str(item.key).lower(): str(item.value) for item in entry.fields}


def read_ris(data: bytes, path: PurePath) -> Reading:
    """The entries of the RIS file `data`.

    Raises:
        SourceError: if there is none.
    """
    try:
        entries = rispy.loads(decode(data).text)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SourceError("the bibliography is no valid RIS file", where=path) from None
    return reading_of([_ris(item, path) for item in entries[:_MOST]], path)


def reading_of(references: list[Reference], path: PurePath) -> Reading:
    """What a bibliography of these `references` says; those without a field are none.

    Raises:
        SourceError: if there is none.
    """
    kept = tuple(item for item in references if item.fields)
    if not kept:
        raise SourceError("the bibliography has no entries", where=path)
    return Reading(references=kept)


def reference_of(
    fields: Iterator[tuple[Field, str]], files: list[str], path: PurePath
) -> Reference:
    """An entry of the bibliography at `path`: its `fields`, and the `files` that are attached to it."""
    told = ((name, _tag(value) if name is Field.LANGUAGE else value) for name, value in fields)
    kept = tuple((name, " ".join(value.split())) for name, value in told if value.strip())
    return Reference(kept, tuple(files), f"the bibliography {path.name}")


def _tag(language: str) -> str:
    """A language's tag; bibliographies also write its name (“english”, “ngerman”)."""
    name = language.strip()
    return name if _TAG.match(name) else language_tag(name.removeprefix("n"))


def _csl(item: dict[str, Any], path: PurePath) -> Reference:
    def fields() -> Iterator[tuple[Field, str]]:
        yield Field.TITLE, _text(item.get("title"))
        yield Field.PUBLISHER, next(filter(None, map(_text, map(item.get, _HOUSES))), "")
        yield Field.URL, _text(item.get("URL") or item.get("url"))
        yield Field.LANGUAGE, _text(item.get("language"))
        yield Field.PUBLISHED, _csl_day(item.get("issued")) or _text(item.get("date"))
        yield Field.ACCESSED, _csl_day(item.get("accessed")) or _text(item.get("accessDate"))
        yield from ((Field.AUTHORS, name) for name in _creators(item))
        for author in item.get("author") or ():
            if isinstance(author, dict):
                name = _text(author.get("literal")) or (
                    f"{_text(author.get('given'))} {_text(author.get('non-dropping-particle'))} "
                    f"{_text(author.get('family'))}"
                )
                yield Field.AUTHORS, name

    files = [
        _text(one.get("path") or one.get("filename") or one.get("url"))
        for one in item.get("attachments") or ()
        if isinstance(one, dict)
    ]
    return reference_of(fields(), [*filter(None, files)], path)


def _creators(item: dict[str, Any]) -> Iterator[str]:
    """The authors as Zotero's own JSON names them (Better BibTeX JSON)."""
    for one in item.get("creators") or ():
        if isinstance(one, dict) and one.get("creatorType") == "author":
            parts = (one.get("name"), one.get("firstName"), one.get("lastName"))
            yield " ".join(filter(None, map(_text, parts)))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    return str(value) if isinstance(value, str | int) else ""


def _csl_day(value: Any) -> str:
    """A whole day as ISO writes it; a year or a month alone is none."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and len(parts[0]) == 3:  # noqa: PLR2004
        try:
            year, month, day = (int(part) for part in parts[0])
        except (ValueError, TypeError):
            return ""
        return f"{year:04}-{month:02}-{day:02}"
    return _text(value.get("raw"))


def _bibtex(item: dict[str, str], held: str, path: PurePath) -> Reference:
    plain = {name: _BRACES.sub("", value) for name, value in item.items()}

    def fields() -> Iterator[tuple[Field, str]]:
        for name, wanted in _BIBTEX.items():
            yield wanted, plain.get(name, "")
        yield Field.PUBLISHER, next((plain[name] for name in _BIBTEX_HOUSES if plain.get(name)), "")
        if "date" not in plain:
            yield Field.PUBLISHED, _bibtex_day(plain)
        for name in re.split(r"\s+and\s+", plain.get("author", "")):
            yield Field.AUTHORS, turned(name)

    files = [one for entry in _FILE.split(held) if (one := _file_path(entry))]
    return reference_of(fields(), files, path)


def _bibtex_day(plain: dict[str, str]) -> str:
    year, month, day = (plain.get(name, "").strip() for name in ("year", "month", "day"))
    number = (
        int(month)
        if month.isdigit()
        else next((at for at, name in enumerate(_MONTHS, 1) if month.lower().startswith(name)), 0)
    )
    return (
        f"{year}-{number:02}-{int(day):02}" if year.isdigit() and number and day.isdigit() else ""
    )


def _file_path(entry: str) -> str:
    """The path in a Zotero file entry: `Title:files/12/page.html:text/html`, or a bare path."""
    parts = _COLON.split(entry)
    path = parts[-2] if len(parts) > 2 else parts[0]  # noqa: PLR2004 - title, path, type
    plain = path.replace("\\:", ":").replace("\\;", ";").replace("\\_", "_").replace("\\&", "&")
    return plain.replace("\\\\", "/").replace("\\", "/").strip()


def turned(name: str) -> str:
    """“Moss, Ada” as “Ada Moss”."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name.strip()


def _ris(item: dict[str, Any], path: PurePath) -> Reference:
    def fields() -> Iterator[tuple[Field, str]]:
        yield Field.TITLE, _text(item.get("title") or item.get("primary_title"))
        # EBSCO writes an article's second title where others write who publishes.
        ebsco = "EBSCO" in _text(item.get("database_provider"))
        houses = _EBSCO_HOUSES if ebsco else _RIS_HOUSES
        house = next(filter(None, map(item.get, houses)), None)
        yield Field.PUBLISHER, _text(house)
        yield Field.URL, _text(item.get("urls") or item.get("url"))
        yield Field.LANGUAGE, _text(item.get("language"))
        yield Field.PUBLISHED, _ris_day(item.get("date") or item.get("year"))
        yield Field.ACCESSED, _ris_day(item.get("access_date"))
        for name in item.get("authors") or item.get("first_authors") or ():
            yield Field.AUTHORS, turned(str(name))

    files: list[str] = []
    for key in ("file_attachments1", "file_attachments2"):
        held = item.get(key) or ()
        files.extend([held] if isinstance(held, str) else map(str, held))
    return reference_of(fields(), files, path)


def _ris_day(value: Any) -> str:
    parts = _text(value).strip("/").split("/")
    return "-".join(parts[:3]) if len(parts) >= 3 and all(parts[:3]) else _text(value)  # noqa: PLR2004
