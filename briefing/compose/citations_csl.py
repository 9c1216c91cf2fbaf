"""Citations in the style of a `.csl` file, through citeproc-py.

What it cannot do is said in docs/word.md: it knows no short form for later notes, and in some
styles it places a comma or an initial otherwise than pandoc does.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from html import unescape
from importlib.resources import files
from io import BytesIO
from pathlib import PurePath
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from lxml import etree

from briefing.compose.citation_words import file_name, shorten
from briefing.errors import UsageError
from briefing.model.csl import CslItem, csl_item
from briefing.model.document import Emphasis, Facts, Inline, Inlines, Strong, Text
from briefing.model.source import Source
from briefing.words import ENGLISH, Speech

_NUMBER = re.compile(r"^\s*(?:\[\d+\]|\d+\.)\s*")
_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_PRINTING = frozenset({"text", "number", "date", "names"})
_OF_THE_CITATION = frozenset(
    {"locator", "citation-number", "citation-label", "first-reference-note-number", "year-suffix"}
)
"""Variables whose values come from the citation, not from the source."""
_CASES_OF_NAMES = frozenset({"lowercase", "uppercase"})
_HIDE = {ord("<"): "\ue000", ord(">"): "\ue001", ord("&"): "\ue002"}
_SHOW = {ord(hidden): sign for sign, hidden in _HIDE.items()}
_ENDED = re.compile(r"([?!])([”’]*)[.,](?=\s|$)")
_OUTSIDE = re.compile(r"([”’]*”)([.,])(?=\s|$|<)")
_TAG = re.compile(r"<(/?)(i|b|em|strong)>|<[^>]+>")


class CslStyle:
    """The words of notes and entries of `sources`; `where` names the file in messages.

    Raises:
        UsageError: if `data` is not a citation style.
    """

    def __init__(
        self, data: bytes, sources: Iterable[Source], where: PurePath, tongue: Speech
    ) -> None:
        self._american = tongue.language == ENGLISH
        self._keys = {source.id: f"s{number}" for number, source in enumerate(sources, 1)}
        self._where, self._tongue = where, tongue
        items = [_item(source, self._keys[source.id], tongue) for source in sources]
        with self._told_plainly():
            style = CitationStylesStyle(
                BytesIO(_prepared(data, where)), _locale(data, tongue), validate=False
            )
            self._bibliography = CitationStylesBibliography(
                style, CiteProcJSON(items), formatter.html
            )
            self._register()
            # One by one: of several, those that come to nothing are left out.
            self._entries = {
                item.key: "".join(map(str, style.render_bibliography([item])))
                for item in self._bibliography.items
            }

    def note(self, source: Source, offset: int) -> Inlines:
        """The words of a note, with the place."""
        page = source.page_number(offset)
        place = str(source.page_label(offset) or page or source.paragraph_number(offset))
        locator = Locator("page" if page else "paragraph", place)
        item = CitationItem(self._keys[source.id], locator=locator)
        with self._told_plainly():
            citation = Citation([item])
            self._bibliography.register(citation)
            told = str(self._bibliography.cite(citation, lambda _: None))
        return self._told(told) if _says(told) else self._named(source)

    def entry(self, source: Source) -> Inlines:
        """The words of an entry."""
        told = _NUMBER.sub("", self._entries.get(self._keys[source.id].lower(), ""))
        if not _says(told):
            return self._named(source)
        return self._told(told if source.authors else _said_once(told, source))

    def _named(self, source: Source) -> Inlines:
        """The title, where a style has nothing to say of a source."""
        return (Text(_title(source, self._tongue)),)

    def _told(self, html: str) -> Inlines:
        return _inlines(_mended(html) if self._american else html)

    @contextmanager
    def _told_plainly(self) -> Iterator[None]:
        """Tell what the processor makes of a style that it cannot use as a person is told of it."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except (
            etree.XMLSyntaxError, ValueError, AttributeError, IndexError, KeyError, TypeError,
            RecursionError,
        ):  # fmt: skip
            raise UsageError(
                "the file is no citation style that can be used",
                where=self._where,
                remedy="Name another CSL style.",
            ) from None

    def _register(self) -> None:
        for key in self._keys.values():
            self._bibliography.register(Citation([CitationItem(key)]))


def _says(told: str) -> bool:
    return any(map(str.isalnum, _TAG.sub("", told)))


def _locale(data: bytes, tongue: Speech) -> str | None:
    """The processor's locale for the document's language; a style that is of one language keeps it."""
    if tongue.language == ENGLISH or b"default-locale" in data:
        return None
    places = files("citeproc") / "data" / "locales"
    found = f"{tongue.language}-{tongue.language.upper()}"
    return found if (places / f"locales-{found}.xml").is_file() else None


def _prepared(data: bytes, where: PurePath) -> bytes:
    """A style without what the processor misreads.

    That is the label of an edition, which no source of ours has, groups without a value, initials
    where whole names are wanted, and capitals within names, which have their own. The entries of a
    style that has notes alone are its notes without a place.

    Raises:
        UsageError: if the style is a mere name of another one.
    """
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    parent = root.find(f"{_NAMESPACE}info/{_NAMESPACE}link[@rel='independent-parent']")
    if parent is not None:
        name = str(parent.get("href", "")).rpartition("/")[2]
        raise UsageError(
            f"the citation style is a mere name for another one, “{name}”",
            where=where,
            remedy="Name the file of that one.",
        )
    notes = root.find(f"{_NAMESPACE}citation/{_NAMESPACE}layout")
    if notes is not None and root.find(f"{_NAMESPACE}bibliography") is None:
        etree.SubElement(root, f"{_NAMESPACE}bibliography").append(deepcopy(notes))
    for part in root.iter(f"{_NAMESPACE}name-part"):
        case = part.get("text-case")
        if case is not None and (part.get("name") == "given" or case not in _CASES_OF_NAMES):
            del part.attrib["text-case"]
    for node in list(root.iter(_NAMESPACE + "label", _NAMESPACE + "text", _NAMESPACE + "number")):
        parent = node.getparent()
        if parent is not None and node.get("variable") == "edition":
            parent.remove(node)
    _with_groups_that_need_a_value(root)
    usual = root.get("initialize-with")
    for node in (root, *root.iter(_NAMESPACE + "name")):
        own = node.get("initialize-with")
        if own is not None:
            del node.attrib["initialize-with"]
        if node is not root and node.get("initialize") != "false" and (own or usual) is not None:
            node.set("initialize-with", own or usual or "")
    return etree.tostring(root)


