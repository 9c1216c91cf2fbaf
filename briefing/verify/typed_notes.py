"""Notes that stand as numbered paragraphs behind the text, and lists of sources that only look like one.

A web page that is printed has its notes so, and a file whose footnotes were made words by another program.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.shelf import DIGEST

_NUMBERED = re.compile(r"^\s*\[?(\d{1,4})[.)\]]?[\s\xa0]+(?=\S)")
_LISTED = re.compile(r"\s*\[(\d{1,4})\]\s")
_BACK = re.compile(r"[\s\xa0]*[↩↑^]\ufe0e?\s*$")
"""The arrow that leads from a note of a web page back to the text."""
_OF_PAGES = re.compile(r"\d+:")
_MOST_BELOW = 8
"""Paragraphs that tell of one entry."""
_LEAST = 0.5
"""Share of the marks without a note that find theirs in a list of notes."""
_FEWEST, _LOST = 2, 2
"""Notes that make a list of them, and how many in a row may be missing from it."""


def with_typed(paper: Paper) -> Paper:
    """`paper`, with the entries and notes that are told by their numbers alone."""
    return _with_notes(_with_entry_notes(_with_entries(_with_bracketed(paper))))


def _with_bracketed(paper: Paper) -> Paper:
    """Figures in brackets, counted on through the text, are note marks where the notes are listed so.

    The list of sources has another style then: else its numbers are meant.
    """
    lines = paper.paragraphs
    if not any(line.part is Part.ENTRY for line in lines):
        return paper
    begin, end = _chain(lines, 0, _number_listed)
    notes = {
        str(_number_listed(line)): _LISTED.sub("", line.text, count=1) for line in lines[begin:end]
    }
    if len(notes) < _FEWEST or any(_number_listed(line) is None for line in lines[begin:end]):
        return paper
    made: list[Printed] = []
    wanted = 1
    for at, line in enumerate(lines):
        if begin <= at < end:
            continue
        marked = line
        if line.part in (Part.BODY, Part.QUOTATION, Part.HEADING):
            while found := re.search(rf"\s*\[{wanted}\]", marked.text):
                marked = _without(marked, *found.span(), str(wanted))
                wanted += 1
        made.append(marked)
    if wanted - 1 != len(notes):
        return paper
    return replace(paper, paragraphs=tuple(made), notes={**paper.notes, **notes})


def _with_entries(paper: Paper) -> Paper:
    """Paragraphs `[1]`, `[2]` and so on are the list of sources where no style says what is."""
    if any(line.part is Part.ENTRY for line in paper.paragraphs):
        return paper
    begin, end = _chain(paper.paragraphs, 0, _number_listed)
    if end - begin < _FEWEST:
        return paper
    lines = tuple(
        replace(line, part=Part.ENTRY)
        if begin <= at < end and _LISTED.match(line.text) and line.part is Part.BODY
        else line
        for at, line in enumerate(paper.paragraphs)
    )
    return replace(paper, paragraphs=lines)


def _with_entry_notes(paper: Paper) -> Paper:
    """What stands below an entry of the list belongs to it where no style says so.

    Behind the last entry that goes down to the digest of its source.
    """
    lines = list(paper.paragraphs)
    entries = [at for at, line in enumerate(lines) if line.part is Part.ENTRY]
    if not entries or any(line.part is Part.ENTRY_NOTE for line in lines):
        return paper
    for at, entry in enumerate(entries):
        follows = entries[at + 1] if at + 1 < len(entries) else _end_of_notes(lines, entry)
        below = range(entry + 1, follows)
        if all(lines[one].part is Part.BODY and not lines[one].marks for one in below):
            for one in below:
                lines[one] = replace(lines[one], part=Part.ENTRY_NOTE)
    return replace(paper, paragraphs=tuple(lines))


def _end_of_notes(lines: Sequence[Printed], entry: int) -> int:
    below = itertools.takewhile(
        lambda at: lines[at].part is Part.BODY,
        range(entry + 1, min(entry + 1 + _MOST_BELOW, len(lines))),
    )
    return max((at for at in below if DIGEST.search(lines[at].text)), default=entry) + 1


def _with_notes(paper: Paper) -> Paper:
    asked = [(at, key) for at, line in enumerate(paper.paragraphs) for key in _asked(line, paper)]
    if not asked:
        return paper
    begin, end = _chain(paper.paragraphs, asked[0][0] + 1, _number_of_note)
    notes = _notes(paper.paragraphs[begin:end])
    lacking = {key for at, key in asked if not begin <= at < end}
    found = {key: number for key in lacking if (number := _number(key)) in notes}
    if len(notes) < _FEWEST or len(found) < max(_LEAST * len(lacking), 1):
        return paper
    page = paper.paragraphs[begin].page or 0
    named = {number: f"{page}:{number}" if paper.form == "pdf" else number for number in notes}
    lines = [line for at, line in enumerate(paper.paragraphs) if not begin <= at < end]
    return replace(
        paper,
        paragraphs=tuple(_led(_with_marks(line, notes), found, named) for line in lines),
        notes={**paper.notes, **{named[number]: words for number, words in notes.items()}},
    )


def _asked(line: Printed, paper: Paper) -> Iterator[str]:
    """The keys of marks that lead to no note."""
    yield from (mark.key for mark in line.marks if mark.key not in paper.notes)
    yield from (line.text[start:end].strip() for start, end in line.raised)


def _with_marks(line: Printed, notes: Mapping[str, str]) -> Printed:
    """`line` with its raised figures as marks, where they are the numbers of notes."""
    for start, end in reversed(line.raised):
        number = line.text[start:end].strip()
        if number not in notes or line.text[end : end + 1].isalnum():
            continue  # within a word or a figure it is a part of that
        line = _without(line, start, end, number)
    return line


def _without(line: Printed, start: int, end: int, number: str) -> Printed:
    """`line` with the mark of the note `number` in place of what stands from `start` to `end`."""
    length = end - start
    marks = [Mark(mark.at - length * (mark.at >= end), mark.key) for mark in line.marks]
    quoted = [
        tuple(at - min(length, max(0, at - start)) for at in stretch) for stretch in line.quoted
    ]
    return replace(
        line,
        text=line.text[:start] + line.text[end:],
        marks=tuple(sorted([Mark(start, number), *marks], key=lambda mark: mark.at)),
        quoted=tuple((begin, stop) for begin, stop in quoted if begin < stop),
    )


def _led(line: Printed, found: Mapping[str, str], named: Mapping[str, str]) -> Printed:
    marks = tuple(
        Mark(mark.at, named[found[mark.key]]) if mark.key in found else mark for mark in line.marks
    )
    other = line.otherwise and _led(line.otherwise, found, named)
    return replace(line, marks=marks, otherwise=other) if line.marks else line


def _number(key: str) -> str:
    """The number that a mark shows, of a PDF without its page."""
    return _OF_PAGES.sub("", key)


def _number_listed(line: Printed) -> int | None:
    found = _LISTED.match(line.text)
    return int(found[1]) if found else None


def _number_of_note(line: Printed) -> int | None:
    """The number of a paragraph that may be a note, set before it by a list or typed."""
    found = None if line.counted else _NUMBERED.match(line.text)
    return int(found[1]) if found else line.counted


def _chain(
    lines: Sequence[Printed], first: int, number_of: Callable[[Printed], int | None]
) -> tuple[int, int]:
    """From where to where paragraphs are numbered from 1 on: the longest such row from `first` on."""
    best = begin = len(lines)
    longest, wanted = 0, 0
    end = begin
    for at in range(first, len(lines)):
        found = number_of(lines[at]) if lines[at].part is not Part.ENTRY else None
        if found == 1:
            begin, wanted = at, 1
        if found and wanted and wanted <= found <= wanted + _LOST:
            wanted = found + 1
            if wanted > longest:
                best, longest, end = begin, wanted, at + 1
    return best, end


def _notes(lines: Sequence[Printed]) -> dict[str, str]:
    """The notes by their numbers; a paragraph without the next number goes on with the one above."""
    notes: dict[str, str] = {}
    last = 0
    for line in lines:
        number = _number_of_note(line)
        if number and last < number <= last + 1 + _LOST:
            last = number
            notes[str(last)] = (line.text if line.counted else _NUMBERED.sub("", line.text)).strip()
        elif notes:
            notes[str(last)] += f" {line.text.strip()}"
    return {number: _BACK.sub("", words) for number, words in notes.items()}
