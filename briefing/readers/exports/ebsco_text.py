"""Articles of EBSCOhost as they are saved, printed or mailed: fields led by labels, then the text.

Records without text are entries of a bibliography, as they are in its XML.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct, field

from briefing.errors import SourceError
from briefing.model.reference import Reference
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.fielded import american_day, turned, with_values
from briefing.readers.exports.labels import language_tag
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of

_NAMES = {
    name: english
    for english, names in {
        "title": "title|titel|titre|título|titolo",
        "authors": "authors|author|by|autoren|autor|auteurs|auteur|autores|autori|autore",
        "source": "source|quelle|fuente|fonte",
        "language": "language|sprache|langue|idioma|lingua",
        "accession number": "accession number|zugangsnummer|numéro d'accès|número de acceso",
        "database": "database|datenbank|base de données|base de datos|base de dados",
        "link": "persistent link to this record (permalink)|persistent link to this record|permalink|"
        "permanenter link zu diesem datensatz (permalink)",
        "abstract": "abstract|zusammenfassung|résumé|resumen",
        "section": "section",
        "": "document type|publication type|subject terms|subjects|subject|geographic terms|people|"
        "company/entity|full text word count|issn|isbn|doi|cut and paste|author affiliations|"
        "author-supplied keywords|naics/industry codes|images|image|notes|lexile|reviews & products|"
        "publication information|contributors|accession no|dokumenttyp|dokumentart|schlagwörter|"
        "publication year|publication date",
    }.items()
    for name in names.split("|")
}
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w/’'&() -]{1,60}?) ?:(?: +|$)")
_RECORD = re.compile(r"(?:Record|Datensatz|Registro): ?\d{1,5}$")
_SOURCE = re.compile(
    r"(?P<house>.{2,120}?)[.,] (?:\d{4}-?\d{3}[\dX], )?(?P<day>\d{1,2}/\d{1,2}/\d{4}|"
    r"(?:\d{1,2} ?)?[A-Z][a-z]{2,8}\.? ?\d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{4})"
)
"""“Harbour Gazette. 5/3/2024, p1”, “Harbour Gazette, 03624331, 5/3/2024”."""
_BRIEF = " By: "
"""Where the short form of a record sets author and source behind the title."""
_ROLE = re.compile(r"(?: ?\(author\)|\d| [^\s@]{1,40}@[^\s@]{1,60})+$", re.IGNORECASE)
"""What stands behind a name: that it is an author's, the number of a note, an address."""
_LONGEST_NAME = 200
_RIGHTS = re.compile(r"^Copyright of .{2,200} is the property of ")
_PICTURE = re.compile(
    r"^(?:PHOTO|GRAPH|MAP|DIAGRAM|CHART|ILLUSTRATION|CARTOON)S?(?: \([A-Z &]+\))?(?::|$)"
)
_SIGNED = re.compile(r"^By (?P<names>\S+(?: \S+){1,8})$", re.IGNORECASE)
_WAVES = re.compile(r"^[~_*]{4,}$")


