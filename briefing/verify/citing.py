"""What cites a quotation: notes, numbers, and the entries of the source list they lead to."""

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.verify.paper import Paper
from briefing.verify.quoting import Quote
from briefing.verify.shelf import Clue
from briefing.verify.source_lists import SourceList, entry_for, read_lists
from briefing.verify.tongues import AGAIN, PAGE, PARAGRAPH

_NUMBER = re.compile(r"\[(\d{1,4})\]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_INSIDE = r"\(((?:[^()]|\([^()]{1,80}\)){4,400})\)"
_BRACKETS_AT_END = re.compile(rf"\s*{_INSIDE}\s*\.?\s*$")
_BRACKETS_BEHIND = re.compile(rf"[\"'”’»“‘.,\s]{{0,4}}{_INSIDE}")
_NAMING = 2
"""Words that a note has at least where it names a source."""
_SEVERAL = 2


class Cited(Struct, frozen=True):
    """One source cited: the number in the list, if any, the clue to it, the place named."""

    clue: Clue
    number: int | None = None
    paragraph: int | None = None
    page: str | None = None
    words: str = ""


class Citation(Struct, frozen=True):
    """All that cites a quotation: as printed, source by source, and numbers that lead nowhere."""

    printed: str | None
    cited: tuple[Cited, ...] = ()
    nowhere: tuple[str, ...] = ()


class Citations(Struct):
    """The notes and the source lists of a paper; `hints` lead from numbers to sources' ids.

    `entries` are those of all its lists by their numbers.
    """

    paper: Paper
    hints: Mapping[int, str] = field(default_factory=dict)
    entries: dict[int, str] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    listed: bool = True
    _lists: list[SourceList] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lists = read_lists(self.paper)
        for one in self._lists:
            for number, words in one.entries.items():
                known = self.entries.get(number)
                self.entries[number] = f"{known}\n{words}" if known else words
        if not self.entries:
            self.listed = False
            self._read_notes()

    def clue(self, number: int, at: int) -> Clue:
        """What is said of the source that `number` means in the paragraph `at`."""
        words = entry_for(self._lists, number, at) or self.entries.get(number, "")
        # A manifest tells of one briefing, and not of which of several.
        return Clue(words, self.hints.get(number, "") if len(self._lists) < _SEVERAL else "")

    def behind(self, quote: Quote) -> tuple[Quote, Citation] | None:
        """The note that somebody has put in brackets behind `quote`, which goes before it, bare."""
        if quote.displayed:
            found = _BRACKETS_AT_END.search(quote.text)
            bare = quote.text[: found.start()].strip() if found else ""
        else:
            at = quote.paragraph.text.find(quote.text) + len(quote.text)
            found, bare = _BRACKETS_BEHIND.match(quote.paragraph.text, at), quote.text
        if found is None or not bare:
            return None
        cited = self._in_note(found[1], quote.paragraph.number)
        return replace(quote, text=bare), Citation(found[1], tuple(cited))

    def apart(self) -> set[int]:
        """Sources listed below a heading of their own, of which none is cited: they were only read."""
        groups = (group for one in self._lists for group in one.groups[1:])
        return {number for group in groups if not group & self.used for number in group}

    def _read_notes(self) -> None:
        """Without a list, the first note that bears a number and names something stands for its entry."""
        for words in self.paper.notes.values():
            for number, own in _numbered(words):
                if len(_WORD.findall(PAGE.sub("", PARAGRAPH.sub("", own)))) >= _NAMING:
                    self.entries.setdefault(number, own)

    def of(self, quote: Quote) -> Citation:
        """What cites `quote`."""
        at = quote.paragraph.number
        if quote.entry is not None:
            return Citation(f"[{quote.entry}]", (self._entry(quote.entry, at),))
        if quote.keys:
            return self._notes(quote.keys, at)
        known = [number for number in quote.numbers if number in self.entries]
        nowhere = tuple(f"[{number}]" for number in quote.numbers if number not in self.entries)
        if not quote.numbers:
            return Citation(None)
        printed = " ".join(f"[{number}]" for number in quote.numbers)
        return Citation(printed, tuple(self._entry(number, at) for number in known), nowhere)

    def _notes(self, keys: tuple[str, ...], at: int) -> Citation:
        printed: list[str] = []
        cited: list[Cited] = []
        nowhere: list[str] = []
        for key in keys:
            words = self._words(key)
            if not words:
                nowhere.append(_place(key))
                continue
            printed.append(words)
            found = self._in_note(words, at)
            cited += [item for item in found if item.number is None or item.number in self.entries]
            nowhere += [
                f"[{item.number}]"
                for item in found
                if item.number is not None and item.number not in self.entries
            ]
        return Citation(" ".join(printed) or None, tuple(cited), tuple(nowhere))

    def _words(self, key: str) -> str:
        """The note's words; “ibid.” stands for the note before."""
        words = self.paper.notes.get(key, "").strip()
        if not AGAIN.match(words):
            return words
        order = [note for note, words in self.paper.notes.items() if words.strip()]
        at = order.index(key)
        while AGAIN.match(words) and not _NUMBER.search(words) and at > 0:
            at -= 1
            words = self.paper.notes[order[at]].strip()
        return words

    def _in_note(self, words: str, at: int) -> list[Cited]:
        """The sources that a note names: by their numbers, else by its words."""
        numbered = _numbered(words)
        if not numbered:
            return [self._named(Clue(words), None, words)]
        return [self._entry(number, at, own) for number, own in numbered]

    def _entry(self, number: int, at: int, words: str = "") -> Cited:
        self.used.add(number)
        return self._named(self.clue(number, at), number, words)

    def _named(self, clue: Clue, number: int | None, words: str) -> Cited:
        paragraph, page = PARAGRAPH.search(words), PAGE.search(words)
        return Cited(
            clue,
            number,
            int(paragraph[1]) if paragraph else None,
            page[1] if page else None,
            words,
        )


def _place(key: str) -> str:
    """Where a mark stands, as a person finds it."""
    page, found, number = key.partition(":")
    return f"note {number}, page {page}" if found else key


def _numbered(words: str) -> list[tuple[int, str]]:
    """The numbers in a note, each with the words that go with it."""
    numbers = list(_NUMBER.finditer(words))
    after = bool(numbers) and not words[: numbers[0].start()].strip()
    found = []
    for at, match in enumerate(numbers):
        begin = numbers[at - 1].end() if at else 0
        end = numbers[at + 1].start() if at + 1 < len(numbers) else len(words)
        own = words[match.end() : end] if after else words[begin : match.start()]
        found.append((int(match[1]), own))
    return found
