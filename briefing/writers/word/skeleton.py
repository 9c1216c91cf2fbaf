"""The package around the body: parts of the reference document, ready to be joined.

Our own reference document was made by python-docx beforehand (tools/make_reference.py), so its parts
are taken as they are. A house's document goes through python-docx, which puts it in order and takes
over the styles it lacks (`house`).
"""

import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO

from msgspec import Struct, field

from briefing.errors import UsageError
from briefing.model.look import Look as PageLook
from briefing.model.source import Notice
from briefing.resources import asset
from briefing.writers.word import styles
from briefing.writers.word.dressing import dress, fold, with_small_heads
from briefing.writers.word.markup import HEAD
from briefing.writers.word.measures import Shape, StyleBook
from briefing.writers.word.sheet import sheet_of
from briefing.writers.word.styles import Look
from briefing.writers.word.zipping import Awaited, begin_all, zipped

_STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]*)"')
_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_ROOT = re.compile(r"^.*?<w:document\b[^>]*>", re.DOTALL)
_TYPES, _BODY_LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STANDARD = PageLook()


class Skeleton(Struct):
    """The parts of a package by name; `before` and `after` are the house's own words in the body.

    `long` holds the parts that are compressed while they are written, `furniture` the headers and
    footers by their sort and by the pages that bear them (default, first, even). `learnt` says where
    the measures of a house's own fonts are found, `notices` what could not be shown.
    """

    parts: dict[str, bytes]
    look: Look
    section: str
    root: str
    before: str = ""
    after: str = ""
    is_house: bool = False
    added: list[str] = field(default_factory=list)
    measured: dict[str, Shape] = field(default_factory=dict)
    kept_book: StyleBook | None = None
    long: dict[str, list[Awaited]] = field(default_factory=dict)
    furniture: dict[tuple[str, str], bytes] = field(default_factory=dict)
    learnt: Mapping[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A part's XML."""
        return self.parts[name].decode("utf-8")

    def take_small_heads(self, smaller: int) -> None:
        """Let our own headings look like those so many levels below; a house's are as it has them."""
        if smaller and not self.is_house:
            restyled = with_small_heads(self.text("word/styles.xml"), smaller)
            self.parts["word/styles.xml"] = restyled.encode()

    def book(self) -> StyleBook:
        """The styles, as they are when first asked for."""
        if self.kept_book is None:
            self.kept_book = self._book()
        return self.kept_book

    def _book(self) -> StyleBook:
        theme, lists = (
            self.parts.get(f"word/{name}.xml", b"").decode("utf-8", "replace")
            for name in ("theme/theme1", "numbering")
        )
        grid = sheet_of(self.section).grid
        return StyleBook(self.text("word/styles.xml"), theme, grid, self.learnt, lists)

    def shapes(self) -> Mapping[str, Shape]:
        """How large each of our styles is set, by its name."""
        if not self.measured:
            self.measured = self.book().shapes(self.look.ids, self.look.numbering)
        return self.measured

    def height_of(self, part: bytes, width: float, edge: float) -> float:
        """The height of a house's header or footer (see `letterhead.height`)."""
        # Late: a house's document has loaded lxml already; ours does without.
        from briefing.writers.word.letterhead import height

        return height(part, self.book(), width, edge)

    def link(self, kind: str, target: str, *, external: bool = False) -> str:
        """Relate the body to a part or an address (escaped already); returns the id."""
        mode = ' TargetMode="External"' if external else ""
        key = f"{self._head_of_keys()}{len(self.added) + 1}"
        relation = f'Id="{key}" Type="{_RELATIONS}{kind}" Target="{target}"{mode}'
        self.added.append(f"<Relationship {relation}/>")
        return key

    def _head_of_keys(self) -> str:
        """What our ids begin with, and none of the house does: it may be a briefing of ours."""
        head, links = "rIdB", self.parts[_BODY_LINKS]
        while f'"{head}'.encode() in links:
            head += "B"
        return head

    def target(self, key: str) -> str | None:
        """The name of the part to which the body's relationship `key` leads."""
        found = re.search(
            rf'<Relationship\b(?=[^>]*\bId="{re.escape(key)}")[^>]*\bTarget="([^"]+)"',
            self.text(_BODY_LINKS),
        )
        if found is None:
            return None
        return found[1].lstrip("/") if found[1].startswith("/") else f"word/{found[1]}"

    def add(self, name: str, kind: str, content: str) -> str:
        """Add a part to the package and relate the body to it; returns the relationship's id."""
        return self.add_long(name, kind, (content,))

    def add_long(self, name: str, kind: str, content: Sequence[str]) -> str:
        """Add a part that is made of many texts; returns the relationship's id."""
        self.long[f"word/{name}"] = begin_all((HEAD, *content))
        self.declare(f"/word/{name}", f"{_CONTENT}{kind}+xml")
        return self.link(kind, name)

    def add_picture(self, name: str, content_type: str, data: bytes) -> str:
        """Add a picture to the package; returns the relationship's id."""
        self.parts[f"word/media/{name}"] = data
        self.declare(f"/word/media/{name}", content_type)
        return self.link("image", f"media/{name}")

    def declare(self, name: str, content_type: str) -> None:
        """Name the type of the part `name` in the package's list."""
        override = f'<Override PartName="{name}" ContentType="{content_type}"/>'
        self.parts[_TYPES] = _before_end(self.text(_TYPES), "</Types>", override)

    def finish(self, body: Sequence[Awaited]) -> bytes:
        """The finished package: fixed times, the parts in the order of their names."""
        first = begin_all((f"{self.root}<w:body>{self.before}",))
        last = begin_all((f"{self.after}{self.section}</w:body></w:document>",))
        links = _before_end(self.text(_BODY_LINKS), "</Relationships>", "".join(self.added))
        told: dict[str, bytes | Sequence[Awaited]] = {**self.parts, **self.long}
        told |= {"word/document.xml": [*first, *body, *last], _BODY_LINKS: links}
        return zipped({name: told[name] for name in sorted(told, key=_rank)})


def open_skeleton(
    reference: bytes | None, chosen: Mapping[str, str], look: PageLook = _STANDARD
) -> Skeleton:
    """The parts of `reference`, or of our own reference document in the template's look.

    `chosen` is the style map.

    Raises:
        UsageError: if `reference` is not a Word file, or `chosen` names a style it has not.
    """
    if reference is not None:
        return _house(reference, chosen)
    if chosen:
        raise UsageError(
            "styles are named for a house document, and there is none",
            remedy="Add --reference-doc, or leave the styles out.",
        )
    parts = read_parts(asset("reference.docx").read_bytes())
    section, root = section_and_root(parts)
    learnt: Mapping[str, str] = {}
    notices: list[Notice] = []
    if look != _STANDARD:
        learnt = _dress(parts, look, notices)
        section = fold(section, look)
    named = _STYLE.findall(parts["word/styles.xml"].decode("utf-8"))
    known = {name.casefold(): style for style, name in named}
    ids = {name: known[name.casefold()] for name in styles.ALL}
    look_ = Look(ids, sheet_of(section).narrowest)
    return Skeleton(parts, look_, section, root, learnt=learnt, notices=notices)


def _dress(parts: dict[str, bytes], look: PageLook, notices: list[Notice]) -> Mapping[str, str]:
    """Our styles in `look`, its own fonts with them; where the measures of these are found."""
    text = heads = None
    learnt: Mapping[str, str] = {}
    if look.text_fonts or look.heads_fonts:
        # Late: few houses bring fonts of their own.
        from briefing.writers.word.fonts import carry_fonts, families_of, names, untold

        families = families_of(look)
        text, heads = (family.name if family else None for family in families)
        carry_fonts(parts, [family for family in families if family])
        learnt = names(families)
        notices += untold(look, families)
    styles_ = parts["word/styles.xml"].decode("utf-8")
    parts["word/styles.xml"] = dress(styles_, look, text, heads).encode()
    return learnt


def read_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def section_and_root(parts: Mapping[str, bytes]) -> tuple[str, str]:
    """The last section's properties and the opening of the document, as they stand.

    Raises:
        UsageError: if there is none.
    """
    document = parts["word/document.xml"].decode("utf-8")
    section = _SECTION.match(document, max(0, document.rfind("<w:sectPr")))
    root = _ROOT.match(document)
    if section is None or root is None:
        raise UsageError("the reference document has no page setup", remedy="Save it anew in Word.")
    told = section.group()
    if told.endswith("/>"):
        told = f"{told[:-2]}></w:sectPr>"
    return told, root.group()


def _house(reference: bytes, chosen: Mapping[str, str]) -> Skeleton:
    """A house's document put in order by python-docx, with the styles it lacks from ours."""
    # Late: importing python-docx takes longer than writing a briefing without it.
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    from briefing.writers.word.house import take_over

    try:
        house = take_over(reference, asset("reference.docx").read_bytes(), chosen)
        section, root = section_and_root(house.parts)
    except (
        PackageNotFoundError, XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError,
    ):  # fmt: skip
        raise UsageError(
            "the reference document is not a Word file", remedy="Name a .docx or .dotx file."
        ) from None
    look = Look(house.ids, sheet_of(section).narrowest, house.numbering, house.outline)
    return Skeleton(house.parts, look, section, root, house.before, house.after, is_house=True)


def _before_end(xml: str, end: str, addition: str) -> bytes:
    head, found, tail = xml.rpartition(end)
    return f"{head}{addition}{found}{tail}".encode()


def _rank(name: str) -> tuple[bool, str]:
    """The list of types first, then by name."""
    return name != _TYPES, name
