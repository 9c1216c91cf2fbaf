"""The older exports of LexisNexis as files: text and HTML."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree, html

from briefing.digests import digest
from briefing.readers.exports.lexis import NUMBER, Block, read_numbered
from briefing.readers.reading import Reading
from briefing.text.decoding import decode

_PARTED = re.compile(r"\n[ \t\f]*(?:\n[ \t\f]*)+")
_SAID = re.compile(r"<META\b[^>]{0,80}?\bDOCUMENTS=\"(?P<all>\d{1,6})\"", re.IGNORECASE)


def read_lexis_text(data: bytes, path: PurePath) -> Reading:
    """The articles of an export as text.

    Raises:
        SourceError: if there is none.
    """
    text = decode(data).text
    blocks = [block for block in map(_unwrapped, _PARTED.split(text)) if block]
    return read_numbered(blocks, path, digest(data), "text/plain")


def read_lexis_html(data: bytes, path: PurePath) -> Reading:
    """The articles of an export as HTML.

    Raises:
        SourceError: if there is none.
    """
    text = decode(data, "utf-8").text
    said = _SAID.search(text[:20_000])
    tree = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_pis=True))
    total = int(said["all"]) if said else None
    return read_numbered(list(_blocks(tree)), path, digest(data), "text/html", total)


def _unwrapped(block: str) -> Block:
    """The one paragraph of a block of wrapped lines; “Correction Appended” stays its own."""
    lines = [line.strip() for line in block.split("\n") if line.strip(" \t\f")]
    if len(lines) > 1 and NUMBER.fullmatch(lines[-1]):
        return ()
    kept = [line for line in lines if line.lower().endswith("appended") and line is not lines[0]]
    first = " ".join(line for line in lines if line not in kept)
    return (first, *kept) if first else ()


def _blocks(tree: html.HtmlElement) -> Iterator[Block]:
    """A block a division, a paragraph a paragraph; a break parts the lines of a heading."""
    for division in tree.iter("div"):
        paragraphs = [child for child in division if child.tag == "p"]
        words = [line for paragraph in paragraphs for line in _lines(paragraph)]
        if words:
            yield tuple(words)


def _lines(paragraph: etree._Element) -> list[str]:
    pieces: list[str] = []
    for element in paragraph.iter():
        if element.tag == "br":
            pieces.append("\n")
        elif isinstance(element.tag, str):
            pieces.append((element.text or "").replace("\n", " "))
        if element is not paragraph:
            pieces.append((element.tail or "").replace("\n", " "))
    lines = (line.strip(" \t\xa0") for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]
