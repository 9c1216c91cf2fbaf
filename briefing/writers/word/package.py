"""Joins body, notes and furniture to the parts of the reference document."""

import gc
import re

from briefing.model.document import Cite, Document, Reference, SourceList, Table
from briefing.model.drawing import Drawing
from briefing.model.output import WordWishes, Written
from briefing.writers.escaping import escape, replaced_notice
from briefing.writers.word import live, styles
from briefing.writers.word.body import Body, Words
from briefing.writers.word.columns import columns
from briefing.writers.word.describing import add_properties, describe, name_separators
from briefing.writers.word.furniture import furnish
from briefing.writers.word.layout import heading_pages
from briefing.writers.word.manifest import carry
from briefing.writers.word.markup import HEAD
from briefing.writers.word.notes import Notes, Wrap
from briefing.writers.word.skeleton import Skeleton, open_skeleton

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NUMBERED_PARTS = 250
_FIRST_BOOKMARK = 100_000
_TWIPS = 20
_AFTER_ENDNOTES = re.compile(r"<w:(?:type|pgSz)\b")
_OWN_ENDNOTES = re.compile(r"<w:endnotePr>.*?</w:endnotePr>|<w:endnotePr/>", re.DOTALL)


def write_docx(
    document: Document,
    *,
    reference: bytes | None = None,
    wishes: WordWishes | None = None,
    page_numbers: bool = True,
) -> Written:
    """Set `document` as a Word file; the same tree gives the same bytes.

    `reference` is a Word file whose styles, page setup and letterhead are taken over; ours is used
    without one. Without `page_numbers` the table of contents has only its links, as pandoc's.

    Raises:
        UsageError: if `reference` is not a Word file, or the style map does not fit it.
        OutputError: if there are more notes than Word can number.
    """
    wishes = wishes or WordWishes()
    skeleton = open_skeleton(reference, dict(wishes.styles), document.look)
    ids = skeleton.look.ids
    note_links: dict[str, str] = {}
    note_words = Words(
        ids,
        document.language,
        lambda url: note_links.setdefault(url, f"rId{len(note_links) + 1}"),
        _no_note,
    )
    references = _references(document)
    notes = Notes(ids, note_words.set, _wrap(wishes, references), wishes.endnotes)
    collecting = gc.isenabled()
    gc.disable()  # nothing here makes cycles worth collecting; it is a quarter of a long file's time
    try:
        pages = heading_pages(document, skeleton, endnotes=wishes.endnotes) if page_numbers else {}
        body = _set_body(document, skeleton, notes, pages)
    finally:
        if collecting:
            gc.enable()
    furnish(skeleton, document)
    _add_notes(skeleton, notes, note_links)
    _add_sources(skeleton, document, wishes, references)
    if document.manifest:
        carry(skeleton, document.manifest)
    describe(skeleton, document)
    told = replaced_notice("Word", body + "".join(notes.notes))
    return Written(skeleton.finish(body), told)


def _set_body(document: Document, skeleton: Skeleton, notes: Notes, pages: dict[str, int]) -> str:
    links: dict[str, str] = {}
    look = skeleton.look

    def relate(url: str) -> str:
        if url not in links:
            links[url] = skeleton.link("hyperlink", escape(url), external=True)
        return links[url]

    def picture(drawing: Drawing, alt: str, number: int) -> str:
        # Late: Pillow is for documents with figures.
        from briefing.writers.word.figures import inks, picture

        colours = inks(document.look)
        return picture(drawing, alt, number, look.text_width, colours, skeleton.add_picture)

    def widths(table: Table) -> list[int]:
        head = skeleton.shapes()[styles.TABLE_HEAD]
        told = columns(table, head, look.text_width / _TWIPS)
        return [round(width * _TWIPS) for width in told]

    words = Words(look.ids, document.language, relate, _no_note)
    setter = Body(document, words, look, pages, notes.add, notes.cited_in, picture, widths)
    words.note = setter.mark
    if skeleton.before or skeleton.after:
        setter.bookmarks = _FIRST_BOOKMARK
    return setter.set()


def _no_note(_: Cite) -> str:
    """Notes have no notes."""
    return ""


def _references(document: Document) -> dict[int, Reference]:
    return {
        reference.number: reference
        for block in document.blocks
        if isinstance(block, SourceList)
        for reference in block.references
    }


def _wrap(wishes: WordWishes, references: dict[int, Reference]) -> Wrap:
    match wishes.citation_fields:
        case "zotero":
            return live.Zotero(references).wrap
        case "word":
            return live.OwnSources(references).wrap
        case _:
            return live.unwrapped


def _add_notes(skeleton: Skeleton, notes: Notes, links: dict[str, str]) -> None:
    """The part with the notes and its own links."""
    if not notes.notes:
        return
    skeleton.add(f"{notes.sort}s.xml", f"{notes.sort}s", notes.part())
    if links:
        relations = "".join(
            f'<Relationship Id="{key}" Type="{_LINK}" Target="{escape(url)}" TargetMode="External"/>'
            for url, key in links.items()
        )
        content = f'{HEAD}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        skeleton.parts[f"word/_rels/{notes.sort}s.xml.rels"] = content.encode()
    name_separators(skeleton, notes.sort)
    if notes.endnotes:
        section = _OWN_ENDNOTES.sub("", skeleton.section)
        at = found.start() if (found := _AFTER_ENDNOTES.search(section)) else section.index(">") + 1
        decimal = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
        skeleton.section = f"{section[:at]}{decimal}{section[at:]}"


def _add_sources(
    skeleton: Skeleton, document: Document, wishes: WordWishes, references: dict[int, Reference]
) -> None:
    """What live citations need beside them, and the properties of the file."""
    values = {"Generator": document.generator, "Marking": document.marking or ""}
    if wishes.citation_fields == "zotero":
        told = live.zotero_preferences(document.citation_style, endnotes=wishes.endnotes)
        chunks = [told[at : at + _NUMBERED_PARTS] for at in range(0, len(told), _NUMBERED_PARTS)]
        values |= {f"ZOTERO_PREF_{number}": chunk for number, chunk in enumerate(chunks, 1)}
    if wishes.citation_fields == "word":
        live.carry_sources(skeleton, references.values())
    add_properties(skeleton, {name: value for name, value in values.items() if value})
