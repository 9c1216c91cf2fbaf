"""Finds the quotations of a paper: by style where there is one, else by quotation marks."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from briefing.verify.marks import with_usual
from briefing.verify.paper import Paper, Part, Printed

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", '"': '"', "「": "」", "»": "«", "『": "』", "‹": "›", "›": "‹",
    "”": "”", "＂": "＂",
}  # fmt: skip
_SINGLE = {"‘": "’", "‚": "‘’", "'": "'"}
# A straight mark behind a figure is that of inches; one that also closes opens before a word alone.
_OPENS = re.compile(
    r"[“„«「『‹＂]|(?<!\d)\"|(?<!\S)[”»›](?=\w)|(?<![\w’'])[‘‚](?=\w)|(?<![\w’'])'(?=[^\W\d_])"
)
_PARTING = "\u200e\u200f"
_FEWEST = 4
"""Words in marks that count as a quotation even where nothing cites them."""
_NUMBER = re.compile(r"\s*\[(\d{1,4})\]")
_NUMBERS_AT_END = re.compile(r"(?:\s*\[\d{1,4}\](?:, (?:para|Abs|par)\.\s\d+)?[.,;]?)+\s*$")
_NAME = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w.’'-]*"
_NAME_AT_END = re.compile(
    rf"\s*(?:[—–]\s*{_NAME}(?: (?:{_NAME}|of|the|for|and|de|del|van|von|der|bin|al|la|&))*"
    r"(?:,[^“”\"—–]{1,70})?|\([A-ZÀ-ÖØ-ÞА-ЯЁ“‘][^()]{2,120}\d{4}[^()]{0,20}\)\.?)\s*$"
)
"""A speaker or a citation that somebody has put behind a quotation set apart."""
_LONGEST = 20_000
MOST_IN_LABEL = 12
"""Words of a label that is none of a sentence."""
_COLON = re.compile(r":\s+")
_MOST_COLONS = 4


class Quote(Struct, frozen=True):
    """A quotation as printed. `keys` are those of its notes, `numbers` those printed behind it.

    `labelled` tells words in the style of a source that fill the paragraph behind a label and its colon.
    """

    text: str
    paragraph: Printed
    displayed: bool
    keys: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    entry: int | None = None
    labelled: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it stands by itself, so that it begins and ends as sentences do."""
        return self.displayed or self.labelled

    @property
    def is_styled(self) -> bool:
        """Whether a style, not marks, says where it begins and ends."""
        line = self.paragraph
        return any(_without_edges(line.text[slice(*span)]) == self.text for span in line.quoted)


def quotes(paper: Paper) -> Iterator[tuple[list[Quote], ...]]:
    """The quotations of each paragraph of `paper`, in the order of the text.

    Of a paragraph that may be read in several ways, those of each.
    """
    entry: int | None = None
    for paragraph in paper.paragraphs:
        if paragraph.part is Part.ENTRY:
            entry = entry_number(paragraph.text) or entry
        elif paragraph.part is not Part.ENTRY_NOTE:
            entry = None
        yield tuple(list(_in_paragraph(way, entry)) for way in paragraph.ways())


def entry_number(text: str) -> int | None:
    """The number with which an entry of a source list begins."""
    found = re.match(r"\s*\[?(\d{1,4})[\]\t]", text)
    return int(found[1]) if found else None


def _in_paragraph(paragraph: Printed, entry: int | None) -> Iterator[Quote]:
    match paragraph.part:
        case Part.QUOTATION:
            yield from _displayed(paragraph)
        case Part.LEAD | Part.CONTENTS | Part.ENTRY:
            return
        case Part.HEADING:
            found = (_in_line(paragraph, *span, entry) for span in _spans(paragraph))
            yield from (quote for ones in found for quote in ones if quote.keys)
        case _:
            yield from quotes_in(paragraph, entry)


def quotes_in(paragraph: Printed, entry: int | None = None) -> Iterator[Quote]:
    """The quotations within the text of `paragraph`; `entry` is the source that it tells of, if any."""
    for start, end in _spans(paragraph):
        yield from _in_line(paragraph, start, end, entry)


