"""The paragraphs of a Word document as a reader sees them.

Insertions stand and deletions do not, nor do words struck through, a field gives its result, a text
box follows the paragraph it hangs on, and what is formatted as hidden is left out. Nothing is opened,
run or fetched.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct, field

from briefing.readers.documents import PICTURE, SET_APART, share_of, style_tag
from briefing.readers.remarks import STRUCK
from briefing.readers.soft_lines import Paragraph

_GONE = frozenset(
    "del moveFrom pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr instrText delText "
    "delInstrText proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd "
    "annotationRef footnoteRef endnoteRef separator continuationSeparator pPrChange rPrChange".split()
)
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PICTURES = frozenset("drawing pict object".split())
_ACTIVE = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|EMBED)\b"
)
_HIDING, _STRIKING = ("vanish",), ("strike", "dstrike")
"""What is hidden from pages on the web alone (the numbers in a table of contents) is seen on paper."""
_PRIVATE = range(0xE000, 0xF900)


_DEEPEST = 20
"""How many styles may be based on each other."""


class Styles(Struct, frozen=True):
    """The page tags of styles (`h1` for a first heading), and the styles whose words are hidden, by ids."""

    tags: Mapping[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


class _Walk(Struct):
    styles: Styles
    done: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    carried: str = ""
    linked: int = 0
    slanted: int = 0
    centred: bool = False
    pictured: bool = False
    apart: bool = False
    hidden: bool = False

    def unseen(self) -> bool:
        """Whether we are in the code of a field, not in its result."""
        return not all(self.fields)


def paragraphs(
    root: etree._Element, styles: Styles
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs under `root`, and sentences on what was left out."""
    walk = _Walk(styles)
    _blocks(walk, root, ())
    _end(walk, "p", ())
    return tuple(walk.done), tuple(walk.remarks)


def styles_of(root: etree._Element | None) -> Styles:
    """What the styles under `root` say of the words set in them."""
    tags: dict[str, str] = {}
    hiding: dict[str, bool] = {}
    based: dict[str, str] = {}
    for style in () if root is None else root:
        key = _attribute(style, "styleId")
        for child in style if key else ():
            name = _local(child)
            if name == "name" and (tag := style_tag(_value(child))):
                tags[key] = tag
            elif name == "basedOn":
                based[key] = _value(child)
            elif name == "rPr" and (said := _said(child, _HIDING)) is not None:
                hiding[key] = said
    return Styles(tags, frozenset(key for key in {*hiding, *based} if _hides(key, hiding, based)))


def _hides(key: str, hiding: Mapping[str, bool], based: Mapping[str, str]) -> bool:
    """Whether a style, or the nearest one it is based on that says anything, hides its words."""
    for _ in range(_DEEPEST):
        if key in hiding:
            return hiding[key]
        key = based.get(key, "")
    return False


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str:
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def _value(element: etree._Element) -> str:
    return _attribute(element, "val")


def _blocks(walk: _Walk, parent: etree._Element, within: tuple[str, ...]) -> None:
    for child in _seen(parent):
        name = _local(child)
        if name == "p":
            _paragraph(walk, child, within)
        elif name == "tbl":
            _blocks(walk, child, (*within, "table"))
        elif name == "r":
            _run(walk, child)
        else:
            _blocks(walk, child, within)


def _seen(parent: etree._Element) -> Iterator[etree._Element]:
    """The children that are shown; of alternatives, the first."""
    for child in parent:
        name = _local(child)
        if name == "AlternateContent":
            chosen = next((part for part in child if _local(part) == "Choice"), None)
            if chosen is None or not any(_local(part) == "txbxContent" for part in chosen.iter()):
                fallback = next((part for part in child if _local(part) == "Fallback"), None)
                chosen = fallback if fallback is not None else chosen
            if chosen is not None:
                yield from _seen(chosen)
        elif name and name not in _GONE:
            yield child


def _paragraph(walk: _Walk, element: etree._Element, within: tuple[str, ...]) -> None:
    properties = next((child for child in element if _local(child) == "pPr"), None)
    tag, joins = _look(walk, properties)
    _inline(walk, element)
    if joins:
        # The mark that parted it from the next paragraph is deleted, or it is a drop cap.
        walk.carried += "".join(walk.pieces)
        walk.pieces.clear()
    else:
        _end(walk, tag, within)
    boxes, walk.boxes = walk.boxes, []
    for box in boxes:
        _blocks(walk, box, (*within, "aside"))


def _end(walk: _Walk, tag: str, within: tuple[str, ...]) -> None:
    words = walk.carried + "".join(walk.pieces)
    walk.carried = ""
    walk.pieces.clear()
    if words.strip():
        share = share_of(walk.linked, words)
        if walk.pictured:
            slanted = walk.centred or walk.slanted >= len(words.strip())
            within = (*within, PICTURE, SET_APART) if slanted else (*within, PICTURE)
        walk.done.append(Paragraph(words, tag, within, share, walk.apart))
        walk.pictured = False
    walk.linked = walk.slanted = 0
    walk.apart = not words.strip()


