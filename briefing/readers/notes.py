"""Notes exported from Evernote (`.enex`): each note, often a clipped page, is a source."""

import re
from html import escape
from pathlib import PurePath

from lxml import etree
from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Clue, Field, Notice
from briefing.readers.html import read_html
from briefing.readers.packages import parse_xml
from briefing.readers.reading import Reading
from briefing.text.decoding import decode

_DOCTYPE = re.compile(r"<!DOCTYPE\s+en-(?:export|note)\b[^>\[]{0,300}>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)T")


def read_notes(data: bytes, path: PurePath) -> Reading:
    """The notes in the export `data`.

    Raises:
        SourceError: if it is no valid XML, or no note has words.
    """
    decoded = decode(data, "utf-8")
    text = _DECLARATION.sub("", _DOCTYPE.sub("", decoded.text), count=1)
    root = parse_xml(text.encode("utf-8"), path)
    notes = list(root.iter("note"))
    sha256 = digest(data)
    articles: list[Article] = []
    for index, note in enumerate(notes):
        try:
            articles.append(_article(note, path, sha256, index))
        except SourceError:
            continue
    if not articles:
        raise SourceError("there are no words in the notes", where=path)
    silent = len(notes) - len(articles)
    told = f"{silent} of its {len(notes)} notes have no words and were left out."
    return Reading(tuple(articles), notices=(Notice(str(path), told),) if silent else ())


def _article(note: etree._Element, path: PurePath, sha256: str, index: int) -> Article:
    title = " ".join((note.findtext("title") or "").split())
    content = _DECLARATION.sub("", note.findtext("content") or "", count=1)
    page = f"<html><head><title>{escape(title)}</title></head><body>{content}</body></html>"
    (article,) = read_html(page.encode("utf-8", "replace"), path, declared="utf-8")
    clues = [Clue(Field.TITLE, title, "title of the note")] if title else []
    address = (note.findtext("note-attributes/source-url") or "").strip()
    if address.startswith(("http://", "https://")):
        clues.append(Clue(Field.URL, address, "address in the note"))
    if made := _DAY.match(note.findtext("created") or ""):
        clues.append(Clue(Field.ACCESSED, "-".join(made.groups()), "day the note was made"))
    return replace(article, sha256=sha256, index=index, clues=(*clues, *article.clues))
