"""Joins body, notes and furniture to the parts of the reference document."""

import re

from briefing.model.document import Cite, Document
from briefing.model.output import Written
from briefing.writers.escaping import escape, replaced_notice
from briefing.writers.word import furniture
from briefing.writers.word.body import Body, Words
from briefing.writers.word.manifest import carry
from briefing.writers.word.notes import Notes
from briefing.writers.word.skeleton import Skeleton, open_skeleton

_LONGEST_PROPERTY = 255
_OWN_FURNITURE = re.compile(r"<w:(?:header|footer)Reference\b[^>]*/>")
_AFTER_TITLE_PAGE = re.compile(r"<w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings)\b")
_NAMED_NOTES = re.compile(r"<w:footnotePr>.*?</w:footnotePr>|<w:footnotePr/>", re.DOTALL)
_AFTER_NOTES = re.compile(r"<w:(?:endnotePr|compat)\b|</w:settings>")
_LANGUAGE = re.compile(r'(<w:rPrDefault>.*?<w:lang\b[^>]*?w:val=")[^"]*', re.DOTALL)
_OLD_NOTES = re.compile(r'<Relationship\b[^>]*relationships/footnotes"[^>]*/>')
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def write_docx(
    document: Document, *, pages: dict[str, int] | None = None, reference: bytes | None = None
) -> Written:
    """Set `document` as a Word file; the same tree gives the same bytes.

    `pages` gives the page number of each heading's anchor for the table of contents. `reference` is
    a Word file whose styles and page setup are taken over; ours is used without one.

    Raises:
        UsageError: if `reference` is not a Word file.
        OutputError: if there are more notes than Word can number.
    """
    skeleton = open_skeleton(reference)
    note_links: dict[str, str] = {}
    note_words = Words(
        skeleton.ids,
        document.language,
        lambda url: note_links.setdefault(url, f"rId{len(note_links) + 1}"),
        _no_note,
    )
    notes = Notes(skeleton.ids, note_words.set)
    links: dict[str, str] = {}

    def relate(url: str) -> str:
        if url not in links:
            links[url] = skeleton.link("hyperlink", escape(url), external=True)
        return links[url]

    words = Words(skeleton.ids, document.language, relate, notes.add)
    body = Body(document, words, skeleton.ids, pages or {}, skeleton.text_width).set()
    _add_furniture(skeleton, document)
    if notes.notes:
        _add_notes(skeleton, notes, note_links)
    if document.manifest:
        carry(skeleton, document.manifest)
    _describe(skeleton, document)
    told = replaced_notice("Word", body + "".join(notes.notes))
    return Written(skeleton.finish(body), told)


def _no_note(_: Cite) -> str:
    """Notes have no notes."""
    return ""


def _add_furniture(skeleton: Skeleton, document: Document) -> None:
    """Our header and footer, unless the reference has its own and no marking asks for ours."""
    if skeleton.has_letterhead and not document.marking:
        return
    section = _OWN_FURNITURE.sub("", skeleton.section)
    foot = furniture.footer(document, skeleton.ids)
    parts = (
        ("header", "default", furniture.header(document, skeleton.ids, first=False)),
        ("header", "first", furniture.header(document, skeleton.ids, first=True)),
        ("footer", "default", foot),
        ("footer", "first", foot),
    )
    references = ""
    for number, (sort, when, content) in enumerate(parts, 1):
        key = skeleton.add(f"briefing-{sort}{number}.xml", sort, content)
        references += f'<w:{sort}Reference w:type="{when}" r:id="{key}"/>'
    opening = section.index(">") + 1
    section = section[:opening] + references + section[opening:]
    if "<w:titlePg" not in section:
        after = _AFTER_TITLE_PAGE.search(section)
        at = after.start() if after else section.rindex("</w:sectPr>")
        section = f"{section[:at]}<w:titlePg/>{section[at:]}"
    skeleton.section = section


def _add_notes(skeleton: Skeleton, notes: Notes, links: dict[str, str]) -> None:
    """The footnotes part with its own links, named in the settings as Word wants it."""
    rels = "word/_rels/document.xml.rels"
    skeleton.parts[rels] = _OLD_NOTES.sub("", skeleton.text(rels)).encode()
    skeleton.add("footnotes.xml", "footnotes", notes.part())
    if links:
        relations = "".join(
            f'<Relationship Id="{key}" Type="{_LINK}" Target="{escape(url)}" TargetMode="External"/>'
            for url, key in links.items()
        )
        content = f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        skeleton.parts["word/_rels/footnotes.xml.rels"] = content.encode()
    settings = _NAMED_NOTES.sub("", skeleton.text("word/settings.xml"))
    after = _AFTER_NOTES.search(settings)
    at = after.start() if after else len(settings)
    named = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    skeleton.parts["word/settings.xml"] = f"{settings[:at]}{named}{settings[at:]}".encode()


def _describe(skeleton: Skeleton, document: Document) -> None:
    """Properties and language; no trace of the reference's author is left."""
    stamp = f"{document.date.isoformat()}T00:00:00Z"
    values = {
        "dc:title": document.title,
        "dc:subject": document.subject or "",
        "dc:creator": document.author or "",
        "dc:language": document.language,
    }
    inner = "".join(
        f"<{tag}>{escape(value[:_LONGEST_PROPERTY])}</{tag}>" for tag, value in values.items()
    )
    times = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    skeleton.parts["docProps/core.xml"] = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}{times}</cp:coreProperties>'
    ).encode()
    skeleton.parts["docProps/app.xml"] = (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-'
        f'properties"><Application>{escape(document.generator)}</Application></Properties>'
    ).encode()
    told = _LANGUAGE.sub(rf"\g<1>{escape(document.language)}", skeleton.text("word/styles.xml"))
    skeleton.parts["word/styles.xml"] = told.encode()