def _look(walk: _Walk, properties: etree._Element | None) -> tuple[str, bool]:
    """The page tag of a paragraph, and whether it runs on into the next one."""
    tag, joins = "p", False
    walk.centred = walk.hidden = False
    for child in () if properties is None else properties:
        name = _local(child)
        if name == "pStyle":
            tag = walk.styles.tags.get(_value(child), tag)
            walk.hidden = _value(child) in walk.styles.hidden
        elif name == "numPr" and tag == "p":
            tag = "li"
        elif name == "jc":
            walk.centred = _value(child) == "center"
        elif name == "framePr":
            joins = bool(_attribute(child, "dropCap"))
        elif name == "rPr":
            joins = joins or any(_local(mark) == "del" for mark in child)
    return tag, joins


def _inline(walk: _Walk, parent: etree._Element) -> None:
    for child in _seen(parent):
        name = _local(child)
        if name == "r":
            _run(walk, child)
        elif name == "fldSimple":
            _code(walk, _attribute(child, "instr"))
            _inline(walk, child)
        elif name == "t" and not walk.unseen():
            walk.pieces.append(child.text or "")
        elif name in _PICTURES:
            _picture(walk, child)
        else:
            before = len(walk.pieces)
            _inline(walk, child)
            if name == "hyperlink":
                walk.linked += sum(map(len, walk.pieces[before:]))


def _run(walk: _Walk, run: etree._Element) -> None:
    if remark := _why_left_out(walk, run):
        if any(_local(child) == "t" and (child.text or "").strip() for child in run):
            walk.remarks[remark] = None
        return
    before = len(walk.pieces)
    for child in run:
        name = _local(child)
        if name == "instrText":
            _code(walk, child.text or "")
        elif name == "fldChar":
            _field(walk, _attribute(child, "fldCharType"))
        elif name == "AlternateContent":
            for part in _seen(run):
                if _local(part) in _PICTURES and part.getparent() is not run:
                    _picture(walk, part)
        elif name in _PICTURES:
            _picture(walk, child)
        elif not walk.unseen() and name not in _GONE:
            _piece(walk, child, name)
    if _has(run, ("i",)):
        walk.slanted += sum(map(len, walk.pieces[before:]))


def _piece(walk: _Walk, child: etree._Element, name: str) -> None:
    if name == "t":
        walk.pieces.append(child.text or "")
    elif name in _BREAKS:
        walk.pieces.append(_BREAKS[name])
    elif name == "sym":
        walk.pieces.append(_symbol(_attribute(child, "char")))
    elif name == "ruby":
        _inline(walk, next((part for part in child if _local(part) == "rubyBase"), child))


def _symbol(code: str) -> str:
    """The character of a symbol, where it is not the font's own secret."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return "" if point in _PRIVATE or not 0x20 <= point < 0x110000 else chr(point)  # noqa: PLR2004


def _why_left_out(walk: _Walk, run: etree._Element) -> str:
    """Why the words of a run are left out, if they are."""
    properties = next((child for child in run if _local(child) == "rPr"), None)
    hidden = _said(properties, _HIDING)
    if hidden is None:
        named = () if properties is None else properties
        own = [_value(child) for child in named if _local(child) == "rStyle"]
        hidden = walk.hidden or any(style in walk.styles.hidden for style in own)
    if hidden:
        return "Text formatted as hidden was left out."
    return STRUCK if _said(properties, _STRIKING) else ""


def _has(run: etree._Element, names: tuple[str, ...]) -> bool:
    """Whether the run's own properties switch the first one of `names` on that they name."""
    return bool(_said(next((child for child in run if _local(child) == "rPr"), None), names))


def _said(properties: etree._Element | None, names: tuple[str, ...]) -> bool | None:
    """Whether `properties` switch the first one of `names` on or off that they name."""
    for child in () if properties is None else properties:
        if _local(child) in names:
            return _value(child) not in ("0", "false", "off")
    return None


def _field(walk: _Walk, step: str) -> None:
    if step == "begin":
        walk.fields.append(False)
    elif step == "separate" and walk.fields:
        walk.fields[-1] = True
    elif step == "end" and walk.fields:
        walk.fields.pop()


def _code(walk: _Walk, code: str) -> None:
    if found := _ACTIVE.search(code):
        walk.remarks[
            f"A field that loads or starts something ({found[1]}) was left out; its words stand."
        ] = None


def _picture(walk: _Walk, element: etree._Element) -> None:
    """A picture has no words but those of a text box in it."""
    boxes = [part for part in element.iter() if _local(part) == "txbxContent"]
    walk.boxes.extend(boxes)
    if not boxes and not walk.carried and not any(map(str.strip, walk.pieces)):
        walk.pictured = True
