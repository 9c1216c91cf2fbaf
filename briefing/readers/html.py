"""Web pages: the visible text laid out in lines, the page's own metadata, and where its article is.

lxml parses, trafilatura judges which lines are the article (Barbaresi, ACL 2021); the words are
always the page's own. Nothing is fetched, nothing is run.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from lxml import etree, html

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Clue, Field, Notice
from briefing.readers.html_clues import page_clues
from briefing.readers.html_copies import (
    COPIED,
    TRANSLATED,
    is_archive,
    is_locked,
    is_of_office,
    is_translated,
    without_frame,
)
from briefing.readers.html_days import changed_long_after, script_day
from briefing.readers.html_lines import Layout, lay_out, unveil
from briefing.readers.html_marks import drop_marks, show_shadows
from briefing.readers.offline import page_library
from briefing.readers.own_files import refuse_finished
from briefing.text.dates import address_day
from briefing.text.decoding import codec_name, decode, tidy

_NAMED_HYPHENS = ("&shy;", "&#173;", "&#xad;", "&#xAD;")
_SOFT_HYPHEN = re.compile("|".join(_NAMED_HYPHENS))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ALPHANUMERIC = re.compile(r"[^\W_]+")
_HEAD = 4096
_SHORT = 25
_WORDLESS = ("style", "svg", "iframe", "template")
_SCHEMA = "application/ld+json"
"""Scripts of this type stay: they may hold the article's words."""
_SHOWN = "Its words are put there by a script: open it in a browser and save what is shown."
_FEW = 250
"""Words of a page for subscribers below which it may be the beginning that it shows to everybody."""
_FOR_SUBSCRIBERS = (
    "The page says that it is for subscribers, and few words are here:"
    " look whether the article goes on."
)
_LITTLE = 3000
"""Letters of a page below which its article may be hidden."""
_UNVEILED = "The page hides its words until a script shows them; they were read all the same."
_OF_ANY_FILE = (Field.TITLE, Field.URL, Field.LANGUAGE)
_MOST_MONTHS = 12
_LAST_DAY = "2100-01-01"
"""A fixed bound for days, so that the clock has no say."""


def read_html(data: bytes, path: PurePath, *, declared: str | None = None) -> tuple[Article, ...]:
    """Parse the one article in the page `data`; `path` only names it.

    `declared` is the charset that whoever sent the page says it has.

    Raises:
        SourceError: if there are no words in it, or it is a finished briefing.
    """
    refuse_finished(data[:_HEAD], path)
    named = declared or _charset(data[:_HEAD])
    decoded = decode(data, named)
    markup = _XML_DECLARATION.sub("", decoded.text)
    if any(name in markup for name in _NAMED_HYPHENS):
        markup = tidy(_SOFT_HYPHEN.sub("\u00ad", markup))[0]
    parser = html.HTMLParser(huge_tree=True, remove_pis=True)
    tree = _parse(markup, parser)
    if tree is None:
        raise SourceError("there are no words in the page", where=path)
    show_shadows(tree)
    struck = drop_marks(tree)
    scripted = tree.find(".//script") is not None
    copied = without_frame(tree) if any(mark in markup for mark in COPIED) else ()
    locked = is_locked(tree)
    remarks = [*decoded.remarks, *_mismatch(named, decoded.encoding), *_losses(parser)]
    remarks += (*struck, *changed_long_after(tree))
    if any(mark in markup for mark in TRANSLATED):
        remarks += is_translated(tree)
    clues = (*copied, *(clue for clue in _clues(tree) if not is_archive(clue)))
    _strip(tree)
    layout = lay_out(tree)
    if len(layout.text) < _LITTLE and unveil(tree):
        remarks.append(_UNVEILED)
        layout = lay_out(tree)
    if not any(character.isalnum() for character in layout.text):
        raise SourceError("there are no words in the page", where=path, remedy=_SHOWN * scripted)
    main = tuple(_main(tree, layout))
    if locked and _count(layout, main) < _FEW:
        remarks.append(_FOR_SUBSCRIBERS)
    return (
        Article(
            path=path,
            sha256=digest(data),
            media_type="text/html",
            text=layout.text,
            lines=layout.lines,
            clues=clues,
            main=main,
            notices=tuple(Notice(str(path), remark) for remark in remarks),
        ),
    )


