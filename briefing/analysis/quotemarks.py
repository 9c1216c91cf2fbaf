"""Where quotation marks open and close, a paragraph at a time.

Speech over several paragraphs opens each of them with a mark and closes only the last: an unclosed
mark runs to the end of its paragraph.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

# It begins with all the marks at once, so that only they are tried.
_OPENING = re.compile(
    r"[“„«\"‘'`](?:(?<=[“„«\"])|(?<![^\s(—–:,].)(?:(?<=[‘'])(?=[\w…])|(?:(?<=')'|(?<=`)`)(?=[\w…$.\[(])))"
)
_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_CURLY_CLOSE = _CLOSERS["“"]
_DOUBLED = ("''", "``")
"""Two apostrophes, as databases write a mark: they open and close."""
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…-])[’'](?=$|[\s.,;:!?)—–-])")
_LEAST_IN_SINGLE = 3
_EDGE = " \n\t"


_OTHER_OPENING = re.compile(_OPENING.pattern.replace("«", "»"))
_CLOSERS_ABROAD = {**_CLOSERS, "“": "”“", "„": '“”"'}
_TURNED = re.compile(r"(?<![^\s(])»(?=\w)")
_STRAIGHT = re.compile(r"(?<![^\s(])«(?=[\w ])")


class Marks(Struct, frozen=True):
    """Which marks open a quotation, and which close what each of them opened."""

    opening: re.Pattern[str]
    closers: Mapping[str, str]


ENGLISH = Marks(_OPENING, _CLOSERS)
_ABROAD = Marks(_OPENING, _CLOSERS_ABROAD)
_TURNED_ROUND = Marks(_OTHER_OPENING, {**_CLOSERS_ABROAD, "»": "«"})


def marks_of(text: str, language: str) -> Marks:
    """The marks of a text in another language than English: some German ones are »such«."""
    if language != "de":
        return _ABROAD
    turned = len(_TURNED.findall(text)) > len(_STRAIGHT.findall(text))
    return _TURNED_ROUND if turned else _ABROAD


class Quoted(Struct, frozen=True):
    """One stretch between marks: `start` and `end` hold the words, `outer` ones the marks too."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def quoted(text: str, start: int, end: int, marks: Marks = ENGLISH) -> tuple[Quoted, ...]:
    """The outermost quotations in the paragraph `text[start:end]`, in order."""
    found: list[Quoted] = []
    at = start
    singles = True
    while opening := marks.opening.search(text, at, end):
        mark = opening.group()
        inside = opening.end()
        if mark in _DOUBLED:
            close = text.find("''", inside, end)
            close, close_end = (end, end) if close < 0 else (close, close + 2)
        elif mark in "‘'":
            at = inside
            close = _single_close(text, inside, end) if singles else -1
            singles = singles and close >= 0
            if close < 0 or text.count(" ", inside, close) < _LEAST_IN_SINGLE - 1:
                continue
            close_end = close + 1
        else:
            close, close_end = _close(text, marks.closers[mark], inside, end)
        item = _trimmed(text, opening.start(), inside, close, close_end)
        if item is not None:
            found.append(item)
        at = max(close_end, inside)
    return tuple(found)


def _close(text: str, closers: str, inside: int, end: int) -> tuple[int, int]:
    """Where the words end and where the mark behind them ends; a new opening mark ends them too."""
    again = text.find("“", inside, end) if closers == _CURLY_CLOSE else -1
    limit = again if again >= 0 else end
    stops = [at for closer in closers if (at := _find(text, closer, inside, limit)) >= 0]
    close = min(stops, default=-1)
    if closers == '"':
        # Sloppy pages also close a straight mark with a curly one.
        curly = text.find(_CURLY_CLOSE, inside, end if close < 0 else close)
        if curly >= 0 and text.find("“", inside, curly) < 0:
            close = curly
    if close < 0 and again >= 0:
        return again, again
    if close < 0 and closers == _CURLY_CLOSE:
        # Sloppy pages close a curly mark with a straight one.
        close = text.find('"', inside, end)
    return (end, end) if close < 0 else (close, close + 1)


def _find(text: str, closer: str, inside: int, limit: int) -> int:
    """Where `closer` stands; a mark that opens in one place and closes in another closes no word."""
    at = text.find(closer, inside, limit)
    while at >= 0 and closer == "“" and text[at + 1 : at + 2].isalnum():
        at = text.find(closer, at + 1, limit)
    return at


def _single_close(text: str, inside: int, end: int) -> int:
    found = _SINGLE_CLOSE.search(text, inside, end)
    return found.start() if found else -1


def _trimmed(text: str, outer: int, start: int, end: int, outer_end: int) -> Quoted | None:
    while start < end and text[start] in _EDGE:
        start += 1
    closed = outer_end > end
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Quoted(start, end, outer, outer_end, closed) if start < end else None
