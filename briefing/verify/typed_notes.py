"""Notes that stand as numbered paragraphs behind the text, and lists of sources that only look like one.

A web page that is printed has its notes so, and a file whose footnotes were made words by another program.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from briefing.verify.paper import Mark, Paper, Part, Printed

_NUMBERED = re.compile(r"\s*\[?(\d{1,4})[.)\]]?[\s\xa0]+(?=\S)")
_LISTED = re.compile(r"\s*\[(\d{1,4})\]\s")
_BACK = re.compile(r"[\s\xa0]*[↩↑^]\ufe0e?\s*$")
"""The arrow that leads from a note of a web page back to the text."""
_OF_PAGES = re.compile(r"\d+:")
_LEAST = 0.5
"""Share of the marks without a note that find theirs in a list of notes."""
_FEWEST, _LOST = 2, 2
"""Notes that make a list of them, and how many in a row may be missing from it."""


def with_typed(paper: Paper) -> Paper:
    """`paper`, with the entries and notes that are told by their numbers alone."""
    return _with_notes(_with_entries(paper))


def _with_entries(paper: Paper) -> Paper:
    """Paragraphs `[1]`, `[2]` and so on are the list of sources where no style says what is."""
    if any(line.part is Part.ENTRY for line in paper.paragraphs):
        return paper
    begin, end = _chain(paper.paragraphs, 0, _LISTED)
    if end - begin < _FEWEST:
        return paper
    lines = tuple(
        replace(line, part=Part.ENTRY)
        if begin <= at < end and _LISTED.match(line.text) and line.part is Part.BODY
        else line
        for at, line in enumerate(paper.paragraphs)
    )
    return replace(paper, paragraphs=lines)


def _with_notes(paper: Paper) -> Paper:
    asked = [(at, key) for at, line in enumerate(paper.paragraphs) for key in _asked(line, paper)]
    if not asked:
        return paper
    begin, end = _chain(paper.paragraphs, asked[0][0] + 1, _NUMBERED)
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
        length = end - start
        marks = [Mark(mark.at - length * (mark.at >= end), mark.key) for mark in line.marks]
        quoted = [
            tuple(at - min(length, max(0, at - start)) for at in stretch) for stretch in line.quoted
        ]
        line = replace(
            line,
            text=line.text[:start] + line.text[end:],
            marks=tuple(sorted([Mark(start, number), *marks], key=lambda mark: mark.at)),
            quoted=tuple((begin, stop) for begin, stop in quoted if begin < stop),
        )
    return line


def _led(line: Printed, found: Mapping[str, str], named: Mapping[str, str]) -> Printed:
    marks = tuple(
        Mark(mark.at, named[found[mark.key]]) if mark.key in found else mark for mark in line.marks
    )
    other = line.otherwise and _led(line.otherwise, found, named)
    return replace(line, marks=marks, otherwise=other) if line.marks else line


def _number(key: str) -> str:
    """The number that a mark shows, of a PDF without its page."""
    return _OF_PAGES.sub("", key)


def _chain(lines: Sequence[Printed], first: int, pattern: re.Pattern[str]) -> tuple[int, int]:
    """From where to where paragraphs are numbered from 1 on: the longest such row from `first` on."""
    best = begin = len(lines)
    longest, wanted = 0, 0
    end = begin
    for at in range(first, len(lines)):
        line = lines[at]
        found = pattern.match(line.text) if line.part is not Part.ENTRY else None
        if found and int(found[1]) == 1:
            begin, wanted = at, 1
        if found and wanted and wanted <= int(found[1]) <= wanted + _LOST:
            wanted = int(found[1]) + 1
            if wanted > longest:
                best, longest, end = begin, wanted, at + 1
    return best, end


def _notes(lines: Sequence[Printed]) -> dict[str, str]:
    """The notes by their numbers; a paragraph without the next number goes on with the one above."""
    notes: dict[str, str] = {}
    last = 0
    for line in lines:
        number = _NUMBERED.match(line.text)
        if number and last < int(number[1]) <= last + 1 + _LOST:
            last = int(number[1])
            notes[str(last)] = line.text[number.end() :].strip()
        elif notes:
            notes[str(last)] += f" {line.text.strip()}"
    return {number: _BACK.sub("", words) for number, words in notes.items()}
