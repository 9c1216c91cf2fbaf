"""Exports of Factiva: HTML with or without field labels, XML, and the paragraphs of its RTF."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from lxml import etree, html

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.counting import count_remarks, empty_remark
from briefing.readers.exports.labels import FACTIVA, author_names, language_tag
from briefing.readers.packages import parse_xml
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.dates import find_day
from briefing.text.decoding import decode

DOCUMENT = re.compile(
    r"^\s*(?:Documento?|Dokument|Документ|文件|文档|文書|ドキュメント)\s+(?P<key>[A-Z0-9]{4,12}[0-9a-z]{10,24})\s*$"
)
_COUNT = re.compile(
    r"^[\d.,\s]{1,12}\s(?:words|wörter|mots|palabras|parole|palavras|woorden|ord|слов[оа]?|字|語|语|ワード|個字)\.?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^[A-Z0-9]{2,8}$")
_TIME = re.compile(r"^\d{1,2}:\d\d(?: GMT)?$")
_ORDINAL = re.compile(r"^\d{1,4}\)\s+")
_COPYRIGHT = re.compile(r"^\s*(?:\(c\)|©|Copyright)", re.IGNORECASE)
_RIGHTS = "(?:rights reserved|Rechte vorbehalten|droits réservés)"
_BODY_FIELDS = ("LP", "TD")


def read_factiva_html(data: bytes, path: PurePath) -> Reading:
    """The articles of an export as HTML.

    Raises:
        SourceError: if there is none.
    """
    text = decode(data, "utf-8").text
    tree = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_pis=True))
    drafts = [_draft(element) for element in tree.iter("div") if _is_article(element)]
    ends = sum(DOCUMENT.match(part.words) is not None for draft in drafts for part in draft)
    return _reading(drafts, path, digest(data), "text/html", ends or None)


def read_factiva_xml(data: bytes, path: PurePath) -> Reading:
    """The articles of an export as XML.

    Raises:
        SourceError: if there is none.
    """
    root = parse_xml(data, path)
    drafts = [list(_xml_parts(item)) for item in root.iter("{*}article")]
    said = next((item.get("count") for item in root.iter("{*}ppsarticleResultSet")), None)
    return _reading(
        drafts,
        path,
        digest(data),
        "application/xml",
        int(said) if said and said.isdigit() else None,
    )


def read_factiva_paragraphs(
    paragraphs: Sequence[str], path: PurePath, sha256: str, media_type: str
) -> Reading:
    """The articles among `paragraphs`, each closed by the line with its document number.

    Raises:
        SourceError: if there is none.
    """
    drafts: list[list[Part]] = []
    group: list[str] = []
    for paragraph in paragraphs:
        group.append(paragraph)
        if DOCUMENT.match(paragraph):
            drafts.append(_plain(group))
            group = []
    return _reading(drafts, path, sha256, media_type, None)


def looks_factiva(paragraphs: Sequence[str]) -> bool:
    """Whether an article in `paragraphs` is closed by a document number."""
    return any(DOCUMENT.match(paragraph) for paragraph in paragraphs)


def _reading(
    drafts: Sequence[Sequence[Part]], path: PurePath, sha256: str, media_type: str, said: int | None
) -> Reading:
    whole = [draft for draft in drafts if draft]
    if not whole:
        raise SourceError("the export holds no article", where=path)
    articles = tuple(
        article_of(draft, path, sha256, media_type, index=index)
        for index, draft in enumerate(whole)
    )
    empty = sum(not any(part.kind is Kind.BODY for part in draft) for draft in whole)
    remarks = (*count_remarks(len(articles), said), *empty_remark(empty))
    return Reading(articles, notices=tuple(Notice(str(path), remark) for remark in remarks))


def _is_article(element: html.HtmlElement) -> bool:
    """The innermost division of class `article`."""
    if "article" not in (element.get("class") or "").split():
        return False
    return not any(
        "article" in (child.get("class") or "").split() for child in element.iterchildren("div")
    )


def _draft(element: html.HtmlElement) -> list[Part]:
    rows = [row for row in element.iter("tr") if len(row.findall("td")) > 1]
    labelled = [row for row in rows if _words(row.findall("td")[0]) in FACTIVA]
    return list(_table(rows)) if labelled else list(_unlabelled(element))


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _paragraphs(cell: etree._Element) -> list[str]:
    inner = [_words(item) for item in cell.iter("p", "pre")]
    return [words for words in inner if words] or [_words(cell)]


def _table(rows: Sequence[html.HtmlElement]) -> Iterator[Part]:
    for row in rows:
        name_cell, value_cell = row.findall("td")[:2]
        for words in _paragraphs(value_cell):
            yield _field(_words(name_cell), words)


def _field(name: str, words: str) -> Part:
    kind, wanted = FACTIVA.get(name, (Kind.BOILERPLATE, None))
    value: str | None = None
    if wanted is Field.LANGUAGE:
        value = language_tag(words)
        wanted = wanted if value else None
    elif wanted is Field.AUTHORS:
        value = author_names(words)
    elif wanted is Field.TITLE:
        value = _ORDINAL.sub("", words)
    return Part(words, kind, wanted, value, f"{name} field of the export")


def _unlabelled(element: html.HtmlElement) -> Iterator[Part]:
    """Fields by their order: section, title, author, length, day, source, code, the text."""
    fields: list[str] = []
    for child in element.iter("div", "p", "pre"):
        classes = (child.get("class") or "").split()
        words = _words(child)
        if not words or child is element or child.find("div") is not None:
            continue
        if any(name.endswith("articleParagraph") or name == "articleParagraph" for name in classes):
            yield from _before_text(fields)
            fields = []
            yield Part(words, Kind.BOILERPLATE if DOCUMENT.match(words) else Kind.BODY)
        elif child.get("id") == "hd" or (
            child.find(".//span[@class]") is not None
            and not fields[1:]
            and "hd" in (child.get("id") or "")
        ):
            yield from (Part(item, Kind.SECTION) for item in fields)
            fields = []
            yield _field("HD", words)
        elif "author" in classes:
            yield _field("BY", words)
        else:
            fields.append(words)
    yield from (Part(words, Kind.BOILERPLATE) for words in fields)


def _before_text(fields: Sequence[str]) -> Iterator[Part]:
    """The fields between title and text."""
    count = next((at for at, words in enumerate(fields) if _COUNT.match(words)), None)
    code = next(
        (at for at, words in enumerate(fields) if _CODE.match(words) and not words.isdigit()), None
    )
    for at, words in enumerate(fields):
        if count is not None and at > count and code is not None and at == code - 1:
            yield _field("SN", words)
        elif count is not None and at == count + 1 and (find_day(words) or words[:1].isdigit()):
            yield _field("PD", words)
        elif code is not None and at > code and language_tag(words) and " " not in words:
            yield _field("LA", words)
        elif _COPYRIGHT.match(words) or at == code:
            yield Part(words, Kind.BOILERPLATE)
        elif count is None and not find_day(words) and len(words.split()) > 40:  # noqa: PLR2004
            yield Part(words, Kind.BODY)
        else:
            yield Part(words, Kind.NOTE)


def _plain(group: Sequence[str]) -> list[Part]:
    """One article of plain paragraphs: `HD  words` fields, or fields by their order."""
    labelled = [words.split(None, 1) for words in group]
    if sum(len(pair) == 2 and pair[0] in FACTIVA for pair in labelled) >= 4:  # noqa: PLR2004
        return list(_plain_labelled(group))
    count = next((at for at, words in enumerate(group) if _COUNT.match(words)), None)
    if count is None:
        return [Part(words, Kind.BODY) for words in group]
    copyright_at = next(
        (at for at in range(count, len(group)) if _COPYRIGHT.match(group[at])), None
    )
    language = next(
        (
            at
            for at in range(count, len(group))
            if language_tag(group[at]) and len(group[at].split()) == 1
        ),
        count,
    )
    end = max(language, copyright_at if copyright_at is not None else language)
    return [
        *_plain_head(group[:count]),
        *_before_text(group[count : end + 1]),
        *_plain_text(group[end + 1 :]),
    ]


def _plain_head(head: Sequence[str]) -> Iterator[Part]:
    at_title = max(range(len(head)), key=lambda at: len(head[at].split())) if head else 0
    for at, words in enumerate(head):
        if at == at_title:
            yield _field("HD", words)
        elif at > at_title:
            yield _field("BY", words)
        else:
            yield Part(words, Kind.SECTION)


def _plain_text(rest: Sequence[str]) -> Iterator[Part]:
    for words in rest:
        yield Part(words, Kind.BOILERPLATE if DOCUMENT.match(words) else Kind.BODY)


def _plain_labelled(group: Sequence[str]) -> Iterator[Part]:
    """A paragraph that begins with a field's letters begins that field."""
    current = ""
    for words in group:
        name, _, rest = words.partition(" ")
        bare = name.strip()
        if bare.isupper() and (bare in FACTIVA or (current not in _BODY_FIELDS and len(bare) <= 3)):  # noqa: PLR2004
            current, words = bare, rest  # noqa: PLW2901 - the label is no part of the value
        if words.strip():
            yield _field(current, words.strip())


def _xml_parts(article: etree._Element) -> Iterator[Part]:
    names = {
        "headline": "HD",
        "byline": "BY",
        "sourceName": "SN",
        "publicationDate": "PD",
        "leadParagraph": "LP",
        "tailParagraphs": "TD",
        "columnName": "CLM",
        "sectionName": "SE",
        "credit": "CR",
        "notes": "NT",
        "copyright": "CY",
    }
    for child in article:
        name = str(child.tag).rpartition("}")[2]
        if name == "baseLanguage":
            tag = _words(child).lower()[:2]
            yield Part(_words(child), Kind.NOTE, Field.LANGUAGE, tag, "LA field of the export")
        elif name in names:
            for words in _xml_paragraphs(child):
                yield _field(names[name], words)
        elif words := _words(child):
            yield Part(words, Kind.BOILERPLATE)


def _xml_paragraphs(element: etree._Element) -> list[str]:
    inner = [_words(item) for item in element.iter("{*}paragraph")]
    return [words for words in inner if words] or [words for words in (_words(element),) if words]
