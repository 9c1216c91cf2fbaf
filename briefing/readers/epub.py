"""Electronic books (EPUB 2 and 3): a report is one source, an issue of articles a source for each.

An issue is told by its pages: each names the address it was taken from. The order is that of the
book's spine; the words are XHTML and are laid out like a page's. Nothing in it is run or loaded.
"""

import posixpath
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Clue, Field, Kind, Notice
from briefing.readers.epub_pages import Leaf, leaf_of, lines_of, page_of, whole_name
from briefing.readers.html import read_html
from briefing.readers.packages import Package
from briefing.readers.reading import Reading
from briefing.readers.setting import Setter

MEDIA_TYPE = "application/epub+zip"
_CONTAINER, _KEYS = "META-INF/container.xml", "META-INF/encryption.xml"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are veiled (EPUB 3.3, 4.4); anything else in the list of keys locks the words."""
_PAGES = frozenset(
    ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
)
_WORDS_OF_AN_ARTICLE = 80
_TOOLS = frozenset(("calibre", "kindleear"))
"""Programs that name themselves as author and publisher of what they fetched."""
_LOCKED = "Its seller locked it (DRM): get the text from where it was published, or leave it out."


class _Entry(Struct, frozen=True):
    """What the package document says of one thing (`dc:creator`, `dc:date`)."""

    name: str
    words: str
    role: str = ""


def read_epub(data: bytes, path: PurePath) -> Reading:
    """The report in the book `data`, or the articles of an issue.

    Raises:
        SourceError: if it is damaged, locked by its seller, or holds no words.
    """
    package = Package(data, path)
    _refuse_locked(package)
    place = next(
        (item.get("full-path") for item in package.xml(_CONTAINER).iter("{*}rootfile")), None
    )
    if not place:
        raise SourceError("the electronic book does not say where its contents are", where=path)
    opf = package.xml(place)
    names, lost = _spine(package, opf, posixpath.dirname(place))
    leaves = [leaf_of(name, package.read(name), path) for name in names]
    remarks = [f"{lost} of its chapters are missing in the file."] if lost else []
    notices = tuple(Notice(str(path), remark) for remark in remarks)
    told = tuple(_entries(opf))
    groups = [list(group) for _, group in groupby(leaves, lambda leaf: whole_name(leaf.name))]
    if _is_issue(groups):
        return Reading(tuple(_issue(groups, told, path, digest(data))), notices=notices)
    return Reading((_book(leaves, told, path, digest(data)),), notices=notices)


def _refuse_locked(package: Package) -> None:
    if _KEYS not in package:
        return
    ways = [str(item.get("Algorithm")) for item in package.xml(_KEYS).iter("{*}EncryptionMethod")]
    if any(way not in _FONTS_ONLY for way in ways):
        raise SourceError("the electronic book is locked", where=package.path, remedy=_LOCKED)


def _spine(package: Package, opf: etree._Element, folder: str) -> tuple[list[str], int]:
    """The names of the book's pages in the order they are read, and how many are not there."""
    items = {item.get("id"): item for item in opf.iter("{*}item")}
    names: list[str] = []
    lost = 0
    for point in opf.iter("{*}itemref"):
        item = items.get(point.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if name not in package:
            lost += 1
        elif name not in names and "nav" not in (item.get("properties") or "").split():
            names.append(name)
    return names, lost


def _is_issue(groups: Sequence[Sequence[Leaf]]) -> bool:
    """Whether most pages with an article's words were taken from an address of their own."""
    wordy = [group for group in groups if sum(leaf.words for leaf in group) > _WORDS_OF_AN_ARTICLE]
    own = {address for group in wordy if (address := _address(group))}
    return bool(own) and 2 * len(own) > len(wordy)


def _address(group: Sequence[Leaf]) -> str:
    return next((leaf.address for leaf in group if leaf.address), "")


def _issue(
    groups: Sequence[Sequence[Leaf]], told: Sequence[_Entry], path: PurePath, sha256: str
) -> Iterator[Article]:
    language = [
        Clue(Field.LANGUAGE, entry.words, "language of the book")
        for entry in told
        if entry.name == "language"
    ]
    index = 0
    for group in groups:
        if not (address := _address(group)):
            continue
        try:
            (article,) = read_html(page_of(group), path, declared="utf-8")
        except SourceError:
            continue
        clues = (Clue(Field.URL, address, "address of the page"), *article.clues, *language)
        yield replace(article, sha256=sha256, index=index, clues=clues)
        index += 1


def _book(leaves: Sequence[Leaf], told: Sequence[_Entry], path: PurePath, sha256: str) -> Article:
    setter = Setter()
    clues = list(_clues(told))
    title = next((clue.value for clue in clues if clue.field is Field.TITLE), "")
    for leaf in leaves:
        for words, line, kind in lines_of(leaf):
            named = Kind.TITLE if words == title else kind
            setter.add(words, kind=named, tag=line.tag, within=line.within)
    if not any(map(str.isalnum, setter.text)):
        remedy = "If it shows pictures of pages, have their text recognised (OCR)."
        raise SourceError("there are no words in the electronic book", where=path, remedy=remedy)
    notices = tuple(Notice(str(path), remark) for remark in setter.remarks)
    lines = tuple(setter.lines)
    return Article(path, sha256, MEDIA_TYPE, setter.text, lines, tuple(clues), notices=notices)


def _clues(told: Sequence[_Entry]) -> Iterator[Clue]:
    """The metadata of the package document (Dublin Core)."""
    for entry in told:
        words, where = entry.words, f"{entry.name} of the electronic book"
        match entry.name:
            case "title":
                yield Clue(Field.TITLE, words, where)
            case "creator" if entry.role in ("", "aut") and words.casefold() not in _TOOLS:
                yield Clue(Field.AUTHORS, words, where)
            case "publisher" if words.casefold() not in _TOOLS:
                yield Clue(Field.PUBLISHER, words, where)
            case "date" if entry.role in ("", "publication"):
                yield Clue(Field.PUBLISHED, words, where)
            case "language":
                yield Clue(Field.LANGUAGE, words, where)
            case "identifier" | "source" if words.startswith(("http://", "https://")):
                yield Clue(Field.URL, words, where)


def _entries(opf: etree._Element) -> Iterator[_Entry]:
    """What stands in the metadata, each with its role: an attribute in EPUB 2, an element in 3."""
    roles = {
        (item.get("refines") or "").removeprefix("#"): (item.text or "").strip()
        for item in opf.iter("{*}meta")
        if item.get("property") in ("role", "title-type")
    }
    for item in opf.iter("{http://purl.org/dc/elements/1.1/}*"):
        words = " ".join("".join(str(piece) for piece in item.itertext()).split())
        own = item.get("{http://www.idpf.org/2007/opf}role")
        event = item.get("{http://www.idpf.org/2007/opf}event")
        name = etree.QName(item).localname
        role = own or event or roles.get(item.get("id") or "", "")
        if words and not (name == "title" and role not in ("", "main")):
            yield _Entry(name, words, role)
