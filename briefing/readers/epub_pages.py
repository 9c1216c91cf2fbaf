"""The pages of an electronic book: what each says, and which of its lines are the text."""

import re
from collections.abc import Iterator, Sequence
from html.entities import name2codepoint
from pathlib import PurePath
from typing import cast

from lxml import etree, html
from msgspec import Struct

from briefing.errors import SourceError
from briefing.model.source import Kind, Line
from briefing.readers.html_lines import lay_out
from briefing.readers.packages import parse_xml
from briefing.text.decoding import decode

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,20000}\]\s{0,100})?>", re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_SPLIT = re.compile(r"_split_?\d+(?=\.\w+$)")
"""How programs name the pieces of a page that was too long for old readers."""
_TYPE = "{http://www.idpf.org/2007/ops}type"
_MARKERS = etree.XPath(
    "//*[@role='doc-noteref' or @role='doc-backlink' or @role='doc-pagebreak']"
    " | //*[local-name()='a' or local-name()='span'][contains(@class, 'noteref')]"
    " | //*[contains(@class, 'backlink') or contains(@class, 'pagebreak')]"
)
"""Numbers of notes and of printed pages, which stand amid words."""
_BARS = etree.XPath(
    "//*[contains(@class, 'calibre_navbar') or contains(@class, 'touchscreen_navbar')]"
)
_TAKEN_FROM = etree.XPath(
    "//a[contains(@rel, 'calibre-downloaded-from')] | //link[@rel='canonical']"
)
_NOTES = frozenset(
    "footnote footnotes endnote endnotes rearnote rearnotes bibliography references".split()
)
_OUTSIDE = frozenset(
    "nav toc landmarks copyright titlepage halftitle colophon imprint cover".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("table", "td", "th"))
_STOPS = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
_LONG = 12
"""Words from which on a line without a full stop is a paragraph (a list's item)."""
_ALL_LINK = 0.9


class Leaf(Struct, frozen=True):
    """A page of the book: its name in the package, its tree, its words and where it was taken from."""

    name: str
    tree: etree._Element
    words: int
    address: str


def whole_name(name: str) -> str:
    """The name of the page that `name` is a piece of."""
    return _SPLIT.sub("", name)


def leaf_of(name: str, data: bytes, path: PurePath) -> Leaf:
    """The page `data`, which is called `name`.

    Raises:
        SourceError: if it defines entities.
    """
    tree = _tree(decode(data, None).text, path)
    for element in tree.iter(etree.Element):
        element.tag = str(element.tag).rpartition("}")[2].lower()
        if sort := element.get(_TYPE):
            element.set("class", f"{element.get('class') or ''} {sort}".strip())
    address = ""
    for link in cast("list[html.HtmlElement]", _TAKEN_FROM(tree)):
        address = address or (link.get("href") or "").strip()
    for unwanted in (_MARKERS, _BARS):
        for element in cast("list[html.HtmlElement]", unwanted(tree)):
            _drop(element)
    body = tree.find(".//body")
    words = 0 if body is None else len(" ".join(map(str, body.itertext())).split())
    return Leaf(name, tree, words, address if address.startswith("http") else "")


def _tree(text: str, path: PurePath) -> etree._Element:
    """XHTML by the rules of XML; what breaks them as a browser reads pages."""
    doctype = _DOCTYPE.search(text)
    if doctype and "<!ENTITY" in doctype.group():
        raise SourceError("the file defines entities, which nothing honest needs", where=path)
    text = _DECLARATION.sub("", _DOCTYPE.sub("", text, count=1), count=1)
    try:
        return parse_xml(_ENTITY.sub(_character, text).encode("utf-8", "replace"), path)
    except SourceError:
        parser = html.HTMLParser(huge_tree=True, remove_pis=True)
        return html.document_fromstring(f"<html>{text}</html>", parser=parser)


def _character(found: re.Match[str]) -> str:
    code = None if found[1] in _XML_NAMES else name2codepoint.get(found[1])
    return chr(code) if code else found.group()


def _drop(element: etree._Element) -> None:
    """Take `element` out; the words behind it stay."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    if tail and before is not None:
        before.tail = f"{before.tail or ''}{tail}"
    elif tail:
        parent.text = f"{parent.text or ''}{tail}"
    element.tail = None
    parent.remove(element)


def page_of(group: Sequence[Leaf]) -> bytes:
    """The pieces of one page as a web page in UTF-8."""
    head = group[0].tree.find(".//head")
    top = "" if head is None else _markup(head)
    bodies = (body for leaf in group if (body := leaf.tree.find(".//body")) is not None)
    language = next((str(value) for key, value in group[0].tree.items() if "lang" in str(key)), "")
    around = "".join(f"<div>{_markup(body)}</div>" for body in bodies)
    page = f'<html lang="{language}">{top}<body>{around}</body></html>'
    return page.encode("utf-8", "replace")


def _markup(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def lines_of(leaf: Leaf) -> Iterator[tuple[str, Line, Kind]]:
    """The lines of the page, each with what it is."""
    layout = lay_out(leaf.tree)
    for line in layout.lines:
        words = layout.text[line.start : line.end]
        yield words, line, _kind(words, line)


def _kind(words: str, line: Line) -> Kind:
    within = frozenset((line.tag, *line.within))
    if within & _OUTSIDE or line.link_share > _ALL_LINK:
        return Kind.BOILERPLATE
    if within & _NOTES:
        return Kind.NOTE
    if line.tag in _HEADINGS:
        return Kind.HEADING
    if "figcaption" in within:
        return Kind.CAPTION
    is_text = _STOPS.search(words) is not None or len(words.split()) >= _LONG
    return Kind.BODY if is_text and not within & _CELLS else Kind.NOTE
