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
_SHORTENED = re.compile(
    "(?<=[A-Za-z])í(?=(?:s|t|d|m|re|ve|ll)?(?![^\\W\\d_]))|(?<![^\\W_])(?:[cdjlmnst]|qu)í(?=\\w)",
    re.IGNORECASE,
)
"""An apostrophe, as the wrong table has it, in words of English or French that are shortened."""
_LIGATED = re.compile("ç(?=[bcdfghjklmnpqrstvwxz])|(?<=[a-z])Å(?=[a-z])")
"""Ligatures (fi, ff), where a letter of that look hardly stands: no language has these beside an í."""
_NEARLY_ALL = 0.95
"""Share of them that must stand so: a piece of a line may end between a mark and its word."""
_PRIVATE = "\ue000"
"""Where signs begin that are no letters of any table: PDFium's own for a hyphen among them."""
_REAL = frozenset("“”‘’")


def with_meant(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with the letters that they show.

    No language has words that begin with ì and others that end with î, nor Ñ and ì, and none of these
    within a word: where they stand so throughout, they are quotation marks. Fonts that have marks of
    their own are right. Where nothing is quoted, apostrophes and ligatures tell.
    """
    words: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            for run in line:
                if not run.text.isascii():
                    words[run.font].append(run.text)
    wrong = {font for font, texts in words.items() if _may_be(texts)}
    every = "\n".join(text for font in wrong for text in words[font])
    if not (_has_marks(every) or _has_apostrophes(every)):
        return tuple(pages)
    return tuple(_renamed(page, wrong) for page in pages)


def _has_marks(text: str) -> bool:
    found = [(opens.findall(text), closes.findall(text)) for opens, closes in _PAIRS]
    placed = sum(len(where) for both in found for where in both)
    return any(map(all, found)) and placed >= _NEARLY_ALL * len(_MARKS.findall(text))


def _has_apostrophes(text: str) -> bool:
    """Whether each í stands for an apostrophe, in a text that has a ligature besides."""
    found = len(_SHORTENED.findall(text))
    return found > 0 and found == text.count("í") and _LIGATED.search(text) is not None


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
