"""What Word's lists set before their items: words and numbers that stand in no paragraph."""

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from briefing.verify.word_package import make_parser, parse
from briefing.verify.word_styles import plain

_FIGURE = re.compile(r"%[1-9]")
_WORD = re.compile(r"[^\W\d_]{2}")
_COUNTED = re.compile(r"\W*%1\W*")
_HIGHEST = "0"
"""The level of a list that is counted."""


class Lists(Struct):
    """The lists of a file by their numbers; counts the items of those that bear figures."""

    words: Mapping[tuple[str, str], str] = {}
    kinds: Mapping[str, str] = {}
    firsts: Mapping[str, int] = {}
    _counts: Counter[str] = field(default_factory=Counter)

    def before(self, item: tuple[str, str]) -> str:
        """The words that the list sets before an item of that list and level."""
        return self.words.get(item, "")

    def count(self, item: tuple[str, str]) -> int | None:
        """The figure of the next item of that list, if it bears one."""
        number, level = item
        kind = self.kinds.get(number, "")
        if level != _HIGHEST or kind not in self.firsts:
            return None
        self._counts[kind] += 1
        return self.firsts[kind] + self._counts[kind] - 1


def read_numbering(data: bytes | None) -> Lists:
    """The lists that the part `data` defines."""
    reader = _Reader()
    if data:
        parser = make_parser()
        parser.StartElementHandler = reader.start
        parse(parser, data)
    words = {
        (number, level): words
        for number, kind in reader.lists.items()
        for level, words in reader.kinds.get(kind, {}).items()
    }
    # Lists of one kind are counted on, but for those that say where they begin.
    kinds = {
        number: f"own {number}" if number in reader.begun else kind
        for number, kind in reader.lists.items()
        if kind in reader.figured
    }
    firsts = {
        kind: reader.begun.get(number, reader.starts.get(reader.lists[number], 1))
        for number, kind in kinds.items()
    }
    return Lists(words, kinds, firsts)


class _Reader(Struct):
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    figured: set[str] = field(default_factory=set)
    kind: str = ""
    number: str = ""
    level: str = ""
    decimal: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        own = plain(attributes)
        value = own.get("val", "")
        match name.rpartition(" ")[2]:
            case "abstractNum":
                self.kind, self.number = own.get("abstractNumId", ""), ""
            case "lvl":
                self.level, self.decimal = own.get("ilvl", ""), False
            case "start" if self._is_counted and value.isdigit():
                self.starts[self.kind] = int(value)
            case "numFmt":
                self.decimal = value == "decimal"
            case "lvlText":
                if self.decimal and self._is_counted and _COUNTED.fullmatch(value):
                    self.figured.add(self.kind)
                words = " ".join(_FIGURE.sub("", value).split())
                if _WORD.search(words):
                    self.kinds.setdefault(self.kind, {})[self.level] = words
            case "num":
                self.number, self.level = own.get("numId", ""), ""
            case "abstractNumId":
                self.lists[self.number] = value
            case "lvlOverride":
                self.level = own.get("ilvl", "")
            case "startOverride" if self.level == _HIGHEST and value.isdigit():
                self.begun[self.number] = int(value)

    @property
    def _is_counted(self) -> bool:
        """Whether what is read is of the highest level of a kind of list."""
        return self.level == _HIGHEST and not self.number
