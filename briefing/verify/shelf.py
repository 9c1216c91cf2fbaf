"""The sources at hand, and how an entry of a source list or a note leads to one."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Protocol

from msgspec import Struct, field

from briefing.model.findings import Attribution
from briefing.model.report import Strength
from briefing.model.source import Source
from briefing.verify.folding import Folded, fold, fold_print, fold_with_places
from briefing.verify.searching import Index

SHORTEST_DIGEST = 12
"""Figures of a digest that are enough to tell a file."""
DIGEST = re.compile(rf"\b[0-9a-f]{{{SHORTEST_DIGEST},64}}\b")
_URL = re.compile(r"https?://[^\s<>”“\"]{4,300}")
_TITLE = re.compile(r"“([^”]{8,300})”|\"([^\"]{8,300})\"|„([^“]{8,300})“|«\s?([^«»]{8,300}?)\s?»")
_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 6
_HEAD = 4_000
"""Characters at the head of a source among which its title is looked for."""


class Held(Struct, frozen=True, eq=False, dict=True):
    """A source at hand with its folded text."""

    source: Source

    @cached_property
    def folded(self) -> Folded:
        """The folded text with the way back, made when it is first needed."""
        return fold_with_places(self.source.text)

    @cached_property
    def small(self) -> str:
        """The folded text in small letters."""
        return self.folded.text.casefold()

    @cached_property
    def name(self) -> str:
        """What a person calls it: its file."""
        return self.source.path.replace("\\", "/").rsplit("/", 1)[-1]

    @cached_property
    def first_word(self) -> str:
        """The first word of its name: it stands wherever the name does."""
        found = _WORD.search(self.name)
        return found[0] if found else ""


class Clue(Struct, frozen=True):
    """What a citation says of its source: its words, and what a manifest says is meant."""

    text: str
    hint: str = ""

    @property
    def digests(self) -> tuple[str, ...]:
        """Heads of digests among the words."""
        return tuple(DIGEST.findall(self.text))

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands in quotation marks among the words, as titles do."""
        return tuple(found[found.lastindex or 0] for found in _TITLE.finditer(self.text))


class Shelf(Protocol):
    """Sources to compare with."""

    strength: Strength

    def told(self, clue: Clue) -> Sequence[Held]:
        """The sources that `clue` tells."""

    def likely(self, printed: str, most: int) -> Sequence[Held]:
        """At most so many sources that may hold the words `printed`, the likeliest first."""

    def said(self, held: Held) -> Sequence[Attribution]:
        """What is reported in a source as said, as far as anybody looked."""

    def times(self, words: str, day: date, language: str | None) -> Sequence[str]:
        """The days that `words` lead to when written on `day`, as far as anybody can tell."""


class Sources(Struct):
    """Sources in memory."""

    held: Sequence[Held]
    strength: Strength = Strength.SOURCES
    known: dict[Clue, Sequence[Held]] = field(default_factory=dict)
    index: Index = field(default_factory=Index)
    heard: Mapping[str, Sequence[Attribution]] = {}
    reckon: Callable[[str, date, str | None], Sequence[str]] = lambda *_: ()

    def told(self, clue: Clue) -> Sequence[Held]:
        """The sources that `clue` tells."""
        if clue not in self.known:
            self.known[clue] = tell(clue, self.held)
        return self.known[clue]

    def likely(self, printed: str, most: int) -> Sequence[Held]:
        """At most so many sources that may hold the words `printed`, the likeliest first."""
        for item in self.held[self.index.count :]:
            self.index.add(item.source.text)
        return [self.held[number] for number in self.index.likely(printed, most)]

    def said(self, held: Held) -> Sequence[Attribution]:
        """What is reported in a source as said: who made the paper has looked."""
        return self.heard.get(held.source.id, ())

    def times(self, words: str, day: date, language: str | None) -> Sequence[str]:
        """The days that `words` in a language lead to, as whoever made the shelf reckons."""
        return self.reckon(words, day, language)


def tell(clue: Clue, held: Iterable[Held]) -> Sequence[Held]:
    """Those of `held` that `clue` tells: by digest, address, file name or title, in this order.

    What the paper shows goes before what its manifest says; that only decides between several.
    """
    items = list(held)
    for found in (_by_digest(clue, items), _by_words(clue, items)):
        if found:
            hinted = [item for item in found if item.source.id == clue.hint]
            return hinted or found
    return [item for item in items if clue.hint and item.source.id == clue.hint]


def tell_likely(clue: Clue, shelf: Shelf, most: int) -> Sequence[Held]:
    """Those that `clue` tells among at most so many likely ones of `shelf`.

    They are looked for by the title alone first: around it may stand much that other sources have too.
    """
    for words in filter(None, (" ".join(clue.titles), clue.text)):
        if found := tell(clue, shelf.likely(words, most)):
            return found
    return ()


def _by_digest(clue: Clue, items: Sequence[Held]) -> list[Held]:
    heads = clue.digests
    return [item for item in items if heads and item.source.sha256.startswith(heads)]


def _by_words(clue: Clue, items: Sequence[Held]) -> list[Held]:
    text = clue.text
    addresses = {_plain_address(found) for found in _URL.findall(text)}
    found = [
        item for item in items if item.source.url and _plain_address(item.source.url) in addresses
    ]
    words = set(_WORD.findall(text))
    found = found or [
        item for item in items if item.first_word in words and is_named(text, item.name)
    ]
    return found or _by_title(clue, items)


def is_named(text: str, name: str) -> bool:
    """Whether `text` gives the file name `name`, if that is long enough to tell a file."""
    if len(name) < _SHORTEST_NAME or name not in text:
        return False
    return re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", text) is not None


def _by_title(clue: Clue, items: Sequence[Held]) -> list[Held]:
    titles = set(map(_plain_title, clue.titles))
    whole = _plain_title(clue.text)
    found = [
        item
        for item in items
        if item.source.title
        and (_plain_title(item.source.title) in titles or _is_told(item.source.title, whole))
    ]
    return (
        found
        or [
            item
            for item in items
            if not item.source.title and _stands_in_head(titles, item.source.text)
        ]
        or _by_short_title(titles, items)
    )


def _by_short_title(titles: Iterable[str], items: Sequence[Held]) -> list[Held]:
    """The one whose title begins so: a note after the first gives its first words alone."""
    short = tuple(f"{title} " for title in titles if title.count(" ") > 1)
    found = [item for item in items if short and _begins(item.source.title, short)]
    return found if len(found) == 1 else []


def _begins(title: str | None, short: tuple[str, ...]) -> bool:
    return title is not None and _plain_title(title).startswith(short)


def _is_told(title: str, whole: str) -> bool:
    plain = _plain_title(title)
    return plain.count(" ") > 1 and plain in whole


def _stands_in_head(titles: Iterable[str], text: str) -> bool:
    head = _plain_title(text[:_HEAD])
    return any(title.count(" ") > 1 and title in head for title in titles)


def _plain_title(title: str) -> str:
    return re.sub(r"[^\w]+", " ", fold_print(title).casefold().replace("\xad", "")).strip()


def _plain_address(address: str) -> str:
    bare = fold(address).casefold().rstrip("/.,);]")
    return re.sub(r"^https?://(?:www\.)?", "", bare)
