"""Lines of PDF pages: furniture, notes and body told apart."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from briefing.verify.paper import MARK, Mark
from briefing.verify.pdf_page import Page
from briefing.verify.pdf_run import Run
from briefing.verify.pdf_written import titles_apart
from briefing.verify.tongues import MONTH_DAY

_BOLD = "bold"
_SMALL = 0.85
"""Times the height of the words that they stand behind: browsers set raised numbers at five sixths."""
_FAR = 1.5
"""Times the height of the words, how far behind them a figure is one of a table's, and no note mark."""
_HEAD_BAND, _FOOT_BAND = 58.0, 52.0
_EDGE = 80.0
_BEHIND = 8.0
_LEVEL = 0.5
_WORD_SPACE, _NO_SPACE = 0.6, 0.12
"""Parts of a line's height: words of one line are at most so far apart, letters of one at most so."""
_SAME, _CLOSE = 0.04, 2.2
_HUGE = 24.0
"""Points above which letters are larger than those of headings."""
_LARGE = 1.2
"""Times the height of the body's letters from which on a line can be a heading."""
_CITES = re.compile(r"\[\d{1,4}\]")
_BULLET = re.compile(r"\s*(?:[•◦▪‣·●○■\uf000-\uf0ff]|(\d{1,3})[.)])(?:\s+|$)")
_COUNT = re.compile(r"\s*(?:\d+\s*(?:/|of)\s*)?\d+\s*")
"""The number of a page."""
_USUAL = 3
_LABEL = re.compile(r"(\d{1,4})(?:\s+|$)")


Setting = tuple[int, int, str, int]
"""Where lines of one style begin, their height, font and colour."""


class Line(Struct):
    """A line as set.

    `label` is a raised number at its head, `bold` how many of its characters, a bullet first, are
    bold at its beginning. `other` is the line as it is read if its paragraph begins at the
    right, `seen` how it then looks from left to right. `font` is that of its tallest words, `last_font`
    that of its last, `fonts` those of all.
    """

    page: int
    x: float
    y: float
    end: float
    height: float
    font: str
    colour: int
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    label: str = ""
    bold: int = 0
    unseen: list[str] = field(default_factory=list)
    other: "Line | None" = None
    seen: str = ""
    last_font: str = ""
    fonts: frozenset[str] = frozenset()

    @property
    def setting(self) -> Setting:
        """What lines of one style have in common."""
        return round(self.x / 2), round(self.height * 4), self.font, self.colour


def is_item(text: str, above: str | None = None) -> bool:
    """Whether a line begins as an item of a list does.

    A number tells an item only where nothing stands above, or the item before it in number.
    """
    found = _BULLET.match(text)
    if found and found[1] and MONTH_DAY.match(text.lstrip()):
        return False  # “10. April 2024” begins a label
    if found is None or found[1] is None or above is None:
        return found is not None
    before = _BULLET.match(above)
    return before is not None and before[1] == str(int(found[1]) - 1)


