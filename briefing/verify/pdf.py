"""A PDF file as a reader sees it: lines become paragraphs, and their setting says what they are."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.bidi import begins_right
from briefing.model.report import Finding
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.pdf_apart import read_apart
from briefing.verify.pdf_engine import read_pages
from briefing.verify.pdf_joining import appended
from briefing.verify.pdf_keys import Keys
from briefing.verify.pdf_labels import ends_in_mark, is_labelled, labelled
from briefing.verify.pdf_lines import Line, Setting, Sorted, is_item, sort_lines
from briefing.verify.pdf_renamed import with_meant
from briefing.verify.pdf_sheets import pages_apart, run_backwards
from briefing.verify.tongues import JUDGMENT
from briefing.verify.typed_notes import with_typed

_ENTRY = re.compile(r"\[\d{1,4}\]")
_CONTENTS = re.compile(r"(?:[ ]?\.){4,}\s*\d+\s*$")
_INDENTED = 6.0
_ALIGNED, _HANGS, _SPACE = 2.0, 0.25, 0.35
"""Points within which lines begin at one place, and parts of their height by which marks hang over.

A line with words from right to left may begin with the space at which it was broken.
"""
_HAIR = 0.04
_FILLED = 0.95
_DOT = "·"
_MANIFEST = b'"briefing.manifest/1"'
_ENDS = re.compile(r"(?:[.!?…:][\"'”’»“‘)\]]*|\[\d{1,4}\])\s*$")


class _Quoted(Struct, frozen=True):
    """How quotations are set: where all that is set so is one, where only what has a lead is."""

    settings: frozenset[Setting]
    led: frozenset[Setting]

    def has(self, block: "_Block", above: "_Block | None") -> bool:
        """Whether `block` is a quotation."""
        return block.first.setting in self.settings or (
            block.ends_in_mark and self.leads(block, above)
        )

    def leads(self, block: "_Block", above: "_Block | None") -> bool:
        """Whether a quotation may begin with `block`."""
        if above is None or block.first.setting not in self.led:
            return False
        return _above(above, block) is Part.LEAD


class _Block(Struct):
    """Lines that make one paragraph; `is_labelled` tells one of a list that shows no bullets."""

    lines: list[Line] = field(default_factory=list)
    is_labelled: bool = False

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def ends_in_mark(self) -> bool:
        """Whether nothing but a stop stands behind the last mark; behind a colon more is said."""
        last = self.lines[-1]
        ways = (last, last.other) if last.other else (last,)
        return any(ends_in_mark(way.text, way.marks) for way in ways)

    @property
    def turned(self) -> bool:
        """Whether it has words from right to left."""
        return any(line.other for line in self.lines)

    def printed(self, part: Part, number: int, keys: "Keys") -> Printed:
        """The paragraph; of the ways to read it the likelier first."""
        if not self.turned:
            return self._printed(self.lines, part, number, keys)
        seen = tuple(line.seen or line.text for line in self.lines)
        right = self._printed([line.other or line for line in self.lines], part, number, keys)
        listed = part is Part.BODY and (self.is_labelled or is_item(self.first.text))
        apart = read_apart(self.lines, listed=listed)
        left = self._printed(apart, part, number, keys)
        ways = [replace(right, seen=seen, from_right=True), replace(left, seen=seen)]
        parted = apart is not self.lines
        at_left = (left.quoted and not right.quoted) or (part is Part.LEAD and parted)
        at_left = at_left or (part is Part.ENTRY and _ENTRY.match(left.text.lstrip()) is not None)
        if at_left or not all(begins_right(one.text) for one in ways):
            ways.reverse()
        whole = (
            replace(self._printed(self.lines, part, number, keys), seen=seen) if parted else None
        )
        return replace(ways[0], otherwise=replace(ways[1], otherwise=whole))

    def _printed(self, lines: Sequence[Line], part: Part, number: int, keys: "Keys") -> Printed:
        text = ""
        marks: list[Mark] = []
        unseen: list[str] = []
        spaced = False
        for line in lines:
            text, start = appended(text, line.text, spaced=spaced)
            spaced = line.text[-1:].isspace()
            lead = len(line.text) - len(line.text.lstrip())
            marks += [
                Mark(start + mark.at - lead, keys.of(line.page, mark.key)) for mark in line.marks
            ]
            unseen += line.unseen
        listed = part is Part.BODY and (self.is_labelled or is_item(lines[0].text))
        quoted = labelled(lines[0], text, marks) if listed else ()
        place = f"page {self.first.page}"
        page = self.first.page
        return Printed(text, part, number, place, tuple(marks), quoted, tuple(unseen), page)


def read_pdf(data: bytes, *, closely: bool = False) -> Paper:
    """Read the PDF file `data`; only for files that are trusted not to harm.

    `closely` asks, too, whether what the text says is what the pages show.

    Raises:
        ProofError: with one sentence, if it cannot be read.
    """
    sheets, attachments = read_pages(data, closely=closely)
    pages = with_meant(pages_apart(sheets))
    backwards = run_backwards(pages)
    if backwards:
        pages = pages[::-1]
    found = sort_lines(pages)
    manifests = [item for item in attachments if _MANIFEST in item[:1_000_000] or _MANIFEST in item]
    findings = [
        Finding("layers", "two texts are set on one another", f"page {page}", grave=True)
        for page in found.overlaps
    ]
    for number, page in enumerate(pages, 1):
        place = f"page {number}"
        findings += [Finding("deceptive", told, place, grave=True) for told in page.told]
        findings += [Finding("annotation", it.text, place, grave=it.grave) for it in page.laid]
    if backwards:
        findings.append(
            Finding("order", "the last page comes first; the pages were read from there")
        )
    if len(manifests) < len(attachments):
        findings.append(Finding("manifest", "the file carries attachments that are no manifest"))
    if not any(map(str.isalnum, "".join(line.text for line in found.body))):
        findings.append(Finding("no text", "the pages have no text that can be read", grave=True))
    if len(manifests) > 1:
        findings.append(Finding("manifest", "the file holds several manifests; none is used"))
    read = Paper(
        "pdf",
        tuple(_paragraphs(found)),
        {f"{page}:{number}": words for (page, number), words in found.notes.items()},
        tuple((f"page {number}", text) for number, text in enumerate(found.furniture, 1)),
        manifests[0] if len(manifests) == 1 else None,
        tuple(findings),
    )
    return with_typed(read)


def _paragraphs(found: Sorted) -> Iterator[Printed]:
    left = _left(found.body)
    parted = _blocks(found.body)
    # What only goes on at the head of a page says nothing of how quotations are set.
    surely = _across_pages(parted, _Quoted(frozenset(), frozenset()))
    blocks = _across_pages(parted, _quoted(surely, left))
    parts = _parts(blocks, left)
    keys = Keys(found.notes)
    for number, (block, part) in enumerate(zip(blocks, parts, strict=True), 1):
        yield block.printed(part, number, keys)


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    usual, reach = _usual_gaps(lines), _reach(lines)
    blocks: list[_Block] = []
    hanging = False
    for line in lines:
        last = blocks[-1].lines[-1] if blocks else None
        if last is not None and _goes_on(blocks[-1], last, line, usual, reach, hanging=hanging):
            entry = _ENTRY.match(blocks[-1].first.text.lstrip())
            hanging = hanging or bool(entry and line.x > blocks[-1].first.x + _ALIGNED)
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block([line]))
    return blocks


def _goes_on(
    block: _Block,
    last: Line,
    line: Line,
    usual: dict[int, float],
    reach: "_Reach",
    *,
    hanging: bool,
) -> bool:
    """Whether a line belongs to the block above; where entries are `hanging`, only one set in does."""
    if last.page != line.page or block.ends_in_mark or _CONTENTS.search(line.text):
        return False
    same = abs(line.height - last.height) < _HAIR * last.height + 0.05
    gap = last.y - line.y
    if not same or not -1.0 < gap <= 1.25 * usual.get(round(line.height * 2), line.height * 1.4):
        return False
    text = line.text.lstrip()
    item = is_item(block.first.text)
    if is_item(text, block.first.text) and not _is_parted(block, text):
        return False
    if _begins_entry(line, block) and not (item and line.x > block.first.x + _ALIGNED):
        return False
    entry = _ENTRY.match(block.first.text.lstrip())
    if entry and hanging and not block.turned and line.x < block.first.x + _ALIGNED:
        return False
    hangs = item or entry
    if _is_below(last, line) or bool(hangs) or gap < 1.0:
        return True
    indented = len(block.lines) == 1
    return (indented or _is_centred(last, line)) and _is_wrapped(last, line, reach)


def _is_parted(block: _Block, text: str) -> bool:
    """Whether the dot that begins `text` parts what it says from the line above, as others there do."""
    return text[:1] == _DOT and any(f" {_DOT} " in line.text for line in block.lines)


def _begins_entry(line: Line, above: _Block) -> bool:
    """Whether an entry of the source list begins with `line`; sources, too, have such numbers."""
    if not _ENTRY.match(line.text.lstrip()):
        return False
    is_entry = _ENTRY.match(above.first.text.lstrip()) is not None
    last = above.lines[-1]
    return is_entry or _ENDS.search(last.text) is not None or not _is_set_alike(last, line)


def _is_wrapped(last: Line, line: Line, reach: "_Reach") -> bool:
    """Whether `last` has no room for the word with which `line` begins, so that it ends nothing."""
    words = line.text.split()
    if not words or (last.font, last.colour) != (line.font, line.colour):
        return False
    letter = (line.end - line.x) / max(len(line.text.strip()), 1)
    width, end = reach[_manner(last)]
    longer = letter * (len(words[0]) + 2)
    if _is_centred(last, line):  # its longest line need not fill the measure
        return last.end - last.x + longer > _FILLED * width
    return last.end + longer > end


def _is_centred(one: Line, other: Line) -> bool:
    """Whether two lines stand about one middle, or end at one place."""
    middle = abs(one.x + one.end - other.x - other.end) < 2 * _ALIGNED
    return middle or abs(one.end - other.end) < _ALIGNED


_Manner = tuple[int, int, str, int]
_Reach = dict[_Manner, tuple[float, float]]


def _manner(line: Line) -> _Manner:
    return line.page, round(line.height * 4), line.font, line.colour


def _reach(lines: Sequence[Line]) -> _Reach:
    """Of the lines of a page that look alike, how long the longest is, and where the last one ends."""
    found: _Reach = {}
    for line in lines:
        width, end = found.get(_manner(line), (0.0, 0.0))
        found[_manner(line)] = max(width, line.end - line.x), max(end, line.end)
    return found


def _is_set_alike(one: Line, other: Line) -> bool:
    """Whether two lines are of one style and begin at one place; the upper may begin with a label.

    Words of another script in the lower have another font.
    """
    same = other.font in (one.font, one.last_font) or (not other.bold and one.fonts & other.fonts)
    alike = same and one.colour == other.colour
    level = abs(one.height - other.height) < _HAIR * other.height
    return bool(alike and level and _begin_alike(one, other))


def _is_below(last: Line, line: Line) -> bool:
    """Whether two lines begin at one place: at the left, or at the right where that may be meant."""
    return _begin_alike(last, line) or _goes_on_at_right(last, line)


def _begin_alike(one: Line, other: Line) -> bool:
    """Whether two lines begin at one place; a mark may hang over the edge, the larger the further."""
    return abs(one.x - other.x) < max(_ALIGNED, _HANGS * other.height)


def _goes_on_at_right(last: Line, line: Line) -> bool:
    """Whether two lines that may begin at the right do so at one place; their fonts may differ."""
    alike = last.colour == line.colour and abs(line.height - last.height) < _HAIR * last.height
    return bool(last.other and line.other and alike) and (
        abs(line.end - last.end) < _ALIGNED or abs(line.x - last.x) < _SPACE * line.height
    )


def _usual_gaps(lines: Sequence[Line]) -> dict[int, float]:
    """The commonest distance between neighbouring lines of one height."""
    counts: dict[int, Counter[float]] = {}
    for above, below in itertools.pairwise(lines):
        gap = round(above.y - below.y, 1)
        same = above.page == below.page and round(above.height * 2) == round(below.height * 2)
        if same and abs(above.x - below.x) < _ALIGNED and 0 < gap < 3 * below.height:
            counts.setdefault(round(below.height * 2), Counter())[gap] += 1
    return {
        height: min(found.most_common(3), key=lambda it: (-it[1], it[0]))[0]
        for height, found in counts.items()
    }


def _across_pages(blocks: Sequence[_Block], quoted: _Quoted) -> list[_Block]:
    """Paragraphs that a page break divides become one again."""
    found: list[_Block] = []
    for block in blocks:
        last = found[-1] if found else None
        above = found[-2] if len(found) > 1 else None
        within = last is not None and (
            last.first.setting in quoted.settings
            or (block.ends_in_mark and quoted.leads(last, above))
        )
        if last is not None and _continues(last, block, within=within):
            last.lines += block.lines
        else:
            found.append(_Block([*block.lines]))
    return found


def _continues(last: _Block, block: _Block, *, within: bool) -> bool:
    """Whether `block` goes on with `last`, surely so where that is a quotation without its note."""
    above, below = last.lines[-1], block.first
    if below.page != above.page + 1 or last.ends_in_mark:
        return False
    if _CONTENTS.search(below.text) or is_item(below.text, last.first.text):
        return False
    if is_item(last.first.text):
        level = abs(above.height - below.height) < _HAIR * above.height
        return level and below.x > last.first.x + _ALIGNED
    if _begins_entry(below, last):
        return False
    if not _is_set_alike(above, below) and not _goes_on_at_right(above, below):
        return False
    return within or not _ENDS.search(above.text)


def _left(lines: Sequence[Line]) -> float:
    """Where the text begins at the left: the leftmost place where several lines begin."""
    places = Counter(round(line.x) for line in lines)
    often = [place for place, count in places.items() if count >= max(2, len(lines) // 50)]
    return float(min(often or places, default=0))


def _parts(blocks: Sequence[_Block], left: float) -> list[Part]:
    own = {at + 1 for at, block in enumerate(blocks) if _says_own(block)}
    quoted = _quoted(blocks, left)
    # A long list of sources may hold most of the letters of a file, set smaller than the rest.
    body = _commonest_height([one for one in blocks if not _ENTRY.match(one.first.text.lstrip())])
    parts: list[Part] = []
    entry: _Block | None = None
    for at, block in enumerate(blocks):
        part = _part(block, body, entry)
        above = blocks[at - 1] if at else None
        if quoted.has(block, above):
            block.is_labelled = _has_label(block, above)
            part = Part.BODY if block.is_labelled else Part.QUOTATION
        # What stands in quotation marks is looked at there as well.
        part = Part.ANALYST if at in own and part in (Part.QUOTATION, Part.BODY) else part
        if part is not Part.ENTRY_NOTE:
            entry = block if part is Part.ENTRY else None
        if part is Part.QUOTATION and parts and parts[-1] is Part.BODY:
            parts[-1] = _above(blocks[len(parts) - 1], block)
        parts.append(part)
    return parts


def _quoted(blocks: Sequence[_Block], left: float) -> _Quoted:
    """The settings of quotations: paragraphs that end in a note, and are set in.

    Where a house does not set them in, most paragraphs with notes that are set alike stand below a
    smaller line.
    """
    own = {at + 1 for at, block in enumerate(blocks) if _says_own(block)}
    found: set[Setting] = set()
    below: Counter[Setting] = Counter()
    every: Counter[Setting] = Counter()
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at else None
        if at in own or not block.ends_in_mark or is_item(block.first.text):
            continue
        if block.first.x > left + _INDENTED:
            found.add(block.first.setting)
        every[block.first.setting] += 1
        below[block.first.setting] += bool(above and _above(above, block) is Part.LEAD)
    led = {one for one, count in below.items() if 2 * count > every[one] and one not in found}
    return _Quoted(frozenset(found), frozenset(led))


def _has_label(block: _Block, above: _Block | None) -> bool:
    """Whether a paragraph begins with a label, and no line above says where its words are from."""
    led = above is None or _above(above, block) is Part.LEAD
    text = " ".join(line.text.strip() for line in block.lines)
    return not led and is_labelled(block.first, text)


def _says_own(block: _Block) -> bool:
    """Whether the paragraph below is the analyst's own, as its reader is told."""
    words = "".join(filter(str.isalpha, block.first.text)).casefold()
    return len(block.lines) == 1 and words in JUDGMENT


