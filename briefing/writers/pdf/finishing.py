"""Painted pages become the file: page tree, structure, metadata, attachment."""

from collections.abc import Sequence
from datetime import date

from briefing.model.document import Document
from briefing.resources import asset
from briefing.writers.pdf.linking import write_links, write_outline
from briefing.writers.pdf.metadata import xmp
from briefing.writers.pdf.packing import Pack, text_string
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.tagging import Stretch


def finish(painter: Painter, stretches: Sequence[Stretch], *, archival: bool = False) -> bytes:
    """The bytes of the file that was painted, whose elements are `stretches`, and its pages are written.

    With `archival` it claims to be PDF/A-3a too.
    """
    painted, fonts, pages = painter.done, painter.fonts, painter.done.numbers
    document, logo = painter.setter.document, painter.logo
    tree = painter.tree
    pack = tree.pack
    holder, resources = painter.holder, painter.resources
    pictures = b"/XObject<</Logo %d 0 R>>" % logo.number if logo else b""
    pack.objects[resources] = b"<</Font%b%b>>" % (fonts.write(pack), pictures)
    places = dict(painted.places)
    write_links(pack, painted.links, places, pages[0])
    outline = write_outline(pack, painted.outline, places)
    structure = tree.finish(stretches, painted.parents)
    kids = b" ".join([b"%d 0 R" % number for number in pages])
    pack.objects[holder] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids)
    claims = bool(document.title.strip() and document.language.strip())
    data = xmp(document, accessible=claims, archival=archival and claims)
    metadata = pack.stream(data, b"/Type/Metadata/Subtype/XML", plain=True)
    catalogue = pack.put(
        b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang%b"
        b"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R%b%b%b>>"
        % (
            holder, structure, text_string(document.language), metadata, outline,
            _attachment(pack, document), _intent(pack) if archival else b"",
        )
    )  # fmt: skip
    return pack.file(catalogue, pack.put(_information(document)))


def write_pages(painter: Painter) -> None:
    """Write the dictionaries of the pages that it has painted itself."""
    done, pack = painter.done, painter.tree.pack
    common = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %g %g]/Resources %d 0 R/Tabs/S" % (
        painter.holder, *painter.house.page, painter.resources,
    )  # fmt: skip
    for number, sheet, annotations in zip(
        done.numbers, done.sheets, done.annotations, strict=False
    ):
        content = pack.streams[sheet.slot][0]
        body = (common, content, number, annotations)
        pack.objects[number] = b"%b/Contents %d 0 R/StructParents %d%b>>" % body


def _attachment(pack: Pack, document: Document) -> bytes:
    """The manifest as an attached file."""
    if not document.manifest:
        return b""
    data = document.manifest.encode("utf-8", "replace")
    day = _stamp(document.date)
    entries = (
        f"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</ModDate({day})/Size {len(data)}>>"
    )
    held = pack.stream(data, entries.encode())
    name = "(manifest.json)"
    file = pack.put(
        f"<</Type/Filespec/F{name}/UF{name}/AFRelationship/Data/Desc(What this edition was made of)"
        f"/EF<</F {held} 0 R/UF {held} 0 R>>>>".encode()
    )
    return f"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[{name} {file} 0 R]>>>>".encode()


def _intent(pack: Pack) -> bytes:
    """The colours of the file are sRGB."""
    profile = pack.stream(asset("srgb.icc").read_bytes(), b"/N 3")
    return (
        b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]" % profile
    )


def _information(document: Document) -> bytes:
    day = _stamp(document.date)
    entries = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Creator": document.generator,
        "Producer": document.generator,
    }
    said = b"".join(
        [b"/%b%b" % (key.encode(), text_string(value)) for key, value in entries.items() if value]
    )
    return b"<<%b/CreationDate(%b)/ModDate(%b)>>" % (said, day.encode(), day.encode())


def _stamp(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"
