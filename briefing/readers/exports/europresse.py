"""Exports of Europresse (HTML): an article a table, its fields marked by class names."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from lxml import etree, html

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.counting import count_remarks, empty_remark
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.dates import find_day
from briefing.text.decoding import decode

_NAME_TAIL = re.compile(r"[,;]? (?:no|n°|nº|vol)\b.*$", re.IGNORECASE)
_NUMBER = re.compile(r"^Num[ée]ro de document\s*:|^Document number", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:©|\(c\)|Copyright)|droits r[ée]serv[ée]s", re.IGNORECASE)
_CERTIFICATE = re.compile(r"certificat|news·|^Date d'[ée]mission", re.IGNORECASE)
_TITLES = ("TitreArticleVisu", "titreArticleVisu", "titreArticle")
_NAMES = ("DocPublicationName",)
_HEADERS = ("DocHeader",)
_LONGEST_BYLINE = 6


def read_europresse(data: bytes, path: PurePath) -> Reading:
    """The articles of an export.

    Raises:
        SourceError: if there is none.
    """
    text = decode(data, "utf-8").text
    tree = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_pis=True))
    drafts = [list(_article(item)) for item in _articles(tree)]
    if not drafts:
        raise SourceError("the export holds no article", where=path)
    sha256 = digest(data)
    articles = tuple(
        article_of(draft, path, sha256, "text/html", index=index)
        for index, draft in enumerate(drafts)
    )
    said = len(set(re.findall(r"Num[ée]ro de document\s*:\s*(\S+)", text)))
    empty = sum(not any(part.kind is Kind.BODY for part in draft) for draft in drafts)
    remarks = (*count_remarks(len(articles), said or None), *empty_remark(empty))
    return Reading(articles, notices=tuple(Notice(str(path), remark) for remark in remarks))


def _articles(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The smallest element around each publication's name that holds the article's title too."""
    for name in tree.iter():
        if not _has(name, _NAMES):
            continue
        for around in name.iterancestors():
            if any(_has(item, _TITLES) for item in around.iter()):
                yield around
                break


def _has(element: etree._Element, names: Sequence[str]) -> bool:
    return isinstance(element.tag, str) and any(
        name in names for name in (element.get("class") or "").split()
    )


def _article(around: html.HtmlElement) -> Iterator[Part]:
    pieces = list(_pieces(around))
    title = next((at for at, (sort, _) in enumerate(pieces) if sort == "title"), len(pieces))
    header = [words for sort, words in pieces if sort == "header"]
    body_begun = False
    for at, (sort, words) in enumerate(pieces):
        if sort == "name":
            name = _NAME_TAIL.sub("", words)
            yield Part(words, Kind.NOTE, Field.PUBLISHER, name, "publication name of the export")
        elif sort == "title":
            yield Part(words, Kind.TITLE, Field.TITLE, found_in="headline")
        elif sort == "header":
            yield from _header(words, header)
        elif at < title:
            yield Part(words, Kind.NOTE)
        elif (
            _RIGHTS.search(words)
            or _NUMBER.match(words)
            or _CERTIFICATE.search(words)
            or sort == "certificate"
        ):
            yield Part(words, Kind.BOILERPLATE)
        elif not body_begun and _is_byline(words):
            body_begun = True
            yield Part(words, Kind.BYLINE, Field.AUTHORS, found_in="author line of the export")
        else:
            body_begun = True
            yield Part(words, Kind.BODY)


def _header(words: str, header: Sequence[str]) -> Iterator[Part]:
    if found := find_day(words):
        day = words[found[1] : found[2]]
        yield Part(words, Kind.DATE, Field.PUBLISHED, day, "date line of the export")
    else:
        yield Part(words, Kind.SECTION if words == header[0] else Kind.NOTE)


def _is_byline(words: str) -> bool:
    parts = words.split()
    return (
        1 < len(parts) <= _LONGEST_BYLINE
        and words[-1] not in ".!?:;"
        and all(
            part[:1].isupper() or part in ("de", "du", "et", "le", "la", "von", "van")
            for part in parts
        )
    )


def _pieces(around: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The lines under `around` in order, each with what its class says it is."""
    run: list[str] = []

    def flush(sort: str = "text") -> Iterator[tuple[str, str]]:
        words = " ".join("".join(run).split())
        run.clear()
        if words:
            yield sort, words

    def walk(element: etree._Element) -> Iterator[tuple[str, str]]:
        for sort, names in (("name", _NAMES), ("header", _HEADERS), ("title", _TITLES)):
            if _has(element, names):
                if sort != "header" or not run:
                    yield from flush()
                run.append("".join(str(piece) for piece in element.itertext()))
                if sort != "header" or not _has_next_header(element):
                    yield from flush(sort)
                return
        parts = element.tag in ("br", "p", "table", "tr", "td", "div")
        if parts:
            yield from flush()
        run.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and child.tag not in ("script", "style", "img"):
                yield from walk(child)
            elif child.tag == "img":
                yield from flush()
            run.append(child.tail or "")
        if parts:
            yield from flush("certificate" if _has(element, ("txtCertificat",)) else "text")

    yield from walk(around)
    yield from flush()


def _has_next_header(element: etree._Element) -> bool:
    follower = element.getnext()
    return follower is not None and _has(follower, _HEADERS)
