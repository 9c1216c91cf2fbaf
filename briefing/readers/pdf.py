"""PDF files: paragraphs in reading order, with the page of each, running heads told apart."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from math import inf
from pathlib import PurePath
from statistics import median

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Clue, Field, Kind, Notice
from briefing.readers.exports.paragraphs import Database, database_of, is_of_export
from briefing.readers.pdf_articles import LARGER, beginnings
from briefing.readers.pdf_blocks import Block, blocks
from briefing.readers.pdf_browser import edge_clues, edge_title, is_printed_edge
from briefing.readers.pdf_exports import Placed, filled, read_pdf_export
from briefing.readers.pdf_fixed import without_fixed
from briefing.readers.pdf_hyphens import Hyphens, hyphens_of
from briefing.readers.pdf_layout import Row, in_reading_order, line_by_line
from briefing.readers.pdf_notes import with_notes
from briefing.readers.pdf_page_labels import ROMAN, page_labels
from briefing.readers.pdf_text import Opened, Sheet, open_pdf
from briefing.readers.pdf_titles import titled
from briefing.readers.reading import Reading
from briefing.readers.setting import Setter

MEDIA_TYPE = "application/pdf"
_EDGE, _MARGIN = 0.1, 0.06
"""Shares of a page's height, above and below, in which running heads stand, and nothing else does."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^(?:(?:Page|Seite|p\.?) ?)?[–-]? ?\d{1,4}(?: ?(?:/|of|von|de|sur) ?\d{1,4})? ?[–-]?$"
    rf"|^(?:p\. ?|[–-] ?)?(?-i:{ROMAN})(?: ?[–-])?$",
    re.IGNORECASE,
)
_LABEL = 60
"""Characters that a list item or a label may have."""
_SEVERAL = (
    "The pages hold several articles, each with its headline and author; each was read by itself."
)
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|RichMedia|GoToR)\b")
_WRAPPED, _ALIKE_IN_SIZE = 1.8, 0.05
"""Of the letters' size: how far below a line its next one stands at most; and by how much they differ."""
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_GARBLED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_OPENED_BY_LESS = re.compile(r"(?<![^\s])<(?=[^\W\d_])")
_CLOSED_BY_EQUALS = re.compile(r"(?<=[^\W_]|[.,?!])=(?![^\s.,;])")
"""Quotation marks that Ghostscript 10.00 renames to < and =."""
_FEWEST_SWAPPED = 2
_MOST_GARBLED = 0.15


class _Paragraph(Struct):
    """Words, the page they begin on, and where in them further pages begin."""

    words: str
    page: int
    size: float
    full: bool = False
    turns: list[tuple[int, int]] = field(default_factory=list)
    kind: Kind | None = None


class _Manner(Struct, frozen=True):
    """How a file is set.

    `largest` is the size of letters up to which a line can be a running head; a line that is `alone`
    is no part of a paragraph, and no running head. `usual` is the size of most letters; nothing is as
    small as notes are where it is nil. `made` is the day on which a browser printed it.
    """

    hyphens: Hyphens
    largest: float
    usual: float
    alone: Callable[[str], bool]
    made: date | None


def read_pdf(data: bytes, path: PurePath) -> Reading:
    """The article in the PDF `data`.

    Raises:
        SourceError: if it is damaged, locked, scanned without words, or holds none.
    """
    opened = open_pdf(data, path)
    sheets, remarks = _seen(opened)
    if not any(piece.words.strip() for sheet in sheets for piece in sheet.pieces):
        raise _wordless(opened, path)
    database = _database(sheets)
    # Fields of an export stand at the same place of each first page.
    kept, fixed = (sheets, [()] * len(sheets)) if database else without_fixed(sheets)
    pages = [_rows(sheet, database) for sheet in kept]
    aside = [in_reading_order(pieces, sheets[0].width) for pieces in fixed]
    # A headline stands at the top of each article's first page, and two may be the same.
    largest = _usual_size(kept) if database else inf
    # A web page has no foot for notes: what is small and numbered there is a list, or a day.
    usual = 0.0 if database or opened.made else _size_of_most(kept)
    alone = database.stands_alone if database else _never
    manner = _Manner(_hyphens(pages, kept), largest, usual, alone, opened.made)
    paragraphs = list(_paragraphs(kept, pages, aside, manner))
    paragraphs = _joined(paragraphs, manner.hyphens, alone)
    remarks.extend(_remarks(opened, data))
    if database:
        placed = [_placed(item) for item in paragraphs if not item.kind]
        export = read_pdf_export(database, placed, len(sheets), path, digest(data), MEDIA_TYPE)
        told = tuple(Notice(str(path), remark) for remark in remarks)
        return replace(export, notices=export.notices + told)
    if not opened.made and (several := _several(paragraphs, usual)):
        remarks.append(_SEVERAL)
        return Reading(tuple(_parted_articles(several, opened, data, path, remarks)))
    article = _article(paragraphs, opened, data, path, remarks)
    printed = _printed_title(paragraphs, opened.made) or (opened.title if opened.made else "")
    headline = titled(article, opened.title or printed, printed)
    return Reading((replace(article, clues=(*article.clues, *headline)),))


