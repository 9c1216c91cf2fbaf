"""What Word's lists set before their items: words that stand in no paragraph."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from briefing.verify.word_package import make_parser, parse
from briefing.verify.word_styles import plain

_FIGURE = re.compile(r"%[1-9]")
_WORD = re.compile(r"[^\W\d_]{2}")


def read_numbering(data: bytes | None) -> Mapping[tuple[str, str], str]:
    """The words that items of a list begin with, by the list's number and the item's level."""
    reader = _Reader()
    if data:
        parser = make_parser()
        parser.StartElementHandler = reader.start
        parse(parser, data)
    return {
        (number, level): words
        for number, kind in reader.lists.items()
        for level, words in reader.kinds.get(kind, {}).items()
    }


class _Reader(Struct):
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    number: str = ""
    level: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        own = plain(attributes)
        match name.rpartition(" ")[2]:
            case "abstractNum":
                self.kind = own.get("abstractNumId", "")
            case "lvl":
                self.level = own.get("ilvl", "")
            case "lvlText":
                words = " ".join(_FIGURE.sub("", own.get("val", "")).split())
                if _WORD.search(words):
                    self.kinds.setdefault(self.kind, {})[self.level] = words
            case "num":
                self.number = own.get("numId", "")
            case "abstractNumId":
                self.lists[self.number] = own.get("val", "")
