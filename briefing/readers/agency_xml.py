"""What news agencies and editorial systems send: NITF, NewsML 1 and NewsML-G2, an item a source."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Field, Kind, Notice
from briefing.readers.feeds import LINE_KINDS, laid_out
from briefing.readers.packages import parse_xml
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode

MEDIA_TYPE = "application/xml"
_HEAD = 2048
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_PROLOG = re.compile(r"^\s*(?:<\?xml[^>]{0,200}\?>)?\s*(?:<!DOCTYPE[^\[>]{0,1000}>)?")
_ITEMS = ("newsItem", "NewsItem", "nitf")
_TEXTS = ("inlineXML", "inlineData", "DataContent")
_SEEN_AS = {"hl2": "h2", "media-caption": "figcaption", "media": "figure", "note": "aside"}
"""What elements of NITF would be on a page."""
_HEADLINES = ("hl1", "headline", "HeadLine")
_BYLINES = ("byline", "by", "ByLine")
_NO_NAMES = ("byttl", "location", "virtloc")
_HOUSES = (("pubdata", "name"), ("doc.copyright", "holder"), ("provider", "literal"))
_DAYS = (
    ("pubdata", "date.publication"),
    ("date.issue", "norm"),
    ("date.release", "norm"),
    ("story.date", "norm"),
)
_DATED = ("firstCreated", "FirstCreated", "versionCreated", "ThisRevisionCreated", "DateId")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_BY = re.compile(r"^by\b:?\s*", re.IGNORECASE)


def read_agency_xml(data: bytes, path: PurePath) -> Reading:
    """The articles in the file `data`.

    Raises:
        SourceError: if it is no valid XML, or no item has words.
    """
    named = _ENCODING.search(data[:_HEAD])
    decoded = decode(data, named[1].decode("ascii", "replace") if named else "utf-8")
    root = parse_xml(_PROLOG.sub("", decoded.text, count=1).encode("utf-8"), path)
    items = [item for item in root.iter() if _local(item) in _ITEMS and not _is_within(item)]
    sha256 = digest(data)
    articles: list[Article] = []
    for index, item in enumerate(items):
        parts = list(_parts(item))
        if any(part.kind is Kind.BODY for part in parts):
            articles.append(article_of(parts, path, sha256, MEDIA_TYPE, index=index))
    if not articles:
        raise SourceError("no item in the file has words", where=path)
    silent = len(items) - len(articles)
    told = f"{silent} of its {len(items)} items have no words (pictures, say) and were left out."
    return Reading(tuple(articles), notices=(Notice(str(path), told),) if silent else ())


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_within(item: etree._Element) -> bool:
    """Whether an item is the text of another."""
    return any(_local(around) in _ITEMS for around in item.iterancestors())


def _parts(item: etree._Element) -> Iterator[Part]:
    if title := _first(item, _HEADLINES) or _first(item, ("title",)):
        yield Part(title, Kind.TITLE, Field.TITLE, found_in="headline of the item")
    for byline in dict.fromkeys(_bylines(item)):
        name = _BY.sub("", byline)
        yield Part(byline, Kind.BYLINE, Field.AUTHORS, name, "byline of the item")
    if house := _attribute(item, _HOUSES) or _provider(item):
        yield Part(house, Kind.NOTE, Field.PUBLISHER, found_in="provider of the item")
    if day := _DAY.search(_attribute(item, _DAYS) or _first(item, _DATED)):
        yield Part("-".join(day.groups()), Kind.DATE, Field.PUBLISHED, found_in="day of the item")
    if language := _language(item):
        yield Part(language, Kind.NOTE, Field.LANGUAGE, found_in="language of the item")
    texts = list(item.iter("{*}body.content")) or list(item.iter(*(f"{{*}}{n}" for n in _TEXTS)))
    for text in texts:
        yield from _lines(text, title)


def _lines(text: etree._Element, title: str) -> Iterator[Part]:
    """The lines of a text: what is marked as its page would be, or parted by blank lines."""
    for element in text.iter(etree.Element):
        name = _local(element)
        element.tag = _SEEN_AS.get(name, name)
    if not len(text):
        parted = re.split(r"\n\s*\n", text.text or "")
        yield from (Part(words, Kind.BODY) for words in parted if words.strip())
        return
    markup = "".join(etree.tostring(child, encoding="unicode") for child in text)
    for words, line in laid_out(markup):
        if words == title:
            continue
        aside = "table" in line.within or "aside" in line.within
        yield Part(words, Kind.NOTE if aside else LINE_KINDS.get(line.tag, Kind.BODY))


def _first(item: etree._Element, names: tuple[str, ...]) -> str:
    """The words of the first element in `item` that has one of `names`, in their order."""
    for name in names:
        for element in item.iter(f"{{*}}{name}"):
            if words := " ".join("".join(map(str, element.itertext())).split()):
                return words
    return ""


def _bylines(item: etree._Element) -> Iterator[str]:
    """Who wrote, each byline without what its people are."""
    found = [line for name in _BYLINES for line in item.iter(f"{{*}}{name}")]
    for byline in found:
        pieces = [byline.text or ""]
        for child in byline:
            words = "" if _local(child) in _NO_NAMES else "".join(map(str, child.itertext()))
            pieces += [words, child.tail or ""]
        if words := " ".join("".join(pieces).split()):
            yield words


def _attribute(item: etree._Element, wanted: tuple[tuple[str, str], ...]) -> str:
    for name, key in wanted:
        for element in item.iter(f"{{*}}{name}"):
            if value := (element.get(key) or "").strip():
                return value
    return ""


def _provider(item: etree._Element) -> str:
    """The name of who provides the item; in NewsML 1 it is a party's."""
    for provider in (*item.iter("{*}provider"), *item.iter("{*}Provider")):
        if words := _first(provider, ("name",)) or _attribute(provider, (("Party", "FormalName"),)):
            return words
    return ""


def _language(item: etree._Element) -> str:
    named = _attribute(item, (("language", "tag"), ("Language", "FormalName")))
    return named or str(item.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
