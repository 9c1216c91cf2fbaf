"""OpenDocument texts (LibreOffice)."""

from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree
from msgspec import Struct, field

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.readers.documents import NOTE, PICTURE, SET_APART, reading_of, share_of
from briefing.readers.odt_styles import Styles, styles_of
from briefing.readers.packages import Package
from briefing.readers.reading import Reading
from briefing.readers.remarks import STRUCK
from briefing.readers.soft_lines import Paragraph

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_GONE = frozenset(
    "tracked-changes annotation annotation-end hidden-text hidden-paragraph sequence-decls "
    "variable-decls user-field-decls forms note-citation ruby-text script title desc".split()
)
_HIDDEN = "Text formatted as hidden was left out."
_MOST_SPACES = 40


class _Walk(Struct):
    styles: Styles
    done: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    linked: int = 0
    slanted: int = 0
    pictured: bool = False
    apart: bool = False
    remarks: dict[str, None] = field(default_factory=dict)


def read_odt(data: bytes, path: PurePath) -> Reading:
    """The article in the OpenDocument text `data`.

    Raises:
        SourceError: if it is damaged, locked or holds no words.
    """
    package = Package(data, path)
    manifest = "META-INF/manifest.xml"
    if manifest in package and any(
        _local(item) == "encryption-data" for item in package.xml(manifest).iter()
    ):
        raise SourceError(
            "the document is locked with a password", where=path, remedy="Save it without one."
        )
    content = package.xml("content.xml")
    named = package.xml("styles.xml") if "styles.xml" in package else content
    walk = _Walk(styles_of(content, named))
    body = next(
        (item for item in content.iter() if _local(item) == "text" and _in_body(item)),
        None,
    )
    if body is None:
        raise SourceError("the file is an OpenDocument file, but not a text", where=path)
    _blocks(walk, body, ())
    remarks = [*_remarks(package), *walk.remarks]
    return reading_of([*walk.done, *walk.notes], path, digest(data), MEDIA_TYPE, remarks)


def _remarks(package: Package) -> Iterator[str]:
    if any(name.startswith(("Basic/", "Scripts/")) for name in package.members):
        yield "The document holds a macro, which was left out."


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _in_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and _local(parent) == "body"


def _attribute(element: etree._Element, name: str) -> str:
    return next(
        (str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), ""
    )


def _blocks(walk: _Walk, parent: etree._Element, within: tuple[str, ...]) -> None:
    for child in parent:
        name = _local(child)
        if name in ("p", "h"):
            _paragraph(walk, child, within)
        elif name == "list-item":
            _blocks(walk, child, (*within, "li"))
        elif name == "table":
            _blocks(walk, child, (*within, "table"))
        elif name == "image":
            walk.pictured = True
        elif name == "section" and _attribute(child, "display") in ("none", "condition"):
            walk.remarks[_HIDDEN] = None
        elif name and name not in _GONE:
            _blocks(walk, child, within)


def _paragraph(walk: _Walk, element: etree._Element, within: tuple[str, ...]) -> None:
    pieces: list[str] = []
    style = _attribute(element, "style-name")
    _inline(walk, element, pieces)
    words = "".join(pieces)
    if words.strip() and (remark := _why_left_out(walk, element)):
        walk.remarks[remark] = None
        words = ""
    if words.strip():
        share = share_of(walk.linked, words)
        slanted = walk.slanted >= len(words.strip()) or walk.styles.is_slanted(style)
        below: tuple[str, ...] = ()
        if walk.pictured:
            apart = slanted or walk.styles.is_centred(style)
            below = (PICTURE, SET_APART) if apart else (PICTURE,)
        tag = _tag(walk, element, style, within)
        walk.done.append(Paragraph(words, tag, (*within, *below), share, walk.apart))
        walk.pictured = False
    walk.linked = walk.slanted = 0
    walk.apart = not words.strip()
    boxes, walk.boxes = walk.boxes, []
    for box in boxes:
        _blocks(walk, box, (*within, "aside"))


def _tag(walk: _Walk, element: etree._Element, style: str, within: tuple[str, ...]) -> str:
    """The tag that a paragraph would have on a page."""
    if _local(element) == "h":
        return f"h{(_attribute(element, 'outline-level') or '1')[:1]}"
    if walk.styles.is_caption(style):
        return "figcaption"
    return walk.styles.tag(style) or ("li" if "li" in within else "p")


def _inline(walk: _Walk, element: etree._Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        name = _local(child)
        if name == "s":
            count = _attribute(child, "c") or "1"
            pieces.append(" " * (min(int(count), _MOST_SPACES) if count.isdigit() else 1))
        elif name in ("tab", "line-break"):
            pieces.append("\t" if name == "tab" else "\n")
        elif name == "note":
            _note(walk, child)
        elif name == "text-box":
            walk.boxes.append(child)
        elif name == "image":
            walk.pictured = walk.pictured or not any(map(str.strip, pieces))
        elif name and name not in _GONE:
            before = len(pieces)
            _inline(walk, child, pieces)
            if name == "span" and (remark := _why_left_out(walk, child)):
                walk.remarks[remark] = None
                del pieces[before:]
            elif name == "a":
                walk.linked += sum(map(len, pieces[before:]))
            elif name == "span" and walk.styles.is_slanted(_attribute(child, "style-name")):
                walk.slanted += sum(map(len, pieces[before:]))
        pieces.append(child.tail or "")


def _why_left_out(walk: _Walk, element: etree._Element) -> str:
    """Why the words of a span or a paragraph are left out, if they are."""
    style = _attribute(element, "style-name")
    if walk.styles.is_hidden(style):
        return _HIDDEN
    return STRUCK if walk.styles.is_struck(style) else ""


def _note(walk: _Walk, element: etree._Element) -> None:
    inner = _Walk(walk.styles)
    _blocks(inner, element, ())
    walk.notes.extend(Paragraph(item.words, NOTE, ("footer",)) for item in inner.done)
