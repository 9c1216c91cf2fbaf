"""Joins body, notes and furniture to the reference document and saves the package.

python-docx opens and saves; its paragraph interface is left alone, because it looks up a style's
name anew for every paragraph (38 times slower than a body in one piece, measured).
"""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import datetime, time
from io import BytesIO

from docx.api import Document as open_docx  # noqa: N813 - a function that python-docx spells so
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from briefing.errors import UsageError
from briefing.model.document import Cite, Document
from briefing.model.output import Written
from briefing.resources import asset
from briefing.writers.word import furniture, styles
from briefing.writers.word.body import Body, Words
from briefing.writers.word.markup import NAMESPACES, escape
from briefing.writers.word.notes import Notes

_UNREADABLE = (
    PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, zlib.error,
)  # fmt: skip
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.'
    'openxmlformats.org/officeDocument/2006/extended-properties"><Application>{}</Application></Properties>'
)


def write_docx(
    document: Document, *, pages: Mapping[str, int] | None = None, reference: bytes | None = None
) -> Written:
    """Set `document` as a Word file; the same tree gives the same bytes.

    `pages` gives the page number of each heading's anchor for the table of contents. `reference` is
    a Word file whose styles and page setup are taken over; ours is used without one.

    Raises:
        UsageError: if `reference` is not a Word file.
    """
    word = _open(reference)
    ids = _style_ids(word)
    notes_links = _NoteLinks()
    note_words = Words(ids, document.language, notes_links.relate, _no_note)
    notes = Notes(ids, note_words.set)
    words = Words(ids, document.language, _relate(word), notes.add)
    section = word.element.body.sectPr
    if section is None:
        section = word.element.body._add_sectPr()
    body = Body(document, words, ids, pages or {}, _text_width(section))
    content = body.set()
    _add_furniture(word, document, ids, section)
    _replace_body(word, content, section)
    if notes.notes:
        _add_notes(word, notes, notes_links)
    _describe(word, document)
    return Written(_save(word))


def _open(reference: bytes | None) -> WordDocument:
    data = asset("reference.docx").read_bytes() if reference is None else reference
    try:
        return open_docx(BytesIO(data))
    except _UNREADABLE as error:
        raise UsageError(
            f"the reference document is not a Word file: {error}", remedy="Name a .docx file."
        ) from None


def _style_ids(word: WordDocument) -> dict[str, str]:
    """The id of each style we need, by name; a style the reference lacks is taken from ours."""
    have = _names(word)
    lacking = [name for name in styles.ALL if name.casefold() not in have]
    if lacking:
        own = open_docx(BytesIO(asset("reference.docx").read_bytes()))
        ours = {_name(style): style for style in own.styles.element.style_lst}
        for name in lacking:
            word.styles.element.append(deepcopy(ours[name.casefold()]))
        have = _names(word)
    return {name: have[name.casefold()] for name in styles.ALL}


def _names(word: WordDocument) -> dict[str, str]:
    return {_name(style): style.styleId for style in word.styles.element.style_lst if style.styleId}


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).casefold()


class _NoteLinks:
    """Addresses in notes: their relationships belong to the footnotes part, which comes last."""

    def __init__(self) -> None:
        self.urls: dict[str, str] = {}

    def relate(self, url: str) -> str:
        return self.urls.setdefault(url, f"rId{len(self.urls) + 1}")


def _relate(word: WordDocument) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def relate(url: str) -> str:
        # python-docx looks an external target up by going through all; a dict keeps that linear.
        if url not in known:
            known[url] = word.part.relate_to(escape_url(url), RT.HYPERLINK, is_external=True)
        return known[url]

    return relate


def escape_url(url: str) -> str:
    """An address for a relationship: no character that XML refuses, no white space."""
    return "".join(escape(url).replace("&amp;", "&").split())


def _no_note(_: Cite) -> str:
    """Notes have no notes."""
    return ""