def _part(block: _Block, body: float, entry: _Block | None) -> Part:
    text = block.first.text.lstrip()
    if _CONTENTS.search(block.lines[-1].text):
        return Part.CONTENTS
    if _ENTRY.match(text):
        return Part.ENTRY
    bold = block.first.bold >= len(block.first.text.rstrip())
    large = block.first.height > 1.05 * body
    # What a note proves is no heading, however large it is set.
    if (large or (bold and len(block.lines) <= 2)) and not block.ends_in_mark:  # noqa: PLR2004
        return Part.HEADING
    return Part.ENTRY_NOTE if entry and _hangs(block, entry) else Part.BODY


def _hangs(block: _Block, entry: _Block) -> bool:
    """Whether a paragraph is set in from the number of the entry above it, on either page."""
    return block.turned or entry.turned or block.first.x > entry.first.x + _ALIGNED


def _above(block: _Block, quotation: _Block) -> Part:
    """A citation line is smaller than the quotation below it and begins where that begins."""
    smaller = block.first.height < 0.95 * quotation.first.height
    first, *others = quotation.lines
    # Lines of a quotation that is centred, or set at the right, begin anywhere.
    ragged = any(abs(line.x - first.x) > _ALIGNED for line in others if line.page == first.page)
    # So does one line from right to left, of which the citation line may begin at the left.
    ragged = ragged or (quotation.turned and block.first.x < first.x)
    return Part.LEAD if smaller and (ragged or abs(block.first.x - first.x) < 4.0) else Part.BODY  # noqa: PLR2004


def _commonest_height(blocks: Sequence[_Block]) -> float:
    heights: Counter[float] = Counter()
    for block in blocks:
        heights[round(block.first.height, 1)] += sum(len(line.text) for line in block.lines)
    return heights.most_common(1)[0][0] if heights else 0.0
