"""One document from its tree to its file; what of it still holds is kept for the next one like it."""

from collections.abc import Sequence
from contextlib import closing

from briefing.model.document import Document
from briefing.model.output import Copied, Talk, Written
from briefing.model.source import Notice
from briefing.writers.pdf import parting
from briefing.writers.pdf.finishing import finish, write_pages
from briefing.writers.pdf.keeping import Keeper
from briefing.writers.pdf.lacking import tell_lacking
from briefing.writers.pdf.lines import set_lines
from briefing.writers.pdf.packing import Pack
from briefing.writers.pdf.paging import Layout, Page, where
from briefing.writers.pdf.painted import Parting
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.picture import embed_logo
from briefing.writers.pdf.setting import Set, Setter
from briefing.writers.pdf.tagging import Stretch
from briefing.writers.pdf.units import alike

_LITTLE, _CLOSER = 0.25, 0.7
"""A last page that holds less than that share is spared by gaps that much smaller."""
_BROKEN_LOGO = Notice(
    "PDF", "the logo of the look file cannot be read as a picture; it is left out. Save it anew."
)
_HARD = 4
"""How hard a short document is compressed."""
_last: list["Build"] = []
"""The last one made in halves, which only a program does that soon ends, and gives up all at once: doing
so value by value would take a sixtieth of its time."""


