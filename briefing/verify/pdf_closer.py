"""Looks closer at a page of a PDF file: whether its text is seen, and its letters are what they say."""

import ctypes
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.verify.pdf_ink import Ink
from briefing.verify.pdf_laid import laid_over, without_comments
from briefing.verify.pdf_page import Page, Reading

MOST_PAGES = 400
"""Pages of a file that are looked at closer."""
_MOST_OPEN = 40
"""Pages that stay open so that their fonts need not be looked at again."""
_LARGEST_FONT = 2 * 2**20
_SIZE = 100.0
_POINTS = 6
_NOWHERE = "\ue0ff"
_TRUETYPE = 2

Shape = tuple[int, tuple[tuple[int, int], ...]]
"""A letter's outline: how many pieces it has, and where some of them end."""


class Closer(Struct):
    """Looks at the pages of one file, one after the other."""

    pdf: ctypes.CDLL
    document: int
    left: int = MOST_PAGES
    _shapes: dict[tuple[str, str], Shape] = field(default_factory=dict)
    _references: dict[bytes, int | None] = field(default_factory=dict)
    _known: dict[tuple[int, str], Shape | None] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)
    _right: dict[int, set[str]] = field(default_factory=dict)
    open_pages: list[int] = field(default_factory=list)

    def look(self, page: Page, reading: Reading) -> Page:
        """`page`, with what does not show told as unseen, and letters that lie told beside."""
        if self.left <= 0:
            return page
        self.left -= 1
        without_comments(self.pdf, reading.handle)
        ink = Ink.of(self.pdf, reading, page)
        if ink is not None:
            lines = tuple(tuple(ink.checked(run) for run in line) for line in page.lines)
            others = {at: tuple(map(ink.checked, line)) for at, line in page.others.items()}
            page = replace(page, lines=lines, others=others)
        laid = tuple(laid_over(self.pdf, reading.handle, page.lines))
        return replace(page, told=(*page.told, *self._lies(reading)), laid=laid)

    def _lies(self, reading: Reading) -> list[str]:
        """Fonts of the page whose letters do not have the shapes of what they say they are."""
        wrong: defaultdict[str, str] = defaultdict(str)
        found = reading.letters(self._right)
        self._keep(reading.handle, found)
        for font, letters in found.items():
            name = self._name(font)
            right = self._right.get(font, set())
            reference = self._reference(font, name)
            nothing = self._own(reference, _NOWHERE) if reference else None
            for letter in sorted(letters):
                shape = self._shape(font, letter)
                if shape is not None:
                    first = self._shapes.setdefault((name.rpartition("+")[2], letter), shape)
                    own = self._own(reference, letter) if reference else None
                    if first != shape or (own not in (None, nothing) and own != shape):
                        wrong[name] += letter
                        continue
                right.add(letter)
        told = [
            f"the font {name} shows other letters than it says: those that it calls “{letters}”"
            for name, letters in wrong.items()
        ]
        fresh = [words for words in told if words not in self._told]
        self._told.update(fresh)
        return fresh

    def _keep(self, page: int, fonts: Iterable[int]) -> None:
        """Leave `page` open if it brings new fonts: they last as long as it does, and so tell themselves.

        What is known of a font that is gone could be taken for another's in its place.
        """
        new = [font for font in fonts if font not in self._right]
        if new and len(self.open_pages) < _MOST_OPEN:
            self.open_pages.append(page)
            self._right.update((font, set()) for font in new)

    def _name(self, font: int) -> str:
        buffer = ctypes.create_string_buffer(256)
        self.pdf.FPDFFont_GetBaseFontName(font, buffer, 256)
        return buffer.value.decode("utf-8", "replace")

    def _reference(self, font: int, name: str) -> int | None:
        """The same font by its own account: the standard one of this name, or the program inside."""
        if not self.pdf.FPDFFont_GetIsEmbedded(font):
            key = name.encode()
            if key not in self._references:
                found = self.pdf.FPDFText_LoadStandardFont(self.document, key)
                self._references[key] = found
            return self._references[key]
        size = ctypes.c_size_t()
        self.pdf.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
        if not 0 < size.value <= _LARGEST_FONT:
            return None
        buffer = ctypes.create_string_buffer(size.value)
        self.pdf.FPDFFont_GetFontData(font, buffer, size.value, ctypes.byref(size))
        key = buffer.raw
        if key not in self._references:
            found = self.pdf.FPDFText_LoadFont(self.document, key, len(key), _TRUETYPE, 1)
            self._references[key] = found
        return self._references[key]

    def _own(self, reference: int, letter: str) -> Shape | None:
        """A letter of a font that stays open, and need not be asked twice."""
        key = (reference, letter)
        if key not in self._known:
            self._known[key] = self._shape(reference, letter)
        return self._known[key]

    def _shape(self, font: int, letter: str) -> Shape | None:
        pdf = self.pdf
        path = pdf.FPDFFont_GetGlyphPath(font, ord(letter), _SIZE)
        count = pdf.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
        if count <= 0:
            return None
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[int, int]] = []
        for number in range(0, count, max(1, count // _POINTS)):
            segment = pdf.FPDFGlyphPath_GetGlyphPathSegment(path, number)
            pdf.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            points.append((round(x.value), round(y.value)))
        return count, tuple(points)
