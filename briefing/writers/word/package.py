"""Joins body, notes and furniture to the parts of the reference document."""

import re
from collections.abc import Callable, Mapping

from msgspec.json import decode, encode

from briefing.model.document import Cite, Document, Reference, SourceList, Table
from briefing.model.drawing import Drawing
from briefing.model.output import Aside, WordWishes, Written
from briefing.uncollected import uncollected
from briefing.writers.escaping import STAND_IN, escape, replaced_notice
from briefing.writers.outline import headings, in_order
from briefing.writers.word import styles
from briefing.writers.word.body import Body, Words
from briefing.writers.word.columns import columns
from briefing.writers.word.describing import add_properties, describe, name_separators
from briefing.writers.word.furniture import furnish
from briefing.writers.word.layout import heading_pages
from briefing.writers.word.markup import HEAD
from briefing.writers.word.notes import Notes, Wrap
from briefing.writers.word.sheet import sheet_of
from briefing.writers.word.skeleton import Skeleton, open_skeleton
from briefing.writers.word.zipping import Awaited

Pages = Callable[[], Mapping[str, int]]
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NUMBERED_PARTS = 250
_FIRST_BOOKMARK = 100_000
_TWIPS = 20
_LONG = 1000
"""Blocks from which a layout takes longer than a copy of the process, about 80 pages."""
_STAND_IN = STAND_IN.encode()
_AFTER_ENDNOTES = re.compile(r"<w:(?:type|pgSz)\b")
_OWN_ENDNOTES = re.compile(r"<w:endnotePr>.*?</w:endnotePr>|<w:endnotePr/>", re.DOTALL)


def _when_asked(work: Callable[[], bytes]) -> Callable[[], bytes]:
    return work


def write_docx(
    document: Document,
    *,
    reference: bytes | None = None,
    wishes: WordWishes | None = None,
    page_numbers: bool = True,
    aside: Aside = _when_asked,
) -> Written:
    """Set `document` as a Word file; the same tree gives the same bytes.

    `reference` is a Word file whose styles, page setup and letterhead are taken over; ours is used
    without one. Without `page_numbers` the table of contents has only its links, as pandoc's. `aside`
    may begin a piece of work before its answer is asked for; long documents are laid out so.

    Raises:
        UsageError: if `reference` is not a Word file, or the style map does not fit it.
        OutputError: if there are more notes than Word can number.
    """
    wishes = wishes or WordWishes()
    with uncollected():  # it is a quarter of a long file's time
        skeleton = open_skeleton(reference, dict(wishes.styles), document.look)
        document, before = in_order(document), document
        if document is not before:
            skeleton.take_small_heads(headings(before.blocks)[0].level - 1)
        furnish(skeleton, document)
        pages = _layout(document, skeleton, wishes, aside) if page_numbers else _no_pages
        return _write(document, skeleton, wishes, pages)


def _write(document: Document, skeleton: Skeleton, wishes: WordWishes, pages: Pages) -> Written:
    ids = skeleton.look.ids
    note_links: dict[str, str] = {}
    note_words = Words(
        ids,
        document.language,
        lambda url: note_links.setdefault(url, f"rId{len(note_links) + 1}"),
        _no_note,
    )
    references = _references(document)
    notes = Notes(
        ids, note_words.set, _wrap(wishes, references, document.language), wishes.endnotes
    )
    body = _set_body(document, skeleton, notes, pages)
    _add_notes(skeleton, notes, note_links)
    _add_sources(skeleton, document, wishes, references)
    if document.manifest:
        from briefing.writers.word.manifest import carry

        carry(skeleton, document.manifest)
    describe(skeleton, document)
    data = skeleton.finish(body)
    words = [*body, *skeleton.long.get(notes.name, ())]
    count = sum(awaited.piece().plain.count(_STAND_IN) for awaited in words)
    return Written(data, (*skeleton.notices, *replaced_notice("Word", count)))


def _layout(document: Document, skeleton: Skeleton, wishes: WordWishes, aside: Aside) -> Pages:
    """Gives the page of each heading; a long document is laid out beside the setting of its body."""
    skeleton.shapes()  # which both need

    def work() -> bytes:
        return encode(heading_pages(document, skeleton, endnotes=wishes.endnotes))

    begun = aside(work) if len(document.blocks) >= _LONG else work
    return lambda: decode(begun(), type=dict[str, int])


def _no_pages() -> dict[str, int]:
    return {}


def _set_body(document: Document, skeleton: Skeleton, notes: Notes, pages: Pages) -> list[Awaited]:
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
        shapes = skeleton.shapes()
        head, text = shapes[styles.TABLE_HEAD], shapes[styles.TABLE_TEXT]
        told = columns(table, head, text, look.text_width / _TWIPS)
        return [round(width * _TWIPS) for width in told]

    def bar(style: str) -> str:
        # Late: few documents mark what changed.
        from briefing.writers.word.barring import change_bar

        borders = skeleton.book().borders(look.ids[style])
        return change_bar(borders, document.look.accent, sheet_of(skeleton.section))

    words = Words(look.ids, document.language, relate, _no_note)
    tabs = _contents_tabs(skeleton)
    setter = Body(
        document, words, look, pages, notes.add, notes.cited_in, picture, widths, tabs, bar
    )
    words.note = setter.mark
    if skeleton.before or skeleton.after:
        setter.bookmarks = _FIRST_BOOKMARK
    return setter.set()


def _contents_tabs(skeleton: Skeleton) -> dict[str, str]:
    """One tab at the right edge for each style of the contents, and none that the style has elsewhere."""
    book, edge = skeleton.book(), str(skeleton.look.text_width)
    found = {}
    for name in styles.CONTENTS:
        stops = {edge: f'<w:tab w:val="right" w:leader="dot" w:pos="{edge}"/>'}
        for stop in book.tab_stops(skeleton.look.ids[name]):
            stops.setdefault(stop, f'<w:tab w:val="clear" w:pos="{stop}"/>')
        found[name] = f"<w:tabs>{''.join(stops[stop] for stop in sorted(stops, key=int))}</w:tabs>"
    return found


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


def _wrap(wishes: WordWishes, references: dict[int, Reference], language: str) -> Wrap | None:
    if not wishes.citation_fields:
        return None
    # Late: few ask for live citations, and hashing and JSON are a part of a cold start.
    from briefing.writers.word import live

    match wishes.citation_fields:
        case "zotero":
            return live.Zotero(references).wrap
        case _:
            return live.OwnSources(references, language).wrap


def _add_notes(skeleton: Skeleton, notes: Notes, links: dict[str, str]) -> None:
    """The part with the notes and its own links."""
    if not notes.notes:
        return
    skeleton.add_long(f"{notes.sort}s.xml", f"{notes.sort}s", notes.part())
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
    if wishes.citation_fields:
        from briefing.writers.word import live
    if wishes.citation_fields == "zotero":
        told = live.zotero_preferences(
            document.citation_style, document.language, endnotes=wishes.endnotes
        )
        chunks = [told[at : at + _NUMBERED_PARTS] for at in range(0, len(told), _NUMBERED_PARTS)]
        values |= {f"ZOTERO_PREF_{number}": chunk for number, chunk in enumerate(chunks, 1)}
    if wishes.citation_fields == "word":
        live.carry_sources(skeleton, references.values())
    add_properties(skeleton, {name: value for name, value in values.items() if value})
