"""RSS and Atom files: an entry an article."""

import re
from collections.abc import Iterator
from html.entities import name2codepoint
from pathlib import PurePath

from lxml import etree, html

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Line, Notice
from briefing.readers.html_lines import lay_out
from briefing.readers.packages import parse_xml
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode

MEDIA_TYPE = "application/xml"
_WHOLE = ("encoded", "content")
_SHORT = ("description", "summary")
LINE_KINDS = {"figcaption": Kind.CAPTION, **{f"h{level}": Kind.HEADING for level in range(1, 7)}}
_LINKED, _ALL_LINK = 0.3, 0.9
"""Share of link text from which a line that repeats the title, and from which any line, only points."""
_HEAD = 2048
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,20000}\]\s{0,100})?>")
_OWN_ENTITY = re.compile(r"<!ENTITY\s+[^%\s]")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
SUMMARY = "The feed gives only a summary of the article."


def read_feed(data: bytes, path: PurePath) -> Reading:
    """The articles in the feed `data`.

    Raises:
        SourceError: if it is no valid feed, or has no entry with words.
    """
    root, remarks = _root(data, path)
    entries = [item for item in root.iter() if _local(item) in ("item", "entry")]
    channel = next((item for item in root.iter() if _local(item) in ("channel", "feed")), root)
    publisher, language = _text(channel, "title"), _text(channel, "language")
    language = language or str(root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    sha256 = digest(data)
    articles = []
    for index, entry in enumerate(entries):
        parts = list(_parts(entry, publisher, language))
        if not any(part.kind is Kind.BODY for part in parts):
            continue
        whole = any(_child(entry, name) is not None for name in _WHOLE)
        notices = () if whole else (Notice(str(path), SUMMARY),)
        articles.append(article_of(parts, path, sha256, MEDIA_TYPE, index=index, notices=notices))
    if not articles:
        raise SourceError("the feed has no entry with words", where=path)
    silent = len(entries) - len(articles)
    if silent:
        remarks.append(
            f"{silent} entries of the feed have no words of their own and were left out."
        )
    return Reading(tuple(articles), notices=tuple(Notice(str(path), remark) for remark in remarks))


def _root(data: bytes, path: PurePath) -> tuple[etree._Element, list[str]]:
    """The feed's root element and what had to be done to get at it.

    Feeds are written by hand and by old programs: what names HTML's entities or breaks XML's rules
    is read as far as it goes. Entities of a file's own are still refused.
    """
    named = _ENCODING.search(data[:_HEAD])
    decoded = decode(data, named[1].decode("ascii", "replace") if named else None)
    text = _DOCTYPE.sub(lambda found: _harmless(found, path), decoded.text, count=1)
    text = _ENTITY.sub(_character, _DECLARATION.sub("", text, count=1).lstrip())
    remarks = [*decoded.remarks]
    try:
        return parse_xml(text.encode("utf-8"), path), remarks
    except SourceError:
        if "<!ENTITY" in text or "<!DOCTYPE" in text:
            raise
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(text.encode("utf-8"), parser)
    if root is None:
        raise SourceError("the feed is no valid XML", where=path)
    return root, [*remarks, "The feed breaks the rules of XML; words may be missing."]


def _harmless(found: re.Match[str], path: PurePath) -> str:
    if _OWN_ENTITY.search(found.group()):
        raise SourceError("the file defines entities, which nothing honest needs", where=path)
    return ""


def _character(found: re.Match[str]) -> str:
    """The character that HTML knows by the name; those of XML and unknown ones stay."""
    name = found[1]
    code = None if name in _XML_NAMES else name2codepoint.get(name)
    return chr(code) if code else found.group()


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: etree._Element, *names: str) -> etree._Element | None:
    for name in names:
        for child in element:
            if _local(child) == name and (
                len(child) or "".join(map(str, child.itertext())).strip()
            ):
                return child
    return None


def _text(element: etree._Element, *names: str) -> str:
    child = _child(element, *names)
    return "" if child is None else " ".join("".join(map(str, child.itertext())).split())


def _parts(entry: etree._Element, publisher: str, language: str) -> Iterator[Part]:
    own = _child(entry, "source")
    outlet = "" if own is None else _text(own, "title") or _text(entry, "source")
    # Aggregators set the outlet behind the headline, too.
    if title := _plain(_text(entry, "title")).removesuffix(f" - {outlet}"):
        yield Part(title, Kind.TITLE, Field.TITLE, found_in="title of the entry")
    if outlet or publisher:
        place = "source of the entry" if outlet else "title of the feed"
        yield Part(outlet or publisher, Kind.NOTE, Field.PUBLISHER, found_in=place)
    author = _child(entry, "creator", "author")
    named = "" if author is None else _text(author, "name") or _text(entry, "creator", "author")
    if named:
        yield Part(named, Kind.BYLINE, Field.AUTHORS, found_in="author of the entry")
    if day := _text(entry, "pubDate", "published", "date", "issued", "updated"):
        yield Part(day, Kind.DATE, Field.PUBLISHED, found_in="date of the entry")
    if link := _link(entry):
        yield Part(link, Kind.URL, Field.URL, found_in="link of the entry")
    if language:
        yield Part(language, Kind.NOTE, Field.LANGUAGE, found_in="language of the feed")
    content = _child(entry, *_WHOLE, *_SHORT)
    if content is not None:
        yield from _lines(content, title, outlet)


def _link(entry: etree._Element) -> str:
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return ""


def _plain(words: str) -> str:
    """`words` without the markup that some feeds put even into titles."""
    if "<" not in words and "&" not in words:
        return words
    return " ".join(line for line, _ in laid_out(words))


def _lines(content: etree._Element, title: str, outlet: str) -> Iterator[Part]:
    if len(content):
        markup = "".join(etree.tostring(child, encoding="unicode") for child in content)
    else:
        markup = content.text or ""
    yield from lines_of(markup, title, outlet)


def lines_of(markup: str, title: str, outlet: str = "") -> Iterator[Part]:
    """The lines of an entry's `markup`; what only points to the entry is none of its article."""
    for words, line in laid_out(markup):
        # What only points somewhere: “Continue reading”, “The post … appeared first on …”.
        points = line.link_share > _LINKED and (
            line.link_share > _ALL_LINK or (title != "" and title in words)
        )
        points = points or words in (title, f"{title} {outlet}")
        yield Part(words, Kind.BOILERPLATE if points else LINE_KINDS.get(line.tag, Kind.BODY))


def laid_out(markup: str) -> Iterator[tuple[str, Line]]:
    """The lines of `markup` with their words."""
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    layout = lay_out(tree)
    for line in layout.lines:
        yield layout.text[line.start : line.end], line
