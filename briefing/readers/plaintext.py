"""Plain text: one article a file, a line a paragraph; text wrapped at a fixed width is unwrapped."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Line, Notice
from briefing.readers.markdown import looks_like_markdown, read_markdown
from briefing.readers.own_files import refuse_settings
from briefing.readers.printed_copies import with_edges
from briefing.readers.reading import Reading
from briefing.text.decoding import decode

_HEAD = 20_000
_MARKDOWN = (b"---", b"#", b"](http", b"**")
"""Markdown holds one of these, and hardly another text does."""

_WRAPPED = (45, 100)
"""Characters a line of wrapped text may have."""
_LONGEST = _WRAPPED[1] + 20
_TO_A_LONG_ONE = 30
"""Lines of wrapped text for each that is too long for it: a headline, an address."""
_STOPS = frozenset('.!?:”"')
_JOINED = 2
"""Line ends that are needed to tell."""
_SHORT = 0.85
"""Of the width: a line below it is no wrapped one, if the next word had fitted and begins anew.

Of any length, if a lone short line follows: a headline and its byline.
"""
_HEAD_ENDS = 600
"""Characters within which a byline or a day may stand under the headline."""
_GIVEN = r"[^\W\d_a-zß-ÿ][\w.'’-]*,?"
_BYLINE = (
    rf"(?:By|BY|Von|Par|Por|Av|Af|Door):? {_GIVEN}"
    rf"(?: (?:{_GIVEN}|and|und|et|y|og|och|en|de|da|van|von|del|bin|al-\w+|&))*$"
)
_NAMED = rf"{_GIVEN}(?: (?:{_GIVEN}|and|und|et|y|de|da|van|von|del|bin|&)){{1,6}}$"
_DAY = (
    r"(?:(?:[^\W\d_]{2,10},? )?(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4})|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})$"
)
_INDENT = 2
"""Spaces more than in the line above that begin a paragraph."""
_QUOTED = r"(?:^>[^\n]*\n?){3,}"
"""Three lines or more that mails mark as somebody else's words."""
_MARKS = r"^>(?:[ \t]?>)*[ \t]?"
_SIGNATURE = "-- "


def read_text(data: bytes, path: PurePath) -> Reading:
    """The one article in `data`, Markdown or plain.

    Raises:
        SourceError: if there are no words in it, or it is a theme or a recipe.
    """
    head = data[:_HEAD]
    if head[:1] == b"[" or b"\n[" in head:
        refuse_settings(data, path)
    marked = any(mark in head for mark in _MARKDOWN)
    if marked and looks_like_markdown(head.decode("utf-8", "replace")):
        return read_markdown(data, path)
    return Reading(tuple(map(with_edges, read_plaintext(data, path))))


def read_plaintext(
    data: bytes,
    path: PurePath,
    *,
    declared: str | None = None,
    flowed: bool = False,
    joined: bool = False,
) -> tuple[Article, ...]:
    """Parse the one article in `data`; `path` only names it, `declared` is its charset if known.

    The marks of quoted lines (“> ”) are left out. `flowed` text has a space where a line goes on in
    the next (RFC 3676); where lines are `joined` (DelSp), that space is none of the words.

    Raises:
        SourceError: if there are no words in it.
    """
    decoded = decode(data, declared)
    if not any(character.isalnum() for character in decoded.text):
        raise SourceError("there are no words in the file", where=path)
    text = _unquoted(decoded.text)
    if flowed:
        text = _unfolded(text, joined=joined)
    lines = paragraph_lines(text)
    return (
        Article(
            path=path,
            sha256=digest(data),
            media_type="text/plain",
            text=text,
            lines=lines,
            notices=tuple(Notice(str(path), remark) for remark in decoded.remarks),
        ),
    )


def paragraph_lines(text: str) -> tuple[Line, ...]:
    """The paragraphs of a text with at least one word: its lines, those that were wrapped joined."""
    lines = _lines(text)
    width = _wrapped_at(text, lines)
    return tuple(_paragraphs(text, lines, width) if width else lines)


def _unquoted(text: str) -> str:
    """`text` without the marks in front of quoted lines; a lone one may be an arrow or a menu's."""
    # One sign is found many times as quickly as two.
    if ">" not in text or ("\n>" not in text and not text.startswith(">")):
        return text
    marks = re.compile(_MARKS, re.MULTILINE)
    quoted = re.compile(_QUOTED, re.MULTILINE)
    return quoted.sub(lambda found: marks.sub("", found.group()), text)


