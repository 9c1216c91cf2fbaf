"""A long document's pages are painted in two parts: where a core is free, the later ones by a copy.

Each part has numbers of its own for its objects, so that neither waits for the other, and the file is
the same whoever paints the later pages. They begin where nothing goes on from the page before.
"""

import marshal
from collections.abc import Callable, Iterable, Sequence
from copy import copy

from msgspec.structs import astuple, replace

from briefing.model.output import Aside
from briefing.writers.pdf.finishing import write_pages
from briefing.writers.pdf.items import Item, Piece, TableRow
from briefing.writers.pdf.lexicon import Odd
from briefing.writers.pdf.linking import Link, write_links
from briefing.writers.pdf.paging import Page
from briefing.writers.pdf.painted import Parting
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.units import Unit

LONG = 50
"""Fewer pages are not parted."""
_FIRST = 0.56
"""The share of the pages painted first: what a copy painted is also handed over."""

Told = Callable[[], bytes]


def parted(pages: Sequence[Page], units: Iterable[Unit], own: int) -> Parting | None:
    """Where `pages` are parted, if they are; `units` are set, and what is painted begins at `own`."""
    if len(pages) < LONG:
        return None
    first = int(len(pages) * _FIRST)
    at = next((at for at, page in enumerate(pages[first:], first) if _fresh(page)), 0)
    later = (piece for page in pages[at:] for piece, *_ in page.parts)
    if not at or any(isinstance(piece, Item) and piece.listed for piece in later):
        return None
    opening = pages[at].parts[0][0]
    elements, is_behind = own, False
    for unit in units:
        if is_behind or (unit.pieces and unit.pieces[0] is opening):
            elements = unit.stretch.base
            break
        is_behind = any(piece is opening for piece in unit.pieces)
    most = sum(map(_most, pages[:at]))
    return Parting(at, own + most + -most % 256, elements, own)


def _fresh(page: Page) -> bool:
    """Whether nothing goes on there from the page before."""
    starts = [start for _, start, *_ in (*page.parts[:1], *page.notes)]
    return bool(page.parts) and not (page.repeated or any(starts))


def _most(page: Page) -> int:
    """How many objects the page takes at most: its own two, and two for each stretch of a link."""
    pieces = [*page.parts, *page.notes]
    return 4 + 2 * sum([_links(piece, start, end) for piece, start, end, _ in pieces])


def _links(piece: Piece, start: int, end: int) -> int:
    if isinstance(piece, TableRow):
        return sum([_links(cell, start, end) for cell in piece.cells])
    if not isinstance(piece, Item):
        return 0
    count = 1 if piece.label or piece.listed else 0
    if piece.lines.linked:
        count += sum([len(line) for line in piece.lines.shown[start:end] if type(line) is tuple])
    return count


def begin(aside: Aside, painter: Painter, pages: Sequence[Page]) -> Told | None:
    """Have the later of `pages` painted beside this process; nothing if that cannot be."""

    def work() -> bytes:
        return _painted(painter, pages)

    waiting = aside(work)
    return None if waiting is work else waiting


def _painted(first: Painter, pages: Sequence[Page]) -> bytes:
    """What painting the later pages gives, and their objects packed."""
    parting, before = first.parting, first.tree.pack
    if parting is None:
        return b""
    pack = replace(before, objects=before.objects[:], streams=[], ready={})
    tree = copy(first.tree)
    tree.pack = pack
    painter = Painter(first.setter, tree, first.logo, only=parting)
    painter.holder, painter.resources = first.holder, first.resources
    painter.where, painter.anchors = first.where, first.anchors
    done = painter.paint(pages)
    write_pages(painter)
    places = dict(done.places)
    away = [link for link in done.links if link.url is None and link.goto not in places]
    elsewhere = set(map(id, away))
    write_links(pack, [link for link in done.links if id(link) not in elsewhere], places, 0)
    objects, end = pack.objects, len(pack.objects)
    shared = [
        (at, one)
        for at, (one, old) in enumerate(
            zip(objects[: parting.elements], before.objects, strict=False)
        )
        if one is not old
    ]
    ranges = [(parting.elements, parting.own), (parting.number, end)]
    packed, plain = [], []
    for start, stop in ranges[: 1 if away else 2]:
        packed += [(group, pack.held(group, 0)) for group in pack.groups(start, stop)]
    if away:
        plain = objects[parting.number :]
    numbered = [*map(astuple, away)], [*map(astuple, painter.fonts.odd)]
    return marshal.dumps(
        (
            end, shared, packed, plain, pack.streams, painter.raw, list(painter.fonts.used),
            done.numbers, done.parents, done.places, done.outline, *numbered,
        )
    )  # fmt: skip


def take(painter: Painter, told: bytes) -> bool:
    """Take the later pages as the copy tells them; whether they fit behind those painted here."""
    parting, pack, done = painter.parting, painter.tree.pack, painter.done
    if parting is None or len(pack.objects) > parting.number:
        return False
    end, shared, packed, plain, streams, raw, used, *rest = marshal.loads(told)  # noqa: S302 - ours
    numbers, parents, places, outline, away, odd = rest
    objects = pack.objects
    objects += [b""] * (parting.number - len(objects))
    objects += plain or [b""] * (end - parting.number)
    for number, body in shared:
        objects[number] = body
    for group, held in packed:
        pack.ready[group[0]] = held
        for number in group:
            objects[number] = b"null"
    fonts, slot = painter.fonts, len(pack.streams)
    pack.streams += streams
    fonts.used.update(dict.fromkeys(used))
    fonts.odd.update({Odd(*one): None for one in odd})
    for at, content in raw.items():
        pack.fill(slot + at, fonts.coded(content))
    done.numbers += numbers
    done.parents += parents
    done.places += places
    done.outline += outline
    done.links += [Link(*one) for one in away]
    return True
