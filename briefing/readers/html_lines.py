"""Lays the visible words of a page out in lines, one for each block."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from lxml import etree, html
from msgspec import Struct

from briefing.model.source import Line

_UNSEEN = frozenset(
    "script style template noscript title iframe object svg canvas audio video select option "
    "textarea datalist math".split()
)
"""The head is not among them: where a page leaves its tags out, the parser puts all into it."""
_BLOCKS = frozenset(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav "
    "ol p pre section summary table tbody td tfoot th thead tr ul br".split()
)
_CONTAINERS = frozenset(
    "nav aside header footer article main figure figcaption form section blockquote ul ol li table "
    "button label h1 h2 h3 h4 h5 h6".split()
)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_VEILED = etree.XPath(
    "//*[contains(@style, 'visibility') and contains(@style, 'hidden')]"
    " | //body[contains(@style, 'display')] | //main[contains(@style, 'display')]"
    " | //article[contains(@style, 'display')]"
)
_WORDS = re.compile(r"[A-Za-z]+")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_KICKER, _STOPS = 4, '.!?:»”"'
"""Letters of a kicker at the least, and marks at its end."""
_MOST_NAMES = 40
"""Container names kept for a line; deeper ones are dropped, outermost first."""


class Layout(Struct, frozen=True):
    """The text of a page and its lines."""

    text: str
    lines: tuple[Line, ...]


class _Setter:
    """Collects the words of a line until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.lines: list[Line] = []
        self.length = 0
        self.run: list[str] = []
        self.linked = 0

    def add(self, words: str | None, *, linked: bool) -> None:
        if words:
            self.run.append(words)
            if linked:
                self.linked += len(words.strip())

    def flush(self, tag: str, within: tuple[str, ...]) -> None:
        """End the line: collapse its white space and note where it stands."""
        if not self.run:
            return
        run = list(_parted(self.run)) if len(self.run) > 1 and tag in _HEADINGS else self.run
        whole = run[0] if len(run) == 1 else "".join(run)
        words = " ".join(whole.split())
        linked = self.linked
        self.run.clear()
        self.linked = 0
        if not words:
            return
        if self.lines:
            self.pieces.append("\n\n")
            self.length += 2
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        share = round(min(1.0, linked / len(words)), 3) if linked else 0.0
        self.lines.append(Line(start, self.length, tag, within, share))


def _parted(run: Sequence[str]) -> Iterator[str]:
    """The pieces of a heading, a space before what only its style sets apart: a kicker and a headline."""
    above = ""
    for piece in run:
        ends = above[-1:].islower() and above[-2:].isalpha()
        glued = len(above) >= _KICKER and (ends or above[-1] in _STOPS)
        yield f" {piece}" if glued and piece[0].isupper() else piece
        above = piece


class _Place(Struct, frozen=True):
    """Where a walk through the page is: the containers, the last block's name, within a link."""

    within: tuple[str, ...] = ()
    tag: str = "body"
    linked: bool = False


def lay_out(tree: html.HtmlElement) -> Layout:
    """The visible text under `tree`, lines parted by a blank line; comments are taken out of it."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    setter = _Setter()
    places = [_Place()]
    names = _Names()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            place = places[-1]
            name = element.tag
            marks = element.items()
            if name in _UNSEEN or (marks and _is_hidden(marks)):
                walk.skip_subtree()
                places.append(place)
                continue
            if name in _BLOCKS:
                if setter.run:
                    setter.flush(place.tag, place.within)
                inner = (*place.within, *names.of(name, marks))[-_MOST_NAMES:]
                tag = place.tag if name in ("br", "div", "section") else name
                place = _Place(inner, tag, place.linked)
            elif name == "a" and not place.linked:
                place = _Place(place.within, place.tag, linked=True)
            places.append(place)
            setter.add(element.text, linked=place.linked)
            continue
        place = places.pop()
        # What was passed over left its place as it was.
        if setter.run and place is not places[-1] and element.tag in _BLOCKS:
            setter.flush(place.tag, place.within)
        if element is not tree:
            setter.add(element.tail, linked=places[-1].linked)
    setter.flush("body", ())
    return Layout("".join(setter.pieces), tuple(setter.lines))


def unveil(tree: html.HtmlElement) -> bool:
    """Show the one element that holds most of the words and is hidden until a script shows it.

    So pages are sent whose publisher wants no words to be seen before their fonts are there.
    """
    for element in cast("list[html.HtmlElement]", _VEILED(tree)):
        if _HIDING.search(element.get("style") or ""):
            words = len(element.text_content().split())
            if 2 * words > len(tree.text_content().split()):
                element.set("style", _HIDING.sub("", element.get("style") or ""))
                return True
    return False


def _is_hidden(marks: list[tuple[str, str]]) -> bool:
    """Whether an element's attributes say that nobody sees it."""
    for key, value in marks:
        if key == "style":
            if _HIDING.search(value):
                return True
        elif key == "hidden" or (key == "aria-hidden" and value == "true"):
            return True
    return False


class _Names:
    """The names of containers; the same attributes return again and again on a page."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, name: str, marks: list[tuple[str, str]]) -> tuple[str, ...]:
        """The names that an element of `name` with the attributes `marks` gives to what is in it."""
        own: tuple[str, ...] = (name,) if name in _CONTAINERS else ()
        if not marks:
            return own
        by_key = dict(marks)
        for key in ("class", "id", "role"):
            if value := by_key.get(key):
                own += self._known.get(value) or self._told(value)
        return own

    def _told(self, value: str) -> tuple[str, ...]:
        words = tuple(word.lower() for word in _WORDS.findall(value)[:6])
        self._known[value] = words
        return words
