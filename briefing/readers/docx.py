"""Word documents: the parts of the package, and what it carries besides text."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.readers.documents import NOTE, reading_of
from briefing.readers.docx_text import paragraphs, styles_of
from briefing.readers.own_files import IN_WORD, finished
from briefing.readers.packages import Package
from briefing.readers.reading import Reading
from briefing.readers.soft_lines import Paragraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_WORD = re.compile(r"wordprocessingml|ms-word\.")
"""What the types of documents and templates have in common, and those of such with macros."""
_CHUNK = "aFChunk"
"""The relation to a file whose words Word takes in when it opens the document."""
_PLAIN_LINK = re.compile(r"^(?:https?:|mailto:|#|$)", re.IGNORECASE)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_MOST_PIXELS = 100_000_000
_LONGEST_PROPERTY = 2000


def read_docx(data: bytes, path: PurePath) -> Reading:
    """The article in the Word document `data`, or those of an export.

    Raises:
        SourceError: if it is damaged, locked, no Word document, a finished briefing, or holds no words.
    """
    package = Package(data, path)
    main = _main_part(package)
    if any(IN_WORD in package.head(name) for name in package.members if "customXml" in name):
        raise finished(path)
    relations = _relations(package, _relations_of(main))
    found, remarks = _text(package, main, relations)
    if not found and any(kind == _CHUNK for kind, _ in relations.values()):
        raise SourceError(
            "all words of the document are in another file that it holds, which is not read",
            where=path,
            remedy="Open it in Word or LibreOffice and save it as .docx.",
        )
    if any(kind == _CHUNK for kind, _ in relations.values()):
        remarks = (*remarks, "The document holds another file among its words, which was not read.")
    remarks = (*remarks, *_remarks(package, main))
    return reading_of(found, path, digest(data), MEDIA_TYPE, remarks)


def _main_part(package: Package) -> str:
    """The name of the part that holds the text."""
    _refuse_types(package)
    types = package.xml(_TYPES)
    for kind, target in _relations(package, _ROOT).values():
        if kind == "officeDocument":
            main = posixpath.normpath(target.lstrip("/"))
            if not _WORD.search(_type_of(types, main)):
                raise SourceError(
                    "the file is an Office file, but not a Word document",
                    where=package.path,
                    remedy="Save its text as a Word document.",
                )
            return main
    raise SourceError("the package holds no document", where=package.path)


def _refuse_types(package: Package) -> None:
    """Refuse entities anywhere in the package: only a forger needs them."""
    for name in package.members:
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.head(name).upper():
            raise SourceError(
                "the file defines entities, which nothing honest needs", where=package.path
            )


def _type_of(types: etree._Element, part: str) -> str:
    default = ""
    for entry in types:
        if (entry.get("PartName") or "").lstrip("/").casefold() == part.casefold():
            return entry.get("ContentType") or ""
        if entry.get("Extension") == part.rpartition(".")[2]:
            default = entry.get("ContentType") or ""
    return default


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """What the part's relations are for and lead to, those inside the package only."""
    if part not in package:
        if part == _ROOT:
            raise SourceError("the package lacks its relations", where=package.path)
        return {}
    base = posixpath.dirname(posixpath.dirname(part))
    found: dict[str, tuple[str, str]] = {}
    for entry in package.xml(part):
        target = entry.get("Target") or ""
        if entry.get("TargetMode") == "External":
            continue
        whole = posixpath.normpath(
            target.lstrip("/") if target.startswith("/") else posixpath.join(base, target)
        )
        if whole.startswith(".."):
            raise SourceError("the package leads outside itself", where=package.path)
        found[entry.get("Id") or target] = ((entry.get("Type") or "").rpartition("/")[2], whole)
    return found


def _text(
    package: Package, main: str, relations: dict[str, tuple[str, str]]
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of the body, then those of the notes."""
    parts = dict(relations.values())
    styles = styles_of(
        package.xml(parts["styles"]) if parts.get("styles") in package.members else None
    )
    found, remarks = paragraphs(package.xml(main), styles)
    every, told = list(found), list(remarks)
    for part, name in _NOTES:
        if parts.get(part) not in package.members:
            continue
        for note in package.xml(parts[part]):
            kinds = {str(key).rpartition("}")[2]: value for key, value in note.items()}
            if kinds.get("type", "normal") == "normal" and str(note.tag).endswith(f"}}{name}"):
                words, more = paragraphs(note, styles)
                every.extend(Paragraph(item.words, NOTE, ("footer",)) for item in words)
                told.extend(more)
    return tuple(every), tuple(dict.fromkeys(told))


def _remarks(package: Package, main: str) -> Iterator[str]:
    """What the package carries that is not text."""
    if any(name.endswith("vbaProject.bin") for name in package.members):
        yield "The document holds a macro, which was left out."
    if any(not _PLAIN_LINK.match(target) for target in _external(package, main)):
        yield "The document links to files or programs; the links were left out."
    if any(b"verified" in package.head(name) for name in package.members if "customXml" in name):
        yield "The document claims to be verified; that is for `briefing verify` to say."
    if any(_is_huge(package.head(name)) for name in package.members if name.endswith(".png")):
        yield "A picture in the document is far too large; pictures are not read."
    core = next((name for name in package.members if name.endswith("core.xml")), None)
    if core and any(len(item.text or "") > _LONGEST_PROPERTY for item in package.xml(core)):
        yield "The document’s properties are far too long; they were not read."


def _external(package: Package, main: str) -> Iterator[str]:
    for part in (_relations_of(main), "word/_rels/settings.xml.rels"):
        if part in package:
            for entry in package.xml(part):
                if entry.get("TargetMode") == "External":
                    yield (entry.get("Target") or "").strip()


def _is_huge(head: bytes) -> bool:
    """Whether a PNG picture says that it has more pixels than any photograph."""
    if not head.startswith(b"\x89PNG") or len(head) < 24:  # noqa: PLR2004 - up to its height
        return False
    width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    return width * height > _MOST_PIXELS
