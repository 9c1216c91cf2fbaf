"""The package around the body: parts of the reference document, ready to be joined.

Our own reference document was made by python-docx beforehand (tools/make_reference.py), so its parts
are taken as they are. A house's document goes through python-docx, which puts it in order and takes
over the styles it lacks.
"""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from msgspec import Struct, field

from briefing.errors import UsageError
from briefing.resources import asset
from briefing.writers.word import styles

_STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]*)"')
_SECTION = re.compile(r"<w:sectPr\b.*</w:sectPr>", re.DOTALL)
_ROOT = re.compile(r"^.*?<w:document\b[^>]*>", re.DOTALL)
_NUMBER = re.compile(r'w:(w|left|right)="(\d+)"')
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_TYPES, _BODY_LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


class Skeleton(Struct):
    """The parts of a package by name; `ids` leads from a style's name to its id."""

    parts: dict[str, bytes]
    ids: Mapping[str, str]
    section: str
    root: str
    added: list[str] = field(default_factory=list)

    @property
    def has_letterhead(self) -> bool:
        """Whether the reference brings a header of its own."""
        return "w:headerReference" in self.section

    @property
    def text_width(self) -> int:
        """Width of the text in twentieths of a point."""
        size = re.search(r"<w:pgSz\b[^>]*>", self.section)
        margins = re.search(r"<w:pgMar\b[^>]*>", self.section)
        if not size or not margins:
            return 8800
        wide = dict(_NUMBER.findall(size.group()))
        sides = dict(_NUMBER.findall(margins.group()))
        return int(wide["w"]) - int(sides["left"]) - int(sides["right"])

    def text(self, name: str) -> str:
        """A part's XML."""
        return self.parts[name].decode("utf-8")

    def link(self, kind: str, target: str, *, external: bool = False) -> str:
        """Relate the body to a part or an address (escaped already); returns the id."""
        number = len(self.added) + 1
        mode = ' TargetMode="External"' if external else ""
        relation = f'Id="rIdB{number}" Type="{_RELATIONS}{kind}" Target="{target}"{mode}'
        self.added.append(f"<Relationship {relation}/>")
        return f"rIdB{number}"

    def add(self, name: str, kind: str, content: str) -> str:
        """Add a part to the package and relate the body to it; returns the relationship's id."""
        self.parts[f"word/{name}"] = (_HEAD + content).encode("utf-8")
        self.declare(f"/word/{name}", f"{_CONTENT}{kind}+xml")
        return self.link(kind, name)

    def declare(self, name: str, content_type: str) -> None:
        """Name the type of the part `name` in the package's list."""
        override = f'<Override PartName="{name}" ContentType="{content_type}"/>'
        self.parts[_TYPES] = _before_end(self.text(_TYPES), "</Types>", override)

    def finish(self, body: str) -> bytes:
        """The finished package: fixed times, the parts in the order of their names."""
        document = f"{self.root}<w:body>{body}{self.section}</w:body></w:document>"
        self.parts["word/document.xml"] = document.encode("utf-8")
        links = _before_end(self.text(_BODY_LINKS), "</Relationships>", "".join(self.added))
        self.parts[_BODY_LINKS] = links
        result = BytesIO()
        with zipfile.ZipFile(result, "w") as package:
            for name in sorted(self.parts, key=lambda name: (name != _TYPES, name)):
                info = zipfile.ZipInfo(name, _ZIP_TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr, info.create_system = 0o600 << 16, 3
                package.writestr(info, self.parts[name])
        return result.getvalue()


def open_skeleton(reference: bytes | None) -> Skeleton:
    """The parts of `reference`, or of our own reference document.

    Raises:
        UsageError: if `reference` is not a Word file.
    """
    data = asset("reference.docx").read_bytes() if reference is None else _house(reference)
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"].decode("utf-8")
    section, root = _SECTION.search(document), _ROOT.match(document)
    if section is None or root is None:
        raise UsageError("the reference document has no page setup", remedy="Save it anew in Word.")
    named = _STYLE.findall(parts["word/styles.xml"].decode("utf-8"))
    known = {name.casefold(): style for style, name in named}
    ids = {name: known[name.casefold()] for name in styles.ALL}
    return Skeleton(parts, ids, section.group(), root.group())


def _house(reference: bytes) -> bytes:
    """A house's document put in order by python-docx, with the styles it lacks from ours."""
    # Late: importing python-docx takes longer than writing a briefing without it.
    from docx.opc.exceptions import PackageNotFoundError

    from briefing.writers.word.house import with_our_styles

    try:
        return with_our_styles(reference, asset("reference.docx").read_bytes())
    except (PackageNotFoundError, zipfile.BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise UsageError(
            f"the reference document is not a Word file: {error}", remedy="Name a .docx file."
        ) from None


def _before_end(xml: str, end: str, addition: str) -> bytes:
    head, found, tail = xml.rpartition(end)
    return f"{head}{addition}{found}{tail}".encode()