def _with_groups_that_need_a_value(root: etree._Element) -> None:
    """Each group that asks for a value stands under the condition that the source has one.

    CSL 1.0.2 leaves out a group all of whose variables are empty, words of groups within it too; the
    processor keeps those words, as “[Online].” where no day of access is known.
    """
    macros = {str(node.get("name")): node for node in root.iter(f"{_NAMESPACE}macro")}
    for group in list(root.iter(f"{_NAMESPACE}group")):
        parent = group.getparent()
        if parent is None or parent.tag == f"{_NAMESPACE}substitute":
            continue
        values = {value for node in _reached(group, macros) for value in _asked_for(node)}
        if _always_asks(group, macros) and not values & _OF_THE_CITATION:
            choice = etree.Element(f"{_NAMESPACE}choose")
            needs = {"variable": " ".join(sorted(values)), "match": "any"}
            parent.replace(group, choice)
            etree.SubElement(choice, f"{_NAMESPACE}if", needs).append(group)


def _reached(
    node: etree._Element, macros: Mapping[str, etree._Element]
) -> Iterator[etree._Element]:
    """What stands in `node`, and in the macros that it names."""
    for below in node.iter(f"{_NAMESPACE}*"):
        yield below
        macro = macros.get(below.get("macro", ""))
        yield from _reached(macro, macros) if macro is not None else ()


def _always_asks(node: etree._Element, macros: Mapping[str, etree._Element]) -> bool:
    """Whether `node` asks for a value whatever its conditions say."""
    for child in node.iterchildren(f"{_NAMESPACE}*"):
        inner = child if child.tag == f"{_NAMESPACE}group" else macros.get(child.get("macro", ""))
        if _asked_for(child) or (inner is not None and _always_asks(inner, macros)):
            return True
    return False


def _asked_for(node: etree._Element) -> list[str]:
    """The variables that an element prints; conditions and labels print none."""
    prints = etree.QName(node).localname in _PRINTING
    return str(node.get("variable", "")).split() if prints else []


def _mended(told: str) -> str:
    """Marks where American typesetters put them; the processor leaves them where they fall.

    Single ones stand within double ones, one mark at a title's end, commas and full stops inside.
    """
    marks: list[str] = []
    depth = 0
    for sign in told:
        if sign == "“":
            depth += 1
            marks.append("“" if depth % 2 else "‘")
        elif sign == "”":
            marks.append("”" if depth % 2 or not depth else "’")
            depth = max(0, depth - 1)
        else:
            marks.append(sign)
    plain = _ENDED.sub(r"\1\2", "".join(marks))
    return _OUTSIDE.sub(r"\2\1", plain)


def _said_once(told: str, source: Source) -> str:
    """`told` without the second of two equal words: what stands for an author is not repeated."""
    for value in filter(None, (source.title, source.publisher)):
        words = re.escape(value.translate(_HIDE))
        begins = re.match(rf"(?:<[^>]+>|[“„«\s])*{words}", told, re.IGNORECASE)
        if begins:
            again = re.compile(rf"(?:<\w[^>]*>)*{words}(?:[.,]?</[^>]+>)*[.,]?\s*", re.IGNORECASE)
            return told[: begins.end()] + again.sub("", told[begins.end() :], count=1)
    return told


def _item(source: Source, key: str, tongue: Speech) -> CslItem:
    short = {"title-short": shorten(source.title, source.language)} if source.title else {}
    item: CslItem = _hidden(csl_item(_facts(source, tongue), key) | short)
    return item


def _hidden(value: Any) -> Any:
    """`value` with private characters for the signs of markup, which the processor would read."""
    match value:
        case str():
            return value.translate(_HIDE)
        case list():
            return [_hidden(item) for item in value]
        case dict():
            return {name: _hidden(item) for name, item in value.items()}
        case _:
            return value


def _title(source: Source, tongue: Speech) -> str:
    return source.title or tongue.say("Untitled document ({file})", file=file_name(source))


def _facts(source: Source, tongue: Speech) -> Facts:
    return Facts(
        _title(source, tongue),
        source.publisher,
        source.authors,
        source.published,
        source.accessed,
        source.url,
    )


def _inlines(html: str) -> Inlines:
    """Italic and bold of the processor's HTML; all else is words."""
    parts: list[list[Inline]] = [[]]
    tags: list[str] = []
    at = 0
    for found in [*_TAG.finditer(html), None]:
        text = unescape(html[at : found.start() if found else len(html)]).translate(_SHOW)
        if text:
            parts[-1].append(Text(text))
        if found is None:
            break
        at = found.end()
        if found[2] and not found[1]:
            parts.append([])
            tags.append(found[2])
        elif found[2] and tags:
            inner = tuple(parts.pop())
            strong = tags.pop() in ("b", "strong")
            parts[-1].append(Strong(inner) if strong else Emphasis(inner))
    return tuple(leaf for part in parts for leaf in part)
