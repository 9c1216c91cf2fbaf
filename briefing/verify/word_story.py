"""A story of a Word file (body, notes, header) as paragraphs: what is seen, and what is not."""

import re
from collections.abc import Callable, Mapping
from unicodedata import bidirectional

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.verify.paper import Mark, Part, Printed
from briefing.verify.word_choices import ALTERNATES, Choices
from briefing.verify.word_line import FROM_RIGHT, LONGEST_SHOWN, Line
from briefing.verify.word_moving import Moves
from briefing.verify.word_numbering import Lists
from briefing.verify.word_package import make_parser, parse
from briefing.verify.word_placing import OF_DRAWINGS, Floats, Place, Sheet
from briefing.verify.word_styles import (
    FITTING,
    OF_PARAGRAPHS,
    OTHER_SIGNS,
    PROPERTIES,
    WORD,
    Look,
    Styles,
    is_low,
    is_on,
    plain,
)

_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange"})
_SPACES = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " "}
_PLAIN = Look()
_FORMULAS = frozenset(
    {
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    }
)
_FILLS = "http://schemas.microsoft.com/office/word/2010/wordml"
_SPELLED = re.compile(r"[^\W_]{2}")
"""Two letters or figures: one alone is an ornament in a font of signs."""
_AGAINST = {"rtl": ("L", "EN", "AN"), "ltr": FROM_RIGHT}
"""What an overridden direction turns round, by Unicode's classes."""