def _database(sheets: Sequence[Sheet]) -> Database | None:
    """The database that the pages are an export of."""
    if not any(is_of_export(piece.words) for sheet in sheets for piece in sheet.pieces):
        return None
    pages = [line_by_line(sheet.pieces) for sheet in sheets]
    return database_of([row.words for columns in pages for rows in columns for row in rows])


def _rows(sheet: Sheet, database: Database | None) -> list[list[Row]]:
    if database and database.labels_fields:
        return line_by_line(sheet.pieces)
    return in_reading_order(sheet.pieces, sheet.width)


def _never(_words: str) -> bool:
    """No line of a page that is no export is known to stand alone."""
    return False


def _placed(item: _Paragraph) -> Placed:
    words = _CONTROL.sub("\ufffd", item.words)
    return Placed(words, ((item.page, 0), *item.turns))


def _wordless(opened: Opened, path: PurePath) -> SourceError:
    if any(sheet.has_picture for sheet in opened.sheets):
        return SourceError(
            "the PDF is scanned: it holds pictures of pages and no words",
            where=path,
            remedy="Have its text recognised (OCR) first.",
        )
    return SourceError("there are no words in the PDF", where=path)


def _seen(opened: Opened) -> tuple[tuple[Sheet, ...], list[str]]:
    """The pages without the words that nobody sees, unless there are no others (OCR)."""
    hidden = sum(
        len(piece.words) for sheet in opened.sheets for piece in sheet.pieces if piece.unseen
    )
    shown = sum(len(piece.words) for sheet in opened.sheets for piece in sheet.pieces) - hidden
    if not hidden:
        return opened.sheets, []
    if hidden > shown:
        return opened.sheets, [
            "The words are a layer under pictures of the pages, made by recognition (OCR)."
        ]
    kept = tuple(
        replace(sheet, pieces=tuple(piece for piece in sheet.pieces if not piece.unseen))
        for sheet in opened.sheets
    )
    return kept, ["Text that nobody sees on the page (hidden, tiny or outside it) was left out."]


def _remarks(opened: Opened, data: bytes) -> Iterator[str]:
    if opened.scripts or _ACTIVE.search(data):
        yield "The PDF holds scripts or actions, which were left out."
    if b"/ActualText" in data:
        yield "The PDF gives other words for some that it shows (ActualText); those were taken."
    if opened.attachments:
        yield "The PDF holds attached files, which were not read."
    if opened.cut or any(sheet.cut for sheet in opened.sheets):
        yield "Not all of the PDF could be read: a page is damaged, or there are too many."
    signs = "".join(piece.words for sheet in opened.sheets for piece in sheet.pieces)
    swapped = min(len(_OPENED_BY_LESS.findall(signs)), len(_CLOSED_BY_EQUALS.findall(signs)))
    if any(sheet.doubtful for sheet in opened.sheets) or swapped >= _FEWEST_SWAPPED:
        yield "The PDF calls letters by other names than those it shows; the words may be wrong."
    if any(sheet.renamed for sheet in opened.sheets):
        yield "The PDF calls some signs by other names than they show; they were read as they are shown."
    if len(_GARBLED.findall(signs)) > _MOST_GARBLED * len(signs):
        yield "The PDF does not say which letters its signs are; the words may be wrong."


