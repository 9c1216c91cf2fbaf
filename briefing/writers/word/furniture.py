"""Header and footer: running title, page x of y, and the marking on every page.

A house's letterhead stays: the marking is added to it, and what the house leaves out is ours.
"""

import re

from briefing.model.document import Document
from briefing.model.source import Notice
from briefing.writers.word import styles
from briefing.writers.word.markup import NAMESPACES, paragraph, run, short_field
from briefing.writers.word.skeleton import Skeleton
from briefing.writers.word.styles import Look

# TLP 2.0 (FIRST): colours on black, right-justified, 12 pt or larger.
_TLP = re.compile(r"TLP:(RED|AMBER|AMBER\+STRICT|GREEN|CLEAR)")
_COLOURS = {
    "RED": "FF2B2B",
    "AMBER": "FFC000",
    "AMBER+STRICT": "FFC000",
    "GREEN": "33FF00",
    "CLEAR": "FFFFFF",
}
_TLP_SIZE = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
_REFERENCE = re.compile(r'<w:(header|footer)Reference\b(?=[^>]*w:type="(\w+)")[^>]*r:id="([^"]+)"')
_TITLE_PAGE = re.compile(r'<w:titlePg\b(?![^>]*w:val="(?:0|false|off)")')
_FACING = re.compile(r'<w:evenAndOddHeaders\b(?![^>]*w:val="(?:0|false|off)")')
_AFTER_TITLE_PAGE = re.compile(r"<w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings)\b")
_BROKEN_LOGO = Notice(
    "Word", "the logo of the look file cannot be read as a picture; it is left out. Save it anew."
)
_EMPTY_TITLE_PAGE = re.compile(r"<w:titlePg\b[^>]*/>")


def furnish(skeleton: Skeleton, document: Document) -> None:
    """Give every page its header and footer, in the parts of `skeleton`."""
    present = {(sort, when): key for sort, when, key in _REFERENCE.findall(skeleton.section)}
    bare = not any(sort == "header" for sort, _ in present)
    if bare and not present:
        _ask_for_title_page(skeleton)
    kinds = ["default"]
    kinds += ["first"] if _TITLE_PAGE.search(skeleton.section) else []
    kinds += ["even"] if _FACING.search(skeleton.text("word/settings.xml")) else []
    references = ""
    logo = document.look.logo if not skeleton.is_house else b""
    for sort in ("header", "footer"):
        has_own = any(own == sort for own, _ in present)
        for when in kinds:
            key = present.get((sort, when))
            if key is not None:
                _mark(skeleton, key, sort, when, document)
                continue
            content = _content(document, skeleton.look, sort, when, bare=has_own)
            if logo and (sort, when) == ("header", "first"):
                content = _with_logo(skeleton, document, content)
            if content:
                references += _new(skeleton, sort, when, content)
            else:
                skeleton.furniture[sort, when] = b""
    opening = skeleton.section.index(">") + 1
    skeleton.section = f"{skeleton.section[:opening]}{references}{skeleton.section[opening:]}"


def _content(document: Document, look: Look, sort: str, when: str, *, bare: bool) -> str:
    """What we put where the house puts nothing; `bare`: nothing but the marking."""
    marking = _marking(document, look)
    if sort == "footer":
        return ("" if bare else _page_numbers(document, look)) + marking
    if bare:
        return marking
    if when != "first" and document.running_title:
        return marking + paragraph(look.ids[styles.HEADER], run(document.running_title))
    return marking or paragraph(look.ids[styles.HEADER], "")


def _page_numbers(document: Document, look: Look) -> str:
    numbers = short_field("PAGE", "1") + run(" / ") + short_field("NUMPAGES", "1")
    side = "left" if document.marking and _TLP.fullmatch(document.marking) else "right"
    return paragraph(look.ids[styles.FOOTER], numbers, f'<w:jc w:val="{side}"/>')


def _marking(document: Document, look: Look) -> str:
    if not document.marking:
        return ""
    found = _TLP.fullmatch(document.marking)
    properties = side = ""
    if found:
        properties = (
            f'<w:color w:val="{_COLOURS[found[1]]}"/>{_TLP_SIZE}'
            '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
        )
        side = "right"
    words = run(f" {document.marking} " if found else document.marking, properties)
    return paragraph(look.ids[styles.MARKING], words, f'<w:jc w:val="{side or "center"}"/>')


def _with_logo(skeleton: Skeleton, document: Document, content: str) -> str:
    """Hung on the first paragraph of the header."""
    from briefing.writers.word.logo import logo_run  # noqa: PLC0415 - needs Pillow

    shown = logo_run(skeleton, document.look, _part_name("header", "first"), document.marking)
    if not shown:
        skeleton.notices.append(_BROKEN_LOGO)
    head, found, tail = content.partition("</w:p>")
    return f"{head}{shown}{found}{tail}"


def _part_name(sort: str, when: str) -> str:
    return f"briefing-{sort}-{when}.xml"


def _new(skeleton: Skeleton, sort: str, when: str, content: str) -> str:
    tag = "hdr" if sort == "header" else "ftr"
    part = f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
    skeleton.furniture[sort, when] = part.encode()
    key = skeleton.add(_part_name(sort, when), sort, part)
    return f'<w:{sort}Reference w:type="{when}" r:id="{key}"/>'


def _mark(skeleton: Skeleton, key: str, sort: str, when: str, document: Document) -> None:
    """Add the marking to a part of the house's letterhead, below what it has."""
    name = skeleton.target(key)
    if name is None:
        return
    marking = _marking(document, skeleton.look)
    if marking:
        end = f"</w:{'hdr' if sort == 'header' else 'ftr'}>"
        head, found, tail = skeleton.text(name).rpartition(end)
        if found and marking not in head:
            skeleton.parts[name] = f"{head}{marking}{found}{tail}".encode()
    skeleton.furniture[sort, when] = skeleton.parts[name]


def _ask_for_title_page(skeleton: Skeleton) -> None:
    """The first page has no running title."""
    section = _EMPTY_TITLE_PAGE.sub("", skeleton.section)
    after = _AFTER_TITLE_PAGE.search(section)
    at = after.start() if after else section.rindex("</w:sectPr>")
    skeleton.section = f"{section[:at]}<w:titlePg/>{section[at:]}"