class _Record(Struct):
    """One record: its fields, each with its lines, and the lines of its text."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def names(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.fields)

    def first(self, wanted: str) -> str:
        return next((_value(line) for name, line in self.fields if name == wanted), "")


def looks_ebsco(paragraphs: Sequence[str]) -> bool:
    """Whether `paragraphs` hold the fields that each record has."""
    names = {_name(words) for words in paragraphs if ":" in words}
    return {"title", "accession number", "database"} <= names


def is_ebsco_field(words: str) -> bool:
    """Whether a line is a field of a record, or heads one."""
    return _label(words) is not None or _RECORD.match(words) is not None


def read_ebsco_paragraphs(
    paragraphs: Sequence[str], path: PurePath, sha256: str, media_type: str
) -> Reading:
    """The records among `paragraphs`.

    Raises:
        SourceError: if there is none.
    """
    lines = [line for words in paragraphs if (line := " ".join(words.split()))]
    records = [item for item in _records(lines) if "title" in item.names()]
    if not records:
        raise SourceError("the export holds no record", where=path)
    whole = [record for record in records if record.text]
    articles = tuple(
        article_of(_parts(record), path, sha256, media_type, index=index)
        for index, record in enumerate(whole)
    )
    references = tuple(_reference(record, path) for record in records if not record.text)
    told = f"{len(references)} of its {len(records)} records have no text and are no sources."
    notices = (Notice(str(path), told),) if references and articles else ()
    return Reading(articles, notices=notices, references=references)


def _label(line: str) -> str | None:
    """The name of the field that `line` is, as we call it; nothing if it is none."""
    found = _FIELD.match(line)
    return _NAMES.get(found["name"].casefold()) if found else None


def _name(line: str) -> str:
    return _label(line) or ""


def _is_field(line: str) -> str:
    return "field" if _label(line) is not None else ""


def _value(line: str) -> str:
    return line.partition(":")[2].strip()


def _records(lines: Sequence[str]) -> Iterator[_Record]:
    """Each record: its fields up to its database, what stands below is its text."""
    record = _Record()
    in_text = False
    last = ""
    for line in with_values(lines, _is_field):
        label = _label(line)
        if _RECORD.match(line) or (in_text and label == "title"):
            yield record
            record, in_text, last = _Record(), False, ""
            if label is None:
                continue
        if label is not None and (label == "section" or not record.text):
            record.fields.append((label, line))
            last = label
            in_text = in_text or label == "database"
        elif in_text:
            record.text.append(line)
        elif record.fields:
            record.fields.append((last, line))
    yield record


def _parts(record: _Record) -> Iterator[Part]:
    for name, line in record.fields:
        yield from _field(name, line)
    title = _plain(record.first("title").partition(_BRIEF)[0])
    signed = False
    for at, line in enumerate(record.text):
        if not at and _plain(line) == title:
            yield Part(line, Kind.TITLE)
        elif _RIGHTS.match(line) or _WAVES.match(line):
            yield Part(line, Kind.BOILERPLATE)
        elif _PICTURE.match(line):
            yield Part(line, Kind.CAPTION)
        elif (found := _SIGNED.match(line)) and not signed:
            signed = True
            yield Part(
                line, Kind.BYLINE, Field.AUTHORS, found["names"], "author line of the export"
            )
        else:
            yield Part(line, Kind.BODY)


def _field(name: str, line: str) -> Iterator[Part]:
    words = _value(line) if _label(line) is not None else line
    told = "field of the export"
    match name:
        case "title":
            title, _, rest = words.partition(_BRIEF)
            yield Part(line, Kind.TITLE, Field.TITLE, title.rstrip(". "), told)
            if rest:
                author, _, source = rest.partition(", ")
                given, _, source = source.partition(", ")
                yield Part(
                    f"{author}, {given}", Kind.BYLINE, Field.AUTHORS, f"{given} {author}", told
                )
                yield from _source(source)
        case "authors":
            names = "; ".join(filter(None, map(_author, words.split(";"))))
            yield Part(line, Kind.BYLINE, Field.AUTHORS if names else None, names, told)
        case "source":
            yield from _source(words)
        case "language":
            tag = language_tag(words)
            yield Part(line, Kind.NOTE, Field.LANGUAGE if tag else None, tag, told)
        case "link" if words.startswith("http"):
            yield Part(line, Kind.URL, Field.URL, words, told)
        case "abstract":
            yield Part(line, Kind.TEASER)
        case "section":
            yield Part(line, Kind.SECTION)
        case _:
            yield Part(line, Kind.BOILERPLATE)


def _author(words: str) -> str:
    """“MOSS, ADA (AUTHOR)” as “ADA MOSS”."""
    return turned(_ROLE.sub("", words.strip())) if len(words) <= _LONGEST_NAME else ""


def _source(words: str) -> Iterator[Part]:
    """“Harbour Gazette. 5/3/2024, p1”: who published it and when."""
    found = _SOURCE.match(words)
    if found is None:
        yield Part(words, Kind.NOTE)
        return
    told = "source line of the export"
    yield Part(found["house"], Kind.NOTE, Field.PUBLISHER, found_in=told)
    day = american_day(found["day"])
    rest = words[found.start("day") :]
    yield Part(rest, Kind.DATE, Field.PUBLISHED if day else None, day, told)


def _reference(record: _Record, path: PurePath) -> Reference:
    parts = [part for name, line in record.fields for part in _field(name, line)]
    fields = tuple(
        (part.field, one.strip())
        for part in parts
        if part.field is not None
        for value in (part.words if part.value is None else part.value,)
        for one in (value.split("; ") if part.field is Field.AUTHORS else (value,))
    )
    return Reference(fields, (), f"the bibliography {path.name}")


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
