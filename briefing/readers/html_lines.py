"""Lays the visible words of a page out in lines, one for each block."""

import re
from collections.abc import Iterator

from lxml import html
from msgspec import Struct, field

from briefing.model.source import Line

_UNSEEN = frozenset(
    "script style template noscript head iframe object svg canvas audio video select option "
    "textarea datalist math".split()
)
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
_WORDS = re.compile(r"[A-Za-z]+")
_SPACE = re.compile(r"\s+")
_MOST_NAMES = 40
"""Container names kept for a line; deeper ones are dropped, outermost first."""


class Layout(Struct, frozen=True):
    """The text of a page and its lines."""

    text: str
    lines: tuple[Line, ...]


class _Setter(Struct):
    pieces: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0
    run: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, words: str | None, *, linked: bool) -> None:
        if words:
            self.run.append((words, linked))

    def flush(self, tag: str, within: tuple[str, ...]) -> None:
        """End the line: collapse its white space and note where it stands."""
        if not self.run:
            return
        words = _SPACE.sub(" ", "".join(piece for piece, _ in self.run)).strip()
        linked = sum(len(piece.strip()) for piece, link in self.run if link)
        self.run.clear()
        if not words:
            return
        if self.lines:
            self.pieces.append("\n\n")
            self.length += 2
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        share = min(1.0, linked / len(words))
        self.lines.append(Line(start, self.length, tag, within, round(share, 3)))


def lay_out(tree: html.HtmlElement) -> Layout:
    """The visible text under `tree`, lines parted by a blank line."""
    setter = _Setter()
    # A stack of our own: pages nest deeper than Python's.
    stack: list[tuple[str, html.HtmlElement, tuple[str, ...], str, bool]] = [
        ("open", tree, (), "body", False)
    ]
    while stack:
        step, element, within, tag, linked = stack.pop()
        if step == "tail":
            setter.add(element.tail, linked=linked)
        elif step == "close":
            setter.flush(tag, within)
        elif _seen(element):
            _open(setter, stack, element, within, tag, linked=linked)
    setter.flush("body", ())
    return Layout("".join(setter.pieces), tuple(setter.lines))


def _open(
    setter: _Setter,
    stack: list[tuple[str, html.HtmlElement, tuple[str, ...], str, bool]],
    element: html.HtmlElement,
    within: tuple[str, ...],
    tag: str,
    *,
    linked: bool,
) -> None:
    """Begin an element: end the line before a block, then its words and children in order."""
    name = str(element.tag)
    linked = linked or name == "a"
    inner, inner_tag = within, tag
    if name in _BLOCKS:
        setter.flush(tag, within)
        inner = (*within, *_names(element, name))[-_MOST_NAMES:]
        inner_tag = name if name not in ("br", "div", "section") else tag
        stack.append(("close", element, inner, inner_tag, linked))
    setter.add(element.text, linked=linked)
    for child in reversed(element):
        stack.append(("tail", child, inner, inner_tag, linked))
        stack.append(("open", child, inner, inner_tag, linked))


def _seen(element: html.HtmlElement) -> bool:
    """Whether a reader sees the element; comments and instructions have no name."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return not _HIDING.search(element.get("style") or "")


def _names(element: html.HtmlElement, name: str) -> Iterator[str]:
    if name in _CONTAINERS:
        yield name
    for key in ("class", "id", "role"):
        for word in _WORDS.findall(element.get(key) or "")[:6]:
            yield word.lower()
