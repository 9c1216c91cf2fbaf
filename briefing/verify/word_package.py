"""The parts of a Word file, read with limits: the package may be anything."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from msgspec import Struct

from briefing.errors import ProofError

MOST_MEMBERS = 5_000
LARGEST_PART = 64 * 2**20
LARGEST_PACKAGE = 256 * 2**20
STEEPEST = 400
"""Bytes that a packed byte may become, above a megabyte."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MANIFEST = "urn:briefing:manifest:1"
_OF_OFFICE = re.compile(
    rb"<(?:(\w+):)?\w+\b[^>]*\sxmlns(?(1):\1)=[\"']http://schemas\.(?:openxmlformats\.org/officeDocument|microsoft\.com/office)/"
)
"""The root of a part that Word makes itself, such as for its sources or a cover page."""
_BODY_TYPES = re.compile(r"wordprocessingml\.(?:document|template)\.main|ms-word\..*main")


class Package(Struct, frozen=True):
    """The parts by name; `body` is the name of the main one."""

    parts: dict[str, zipfile.ZipInfo]
    archive: zipfile.ZipFile
    body: str

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; `None` if there is none of that name."""
        info = self.parts.get(name)
        return None if info is None else _inflated(self.archive, info)

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """What `part` is related to: id, last word of the kind, name of the part."""
        folder, name = posixpath.split(part)
        data = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        for tag, attributes in _elements(data) if data else ():
            target = attributes.get("Target", "")
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                base = "" if target.startswith("/") else folder
                path = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
                kind = attributes.get("Type", "").rsplit("/", 1)[-1]
                yield attributes.get("Id", ""), kind, path

    def manifests(self) -> tuple[list[bytes], list[str]]:
        """The text of every custom part in our namespace, and the names of others that are not Word's."""
        found: list[bytes] = []
        others: list[str] = []
        for name in self.parts:
            if re.fullmatch(r"customXml/(?!itemProps)[^/]+\.xml", name):
                data = self.read(name) or b""
                if _OF_OFFICE.search(data[:4096]):
                    continue
                text = _text_of(data) if _MANIFEST.encode() in data[:4096] else None
                if text is None:
                    others.append(name)
                else:
                    found.append(text.encode())
        return found, others


def open_package(data: bytes) -> Package:
    """The package in `data`.

    Raises:
        ProofError: if it is no Word file, or one that could harm.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise ProofError("this is no Word file: the package cannot be opened") from None
    _check(members)
    parts = {info.filename: info for info in members}
    return Package(parts, archive, _body(archive, parts))


def _check(members: list[zipfile.ZipInfo]) -> None:
    names = [info.filename.casefold() for info in members]
    if len(members) > MOST_MEMBERS:
        raise ProofError(f"the package has more than {MOST_MEMBERS} parts")
    if len(set(names)) < len(names):
        raise ProofError("the package holds two parts of one name, so that readers could differ")
    if any(info.flag_bits & 1 for info in members):
        raise ProofError("the package is encrypted", remedy="Save it without a password.")
    if any(info.compress_type not in _METHODS for info in members):
        raise ProofError("the package is compressed in a way that Word does not use")
    if sum(info.file_size for info in members) > LARGEST_PACKAGE:
        raise ProofError(f"the package holds more than {LARGEST_PACKAGE // 2**20} MB")
    ends = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < ends:
            raise ProofError("parts of the package overlap, as only a bomb's do")
        ends = info.header_offset + info.compress_size
        if info.file_size > 2**20 and info.file_size > STEEPEST * max(info.compress_size, 1):
            raise ProofError("a part of the package is blown up beyond measure")


def _body(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str:
    types = parts.get("[Content_Types].xml")
    if types is not None:
        for tag, attributes in _elements(_inflated(archive, types)):
            if tag == "Override" and _BODY_TYPES.search(attributes.get("ContentType", "")):
                name = attributes.get("PartName", "").lstrip("/")
                if name in parts:
                    return name
    raise ProofError(
        "this is no Word file: the package has no document in it", remedy="Save it as .docx."
    )


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(info) as member:
            data = member.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError,
            RuntimeError):  # fmt: skip
        raise ProofError(f"the part {info.filename!r} of the package is damaged") from None
    if len(data) > LARGEST_PART:
        raise ProofError(f"a part of the package has more than {LARGEST_PART // 2**20} MB")
    return data


def make_parser() -> expat.XMLParserType:
    """A parser that gives `namespace local` names and refuses a document type."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise ProofError("a part of the file declares a document type, which no writer does")

    parser.StartDoctypeDeclHandler = refuse
    return parser


def parse(parser: expat.XMLParserType, data: bytes) -> None:
    """Run `parser` over `data`.

    Raises:
        ProofError: if it is not well-formed.
    """
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position
    except (expat.ExpatError, ValueError, LookupError):
        raise ProofError("a part of the file is not well-formed XML") from None


def _elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = make_parser()
    parser.StartElementHandler = lambda name, attributes: found.append(
        (name.rsplit(" ", 1)[-1], attributes)
    )
    parse(parser, data)
    return found


def _text_of(data: bytes) -> str | None:
    """The text of the root element, if it is our manifest."""
    words: list[str] = []
    roots: list[str] = []
    parser = make_parser()
    parser.StartElementHandler = lambda name, _: roots.append(name)
    parser.CharacterDataHandler = words.append
    parse(parser, data)
    return "".join(words) if roots == [f"{_MANIFEST} manifest"] else None
