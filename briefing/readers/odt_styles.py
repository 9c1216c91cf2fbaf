"""How the styles of an OpenDocument text look: captions, what is centred, slanted, struck or hidden."""

from collections.abc import Callable, Iterator

from lxml import etree
from msgspec import Struct

from briefing.readers.documents import style_tag

_CAPTIONS = frozenset("caption illustration figure drawing".split())
"""The styles that LibreOffice gives captions of pictures; all others inherit from them."""
_DEEPEST = 20
"""How many styles may inherit from each other."""


class _Style(Struct, frozen=True):
    parent: str
    called: str
    centred: bool | None
    slanted: bool | None
    struck: bool | None
    hidden: bool | None


class Styles(Struct, frozen=True):
    """The styles of a document by their names."""

    known: dict[str, _Style]

    def is_caption(self, name: str) -> bool:
        """Whether a style is that of captions, or inherits from it."""
        names = {name, *(each for one in self._line(name) for each in (one.called, one.parent))}
        return any(each.lower() in _CAPTIONS or style_tag(each) == "figcaption" for each in names)

    def tag(self, name: str) -> str:
        """The tag that a paragraph of a style would have on a page, where the style is that of a title."""
        names = (name, *(each for one in self._line(name) for each in (one.called, one.parent)))
        return next(filter(None, map(style_tag, names)), "")

    def is_centred(self, name: str) -> bool:
        """Whether paragraphs of a style are centred."""
        return self._says(name, lambda style: style.centred)

    def is_slanted(self, name: str) -> bool:
        """Whether words of a style are slanted."""
        return self._says(name, lambda style: style.slanted)

    def is_struck(self, name: str) -> bool:
        """Whether words of a style are struck through."""
        return self._says(name, lambda style: style.struck)

    def is_hidden(self, name: str) -> bool:
        """Whether words of a style are hidden."""
        return self._says(name, lambda style: style.hidden)

    def _says(self, name: str, ask: Callable[[_Style], bool | None]) -> bool:
        """What the nearest style says that says anything."""
        told = (ask(style) for style in self._line(name))
        return next((answer for answer in told if answer is not None), False)

    def _line(self, name: str) -> Iterator[_Style]:
        """A style and those it inherits from."""
        for _ in range(_DEEPEST):
            style = self.known.get(name)
            if style is None:
                return
            yield style
            name = style.parent


def styles_of(*roots: etree._Element) -> Styles:
    """The styles in the parts of a document."""
    found: dict[str, _Style] = {}
    for root in roots:
        for element in root.iter("{*}style"):
            if _attribute(element, "family") not in ("paragraph", "text", ""):
                continue  # a table may have a style of the same name
            name = _attribute(element, "name")
            found.setdefault(name, _style(element, name))
    return Styles(found)


def _style(element: etree._Element, name: str) -> _Style:
    aligned = _property(element, "paragraph-properties", "text-align")
    slant = _property(element, "text-properties", "font-style")
    line = _property(element, "text-properties", "text-line-through-style")
    shown = _property(element, "text-properties", "display")
    return _Style(
        _attribute(element, "parent-style-name"),
        _attribute(element, "display-name") or name,
        aligned == "center" if aligned else None,
        slant in ("italic", "oblique") if slant else None,
        line != "none" if line else None,
        shown == "none" if shown else None,
    )


def _property(element: etree._Element, part: str, name: str) -> str:
    child = element.find(f"{{*}}{part}")
    return "" if child is None else _attribute(child, name)


def _attribute(element: etree._Element, name: str) -> str:
    return next(
        (str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), ""
    )