class Story(Struct):
    """Reads one part by its events; `lines` are its paragraphs, `notes` the texts by note id.

    `kind` is that of its notes, `furniture` for a header or footer, nothing for the body.
    """

    styles: Styles
    kind: str = ""
    lists: Lists = field(default_factory=Lists)
    lines: list[Printed] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    sections: list[tuple[str, str, str]] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    _open: list[Line] = field(default_factory=list)
    _count: int = 0
    _skip: int = 0
    _code: list[bool] = field(default_factory=list)
    _run: Look | None = None
    _run_style: str = ""
    _words: bool = False
    _deleted: bool = False
    _note: str = ""
    _page: int = 1
    _paged: bool = False
    _cells: list[bool] = field(default_factory=list)
    _known: dict[tuple[object, ...], str | None] = field(default_factory=dict)
    _floats: Floats = field(default_factory=Floats)
    _placed: list[tuple[int, list[Place]]] = field(default_factory=list)
    _rows: list[bool] = field(default_factory=list)
    _direction: list[str] = field(default_factory=list)
    _choices: Choices = field(default_factory=Choices)
    _filled: bool = False
    _moves: Moves = field(default_factory=Moves)

    def read(self, data: bytes) -> "Story":
        """Read the part `data`; gives itself back.

        Raises:
            ProofError: if it is not well-formed.
        """
        parser = make_parser()
        parser.StartNamespaceDeclHandler = self._choices.declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parse(parser, data)
        self._take_off(Sheet())
        lost = dict(self._moves.lost())
        for at, line in enumerate(self.lines):
            if words := lost.get(line.number):
                told = f"a tracked deletion: “{words[:LONGEST_SHOWN]}”"
                self.lines[at] = replace(line, unseen=(*line.unseen, told))
        return self

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        ours = space in WORD
        if local == "p" and ours:
            self._count += 1
        self._moves.start(local)
        if local == "delText" and self._open:
            self._deleted = True
        if space == ALTERNATES:
            self._choices.start(local, plain(attributes))
        if self._skip or local in _SKIPPED:
            self._skip += 1
            self._words = self._words or (local == "t" and ours)
            return
        if not ours:
            self._foreign(space, local, plain(attributes))
            return
        opening = _OPENING.get(local)
        if opening is not None:
            opening(self, plain(attributes))
        elif local in _SPACES:
            self._add(_SPACES[local])
        elif local in PROPERTIES:
            self._property(local, plain(attributes))

    def _foreign(self, space: str, local: str, own: Mapping[str, str]) -> None:
        """Take an element that is not Word's own: of a drawing, a formula, the fill of letters."""
        if space in OF_DRAWINGS:
            self._floats.start(space, local, own)
        elif space in _FORMULAS and local == "t":
            self._words = True
        elif space == _FILLS and local == "textFill":
            self._filled = True
        elif space == _FILLS and self._filled and self._run is not None:
            if local == "noFill":
                self._run.vanish = True
            elif local == "srgbClr":
                self._run.take("color", own)

    def _property(self, local: str, own: Mapping[str, str]) -> None:
        """A property of the run, else of the paragraph, else of the cell being read."""
        if self._run is not None and self._open:
            self._run.take(local, own)
        elif local in OF_PARAGRAPHS and self._open:
            self._open[-1].look.take(local, own)
        elif local == "shd" and self._cells and self._run is None:
            shade = Look()
            shade.take(local, own)
            self._cells[-1] = bool(shade.shaded)

    def _end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        self._moves.end(local)
        if local == "delText":
            self._deleted = False
        if space == ALTERNATES and (told := self._choices.end(local)) and self._open:
            self._tell(*told)
        if self._skip:
            self._skip -= 1
            self._words = self._words and local != "t"
        elif space not in WORD:
            self._end_foreign(space, local)
        elif local == "p" and self._open:
            self._close(self._open.pop())
        elif local == "r":
            self._run = None
        elif local == "t":
            self._words = False
        elif local == "tc" and self._cells:
            self._cells.pop()
        elif local == "tr" and self._rows:
            self._rows.pop()
        elif local == "bdo" and self._direction:
            self._direction.pop()
        elif local in ("footnote", "endnote"):
            self._note = ""

    def _end_foreign(self, space: str, local: str) -> None:
        if space in _FORMULAS and local == "t":
            self._words = False
        elif space == _FILLS and local == "textFill":
            self._filled = False
        elif self._floats.end(space, local) and self._open and not self.kind:
            self._open[-1].covered = True

    def _characters(self, words: str) -> None:
        if self._words:
            self._choices.add(words)
            self._moves.add(words, self._open[-1].number if self._open else 0)
        if self._deleted and self._open:
            self._tell("a tracked deletion", words)
        elif self._words and not self._skip:
            self._add(words)
        elif self._floats.places:
            self._floats.characters(words)

    def _add(self, words: str) -> None:
        """Add what is seen; a field's code is not."""
        if not self._open or True in self._code:
            return
        line = self._open[-1]
        why = self._hidden(line) or self._turned_round(words) or self._squeezed(words)
        if why == OTHER_SIGNS and not _SPELLED.search(words):
            why = None
        if why:
            self._tell(why, words)
        else:
            if self._is_from_right(line):
                line.from_right += [words] if any(map(str.isalnum, words)) else []
            if self._run is not None and self._run.raised and words.strip().isdigit():
                line.raised.append((line.length, line.length + len(words)))
            line.add(words, of_source=self.styles.is_source_words(self._run_style))

    def _is_from_right(self, line: Line) -> bool:
        """Whether the run being read is set from the right, by itself or by its style."""
        looks = (self.styles.looks.get(style, _PLAIN) for style in (self._run_style, line.style))
        said = (look.from_right for look in (self._run or _PLAIN, *looks))
        return next((one for one in said if one is not None), False)

    def _squeezed(self, words: str) -> str | None:
        """Why words that are made to fit a width cannot be read, or `None`."""
        fit = self._run.fit if self._run is not None else None
        tight = fit is not None and fit < FITTING * len(words.strip())
        return "text too small to read" if tight else None

    def _turned_round(self, words: str) -> str | None:
        """Why the words are seen in another order, or `None`."""
        if not self._direction:
            return None
        against = _AGAINST.get(self._direction[-1], ())
        turned = any(bidirectional(letter) in against for letter in words)
        return "text set from its end to its beginning" if turned else None

    def _hidden(self, line: Line) -> str | None:
        """Why the run being read is not seen, or `None`."""
        look = self._run or _PLAIN
        shaded = bool(line.look.shaded) or True in self._cells
        cut = line.look.cut if True not in self._rows else True
        key = (
            line.style,
            self._run_style,
            look.vanish,
            look.colour,
            look.size,
            look.width,
            look.shaded,
            shaded,
            cut,
            look.ground or line.look.ground,
            look.close,
            look.struck,
            look.moved,
            look.signs,
        )
        if key not in self._known:
            for style in (self._run_style, line.style):
                if style in self.styles.looks:
                    look = look.over(self.styles.looks[style])
            self._known[key] = replace(
                look,
                shaded=look.shaded or shaded,
                cut=look.cut if cut is None else cut,
                ground=look.ground or line.look.ground,
            ).unseen()
        return self._known[key]

    def _tell(self, why: str, words: str) -> None:
        unseen = self._open[-1].unseen
        unseen[why] = (unseen.get(why, "") + words)[:LONGEST_SHOWN]

    def _paragraph(self, _: Mapping[str, str]) -> None:
        line = Line(self._count, page=self._page if self._paged else None)
        line.places += self._floats.places
        self._open.append(line)
        self._run = None

    def _close(self, line: Line) -> None:
        text = "".join(line.text)
        if self._note:
            self.notes[self._note] = f"{self.notes.get(self._note, '')} {text}".strip()
        part = self.styles.part(line.style) if line.style else Part.BODY
        line.before = self.lists.before(line.item)
        unseen = tuple(line.told(text, part))
        look = line.look.over(self.styles.looks.get(line.style, _PLAIN))
        places = [*line.places, *(place for place in (look.frame, look.indent) if place)]
        for place in line.places if text.strip() else ():
            place.worded = True
        if places and text.strip():
            self._placed.append((len(self.lines), places))
            # A box in a header mostly bears the page's number, beside the text.
            if not self.kind and any(place.loose for place in line.places):
                unseen += (f"a text box that may cover other text: “{text[:LONGEST_SHOWN]}”",)
        self.lines.append(
            Printed(
                text,
                part,
                line.number,
                f"paragraph {line.number}",
                tuple(line.marks),
                tuple(line.quoted),
                unseen,
                line.page,
                raised=tuple(line.raised),
                counted=self.lists.count(line.item),
            )
        )

    def _set_sheet(self, own: Mapping[str, str]) -> None:
        """Only the end of a section says how large the pages of its paragraphs are."""
        width, height = own.get("w", ""), own.get("h", "")
        if width.isdigit() and height.isdigit():
            self._take_off(Sheet(int(width), int(height)))

    def _take_off(self, sheet: Sheet) -> None:
        """What the section set off its pages is not seen."""
        for at, places in self._placed:
            if any(place.off(sheet) for place in places):
                line = self.lines[at]
                told = f"text off the page: “{line.text[:LONGEST_SHOWN]}”"
                self.lines[at] = replace(
                    line, text="", marks=(), quoted=(), unseen=(*line.unseen, told)
                )
        self._placed.clear()

    def _style(self, own: Mapping[str, str]) -> None:
        if self._open and self._run is None:
            self._open[-1].style = own.get("val", "")

    def _start_run(self, _: Mapping[str, str]) -> None:
        self._run, self._run_style = Look(), ""

    def _set_run_style(self, own: Mapping[str, str]) -> None:
        if self._run is not None:
            self._run_style = own.get("val", "")

    def _start_words(self, _: Mapping[str, str]) -> None:
        self._words = True

    def _field(self, own: Mapping[str, str]) -> None:
        kind = own.get("fldCharType")
        if kind == "begin":
            self._code.append(True)
        elif kind == "separate" and self._code:
            self._code[-1] = False
        elif kind == "end" and self._code:
            self._code.pop()

    def _footnote_mark(self, own: Mapping[str, str]) -> None:
        self._mark(f"footnote {own.get('id', '')}")

    def _endnote_mark(self, own: Mapping[str, str]) -> None:
        self._mark(f"endnote {own.get('id', '')}")

    def _mark(self, key: str) -> None:
        if self._open:
            line = self._open[-1]
            line.marks.append(Mark(line.length, key))

    def _start_note(self, own: Mapping[str, str]) -> None:
        self._note = f"{self.kind} {own.get('id', '')}"

    def _row(self, _: Mapping[str, str]) -> None:
        self._rows.append(False)

    def _hide_row(self, own: Mapping[str, str]) -> None:
        if self._rows and is_on(own):
            self._rows[-1] = True

    def _number(self, own: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].item = own.get("val", ""), self._open[-1].item[1]

    def _level(self, own: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].item = self._open[-1].item[0], own.get("val", "")

    def _draw(self, _: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].drawn.append(self._open[-1].length)

    def _row_height(self, own: Mapping[str, str]) -> None:
        if self._rows and own.get("hRule") == "exact":
            self._rows[-1] = is_low(own.get("val", ""))

    def _override(self, own: Mapping[str, str]) -> None:
        self._direction.append(own.get("val", ""))

    def _cell(self, _: Mapping[str, str]) -> None:
        self._cells.append(False)

    def _symbol(self, _: Mapping[str, str]) -> None:
        self._add("\ufffd")

    def _hard_hyphen(self, _: Mapping[str, str]) -> None:
        self._add("‑")

    def _soft_hyphen(self, _: Mapping[str, str]) -> None:
        self._add("\xad")

    def _chunk(self, _: Mapping[str, str]) -> None:
        self.foreign.append("a whole file is included, whose words are not read")

    def _turn(self, _: Mapping[str, str]) -> None:
        """Word notes where a page ended when it last set the file; only then are pages known."""
        self._page, self._paged = self._page + 1, True
        if self._open and not self._open[-1].length:
            self._open[-1].page = self._page

    def _header(self, own: Mapping[str, str]) -> None:
        self.sections.append(("header", own.get("type", "default"), own.get("id", "")))

    def _footer(self, own: Mapping[str, str]) -> None:
        self.sections.append(("footer", own.get("type", "default"), own.get("id", "")))


