"""Styles a house lacks, made after ours in the house's own look."""

from collections.abc import Iterator
from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from msgspec import Struct

from briefing.writers.word import styles

_OUR_SIZE = 21
_ACCENT, _INK = "1F4E79", "1A1F2B"
_LEAST_GAP = 160
"""What parts one quotation from the next at least, in twentieths of a point."""
_KEPT_ATTRIBUTES = ("before", "after")


def named_styles(element: etree._Element) -> dict[tuple[str, str], etree._Element]:
    """The styles of a document by their sort and their name in small letters."""
    found: dict[tuple[str, str], etree._Element] = {}
    for style in element.findall(qn("w:style")):
        sort = str(style.get(qn("w:type"), "paragraph"))
        found.setdefault((sort, style_name(style)), style)
        for alias in style_aliases(style):
            found.setdefault((sort, alias), style)
    return found


def style_name(style: etree._Element) -> str:
    """The name of a style in small letters."""
    name = style.find(qn("w:name"))
    return str(name.get(qn("w:val"))).casefold() if name is not None else ""


def style_aliases(style: etree._Element) -> Iterator[str]:
    """The other names a person gave it."""
    aliases = style.find(qn("w:aliases"))
    if aliases is not None:
        yield from (part.strip().casefold() for part in str(aliases.get(qn("w:val"))).split(","))


def follow(element: etree._Element, key: str) -> list[etree._Element]:
    """The style with the id `key` and those it is based on, nearest first."""
    by_id = {str(style.get(qn("w:styleId"))): style for style in element.findall(qn("w:style"))}
    chain: list[etree._Element] = []
    while key in by_id:
        style = by_id.pop(key)
        chain.append(style)
        base = style.find(qn("w:basedOn"))
        key = str(base.get(qn("w:val"))) if base is not None else ""
    return chain


class Adapter(Struct):
    """Adds our styles to a house's; `ids` are those of the styles found so far, by our names."""

    house: etree._Element
    ours: etree._Element
    ids: dict[str, str]

    def add(self, name: str) -> str:
        """Add our style `name` in the house's look; returns its id."""
        style = deepcopy(named_styles(self.ours)[styles.sort_of(name), name.casefold()])
        key = self._free_id(str(style.get(qn("w:styleId"))))
        style.set(qn("w:styleId"), key)
        for tag in ("link", "next", "rsid"):
            for element in style.findall(qn(f"w:{tag}")):
                style.remove(element)
        self._base(style, name)
        if name in (styles.NOTE_TEXT, styles.ENDNOTE_TEXT):
            _off_the_grid(style)
        self._look(style)
        if name == styles.QUOTATION_LEAD and styles.QUOTATION in self.ids:
            self._stand_over_quotation(style)
        self.house.append(style)
        self.ids[name] = key
        return key

    def _free_id(self, wanted: str) -> str:
        taken = {style.get(qn("w:styleId")) for style in self.house.findall(qn("w:style"))}
        key, number = wanted, 1
        while key in taken:
            number += 1
            key = f"{wanted}{number}"
        return key

    def _base(self, style: etree._Element, name: str) -> None:
        """Base it on the house's own: its default, or the style that ours is based on."""
        base = style.find(qn("w:basedOn"))
        if base is None:
            return
        own = follow(self.ours, str(base.get(qn("w:val"))))
        known = {wanted.casefold(): key for wanted, key in self.ids.items()}
        key = known.get(style_name(own[0])) if own else None
        if key is None or style_name(own[0]) == "normal":
            key = self._default(styles.sort_of(name))
        if key is None:
            style.remove(base)
        else:
            base.set(qn("w:val"), key)

    def _default(self, sort: str) -> str | None:
        for style in self.house.findall(qn("w:style")):
            if style.get(qn("w:default")) in ("1", "true") and style.get(qn("w:type")) == sort:
                return str(style.get(qn("w:styleId")))
        return None

    def _look(self, style: etree._Element) -> None:
        """The house's fonts and line spacing, sizes after its own, its heading's colour."""
        heading = self._heading_colour()
        for properties in list(style.iter(qn("w:rPr"))):
            for fonts in properties.findall(qn("w:rFonts")):
                properties.remove(fonts)
            for tag in ("sz", "szCs"):
                for size in properties.findall(qn(f"w:{tag}")):
                    size.set(qn("w:val"), str(self._size(int(size.get(qn("w:val"), "21")))))
            for colour in properties.findall(qn("w:color")):
                self._recolour(colour, heading)
        for spacing in style.iter(qn("w:spacing")):
            for name in list(spacing.attrib):
                if etree.QName(name).localname not in _KEPT_ATTRIBUTES:
                    del spacing.attrib[name]
        for element in list(style.iter(qn("w:numPr"))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        if heading is not None and heading.get(qn("w:val"), "auto") != "auto":
            self._retint(style, str(heading.get(qn("w:val"))))

    def _stand_over_quotation(self, style: etree._Element) -> None:
        """The line above a house's quotation has its indent, and no bar of ours."""
        properties = style.find(qn("w:pPr"))
        if properties is None:
            return
        for name in ("pBdr", "ind"):
            for element in properties.findall(qn(f"w:{name}")):
                properties.remove(element)
        chain = follow(self.house, self.ids[styles.QUOTATION])
        told = [node.get(qn("w:after")) for style in chain for node in style.iter(qn("w:spacing"))]
        if int(next(filter(None, told), "0")) < _LEAST_GAP:
            for spacing in properties.findall(qn("w:spacing")):
                spacing.set(qn("w:before"), str(_LEAST_GAP))
        for own in chain:
            indent = own.find(f"{qn('w:pPr')}/{qn('w:ind')}")
            if indent is not None:
                properties.append(deepcopy(indent))
                break

    def _recolour(self, colour: etree._Element, heading: etree._Element | None) -> None:
        parent = colour.getparent()
        if parent is None:
            return
        if colour.get(qn("w:val")) == _ACCENT and heading is not None:
            parent.replace(colour, deepcopy(heading))
        elif colour.get(qn("w:val")) in (_INK, _ACCENT):
            parent.remove(colour)

    @staticmethod
    def _retint(style: etree._Element, tint: str) -> None:
        """Bars and rules in the colour of the house's headings."""
        for edge in style.iter():
            if edge.get(qn("w:color")) == _ACCENT:
                edge.set(qn("w:color"), tint)

    def _heading_colour(self) -> etree._Element | None:
        for style in follow(self.house, self.ids.get(styles.HEADINGS[0], "")):
            colour = style.find(f"{qn('w:rPr')}/{qn('w:color')}")
            if colour is not None:
                return colour
        return None

    def _size(self, ours: int) -> int:
        """A size of ours (in half points) against the house's text."""
        return max(12, round(ours * self._text_size() / _OUR_SIZE))

    def _text_size(self) -> int:
        for style in follow(self.house, self.ids.get("Normal", "")):
            size = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
            if size is not None:
                return int(size.get(qn("w:val"), "22"))
        path = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}"
        size = self.house.find(path)
        return int(size.get(qn("w:val"), "20")) if size is not None else 20


def _off_the_grid(style: etree._Element) -> None:
    """Notes are set closer than the lines of a page of East Asian text, as Word's own are."""
    properties = style.find(qn("w:pPr"))
    if properties is not None:
        off = OxmlElement("w:snapToGrid")
        off.set(qn("w:val"), "0")
        properties.append(off)