def _charset(head: bytes) -> str | None:
    """The charset that a page says it has."""
    found = _CHARSET.search(head)
    return found[1].decode("ascii", "replace") if found else None


def _parse(markup: str, parser: html.HTMLParser) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _mismatch(named: str | None, used: str) -> Iterator[str]:
    """A page that names an encoding in which it is not written."""
    if named and _codec(named) != _codec(used):
        yield f"The page says that it is in {codec_name(named[:40])}; it was read as {codec_name(used)}."


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name.removesuffix("-sig")
    except (LookupError, ValueError):
        return name


def _losses(parser: html.HTMLParser) -> Iterator[str]:
    """Parser limits that were hit: libxml2 drops what lies beyond them without an error."""
    for entry in parser.error_log:
        if "RESOURCE_LIMIT" in entry.type_name or "EXCESSIVE" in entry.message.upper():
            yield f"The page is nested too deeply; words after line {entry.line} may be missing."
            return


def _clues(tree: html.HtmlElement) -> Iterator[Clue]:
    """What the page says of itself; a page that gives no day in its data is searched for one."""
    found = list(page_clues(tree))
    if is_of_office(tree):  # who typed or pasted it, and when
        yield from (clue for clue in found if clue.field in _OF_ANY_FILE)
        return
    yield from found
    if any(clue.field is Field.PUBLISHED or _dates(clue) for clue in found):
        return
    if scripted := script_day(tree):
        yield scripted
        return
    # Its extensive search answers more and guesses: a year in a menu becomes a first of January.
    day = page_library("htmldate").find_date(
        tree, extensive_search=False, original_date=True, max_date=_LAST_DAY
    )
    if day and not _may_be_either(tree, date.fromisoformat(day)):
        yield Clue(Field.PUBLISHED, day, "search of the page’s elements by htmldate")


def _may_be_either(tree: html.HtmlElement, day: date) -> bool:
    """Whether a page in English, or in no language named, has `day` as 03/04/2024: nobody knows which."""
    language = (tree.get("lang") or "en").lower()
    if day.day > _MOST_MONTHS or day.day == day.month or not language.startswith("en"):
        return False
    told = rf"(?<!\d)(?:0?{day.day}/0?{day.month}|0?{day.month}/0?{day.day})/{day.year}(?!\d)"
    return re.search(told, tree.text_content()) is not None


def _count(layout: Layout, main: Sequence[tuple[int, int]]) -> int:
    """How many words the article has."""
    return sum(len(layout.text[start:end].split()) for start, end in main)


def _dates(clue: Clue) -> bool:
    return clue.field is Field.URL and address_day(clue.value) is not None


def _main(tree: html.HtmlElement, layout: Layout) -> Iterator[tuple[int, int]]:
    """The ranges that trafilatura takes for the article."""
    # Late: importing it costs as much time as reading ten pages.
    extract = page_library("trafilatura").extract
    taken = extract(tree, fast=True, include_comments=False, include_tables=True)
    if not taken:
        return
    squeezed = list(map(_squeeze, taken.split("\n")))
    # Word breaks the lines of its pages within paragraphs, and some of these breaks come through.
    lines, whole = frozenset(squeezed), "".join(squeezed)
    for line in layout.lines:
        words = _squeeze(layout.text[line.start : line.end])
        if words in lines or (len(words) >= _SHORT and words in whole):
            yield line.start, line.end


def _strip(tree: html.HtmlElement) -> None:
    """Take out what holds no words: the tree is walked and copied several times."""
    etree.strip_elements(tree, etree.Comment, *_WORDLESS, with_tail=False)
    for script in [script for script in tree.iter("script") if script.get("type") != _SCHEMA]:
        script.drop_tree()


def _squeeze(words: str) -> str:
    """Letters and digits only: what stays the same however a page is set."""
    return "".join(_ALPHANUMERIC.findall(words)).casefold()