def _paragraphs(
    sheets: Sequence[Sheet],
    pages: Sequence[Sequence[Sequence[Row]]],
    fixed: Sequence[Sequence[Sequence[Row]]],
    manner: _Manner,
) -> Iterator[_Paragraph]:
    """The paragraphs of all pages, each page's own running heads and what is fixed on it last."""
    whole = [[*columns, *aside] for columns, aside in zip(pages, fixed, strict=True)]
    heads = _running(whole, sheets)
    for number, (columns, sheet) in enumerate(zip(pages, sheets, strict=True)):
        aside = [
            _Paragraph(row.words, number, row.size, kind=Kind.BOILERPLATE)
            for rows in fixed[number]
            for row in rows
        ]
        edges = _edges(whole[number], sheet)
        for rows in columns:
            running = {
                row
                for row in rows
                if row in edges
                and row.size <= manner.largest
                and not manner.alone(row.words)
                and _is_running(row, rows, heads, manner.made)
            }
            aside.extend(
                _Paragraph(row.words, number, row.size, kind=Kind.BOILERPLATE)
                for row in rows
                if row in running
            )
            seen = [row for row in rows if row not in running]
            for group in _parted(seen, manner.alone):
                for block, is_note in with_notes(blocks(group), manner.usual):
                    words = _words(block, manner.hyphens)
                    if is_note:
                        aside.append(_Paragraph(words, number, block.size, kind=Kind.NOTE))
                    else:
                        yield _Paragraph(words, number, block.size, full=block.full)
        yield from aside


def _parted(rows: Sequence[Row], alone: Callable[[str], bool]) -> Iterator[list[Row]]:
    """The lines in runs, each that stands alone by itself."""
    group: list[Row] = []
    for row in rows:
        if alone(row.words):
            yield from ([*group], [row]) if group else ([row],)
            group = []
        else:
            group.append(row)
    if group:
        yield group