def _unfolded(text: str, *, joined: bool) -> str:
    """Flowed text with its paragraphs on one line each."""
    pieces: list[str] = []
    goes_on = False
    for raw in text.split("\n"):
        line = raw.removeprefix(" ")  # set before lines that might be taken for something else
        pieces += [line] if goes_on or not pieces else ["\n", line]
        goes_on = line.endswith(" ") and line != _SIGNATURE
        if goes_on and joined:
            pieces[-1] = line[:-1]
    return "".join(pieces)


def _lines(text: str) -> list[Line]:
    found = []
    at = 0
    for raw in text.split("\n"):
        size = len(raw)
        if words := raw.strip():
            count = len(words)
            start = at if count == size else at + size - len(raw.lstrip())
            found.append(Line(start, start + count))
        at += size + 1
    return found


def _paragraphs(text: str, lines: Sequence[Line], width: float) -> Iterator[Line]:
    """The lines, those of paragraphs wrapped at `width` joined."""
    group = [lines[0]]
    named = frozenset(
        line.start
        for line, below in pairwise(lines)
        if line.start < _HEAD_ENDS and _is_day(text, below) and _is_name(text, line)
    )
    for above, line in pairwise(lines):
        room = width - (above.end - above.start)
        fits = len(text[line.start : line.end].split(" ", 1)[0]) < room
        set_in = _indent(text, line) > _indent(text, above)
        lone = line.end - line.start < width / 2 and text[line.end - 1] not in _STOPS
        anew = not text[line.start].islower() and (above.end - above.start < _SHORT * width or lone)
        ended = (text[above.end - 1] in _STOPS and (fits or set_in)) or (fits and anew)
        if above.start < _HEAD_ENDS:
            ended = ended or _is_of_head(text, line) or _is_of_head(text, above)
            ended = ended or line.start in named
        if ended or _is_too_long(above) or _are_parted(text, above, line):
            yield Line(group[0].start, group[-1].end)
            group = []
        group.append(line)
    yield Line(group[0].start, group[-1].end)


def _wrapped_at(text: str, lines: Sequence[Line]) -> float:
    """How many letters a line has, where sentences run over line ends all through the text.

    0 where they do not, or where the lines are not alike in length.
    """
    long = sum([line.end - line.start > _LONGEST for line in lines])
    if long > max(1, len(lines) // _TO_A_LONG_ONE):
        return 0
    joined = [
        (one, other)
        for one, other in pairwise(lines)
        if not (_are_parted(text, one, other) or _is_of_head(text, one) or _is_of_head(text, other))
    ]
    if len(joined) < max(_JOINED, len(lines) // 3):
        return 0
    width = _median([one.end - one.start for one, _ in joined])
    running = sum(
        text[one.end - 1] not in _STOPS
        and (text[other.start].islower() or text[other.start].isdigit())
        for one, other in joined
    )
    return width if _WRAPPED[0] <= width <= _WRAPPED[1] and running > len(joined) // 3 else 0


def _median(lengths: list[int]) -> float:
    """As that of `statistics`, whose import takes longer than reading an article."""
    lengths.sort()
    half = len(lengths) // 2
    return (lengths[half] + lengths[~half]) / 2


def _is_of_head(text: str, line: Line) -> bool:
    """Whether a line is a byline or a day: it stands alone, whatever is above and below."""
    return line.end - line.start <= _WRAPPED[1] and (
        re.match(_BYLINE, text[line.start : line.end]) is not None
        or re.match(_DAY, text[line.start : line.end]) is not None
    )


def _is_day(text: str, line: Line) -> bool:
    return re.match(_DAY, text[line.start : line.end]) is not None


def _is_name(text: str, line: Line) -> bool:
    """Whether a line may be a name and nothing else; above a day it is a byline."""
    return re.match(_NAMED, text[line.start : line.end]) is not None


def _is_too_long(line: Line) -> bool:
    return line.end - line.start > _LONGEST


def _are_parted(text: str, above: Line, line: Line) -> bool:
    """Whether a blank line or an indent stands between two lines."""
    return text.count("\n", above.end, line.start) > 1 or (
        _indent(text, line) >= _indent(text, above) + _INDENT
    )


def _indent(text: str, line: Line) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1
