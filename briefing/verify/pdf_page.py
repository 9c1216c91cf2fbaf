"""A page of a PDF file: its runs of characters, where they stand, and what hides them."""

import ctypes
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.verify.paper import MARK
from briefing.verify.pdf_binding import Cells
from briefing.verify.pdf_grounds import Area, dark_shapes
from briefing.verify.pdf_laid import Laid
from briefing.verify.pdf_pieces import (
    Set,
    by_height,
    in_a_row,
    inside,
    is_level,
    is_overlaid,
    is_overrun,
    is_parted,
    pieces,
    without_stamps,
)
from briefing.verify.pdf_run import Run
from briefing.verify.pdf_turning import TURNED, Letter, is_overset, seen, written

_INVISIBLE = (3, 7)
_WHITE = 0xF0F0F0
"""Bits that are all set in a colour near white."""
_TINY = 2.0
_HAIR, _ROOM, _SPACE = 0.1, 1.0, 0.12
_OVER, _RAISED, _AROUND, _BESIDE = 0.3, 0.82, 2, 8.0
_ASLANT = 0.15
"""How far the foot of a line rises, a part of its length, where it is no line of the text."""
_NO_CODE = 0x110000
_PIECE = re.compile("[^\r\n\ufffe]*\ufffe|[^\r\n\ufffe]+|\n")
_LIGATED = re.compile("[bcfhijklst]{2,}")
"""Letters that stand in Latin ligatures; others do not show two at one place."""
_UNKNOWN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Page(Struct, frozen=True):
    """A page: its size and its lines, each a row of runs, in the order of the file.

    `others` are lines with words from right to left, by number: their runs as they are read if the
    paragraph begins at the right; `seen` is what they show from left to right. `overlaid` says that a
    run is set on another one of its line; `told` what else deceives, `aside` the words across it,
    `laid` what annotations lay over the words.
    """

    width: float
    height: float
    lines: tuple[tuple[Run, ...], ...]
    others: Mapping[int, tuple[Run, ...]] = {}
    seen: Mapping[int, str] = {}
    overlaid: bool = False
    told: tuple[str, ...] = ()
    aside: str = ""
    laid: tuple[Laid, ...] = ()


