"""Records of EBSCOhost as XML: articles where a record has the text, else entries of a bibliography.

The elements are those that EBSCO documents for its search service (`header`, `controlInfo`, `jinfo`,
`pubinfo`, `artinfo`, and `abody` for the text), which its exports share.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.reference import Reference
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.labels import language_tag
from briefing.readers.packages import parse_xml
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.dates import find_day

_DAY = re.compile(
    r"\d{1,2}\D+\d{1,2}\D+\d{4}|\d{1,2}\D*[A-Z][a-z]{2,}|[A-Z][a-z]{2,}\D*\d{1,2}\b(?!\d)"
)
"""What a printed date has that names a day; “Oct2010” and “Spring 2010” name none."""
_NUMBERS = re.compile(r"\d{1,4}-\d{1,2}-\d{1,2}", re.ASCII)
_CODE = re.compile(r"[a-z]{2}")
"""A language after ISO 639-1."""
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "title", "subtitle")
_RIGHTS = re.compile(r"^Copyright of .{2,200} is the property of ")


def read_ebsco(data: bytes, path: PurePath) -> Reading:
    """The records in `data`.

    Raises:
        SourceError: if there is none.
    """
    root = parse_xml(data, path)
    records = [record for record in root.iter("{*}rec") if record.find("{*}header") is not None]
    if not records:
        raise SourceError("the export holds no record", where=path)
    whole = [record for record in records if _text_of(record)]
    sha256 = digest(data)
    articles = tuple(
        article_of(_parts(record), path, sha256, "application/xml", index=index)
        for index, record in enumerate(whole)
    )
    references = tuple(_reference(record, path) for record in records if not _text_of(record))
    remarks = (
        (f"{len(references)} of its {len(records)} records have no text and are no sources.",)
        if references and articles
        else ()
    )
    return Reading(
        articles,
        notices=tuple(Notice(str(path), remark) for remark in remarks),
        references=references,
    )


def _parts(record: etree._Element) -> Iterator[Part]:
    for kind, field, words, value in _fields(record):
        yield Part(words, kind, field, value, "field of the export")
    for words in _first(record, ".//{*}artinfo/{*}ab"):
        yield Part(words, Kind.TEASER)
    for tag, words in _text_of(record):
        rights = _RIGHTS.match(words) is not None
        heading = tag.startswith("h") or "title" in tag
        yield Part(words, Kind.BOILERPLATE if rights else Kind.HEADING if heading else Kind.BODY)


def _fields(record: etree._Element) -> Iterator[tuple[Kind, Field, str, str]]:
    """What the record's header says: kind of line, field, its words and its value."""
    for words in _first(record, ".//{*}tig/{*}atl", ".//{*}atl"):
        yield Kind.TITLE, Field.TITLE, words, words.removesuffix(".")
    names = [_words(item) for item in record.iter("{*}au")]
    if named := [_turned(name) for name in names if name]:
        yield Kind.BYLINE, Field.AUTHORS, "; ".join(named), "; ".join(named)
    for words in _first(record, ".//{*}jinfo/{*}jtl", ".//{*}jtl", ".//{*}bkinfo/{*}btl"):
        yield Kind.NOTE, Field.PUBLISHER, words, words
    if day := _day(record):
        yield Kind.DATE, Field.PUBLISHED, day, day
    for words in _first(record, "{*}plink", ".//{*}plink"):
        yield Kind.URL, Field.URL, words, words
    for item in record.iter("{*}language"):
        code = (item.get("code") or "").lower()
        if tag := code if _CODE.fullmatch(code) else language_tag(_words(item)):
            yield Kind.NOTE, Field.LANGUAGE, _words(item) or tag, tag
            return


def _reference(record: etree._Element, path: PurePath) -> Reference:
    fields = [(field, value) for _, field, _, value in _fields(record)]
    apart = [
        (field, name.strip())
        for field, value in fields
        for name in (value.split("; ") if field is Field.AUTHORS else (value,))
    ]
    return Reference(tuple(apart), (), f"the bibliography {path.name}")


def _day(record: etree._Element) -> str:
    """The day in attributes; the printed date beside them says whether they name one."""
    for item in record.iterfind(".//{*}pubinfo/{*}dt"):
        year, month, day = (item.get(name) or "" for name in ("year", "month", "day"))
        printed = _words(item)
        if _NUMBERS.fullmatch(f"{year}-{month}-{day}") and (not printed or _DAY.search(printed)):
            written = f"{int(year):04}-{int(month):02}-{int(day):02}"
            return written if find_day(written) else ""
    return ""


def _text_of(record: etree._Element) -> list[tuple[str, str]]:
    """The blocks of the article's text, each with its element's name."""
    body = record.find(".//{*}abody")
    if body is None:
        return []
    blocks = [item for item in body.iter("{*}*") if etree.QName(item).localname in _BLOCKS]
    if blocks:
        outer = {above for item in blocks for above in item.iterancestors()}
        found = [
            (etree.QName(item).localname, _words(item)) for item in blocks if item not in outer
        ]
    else:
        for line_end in body.iter("{*}br"):
            line_end.tail = f"\n\n{line_end.tail or ''}"
        whole = "".join(str(piece) for piece in body.itertext())
        found = [("p", " ".join(words.split())) for words in re.split(r"\n\s*\n", whole)]
    return [(tag, words) for tag, words in found if words]


def _first(record: etree._Element, *places: str) -> Iterator[str]:
    """The words of the first of `places` that has any."""
    for place in places:
        for item in record.iterfind(place):
            if words := _words(item):
                yield words
                return


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _turned(name: str) -> str:
    """“Moss, Ada” as “Ada Moss”."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name