def _text_width(section: etree._Element) -> int:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return 8800
    sides = [int(margins.get(qn(f"w:{side}"), 0)) for side in ("left", "right")]
    return int(size.get(qn("w:w"), 11906)) - sum(sides)


def _add_furniture(
    word: WordDocument, document: Document, ids: Mapping[str, str], section: etree._Element
) -> None:
    """Our header and footer, unless the reference has its own and no marking asks for ours."""
    if section.findall(qn("w:headerReference")) and not document.marking:
        return
    for tag in ("w:headerReference", "w:footerReference"):
        for old in section.findall(qn(tag)):
            section.remove(old)
    foot = furniture.footer(document, ids)
    parts = (
        ("header", "default", furniture.header(document, ids, first=False)),
        ("header", "first", furniture.header(document, ids, first=True)),
        ("footer", "default", foot),
        ("footer", "first", foot),
    )
    for number, (sort, when, blob) in enumerate(parts, 1):
        name = PackURI(f"/word/briefing-{sort}{number}.xml")
        content_type = CT.WML_HEADER if sort == "header" else CT.WML_FOOTER
        part = Part(name, content_type, blob, word.part.package)
        key = word.part.relate_to(part, RT.HEADER if sort == "header" else RT.FOOTER)
        section.insert(
            number - 1,
            parse_xml(f'<w:{sort}Reference {NAMESPACES} w:type="{when}" r:id="{key}"/>'),
        )
    if section.find(qn("w:titlePg")) is None:
        title_page = parse_xml(f"<w:titlePg {NAMESPACES}/>")
        after = next((child for child in section if child.tag in _AFTER_TITLE_PAGE), None)
        if after is None:
            section.append(title_page)
        else:
            after.addprevious(title_page)


_AFTER_TITLE_PAGE = {
    qn(f"w:{tag}") for tag in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")
}


def _replace_body(word: WordDocument, content: str, section: etree._Element) -> None:
    body = word.element.body
    kept = deepcopy(section)
    for child in list(body):
        body.remove(child)
    # One parse for the whole body; huge documents nest no deeper than small ones.
    for element in parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"):
        body.append(element)
    body.append(kept)


def _add_notes(word: WordDocument, notes: Notes, links: _NoteLinks) -> None:
    package = word.part.package
    for key, relation in list(word.part.rels.items()):
        if relation.reltype == RT.FOOTNOTES:
            del word.part.rels[key]
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, notes.part(), package)
    for url, key in links.urls.items():
        part.rels.add_relationship(RT.HYPERLINK, escape_url(url), key, is_external=True)
    word.part.relate_to(part, RT.FOOTNOTES)
    settings = word.settings.element
    for old in settings.findall(qn("w:footnotePr")):
        settings.remove(old)
    named = parse_xml(
        f'<w:footnotePr {NAMESPACES}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    )
    compat = settings.find(qn("w:compat"))
    if compat is None:
        settings.append(named)
    else:
        compat.addprevious(named)


def _describe(word: WordDocument, document: Document) -> None:
    """Properties, language, and no trace of the reference's author."""
    core = word.core_properties
    midnight = datetime.combine(document.date, time.min)
    core.title, core.author = _property(document.title), _property(document.author or "")
    core.subject, core.language = _property(document.subject or ""), document.language
    core.created = core.modified = midnight
    core.last_modified_by = core.comments = core.keywords = core.category = ""
    core.revision = 1
    for relation in word.part.package.rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = _APP.format(escape(document.generator)).encode()
    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), document.language)


def _property(text: str) -> str:
    cleaned = escape(text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return cleaned.replace("&quot;", '"')[:_LONGEST_PROPERTY]


def _save(word: WordDocument) -> bytes:
    """Save, then write the zip anew: fixed times, the parts in the order of their names."""
    first = BytesIO()
    word.save(first)
    result = BytesIO()
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(result, "w") as clean:
        names = sorted(made.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            clean.writestr(info, made.read(name))
    return result.getvalue()
