"""Letters that PDFium takes for those of another table: of Macintosh where the file means Windows.

Ghostscript's PostScript (`ps2write`, `pdftops | ps2pdf`) keeps TrueType fonts without saying which letters
they show; print shows them rightly, and only who reads the text is told “Guardís” for “Guard’s”.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.verify.pdf_page import Page

_HIGH = bytes(range(0x80, 0x100))
_FREE = {0x81: "ﬀ", 0x8D: "ﬁ", 0x8F: "ﬂ", 0x90: "ﬃ", 0x9D: "ﬄ"}
"""What Windows leaves free, and writers of PDF use for ligatures."""


def _meant(code: int) -> str:
    return _FREE.get(code) or bytes([code]).decode("cp1252")


_MEANT = {ord(bytes([code]).decode("mac_roman")): _meant(code) for code in _HIGH}
_OPENS, _CLOSES = "(?<![^\\W_])%s(?=\\w)", "(?<=[\\w.,;:!?%%)…-])%s(?![^\\W\\d_])"
_PAIRS = tuple(
    (re.compile(_OPENS % opening), re.compile(_CLOSES % closing))
    for opening, closing in (("ì", "î"), ("Ñ", "ì"))
)
"""English and German quotation marks, as the wrong table has them: before a word, and behind one."""
_MARKS = re.compile("[ìîÑ]")
_NEARLY_ALL = 0.95
"""Share of them that must stand so: a piece of a line may end between a mark and its word."""
_PRIVATE = "\ue000"
"""Where signs begin that are no letters of any table: PDFium's own for a hyphen among them."""
_REAL = frozenset("“”‘’")


def with_meant(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with the letters that they show.

    No language has words that begin with ì and others that end with î, nor Ñ and ì, and none of these
    within a word: where they stand so throughout, they are quotation marks. Fonts that have marks of
    their own are right.
    """
    words: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            for run in line:
                if not run.text.isascii():
                    words[run.font].append(run.text)
    wrong = {font for font, texts in words.items() if _may_be(texts)}
    every = "\n".join(text for font in wrong for text in words[font])
    found = [(opens.findall(every), closes.findall(every)) for opens, closes in _PAIRS]
    paired = [both for both in found if all(both)]
    placed = sum(len(where) for both in found for where in both)
    if not paired or placed < _NEARLY_ALL * len(_MARKS.findall(every)):
        return tuple(pages)
    return tuple(_renamed(page, wrong) for page in pages)


def _may_be(texts: Sequence[str]) -> bool:
    """Whether all letters of a font can be those of the other table, and none is a mark itself."""
    signs = {sign for text in texts for sign in text if "\x7f" < sign < _PRIVATE}
    return not signs & _REAL and all(ord(sign) in _MEANT for sign in signs)


def _renamed(page: Page, wrong: set[str]) -> Page:
    lines = tuple(
        tuple(
            replace(run, text=run.text.translate(_MEANT)) if run.font in wrong else run
            for run in line
        )
        for line in page.lines
    )
    return replace(page, lines=lines)