class Reading(Struct, dict=True):
    """Reads one page."""

    pdf: ctypes.CDLL
    handle: int
    text: int
    length: int
    fonts: dict[int | None, str] = field(default_factory=dict)
    cells: Cells = field(default_factory=Cells)

    def page(self) -> Page:
        """The page, its lines in the order of the file."""
        width = self.pdf.FPDF_GetPageWidthF(self.handle)
        height = self.pdf.FPDF_GetPageHeightF(self.handle)
        grounds = dark_shapes(self.pdf, self.handle, self.cells)
        area = self._area()
        lines: list[tuple[Run, ...]] = []
        others: dict[int, tuple[Run, ...]] = {}
        looks: dict[int, str] = {}
        overlaid = False
        given, aslant = without_stamps(list(filter(None, self._lines(area, grounds))))
        for line, chunks in self._levelled(given):
            number = len(lines)
            letters = seen(chunks)
            if not letters:  # of spaces alone nothing is seen
                row, over = self._in_place(line)
            else:
                runs = [run for run, _ in line]
                looks[number] = "".join([one.whole for one in letters])
                others[number] = _joined(written(letters, from_right=True), runs)
                row, over = _joined(written(letters, from_right=False), runs), is_overset(letters)
            overlaid = overlaid or over
            lines.append(row)
        return Page(width, height, tuple(lines), others, looks, overlaid, aside=aslant)

    def _lines(self, area: Area, grounds: list[Area]) -> Iterator[list[Set]]:
        line: list[Set] = []
        for start, words, shown in self.stretches:
            if words == "\n":
                yield line
                line = []
                continue
            run = self._run(start, words, shown, area, grounds)
            if line and is_overrun(line[-1][0], run):
                yield line
                line = []
            line.append((run, start))
        yield line

    def _in_place(self, given: Sequence[Set]) -> tuple[tuple[Run, ...], bool]:
        """A line with what is set back over it put into its place; whether other words stand there."""
        line, overlaid = self._placed(given)
        if overlaid:
            # What is spread over the line may have come first: then the widest pieces do.
            parts = [part for run, start in given for part in self._pieces(run, start)]
            parts.sort(key=lambda it: it[0].x - it[0].end)
            again, overlaid = self._placed(parts)
            line = line if overlaid else in_a_row(again)
        return tuple(run for run, _ in line), overlaid

    def _placed(self, given: Sequence[Set]) -> tuple[list[Set], bool]:
        line: list[Set] = []
        overlaid = False
        reached = -math.inf
        for run, start in given:
            if run.x < reached - _ROOM:
                for piece, at in self._pieces(run, start):
                    overlaid = self._set_back(line, piece, at) or overlaid
            elif line and run.text[:1] == " " and run.x - line[-1][0].end < _SPACE * run.height:
                # A space that PDFium puts in before letters of another font, where none is seen.
                words = run.text.lstrip(" ")
                line.append((replace(run, text=words), start + len(run.text) - len(words)))
            elif line and is_parted(line[-1][0], run):
                line.append((replace(run, text=f" {run.text}"), start - 1))
            else:
                line.append((run, start))
            reached = max(reached, run.end)
        return line, overlaid

    def _pieces(self, run: Run, start: int) -> list[Set]:
        return pieces(self.pdf, self.text, self.cells, run, start)

    def _levelled(
        self, given: Sequence[list[Set]]
    ) -> Iterator[tuple[list[Set], list[list[Letter]]]]:
        """Lines; those with words from right to left in or near them with their letters.

        Such lines PDFium parts, at a mark that is raised as elsewhere: the chunks of one come together.
        """
        if not self.turned:
            yield from ((line, []) for line in given)
            return
        given = [part for line in given for part in by_height(line)]
        turned = [any(TURNED.search(run.text) for run, _ in line) for line in given]
        level: list[list[Set]] = []
        for number, line in enumerate(given):
            near = any(turned[max(number - _AROUND, 0) : number + _AROUND + 1])
            if level and not (near and is_level(level[0], line)):
                yield from self._together(level)
                level = []
            if near:
                level.append(line)
            else:
                yield line, []
        yield from self._together(level)

    def _together(
        self, level: Sequence[list[Set]]
    ) -> Iterator[tuple[list[Set], list[list[Letter]]]]:
        """Chunks of one height, those that stand beside each other as one line."""
        whole: list[Set] = []
        chunks: list[list[Letter]] = []
        reached = -math.inf
        lettered = [(line, list(self._letters_of(line))) for line in level]
        for line, letters in sorted(lettered, key=lambda it: min(one.x for one in it[1])):
            left, right = min(one.x for one in letters), max(one.end for one in letters)
            if whole and left - reached > _BESIDE:
                yield whole, _with_mark(whole, chunks)
                whole, chunks, reached = [], [], -math.inf
            chunks.append([replace(one, run=one.run + len(whole)) for one in letters])
            whole += line
            reached = max(reached, right)
        if whole:
            yield whole, _with_mark(whole, chunks)

    def _letters_of(self, line: Sequence[Set]) -> Iterator[Letter]:
        cells = self.cells
        for number, (run, start) in enumerate(line):
            for at, one in enumerate(run.text, start):
                self.pdf.FPDFText_GetCharOrigin(self.text, at, cells.x_ref, cells.y_ref)
                self.pdf.FPDFText_GetLooseCharBox(self.text, at, cells.box_ref)
                yield Letter(one, cells.x.value, cells.box.right, number, run.height)

    def _set_back(self, line: list[Set], run: Run, start: int) -> bool:
        """Put `run` into its place in `line`; whether other words stand there."""
        at = inside(run, line)
        parts = self._parted(*line[at], run) if at is not None else None
        if at is not None and parts:
            line[at : at + 1] = [parts[0], (run, start), parts[1]]
        else:
            last, first = line[-1]
            gap = run.x - last.end
            if abs(gap) < _SPACE * run.height:
                line[-1] = (replace(last, text=last.text.rstrip()), first)
            elif gap > 0 and not last.text.endswith(" "):
                words = run.text.lstrip()
                start += len(run.text) - len(words) - 1
                run = replace(run, text=f" {words}")
            line.append((run, start))
        return is_overlaid(run, line)

    def _area(self) -> tuple[float, float, float, float]:
        """What is seen of the page, in its own measure: left, bottom, right, top."""
        box = self.cells.box
        self.pdf.FPDF_GetPageBoundingBox(self.handle, self.cells.box_ref)
        return box.left, min(box.top, box.bottom), box.right, max(box.top, box.bottom)

    def _parted(self, around: Run, start: int, within: Run) -> tuple[Set, Set] | None:
        """`around` in two where it leaves room for `within`; else `None`.

        Some writers set the letters of another font after the line that they stand in; the space in
        their place is one that PDFium puts in.
        """
        box = self.cells.box
        left = math.inf
        # A space put in at the head is no character of the page.
        begin = start + len(around.text) - len(around.text.lstrip())
        for at in range(begin, start + len(around.text)):
            if self.pdf.FPDFText_IsGenerated(self.text, at) == 1:
                continue
            self.pdf.FPDFText_GetLooseCharBox(self.text, at, self.cells.box_ref)
            if box.left >= within.x - _HAIR:
                if left > within.x + _ROOM or box.left < within.end - _ROOM:
                    return None
                ends = self._end(start, at)
                before, behind = around.text[: ends - start], around.text[at - start :]
                room = _SPACE * around.height
                before += " " if within.x - left > room and not before.endswith(" ") else ""
                words, lead = behind.lstrip(), " " if box.left - within.end > room else ""
                first = replace(around, text=before, end=left)
                # The number of its first character counts with the space put before it.
                second = replace(around, text=lead + words, x=box.left)
                return (first, start), (second, at + len(behind) - len(words) - len(lead))
            left = box.right
        return None

    def _end(self, start: int, at: int) -> int:
        """Where the characters before `at` end, without the spaces that PDFium puts in."""
        while at > start and self.pdf.FPDFText_IsGenerated(self.text, at - 1) == 1:
            at -= 1
        return at

    @cached_property
    def stretches(self) -> tuple[tuple[int, str, int], ...]:
        """Characters of one text object each, and line ends by themselves."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[tuple[int, str, int]]:
        words, turned = self.words, self.turned
        shown = 0
        for match in _PIECE.finditer(words):
            begin, end = match.span()
            if words[begin] == "\n":
                yield begin, "\n", 0
                continue
            for start, stop, found in self._objects(begin, end, shown, turned=turned):
                shown = found
                yield start, words[start:stop], shown
            leads = turned and end - begin == 1  # a line from the right begins with its end
            if words[end - 1] == "\ufffe" and not leads:
                yield end - 1, "\n", 0  # PDFium joins what a hyphen at a line's end divides

    @cached_property
    def words(self) -> str:
        """The characters of the page: at once, where PDFium then gives as many as it counts."""
        buffer = ctypes.create_string_buffer(2 * self.length + 2)
        given = self.pdf.FPDFText_GetText(self.text, 0, self.length, buffer)
        words = buffer.raw[:-2].decode("utf-16-le", "surrogatepass")
        if given != self.length + 1 or len(words) != self.length:
            each = (self.pdf.FPDFText_GetUnicode(self.text, at) for at in range(self.length))
            words = "".join(chr(code) if code < _NO_CODE else "\0" for code in each)
        return _UNKNOWN.sub("\ufffd", words.replace("\x02", "\ufffe"))

    @cached_property
    def turned(self) -> bool:
        """Whether the page has words from right to left."""
        return TURNED.search(self.words) is not None

    def _objects(
        self, begin: int, end: int, before: int, *, turned: bool
    ) -> Iterator[tuple[int, int, int]]:
        """Which text objects show `[begin, end)`: each from where to where.

        The characters of one object stand together, so that its end is found by halving; only lines
        that read from the right are turned round. Spaces that PDFium puts in have no object.
        """
        object_of, text = self.pdf.FPDFText_GetTextObject, self.text
        while begin < end:
            shown = object_of(text, begin) or before
            low, high = begin, end
            middle = low + 1 if turned else high - 1
            while low < high - 1:
                at, found = middle, object_of(text, middle)
                while not found and at > low:  # it goes with what stands before it
                    at -= 1
                    found = object_of(text, at) if at > low else shown
                if found == shown:
                    low = middle
                else:
                    high = middle
                middle = low + 1 if turned else (low + high) // 2
            yield begin, high, shown
            begin, before = high, shown

    def _run(
        self,
        start: int,
        words: str,
        shown: int,
        area: Area,
        grounds: list[Area],
    ) -> Run:
        pdf, text, cells = self.pdf, self.text, self.cells
        lead = len(words) - len(words.lstrip())
        first = start + (lead if lead < len(words) else 0)
        pdf.FPDFText_GetCharOrigin(text, first, cells.x_ref, cells.y_ref)
        end = start + max(len(words.rstrip()), 1) - 1
        pdf.FPDFText_GetLooseCharBox(text, end, cells.box_ref)
        pdf.FPDFText_GetMatrix(text, first, cells.matrix_ref)
        matrix, x, y = cells.matrix, cells.x.value, cells.y.value
        height = pdf.FPDFText_GetFontSize(text, first) * math.hypot(matrix.c, matrix.d)
        colour, clear = self._colour(shown)
        unseen = self._unseen(shown, (x, y), height, colour, area, grounds)
        why = "text without colour" if clear else unseen
        aslant = abs(matrix.b) > _ASLANT * abs(matrix.a)
        font = self._font(shown, first)
        return Run(words, x, y, height, cells.box.right, font, colour, why, aslant)

    def _colour(self, shown: int) -> tuple[int, bool]:
        if not shown:
            return 0, False
        cells = self.cells
        self.pdf.FPDFPageObj_GetFillColor(shown, *cells.colour_refs)
        red, green, blue, alpha = cells.colour[:]
        return red << 16 | green << 8 | blue, alpha == 0

    def _unseen(
        self,
        shown: int,
        at: tuple[float, float],
        height: float,
        colour: int,
        area: Area,
        grounds: list[Area],
    ) -> str | None:
        if shown and self.pdf.FPDFTextObj_GetTextRenderMode(shown) in _INVISIBLE:
            return "invisible text"
        left, bottom, right, top = area
        if not (left - 1 <= at[0] <= right + 1 and bottom - 1 <= at[1] <= top + 1):
            return "text outside the page"
        if height < _TINY:
            return "text too small to read"
        white = colour & _WHITE == _WHITE
        if white and not any(l <= at[0] <= r and b <= at[1] <= t for l, b, r, t in grounds):  # noqa: E741
            return "white text"
        return None

    def _font(self, shown: int, at: int) -> str:
        font = self.pdf.FPDFTextObj_GetFont(shown) if shown else None
        if font in self.fonts:
            return self.fonts[font]
        buffer = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        self.pdf.FPDFText_GetFontInfo(self.text, at, buffer, 128, ctypes.byref(flags))
        name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
        if font:
            self.fonts[font] = name
        return name

    def letters(self, right: Mapping[int, AbstractSet[str]]) -> Mapping[int, set[str]]:
        """The letters and figures that each font of the page is said to show, one by one.

        Of the letters that are known to be `right` only those of a run that has others are told.
        """
        found: defaultdict[int, set[str]] = defaultdict(set)
        for start, words, shown in self.stretches:
            font = self.pdf.FPDFTextObj_GetFont(shown) if shown and words != "\n" else None
            if font and any(map(str.isalnum, set(words).difference(right.get(font, ())))):
                found[font].update(filter(str.isalnum, self._without_ligatures(start, words)))
        return found

    def _without_ligatures(self, start: int, words: str) -> str:
        """`words` without letters that one sign shows together: it has the shape of none of them."""
        kept, last = "", 0
        for match in _LIGATED.finditer(words):
            places = [self._origin(start + at) for at in range(*match.span())]
            alone = [one for one, x in zip(match[0], places, strict=True) if places.count(x) == 1]
            kept += words[last : match.start()] + "".join(alone)
            last = match.end()
        return kept + words[last:]

    def _origin(self, at: int) -> float:
        self.pdf.FPDFText_GetCharOrigin(self.text, at, self.cells.x_ref, self.cells.y_ref)
        return self.cells.x.value


def _with_mark(line: Sequence[Set], chunks: Sequence[Sequence[Letter]]) -> list[list[Letter]]:
    """`chunks` with a raised number as one letter, a note mark."""
    tallest = max(run.height for run, _ in line)
    raised = {
        at
        for at, (run, _) in enumerate(line)
        if run.height < _RAISED * tallest and run.text.strip().isdigit()
    }
    done: list[list[Letter]] = []
    for chunk in chunks:
        done.append([])
        for number, group in groupby(chunk, lambda one: one.run):
            letters = list(group)
            if number in raised:
                digits = [one for one in letters if not one.text.isspace()]
                left, right = min(one.x for one in digits), max(one.end for one in digits)
                letters = [Letter(MARK, left, right, number, tallest)]
            done[-1] += letters
    return done


def _joined(letters: Sequence[Letter], runs: Sequence[Run]) -> tuple[Run, ...]:
    """`letters` as parts of their runs."""
    found = []
    for number, group in groupby(letters, lambda one: one.run):
        part = list(group)
        text = "".join([one.whole for one in part])
        text = text.replace(MARK, runs[number].text.strip())
        left, right = min(one.x for one in part), max(one.end for one in part)
        found.append(replace(runs[number], text=text, x=left, end=right))
    return tuple(found)
