"""A long document made in two halves, the later one by a copy of the process where a core is free.

Each sets, lays out and paints its own blocks. They meet four times: this process says where the
later pages begin, the copy how many there are, then where its headings and sources lie, and, when all
is done, it hands its pages over as bytes.
"""

import marshal
import re
from collections.abc import Iterable, Sequence
from typing import cast

from msgspec.structs import astuple

from briefing.model.document import Document
from briefing.model.output import Copied, Talk
from briefing.writers.pdf import parting
from briefing.writers.pdf.counting import before
from briefing.writers.pdf.faces import shaper_at, shaper_file
from briefing.writers.pdf.finishing import write_pages
from briefing.writers.pdf.items import Block as Gap
from briefing.writers.pdf.items import Item
from briefing.writers.pdf.keeping import Keeper
from briefing.writers.pdf.lexicon import FIRST, LAST, Glyph, Odd, glyph, number_of
from briefing.writers.pdf.linking import Link, write_links
from briefing.writers.pdf.packing import Pack
from briefing.writers.pdf.paging import Layout, Page, where
from briefing.writers.pdf.painted import Parting
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.setting import Setter
from briefing.writers.pdf.tagging import Group, Stretch
from briefing.writers.pdf.units import Before, Unit

_NUMBER = re.compile(FIRST + b"([0-9]+)" + LAST)


def begin(document: Document, copied: Copied) -> Talk | None:
    """Have the later half of `document` begun beside this process; nothing if that cannot be."""
    return copied(lambda talk: _Later(document).make(talk))


def first_pages(keeper: Keeper, height: float) -> tuple[list[Page], int, int] | None:
    """Set the first half, if the later one can begin somewhere.

    Gives its pages, the unit that the later ones begin with, and how many numbers are kept for objects.
    """
    document, layout = keeper.setter.document, Layout(height)
    count, first = len(document.blocks), parting.beginning(document)
    upto, laid = first, 0
    while upto < count:
        upto += 1
        pieces = keeper.pieces(upto)
        while pieces and pieces[-1].keep and upto < count:
            upto += 1
            pieces = keeper.pieces(upto)
        old = len(layout.pages)
        layout.add_all(pieces[laid:])
        laid = len(pieces)
        if upto > first and len(layout.pages) > old:
            found = parting.opened(layout.pages, old, parting.openings(keeper.units, first))
            if found:
                at, unit = found
                pages = layout.pages[:at]
                return pages, unit, parting.most(pages)
    return None


def ask(
    talk: Talk, keeper: Keeper, pages: Sequence[Page], unit: int, room: int
) -> tuple[int, set[str]] | None:
    """Say where the later pages begin; where their elements end and their anchors, if the copy goes on."""
    first, last = keeper.units[unit], pages[-1]
    base = keeper.units[parting.beginning(keeper.setter.document)].stretch.base
    keeper.drop(unit)
    height = last.used, last.begun, last.note_height
    state = (
        unit, first.stretch.base, first.noted, first.before, len(pages), height, len(last.notes),
        room, where(pages), keeper.anchors(),
    )  # fmt: skip
    try:
        talk.send(marshal.dumps(state))
        count, anchors = marshal.loads(talk.receive())  # noqa: S302 - ours
    except (EOFError, BrokenPipeError):
        return None
    return base + count, anchors


def further(talk: Talk) -> tuple[int, dict[str, int]] | None:
    """How many pages there are, and where later headings are; nothing if the copy does not go on."""
    try:
        told = talk.receive()
    except EOFError:
        return None
    return marshal.loads(told) if told else None  # noqa: S302 - ours


def lead_away(painter: Painter, talk: Talk) -> bool:
    """Write all links of this half, when the copy has told where they lead; whether it has.

    All objects there are by then are packed, but those that the first of both kinds is among: the
    root, and what pages share.
    """
    done, pack, part = painter.done, painter.tree.pack, painter.parting
    try:
        done.places += marshal.loads(talk.receive())  # noqa: S302 - ours
    except EOFError:
        return False
    write_pages(painter)
    write_links(pack, done.links, dict(done.places), done.numbers[0])
    done.links = []
    ranges = [(0, part.elements), (part.own, len(pack.objects))] if part else []
    for group in [group for start, end in ranges for group in pack.groups(start, end)[1:]]:
        pack.make_ready(group, pack.held(group, 0))
    return True


def _write_near(painter: Painter) -> list[Link]:
    """Write the links that lead out or to this half; those that do not."""
    done, places = painter.done, dict(painter.done.places)
    near: list[Link] = []
    away: list[Link] = []
    for link in done.links:
        (near if link.url is not None or link.goto in places else away).append(link)
    write_links(painter.tree.pack, near, places, 0)
    return away