_OPENING: dict[str, Callable[[Story, Mapping[str, str]], None]] = {
    "p": Story._paragraph,  # noqa: SLF001 - the table belongs to the class
    "pStyle": Story._style,  # noqa: SLF001
    "r": Story._start_run,  # noqa: SLF001
    "rStyle": Story._set_run_style,  # noqa: SLF001
    "t": Story._start_words,  # noqa: SLF001
    "fldChar": Story._field,  # noqa: SLF001
    "footnoteReference": Story._footnote_mark,  # noqa: SLF001
    "endnoteReference": Story._endnote_mark,  # noqa: SLF001
    "footnote": Story._start_note,  # noqa: SLF001
    "endnote": Story._start_note,  # noqa: SLF001
    "tr": Story._row,  # noqa: SLF001
    "trHeight": Story._row_height,  # noqa: SLF001
    "numId": Story._number,  # noqa: SLF001
    "ilvl": Story._level,  # noqa: SLF001
    "hidden": Story._hide_row,  # noqa: SLF001
    "drawing": Story._draw,  # noqa: SLF001
    "pict": Story._draw,  # noqa: SLF001
    "object": Story._draw,  # noqa: SLF001
    "subDoc": Story._chunk,  # noqa: SLF001
    "bdo": Story._override,  # noqa: SLF001
    "tc": Story._cell,  # noqa: SLF001
    "pgSz": Story._set_sheet,  # noqa: SLF001
    "lastRenderedPageBreak": Story._turn,  # noqa: SLF001
    "sym": Story._symbol,  # noqa: SLF001
    "noBreakHyphen": Story._hard_hyphen,  # noqa: SLF001
    "softHyphen": Story._soft_hyphen,  # noqa: SLF001
    "altChunk": Story._chunk,  # noqa: SLF001
    "headerReference": Story._header,  # noqa: SLF001
    "footerReference": Story._footer,  # noqa: SLF001
}