class Build:
    """A document being built, and after that the next one.

    The objects of a file are numbered as the document goes: the elements of its blocks, then, from a
    round number on, the pages and what is painted on them. So what comes before a change stays.
    """

    def __init__(
        self,
        document: Document,
        set_runs: Set = set_lines,
        copied: Copied | None = None,
        *,
        live: bool = False,
    ) -> None:
        pack = Pack(live=live)
        self._talk: Talk | None = None
        if copied and not live and len(document.blocks) >= parting.MANY:
            from briefing.writers.pdf import halves  # noqa: PLC0415 - few documents are so long

            _last.clear()
            self._talk = halves.begin(document, copied)
        self.setter = Setter(document, set_runs, pack, placed=live)
        self.keeper = Keeper(self.setter)
        height = self.setter.house.height
        self._layout, self._closer = Layout(height), Layout(height, _CLOSER)
        self._pages: list[Page] = []
        self._painter: Painter | None = None
        self._painted: list[bytes] = []
        self._first = 0
        self._moved: set[int] = set()

    def again(self, document: Document) -> bool:
        """Take `document` in place of the one built last; whether enough of that is the same."""
        if not alike(self.setter.document, document):
            return False
        self._painted = self.setter.tree.pack.objects[self._first :]
        self.keeper.again(document)
        return True

    def lay_out(self) -> list[Page]:
        """The pages; where little is left for the last one, closer set if that saves it."""
        keeper, height = self.keeper, self.setter.house.height
        pieces = keeper.pieces()
        before = sum(len(unit.pieces) for unit in keeper.units[: keeper.stay])
        self._moved = set(map(id, pieces[before:]))
        pages = self._layout.lay(pieces)
        last = pages[-1]
        if 1 < len(pages) < parting.LONG and last.used + last.note_height < _LITTLE * height:
            fewer = self._closer.lay(pieces)
            if len(fewer) < len(pages):
                return fewer
        return pages

    def write(self, *, archival: bool, keep: bool) -> Written:
        """The file; unless told to `keep` what was made, nothing can be built after it."""
        if self._talk:
            _last.append(self)
            with closing(self._talk):
                written = self._halved(self._talk, archival=archival)
            return written or Build(self.setter.document).write(archival=archival, keep=False)
        pages = self.lay_out()
        places = where(pages)
        pack = self.setter.tree.pack
        pack.round_up()
        parted = parting.parted(pages, self.keeper.units, self.setter.document, len(pack.objects))
        if not keep:  # at a thousand pages their lines are a third of all memory
            self._layout = self._closer = Layout(0.0)
            self.keeper.let_go()
        painter = self._paint(pages, places, parted)
        self._pages = pages
        write_pages(painter)
        return self._finished(painter, self.keeper.stretches(), places, archival=archival)

    def _halved(self, talk: Talk, *, archival: bool) -> Written | None:
        """The file, whose later half a copy makes; nothing if it cannot be made so."""
        from briefing.writers.pdf import halves  # noqa: PLC0415 - as above

        keeper, pack = self.keeper, self.setter.tree.pack
        opening = halves.first_pages(keeper, self.setter.house.height)
        told = halves.ask(talk, keeper, *opening) if opening else None
        if not opening or not told:
            return None
        (pages, _, room), base = opening, len(pack.objects)
        end, anchors = told
        places, anchors = where(pages), keeper.anchors() | anchors
        keeper.let_go()
        pack.objects += [b""] * (end - base)
        pack.round_up()
        own = len(pack.objects)
        painter = self._painter = self._new(parting.LONG)
        painter.anchors = anchors
        painter.parting = Parting(len(pages), own + room, base, own)
        painter.paint(pages)
        further = halves.further(talk)
        if not further:
            return None
        total, later_places = further
        painter.end(total)
        painter.where = places = places | later_places
        painter.fill(early=True)
        keeper.forget()  # now, for the copy is not yet done
        later = halves.take(painter, talk) if halves.lead_away(painter, talk) else None
        if later is None:
            return None
        painter.fill()
        stretches = [*keeper.stretches(), later]
        return self._finished(painter, stretches, places, archival=archival)

    def _finished(
        self,
        painter: Painter,
        stretches: Sequence[Stretch],
        places: dict[str, int],
        *,
        archival: bool,
    ) -> Written:
        """The file of what was painted."""
        pack, parted = self.setter.tree.pack, painter.parting
        end = len(pack.objects)
        pack.cuts = (parted.elements, parted.own, parted.number, end) if parted else ()
        data = finish(painter, stretches, archival=archival)
        notices = tuple(tell_lacking(painter.fonts.lacking()))
        if self.setter.document.look.logo and painter.logo is None:
            notices += (_BROKEN_LOGO,)
        return Written(data, notices, tuple(places.items()), tuple(painter.done.regions))

    def _paint(self, pages: list[Page], places: dict[str, int], parted: Parting | None) -> Painter:
        """Paint the pages, but those painted before that stay as they are."""
        pack = self.setter.tree.pack
        painter = self._painter
        same = self._same_pages(pages)
        if painter and painter.parting != parted:
            same = min([same, *(one.page for one in (painter.parting, parted) if one)])
        if painter is None or not same:
            self._first = len(pack.objects)
            painter = self._painter = self._new(len(pages))
        else:
            painter.back(pages, same, self._painted)
        self._painted = []
        anchors = self.keeper.anchors()
        if anchors != painter.anchors:  # else stamps go by the set there is
            painter.anchors = anchors
        painter.where, painter.parting = places, parted
        painter.paint(pages, len(pages))
        painter.fill()
        return painter

    def _new(self, count: int) -> Painter:
        """A painter of so many pages that has painted nothing yet."""
        setter, pack = self.setter, self.setter.tree.pack
        pack.forget()
        pack.level = parting.LIGHT if count >= parting.LONG else _HARD
        own = setter.document.look.logo
        holder, resources = pack.reserve(), pack.reserve()
        painter = Painter(setter, setter.tree, embed_logo(pack, own) if own else None)
        painter.holder, painter.resources = holder, resources
        return painter

    def _same_pages(self, pages: list[Page]) -> int:
        """How many pages stay as they were painted, the last one excepted."""
        painter, before = self._painter, self._pages
        if (
            painter is None
            or len(self.setter.tree.pack.objects) != self._first
            or (len(pages) < parting.LONG) != (len(before) < parting.LONG)
        ):
            return 0
        new = self.keeper.anchors() ^ painter.anchors
        pairs = zip(pages, before, painter.asked, strict=False)
        for number, (page, old, asked) in enumerate(pairs):
            if not page.is_like(old) or page.holds(self._moved) or (new and new & asked):
                return number
        return min(len(pages), len(before)) - 1