def take(painter: Painter, talk: Talk) -> Stretch | None:
    """Take the later pages from the copy: their elements; nothing if they do not fit behind these."""
    part, pack, done = painter.parting, painter.tree.pack, painter.done
    if part is None or len(pack.objects) > part.number:
        return None
    try:
        told = talk.receive()
    except EOFError:
        return None
    end, packed, plain, streams, raw, glyphs, used, *rest = marshal.loads(told)  # noqa: S302 - ours
    notes, kids, numbers, parents, outline, away, odd = rest
    objects = pack.objects
    objects += [b""] * (part.number - len(objects))
    objects += plain or [b""] * (end - part.number)
    pack.ready.update({group[0]: (group, held) for group, held in packed})
    fonts, slot = painter.fonts, len(pack.streams)
    pack.streams += streams
    fonts.used.update(dict.fromkeys(used))
    fonts.odd.update({Odd(*one): None for one in odd})
    known = {
        number: b"%b%d%b" % (FIRST, number_of(shaper_at(file), Glyph(*one)), LAST)
        for number, (file, *one) in glyphs.items()
    }
    for at, content in raw.items():
        pack.fill(slot + at, fonts.coded(_NUMBER.sub(lambda found: known[found[1]], content)))
    done.numbers += numbers
    done.parents += parents
    done.outline += outline
    done.links += [Link(*one) for one in away]
    root = painter.tree.root
    return Stretch(part.elements, [Group(note, b"Note", b"", root) for note in notes], kids=kids)


class _Later:
    """Makes the later half, in the copy."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.first = parting.beginning(document)
        self.pack = Pack(level=parting.LIGHT)
        self.setter = Setter(document, pack=self.pack)
        self.units: list[Unit] = []

    def make(self, talk: Talk) -> None:
        """Set it, hear where it begins, tell how much it is, paint it, hand it over."""
        blocks, setter = self.document.blocks, self.setter
        noted, heading, elements = before(self.document, self.first)
        setter.go_on(noted, heading)
        self.pack.objects += [b"null"] * elements
        self.units = [setter.unit(block) for block in blocks[self.first :]]
        count = len(self.pack.objects) - self.units[0].stretch.base
        own_anchors = {anchor for unit in self.units for anchor in unit.anchors}
        talk.send(marshal.dumps((count, own_anchors)))
        unit, base, noted, heading, page, height, notes, room, places, anchors = marshal.loads(  # noqa: S302 - ours
            talk.receive()
        )
        end = base + len(self.pack.objects) - self.units[unit - self.first].stretch.base
        self._begin_at(unit, base, noted, heading)
        top = Page(setter.house.height, [], [], *height)
        nothing = Gap(0.0)
        top.parts = [(nothing, 0, 0, 0.0)]
        top.notes = [(cast("Item", nothing), 0, 0, 0.0)] * min(notes, 1)
        layout = Layout(setter.house.height)
        layout.pages = [top]
        layout.page = top
        pieces = [piece for unit in self.units for piece in unit.pieces]
        layout.add_all(pieces)
        layout.end()
        pages, total = layout.pages[1:], page + len(layout.pages) - 1
        later = (piece for page in pages for piece, *_ in page.parts)
        listed = any(isinstance(one, Item) and one.listed for one in later)
        if total < parting.LONG or listed or len(self.pack.objects) != end:
            talk.send(b"")
            return
        own_places = where(pages, page + 1)
        talk.send(marshal.dumps((total, own_places)))
        self.pack.round_up()
        own = len(self.pack.objects)
        part = Parting(page, own + room, base, own)
        painter = Painter(setter, setter.tree, only=part)
        painter.holder, painter.resources = own, own + 1
        painter.where, painter.anchors = places | own_places, anchors | own_anchors
        painter.paint(pages, total)
        talk.send(marshal.dumps([one for one in painter.done.places if one[0] in own_anchors]))
        talk.send(self._told(painter, part))

    def _begin_at(self, unit: int, base: int, noted: int, heading: Before) -> None:
        """Have the half begin with that block, its elements at `base`, if so much came before it."""
        setter, objects = self.setter, self.pack.objects
        units = self.units[unit - self.first :]
        if units[0].stretch.base == base and units[0].noted == noted and units[0].before == heading:
            self.units = units
            return
        objects[:] = [b""] * base
        setter.go_on(noted, heading)
        self.units = []
        for block, known in zip(self.document.blocks[unit:], units, strict=True):
            if setter.fits(known):
                setter.renew(known)
                self.units.append(known)
            else:
                self.units.append(setter.unit(block))

    def _told(self, painter: Painter, part: Parting) -> bytes:
        """All that was made, as bytes, numbers and tuples of them; its objects are packed."""
        pack, done = self.pack, painter.done
        write_pages(painter)
        away, end = _write_near(painter), len(pack.objects)
        ranges = [(part.elements, part.own), (part.number, end)]
        packed = [
            (group, pack.held(group, 0))
            for start, stop in ranges[: 1 if away else 2]
            for group in pack.groups(start, stop)
        ]
        plain = pack.objects[part.number :] if away else []
        stretches = [unit.stretch for unit in self.units]
        notes = [one.number for stretch in stretches for one in stretch.notes()]
        kids = [kid for stretch in stretches for kid in stretch.kids]
        odd, links = [*map(astuple, painter.fonts.odd)], [*map(astuple, away)]
        told = (
            end, packed, plain, pack.streams, painter.raw, _glyphs(painter.raw.values()),
            list(painter.fonts.used), notes, kids, done.numbers, done.parents, done.outline, links,
            odd,
        )  # fmt: skip
        return marshal.dumps(told)


def _glyphs(contents: Iterable[bytes]) -> dict[bytes, tuple[object, ...]]:
    """The glyphs that `contents` call by number, each with the file of its font."""
    found: dict[bytes, tuple[object, ...]] = {}
    for number in {number for content in contents for number in _NUMBER.findall(content)}:
        font, one = glyph(int(number))
        found[number] = (shaper_file(font), *astuple(one))
    return found