def _size_of_most(sheets: Sequence[Sheet]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            letters[round(piece.size, 1)] += len(piece.words)
    return max(letters, key=letters.__getitem__, default=0.0)


def _usual_size(sheets: Sequence[Sheet]) -> float:
    return 1.05 * median(piece.size for sheet in sheets for piece in sheet.pieces)


def _running(pages: Sequence[Sequence[Sequence[Row]]], sheets: Sequence[Sheet]) -> frozenset[str]:
    """The lines at the edges that come back on other pages, numbers aside.

    Twice is enough where they stand at the very same place: chapters have their own, and are short.
    """
    times: Counter[str] = Counter()
    placed: Counter[tuple[str, int]] = Counter()
    for columns, sheet in zip(pages, sheets, strict=True):
        edges = _edges(columns, sheet)
        times.update({_shape(row) for row in edges})
        placed.update(
            {(_shape(row), round(row.bottom)) for row in edges if _is_in_margin(row, sheet)}
        )
    least = 2 if len(sheets) < 6 else 3  # noqa: PLR2004 - left and right pages may differ
    often = (shape for shape, count in times.items() if count >= least)
    return frozenset((*often, *(shape for (shape, _), count in placed.items() if count > 1)))


def _is_in_margin(row: Row, sheet: Sheet) -> bool:
    """Whether words stand where no text does."""
    outside = row.bottom > (1 - _MARGIN) * sheet.height or row.top < _MARGIN * sheet.height
    return outside and any(map(str.isalpha, row.words))


def _shape(row: Row) -> str:
    """What a running head is from page to page: the same words in the same size, numbers aside."""
    return f"{_DIGITS.sub('#', row.words)} {row.size:.0f}"


def _edges(columns: Sequence[Sequence[Row]], sheet: Sheet) -> frozenset[Row]:
    """The lines near the upper and lower edge, and the first and the last of the page."""
    rows = [row for column in columns for row in column]
    ends = (
        {max(rows, key=lambda row: row.top), min(rows, key=lambda row: row.bottom)}
        if rows
        else set()
    )
    high, low = (1 - _EDGE) * sheet.height, _EDGE * sheet.height
    return frozenset(row for row in rows if row.bottom > high or row.top < low or row in ends)


def _is_running(row: Row, rows: Sequence[Row], heads: frozenset[str], made: date | None) -> bool:
    """Whether one of the `rows` of a column, at the edge of its page, is no text of it."""
    if _shape(row) in heads or is_printed_edge(row.words, made):
        return True
    return _PAGE_NUMBER.match(row.words) is not None and not any(
        other is not row and _wraps(other, row) for other in rows
    )


def _wraps(upper: Row, lower: Row) -> bool:
    """Whether the line right above ends in a number that had no room: “in the first half of / 2020”."""
    below = 0 < upper.bottom - lower.bottom < _WRAPPED * lower.size
    beside = abs(upper.left - lower.left) < lower.size
    return below and beside and abs(upper.size - lower.size) < _ALIKE_IN_SIZE * lower.size


def _hyphens(pages: Sequence[Sequence[Sequence[Row]]], sheets: Sequence[Sheet]) -> Hyphens:
    lines = ([row.words for row in rows if row.words] for columns in pages for rows in columns)
    return hyphens_of(lines, (piece.words for sheet in sheets for piece in sheet.pieces))


def _words(block: Block, hyphens: Hyphens) -> str:
    words = ""
    for row in block.rows:
        words = hyphens.joint(words, row.words) if words else row.words
    return hyphens.inner(words)


def _joined(
    paragraphs: list[_Paragraph], hyphens: Hyphens, alone: Callable[[str], bool]
) -> list[_Paragraph]:
    """Paragraphs that run on over a page or column end are made one."""
    joined: list[_Paragraph] = []
    last: _Paragraph | None = None
    waiting: list[_Paragraph] = []
    for item in paragraphs:
        if item.kind:
            waiting.append(item)
            continue
        if last is not None and _runs_on(last, item) and not alone(item.words):
            whole = hyphens.joint(last.words, item.words)
            if item.page != last.page or last.turns:
                last.turns.append((item.page, len(whole) - len(item.words)))
            last.words, last.full = whole, item.full
            continue
        joined.extend(waiting)
        waiting = []
        joined.append(item)
        last = item
    return [*joined, *waiting]


def _runs_on(last: _Paragraph, item: _Paragraph) -> bool:
    """Whether a sentence goes on: not after a stop, a list or a label, nor where it had room."""
    alike = abs(last.size - item.size) < 0.12 * last.size
    goes_on = item.words[:1].islower() or last.full
    return alike and goes_on and not _ENDS.search(last.words) and len(last.words) > _LABEL


def _several(paragraphs: Sequence[_Paragraph], usual: float) -> list[tuple[str, list[_Paragraph]]]:
    """The headline and the paragraphs of each article, if there are several.

    The head of the pages stands above each.
    """
    own = [item for item in paragraphs if not item.kind]
    starts = beginnings([item.words for item in own], [item.size for item in own], usual)
    if not starts:
        return []
    head = own[: starts[0]]
    parts: list[tuple[str, list[_Paragraph]]] = []
    for start, end in zip(starts, [*starts[1:], len(own)], strict=True):
        part = own[start:end]
        pages = {page for item in part for page in (item.page, *(page for page, _ in item.turns))}
        aside = (item for item in paragraphs if item.kind and item.page in pages)
        above = (replace(item, page=part[0].page, turns=[]) for item in head)
        large = takewhile(lambda item: item.size >= LARGER * usual, part)
        parts.append((" ".join(item.words for item in large), [*above, *part, *aside]))
    return parts


def _parted_articles(
    several: Sequence[tuple[str, list[_Paragraph]]],
    opened: Opened,
    data: bytes,
    path: PurePath,
    remarks: list[str],
) -> Iterator[Article]:
    for index, (headline, part) in enumerate(several):
        article = _article(part, opened, data, path, remarks)
        told = (Clue(Field.TITLE, headline, "headline above the byline"),) if headline else ()
        yield replace(article, index=index, clues=(*article.clues, *told))


def _article(
    paragraphs: Sequence[_Paragraph],
    opened: Opened,
    data: bytes,
    path: PurePath,
    remarks: list[str],
) -> Article:
    setter = Setter()
    starts: list[int | None] = [None] * len(opened.sheets)
    clues: list[Clue] = []
    for item in paragraphs:
        words = _CONTROL.sub("\ufffd", item.words)
        line = setter.add(words, kind=item.kind)
        if line is None:
            continue
        if item.kind is Kind.BOILERPLATE:
            clues.extend(edge_clues(item.words, line.start, opened.links, opened.made))
            continue
        for page, offset in ((item.page, 0), *item.turns):
            if starts[page] is None:
                starts[page] = min(line.start + offset, line.end)
    if opened.made:
        clues.append(
            Clue(Field.ACCESSED, opened.made.isoformat(), "day on which a browser printed it")
        )
    notices = tuple(Notice(str(path), remark) for remark in (*remarks, *setter.remarks))
    heads = [(item.page, item.words) for item in paragraphs if item.kind is Kind.BOILERPLATE]
    return Article(
        path,
        digest(data),
        MEDIA_TYPE,
        setter.text,
        tuple(setter.lines),
        tuple(dict.fromkeys(clues)),
        notices=notices,
        pages=filled(starts, len(setter.text)),
        page_labels=page_labels(opened.labels, () if opened.made else heads),
    )


def _printed_title(paragraphs: Sequence[_Paragraph], made: date | None) -> str:
    """The page's title as a browser prints it at the edge of each page."""
    told = (edge_title(item.words, made) for item in paragraphs if item.kind is Kind.BOILERPLATE)
    return next(filter(None, told), "")