def without_bullet(text: str) -> str:
    """`text` without the bullet or number with which an item begins."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else text


class Sorted(Struct, frozen=True):
    """The lines of a file: those of the body, the notes by page and number, the furniture by page."""

    body: tuple[Line, ...]
    notes: dict[tuple[int, str], str]
    furniture: tuple[str, ...]
    overlaps: tuple[int, ...]


def sort_lines(pages: Sequence[Page]) -> Sorted:
    """Tell the lines of `pages` apart."""
    is_bold = _weigher(pages)
    by_page = [_joined(_read(number, page, is_bold)) for number, page in enumerate(pages, 1)]
    by_page = [[line for line in lines if not _is_stamp(line, pages)] for lines in by_page]
    repeated = _repeated(by_page, pages)
    body: list[Line] = []
    notes: dict[tuple[int, str], str] = {}
    furniture: list[str] = []
    overlaps: list[int] = []
    expected = 1
    plain = _usual_height(line for lines in by_page for line in lines)
    usual = _usual_settings(by_page, pages)
    for page, lines in zip(pages, by_page, strict=True):
        own: list[Line] = []
        set_apart: list[Line] = []
        apart = [_is_furniture(line, page, repeated) for line in lines]
        _keep_usual(lines, apart, repeated, usual)
        _keep_text(lines, apart, repeated)
        for line, is_apart in zip(lines, apart, strict=True):
            (set_apart if is_apart else own).append(line)
        words = (*(line.text.strip() for line in set_apart), page.aside)
        furniture.append(" ".join(filter(None, words)))
        if page.overlaid or _overlap(own):
            overlaps.append(own[0].page)
        kept, found = _without_notes(own, plain, expected)
        expected = max((int(number) for _, number in found), default=expected - 1) + 1
        body += kept
        notes |= found
    return Sorted(tuple(body), notes, tuple(furniture), tuple(overlaps))


def _weigher(pages: Sequence[Page]) -> Callable[[Run], bool]:
    """What tells whether a run is bold: the name of its font.

    Some programs that print a file again give its fonts names of their own. Where no name tells a
    weight, any font but that of most of the text counts.
    """
    letters: Counter[str] = Counter()
    for page in pages:
        for run in itertools.chain.from_iterable(page.lines):
            letters[run.font] += len(run.text)
    if not letters or any(_BOLD in font.lower() for font in letters):
        return lambda run: _BOLD in run.font.lower()
    usual = letters.most_common(1)[0][0]
    return lambda run: run.font != usual


def _read(number: int, page: Page, is_bold: Callable[[Run], bool]) -> Iterator[Line]:
    """The lines of a page, with both ways to read those that have words from right to left."""
    for at, runs in enumerate(page.lines):
        line = _line(number, runs, is_bold)
        if at in page.others:
            line.x, line.end = min(run.x for run in runs), max(run.end for run in runs)
            line.other = _line(number, page.others[at], is_bold)
            line.other.x, line.other.end = line.x, line.end
            line.seen = page.seen[at]
        yield line


def _line(page: int, runs: Sequence[Run], is_bold: Callable[[Run], bool]) -> Line:
    seen = [run for run in runs if run.unseen is None]
    shown = [run for run in seen if run.text.strip()] or list(runs)
    tallest = max(shown, key=lambda run: (len(run.text.strip()) > 2, run.height))  # noqa: PLR2004
    line = Line(
        page, shown[0].x, tallest.y, shown[-1].end, tallest.height, tallest.font, tallest.colour
    )
    line.last_font = next(
        (run.font for run in reversed(shown) if not _is_mark(run, tallest)), tallest.font
    )
    raised: Run | None = None
    words = [run for run in shown if not _is_mark(run, tallest)]
    line.fonts = frozenset(run.font for run in words)
    for run in runs:
        last, raised = raised, None
        if run.unseen:
            line.unseen.append(f"{run.unseen}: “{run.text.strip()[:60]}”")
        elif _is_mark(run, tallest) and _is_near(run, (*words, *filter(None, (last,))), tallest):
            number, raised = run.text.strip(), run
            if line.text.strip():
                line.text = line.text.rstrip()
                near = last is not None and abs(run.x - last.end) < _NO_SPACE * tallest.height
                _put_mark(line, number, goes_on=near)
            else:
                line.label = number
        else:
            whole = line.bold == len(line.text) or not without_bullet(line.text)
            line.text += run.text
            if whole and is_bold(run):
                line.bold = len(line.text)
    return line


def _put_mark(line: Line, number: str, *, goes_on: bool) -> None:
    """Set a raised number behind the words of `line`; right behind another it goes on with its figures."""
    at = len(line.text)
    if goes_on and line.marks and line.marks[-1].at == at:
        number = line.marks.pop().key + number
    line.marks.append(Mark(at, number))


def _is_near(run: Run, words: Sequence[Run], tallest: Run) -> bool:
    """Whether a run stands beside words or the mark before it, or has its line for itself."""
    apart = (max(run.x - word.end, word.x - run.end) for word in words)
    return min(apart, default=0.0) < _FAR * tallest.height


def _is_mark(run: Run, tallest: Run) -> bool:
    small = run.height < _SMALL * tallest.height and run.y > tallest.y
    return small and run.text.strip().isdigit()


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines that stand beside one another at one height are one; a raised number joins what follows."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last and not last.text.strip() and last.label and abs(last.y - line.y) < last.height * 2:
            line.label = last.label
            line.unseen = last.unseen + line.unseen
            found[-1] = line
        elif (
            last
            and last.text.strip().isdigit()
            and line.y < last.y < line.y + line.height
            and (last.height < _SMALL * line.height and last.x < line.x)
        ):
            line.label = last.text.strip()
            found[-1] = line
        elif last and _is_mark_behind(line, last):
            goes_on = abs(line.x - last.end) < _NO_SPACE * last.height
            for one in filter(None, (last, last.other)):
                one.text = one.text.rstrip()
                _put_mark(one, line.text.strip(), goes_on=goes_on)
                one.x, one.end = min(one.x, line.x), max(one.end, line.end)
            right = line.x >= last.x
            last.seen = f"{last.seen}{MARK}" if right else f"{MARK}{last.seen}"
        elif last and (last.marks or _touches(line, last)) and _is_right_behind(line, last):
            _append(last, line)
        else:
            found.append(line)
    return [line for line in found if line.text.strip() or line.unseen or line.label]


def _is_mark_behind(line: Line, last: Line) -> bool:
    """Whether `line` is nothing but a raised number right behind `last`."""
    small = line.text.strip().isdigit() and line.height < _SMALL * last.height
    near = 0 <= line.x - last.end + 1 < _BEHIND
    near = near or (last.other is not None and 0 <= last.x - line.end + 1 < _BEHIND)
    return small and last.y < line.y < last.y + last.height and near


def _is_right_behind(line: Line, last: Line) -> bool:
    """Whether `line` goes on at the height of `last` where its raised number ends.

    A reader takes them for two lines where the number is raised above all that stands before it.
    """
    level = abs(line.y - last.y) < _LEVEL and abs(line.height - last.height) < _LEVEL
    return level and -_LEVEL <= line.x - last.end < _WORD_SPACE * line.height


def _touches(line: Line, last: Line) -> bool:
    """Whether `line` begins where `last` ends: a reader may part them where their fonts differ."""
    return abs(line.x - last.end) < _NO_SPACE * line.height


def _append(last: Line, line: Line) -> None:
    """Put the words and marks of `line` behind those of `last`."""
    if last.other:
        _append(last.other, line.other or line)
        last.seen += f" {line.seen or line.text}"
    gap = line.x - last.end > _NO_SPACE * line.height
    last.text += " " if gap and last.text[-1:] != " " and line.text[:1] != " " else ""
    last.marks += [Mark(len(last.text) + mark.at, mark.key) for mark in line.marks]
    last.text += line.text
    last.unseen += line.unseen
    last.end, last.last_font = line.end, line.last_font


def _repeated(by_page: Sequence[Sequence[Line]], pages: Sequence[Page]) -> set[tuple[int, str]]:
    """Heights and words, figures apart, that come again on most pages near their edges."""
    counts: Counter[tuple[int, str]] = Counter()
    for page, lines in zip(pages, by_page, strict=True):
        counts.update({_trait(line) for line in lines if _is_near_edge(line, page)})
    least = max(2, len(pages) * 3 // 5)
    return {trait for trait, count in counts.items() if count >= least}


def _trait(line: Line) -> tuple[int, str]:
    return round(line.y / 3), re.sub(r"\d+", "#", line.text.strip())


def _is_near_edge(line: Line, page: Page) -> bool:
    return line.y > page.height - _EDGE or line.y < _EDGE


def _is_furniture(line: Line, page: Page, repeated: set[tuple[int, str]]) -> bool:
    if line.y > page.height - _HEAD_BAND or line.y < _FOOT_BAND:
        return True
    if _COUNT.fullmatch(line.text) and _is_near_edge(line, page):
        return not line.label
    if line.label or _CITES.search(line.text):
        return False
    return _is_near_edge(line, page) and _trait(line) in repeated


def _is_stamp(line: Line, pages: Sequence[Page]) -> bool:
    """Whether a line is what stands huge across the words of another page."""
    words = line.text.strip()
    return line.height > _HUGE and any(page.aside == words for page in pages)


def _usual_settings(by_page: Sequence[Sequence[Line]], pages: Sequence[Page]) -> set[Setting]:
    """How lines of the text are set: whatever is set so at an edge, too, and not repeated, is text."""
    counts = Counter(
        line.setting
        for page, lines in zip(pages, by_page, strict=True)
        for line in lines
        if not _is_near_edge(line, page)
    )
    return {setting for setting, count in counts.items() if count >= _USUAL}


def _keep_usual(
    lines: Sequence[Line],
    apart: list[bool],
    repeated: set[tuple[int, str]],
    usual: AbstractSet[Setting],
) -> None:
    """Where a page has hardly a margin, its first and last lines are set as others are."""
    for at, line in enumerate(lines):
        if apart[at] and line.setting in usual and not _COUNT.fullmatch(line.text):
            apart[at] = _trait(line) in repeated


def _keep_text(lines: Sequence[Line], apart: list[bool], repeated: set[tuple[int, str]]) -> None:
    """Where a page has hardly a margin, its first and last lines are text: they go on with the next.

    `apart` says which lines are taken for furniture, and is put right.
    """
    for step, order in ((-1, range(1, len(lines))), (1, range(len(lines) - 2, -1, -1))):
        for at in order:
            line, beside = lines[at], lines[at + step]
            if apart[at] and not apart[at + step] and _trait(line) not in repeated:
                apart[at] = not _goes_with(line, beside)


def _goes_with(line: Line, beside: Line) -> bool:
    """Whether two lines are of one text, by how they look and where they stand."""
    near = 0 < abs(line.y - beside.y) < _CLOSE * line.height
    return _looks_as(line, beside) and near and line.x < beside.end and beside.x < line.end


def _looks_as(line: Line, beside: Line) -> bool:
    """Whether two lines are of one style; either may begin with a label."""
    alike = bool({line.font, line.last_font} & {beside.font, beside.last_font})
    level = abs(line.height - beside.height) < _SAME * line.height
    return alike and level and line.colour == beside.colour and not line.label


def _usual_height(lines: Iterable[Line]) -> float:
    """The height in which most characters that are followed by marks are set, else of most."""
    marked: Counter[float] = Counter()
    every: Counter[float] = Counter()
    for line in lines:
        every[round(line.height, 1)] += len(line.text)
        if line.marks or (line.other and line.other.marks):  # those of words from right to left
            marked[round(line.height, 1)] += len(line.text)
    found = marked or every
    return found.most_common(1)[0][0] if found else 0.0


def _without_notes(
    lines: list[Line], plain: float, expected: int
) -> tuple[list[Line], dict[tuple[int, str], str]]:
    """The lines of the body, and the notes at the foot of the page by their numbers.

    The first is the next in number, or that of the page's first mark. Where the page shows no mark,
    its number is a raised one, and it never stands below a heading: “12 sources were read” is no note.
    """
    ways = (line if line.marks or not line.other else line.other for line in lines)
    marks = [mark.key for line in ways for mark in line.marks]
    calls = bool(marks) or any(line.other for line in lines)  # some are in what is turned
    firsts = {str(expected), *marks[:1]}
    start = len(lines)
    while start > 0 and lines[start - 1].height < 0.97 * plain:
        start -= 1
    begin = next(
        (
            at
            for at in range(start, len(lines))
            if _number(lines[at]) in firsts
            and (calls or lines[at].label)
            and not (at and lines[at - 1].height > _LARGE * plain)
        ),
        None,
    )
    if begin is None:
        return lines, {}
    notes: dict[tuple[int, str], list[Line]] = {}
    key = ""
    last = 0
    for line in lines[begin:]:
        number = _number(line)
        if number and int(number) > last and (not last or int(number) == last + 1):
            key, last = number, int(number)
            notes[line.page, key] = []
        notes[line.page, key].append(line)
    return lines[:begin], {at: _words_of_note(found) for at, found in notes.items()}


def _words_of_note(lines: Sequence[Line]) -> str:
    """The lines of a note without its number, titles from right to left read by themselves."""
    apart = titles_apart([line.seen or line.text for line in lines])
    first, *others = [text.replace(MARK, "").strip() for text in apart or [x.text for x in lines]]
    return " ".join([first if lines[0].label else _LABEL.sub("", first, count=1), *others])


def _number(line: Line) -> str:
    found = _LABEL.match(line.text.lstrip())
    return line.label or (found[1] if found else "")


def _overlap(lines: Sequence[Line]) -> bool:
    """Whether two lines are set on one another."""
    ordered = sorted((line for line in lines if line.text.strip()), key=lambda line: -line.y)
    for above, below in itertools.pairwise(ordered):
        close = above.y - below.y < 0.3 * min(above.height, below.height)
        common = min(above.end, below.end) - max(above.x, below.x)
        if close and common > 0.5 * min(above.end - above.x, below.end - below.x):
            return True
    return False
