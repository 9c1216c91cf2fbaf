"""Painted pages become the file: page tree, links, bookmarks, structure, metadata, attachment."""

import itertools
from collections.abc import Sequence
from datetime import date

from briefing.model.document import Document
from briefing.resources import asset
from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.look import dress
from briefing.writers.pdf.memory import Memory
from briefing.writers.pdf.metadata import xmp
from briefing.writers.pdf.packing import Pack, text_string
from briefing.writers.pdf.painting import Link, Painted, Place
from briefing.writers.pdf.tagging import Annotation, Element, prune, write_tree


def finish(
    document: Document,
    painted: Painted,
    fonts: Fonts,
    root: Element,
    *,
    archival: bool = False,
    memory: Memory | None = None,
) -> bytes:
    """The bytes of the file; with `archival` they claim to be PDF/A-3a too."""
    wide, high = dress(document.look).page
    pack = Pack(known=memory.streams if memory else {})
    pages = [pack.reserve() for _ in painted.canvases]
    tree = pack.reserve()
    resources = pack.put(f"<</Font{fonts.write(pack)}>>")
    links = _links(pack, painted, pages)
    own_links: dict[int, list[int]] = {}
    for number, link in links:
        own_links.setdefault(link.page, []).append(number)
    for at, canvas in enumerate(painted.canvases):
        content = pack.stream(canvas.content())
        own = " ".join(f"{number} 0 R" for number in own_links.get(at, ()))
        pack.put(
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {wide:g} {high:g}]"
            f"/Resources {resources} 0 R/Contents {content} 0 R/StructParents {at}/Tabs/S"
            f"{f'/Annots[{own}]' if own else ''}>>",
            pages[at],
        )
    kids = " ".join(f"{number} 0 R" for number in pages)
    pack.put(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>", tree)
    prune(root)
    marked = [canvas.marked for canvas in painted.canvases]
    structure = write_tree(pack, root, pages, marked, [link.element for _, link in links])
    claims = bool(document.title.strip() and document.language.strip())
    data = xmp(document, accessible=claims, archival=archival and claims)
    metadata = pack.stream(data, "/Type/Metadata/Subtype/XML", plain=True)
    outline = _outline(pack, painted, pages)
    catalogue = pack.put(
        f"<</Type/Catalog/Pages {tree} 0 R/StructTreeRoot {structure} 0 R/MarkInfo<</Marked true>>"
        f"/Lang{text_string(document.language)}/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {metadata} 0 R{outline}{_attachment(pack, document)}"
        f"{_intent(pack) if archival else ''}>>"
    )
    return pack.file(catalogue, pack.put(_information(document)))


def _links(pack: Pack, painted: Painted, pages: Sequence[int]) -> list[tuple[int, Link]]:
    """The annotations by number; each is told to its element of the tree."""
    made = []
    first = len(pages)
    for at, link in enumerate(painted.links, first):
        if link.url:
            leads = f"/A<</S/URI/URI{text_string(_address(link.url))}>>"
        else:
            leads = f"/Dest{_destination(painted.places.get(link.goto or ''), pages)}"
        area = " ".join(f"{edge:.2f}" for edge in link.area)
        number = pack.put(
            f"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]/F 4/StructParent {at}"
            f"/Contents{text_string(link.says or 'Link')}{leads}>>"
        )
        link.element.kids.append(Annotation(number, link.page))
        made.append((number, link))
    return made


def _address(url: str) -> str:
    """An address in ASCII, as the file format wants it."""
    return "".join(
        c
        if c.isascii() and c.isprintable() and c != " "
        else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in url
    )


def _destination(place: Place | None, pages: Sequence[int]) -> str:
    if place is None:
        return f"[{pages[0]} 0 R/XYZ null null null]"
    return f"[{pages[place.page]} 0 R/XYZ 0 {place.top:.2f} null]"


def _outline(pack: Pack, painted: Painted, pages: Sequence[int]) -> str:
    """Bookmarks; a level that skips is put below the last one."""
    entries = painted.outline
    if not entries:
        return ""
    root = pack.reserve()
    numbers = [pack.reserve() for _ in entries]
    depths: list[int] = []
    held: list[int] = []
    for level, _, _ in entries:
        while held and held[-1] >= level:
            held.pop()
        depths.append(len(held))
        held.append(level)
    parents, before, after, children = _family(depths)
    for at, (_, title, anchor) in enumerate(entries):
        parent = numbers[parents[at]] if parents[at] >= 0 else root
        chain = f"/Prev {numbers[before[at]]} 0 R" if at in before else ""
        chain += f"/Next {numbers[after[at]]} 0 R" if at in after else ""
        if inner := children.get(at):
            chain += (
                f"/First {numbers[inner[0]]} 0 R/Last {numbers[inner[-1]]} 0 R/Count {len(inner)}"
            )
        where = _destination(painted.places.get(anchor), pages)
        pack.put(
            f"<</Title{text_string(title or ' ')}/Parent {parent} 0 R/Dest{where}{chain}>>",
            numbers[at],
        )
    top = children[-1]
    pack.put(
        f"<</Type/Outlines/First {numbers[top[0]]} 0 R/Last {numbers[top[-1]]} 0 R"
        f"/Count {len(entries)}>>",
        root,
    )
    return f"/Outlines {root} 0 R/PageMode/UseOutlines"


def _family(
    depths: Sequence[int],
) -> tuple[list[int], dict[int, int], dict[int, int], dict[int, list[int]]]:
    """Of each entry: its parent (-1 for the root), the one before and behind it, its children."""
    parents: list[int] = []
    children: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    for at, depth in enumerate(depths):
        parents.append(last[depth - 1] if depth else -1)
        children.setdefault(parents[-1], []).append(at)
        last[depth] = at
    before, after = {}, {}
    for inner in children.values():
        for one, two in itertools.pairwise(inner):
            before[two], after[one] = one, two
    return parents, before, after, children


def _attachment(pack: Pack, document: Document) -> str:
    """The manifest as an attached file."""
    if not document.manifest:
        return ""
    data = document.manifest.encode("utf-8", "replace")
    day = _stamp(document.date)
    entries = (
        f"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</ModDate({day})/Size {len(data)}>>"
    )
    held = pack.stream(data, entries)
    name = "(manifest.json)"
    file = pack.put(
        f"<</Type/Filespec/F{name}/UF{name}/AFRelationship/Data/Desc(What this edition was made of)"
        f"/EF<</F {held} 0 R/UF {held} 0 R>>>>"
    )
    return f"/AF[{file} 0 R]/Names<</EmbeddedFiles<</Names[{name} {file} 0 R]>>>>"


def _intent(pack: Pack) -> str:
    """The colours of the file are sRGB."""
    profile = pack.stream(asset("srgb.icc").read_bytes(), "/N 3")
    return (
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]"
    )


def _information(document: Document) -> str:
    day = _stamp(document.date)
    entries = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Creator": document.generator,
        "Producer": document.generator,
    }
    said = "".join(f"/{key}{text_string(value)}" for key, value in entries.items() if value)
    return f"<<{said}/CreationDate({day})/ModDate({day})>>"


def _stamp(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"