def unmarked(paragraph: Printed) -> Iterator[Quote]:
    """Words before a note mark that may be a source's, where neither style nor marks say so.

    Some programs keep no styles of letters: a label then only ends in a colon, or one stands behind the
    mark. A whole paragraph that lost its style is none: it no longer says that it quotes.
    """
    if paragraph.part is not Part.BODY or paragraph.quoted:
        return
    begin = 0
    for mark in paragraph.marks:
        colons = _COLON.finditer(paragraph.text, begin, mark.at)
        starts = [found.end() for found in islice(colons, _MOST_COLONS)]
        if _COLON.match(paragraph.text[mark.at :].lstrip()):
            starts.insert(0, begin)
        for start in starts:
            text = paragraph.text[start : mark.at].strip()
            if len(re.findall(r"\w+", text)) >= _FEWEST:
                line = replace(paragraph, quoted=((start, mark.at),))
                yield Quote(text, line, displayed=False, keys=(mark.key,))
        begin = mark.at


def _displayed(paragraph: Printed) -> Iterator[Quote]:
    """A whole paragraph; numbers in brackets at its end are its citation, if no note is, not its words."""
    text = paragraph.text
    numbers: tuple[int, ...] = ()
    ending = None if paragraph.marks else _NUMBERS_AT_END.search(text[-200:])
    if ending:
        numbers = tuple(map(int, re.findall(r"\[(\d+)\]", ending[0])))
        text = text[: len(text) - len(ending[0])]
    if any(map(str.isalnum, text)):
        keys = tuple(mark.key for mark in paragraph.marks)
        yield Quote(text[:_LONGEST].strip(), paragraph, displayed=True, keys=keys, numbers=numbers)


def readings(quote: Quote) -> Iterator[tuple[str, bool]]:
    """Ways to read the words of a quotation: as printed, then without what may frame them.

    With each goes whether a name or a citation behind the words was left out.
    """
    text = quote.text
    yield text, False
    if quote.displayed:
        bare = _NAME_AT_END.sub("", text)
        if bare != text:
            yield bare, True
        for words in (text, bare):
            inner = words.strip()
            if inner[:1] in _PAIRS and inner[-1:] in _PAIRS[inner[:1]] and len(inner) > 2:  # noqa: PLR2004
                yield inner[1:-1], words != text
    elif text[-1:] in ",.":
        yield text[:-1], False


def _in_line(paragraph: Printed, start: int, end: int, entry: int | None) -> Iterator[Quote]:
    text = _without_edges(paragraph.text[start:end])
    behind = paragraph.text[end:]
    keys = tuple(mark.key for mark in paragraph.marks if mark.at >= end)[:1]
    cut = _OPENS.search(behind)
    numbers = tuple(map(int, _NUMBER.findall(behind[: cut.start() if cut else len(behind)])))
    # In a label, signs beside words from right to left may be read in another order than they are written.
    labels = paragraph.seen and any(end <= begin for begin, _ in paragraph.quoted)
    cited = bool(keys or numbers or entry) and not labels
    words = len(re.findall(r"\w+", text))
    if words and (cited or words >= _FEWEST):
        labelled = (start, end) in paragraph.quoted and _fills(paragraph.text, start, end)
        yield Quote(
            text,
            paragraph,
            displayed=False,
            keys=keys,
            numbers=numbers,
            entry=entry,
            labelled=labelled,
        )


def _without_edges(words: str) -> str:
    """`words` without what shows nothing around them: direction marks there part them from others."""
    return words.strip().strip(_PARTING).strip()


def _fills(text: str, start: int, end: int) -> bool:
    """Whether a stretch fills the paragraph behind a label."""
    label = text[:start].rstrip()
    return (
        label.endswith(":") and len(label.split()) <= MOST_IN_LABEL and not text[end:].strip(" .")
    )


def _spans(paragraph: Printed) -> list[tuple[int, int]]:
    """Stretches in the style of source words, and those in quotation marks outside them."""
    found = list(paragraph.quoted)
    for start, end in _marked(paragraph.text):
        if not any(start < other[1] and other[0] < end for other in found):
            found.append((start, end))
    return sorted(found)


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """The insides of quotation marks, outermost first; one left open runs to the end."""
    text = with_usual(text)
    at = 0
    while opening := _OPENS.search(text, at):
        inner = opening.end()
        close = _closing(text, opening[0], inner)
        if close > inner:
            yield inner, close
        at = close + 1


def _closing(text: str, opening: str, at: int) -> int:
    if opening in _SINGLE:
        found = re.compile(rf"[{_SINGLE[opening]}](?!\w)").search(text, at)
        return found.start() if found else at
    closes = _PAIRS[opening]
    begin, depth = at, 1
    while at < len(text):
        if text[at] in closes:
            depth -= 1
            if not depth:
                return at
        elif text[at] == opening and opening not in closes:
            depth += 1
        at += 1
    # Who types has curved marks before words, and at times straight ones behind them.
    straight = text.find('"', begin)
    return straight if straight > begin else at
