"""What on a page stands amid the words and is none of them, and what is hidden in shadow roots."""

import re
from typing import cast

from lxml import etree, html

from briefing.readers.remarks import STRUCK

_SHADOWS = etree.XPath("//template[@shadowrootmode or @shadowroot]")
"""Parts of a page that its elements keep to themselves, as a saved page holds them."""
_LINKS = etree.XPath("//a[starts-with(@href, '#')]")
_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§]{1,3})[\])]?")
_NOTED = re.compile(
    r"footnote|endnote|noteref|\bfn-?\w{0,4}\b|ftn|edn(?:ref)?\d|cmnt|cite[_-]?(?:note|ref)|reference",
    re.IGNORECASE,
)
_REMARKS = etree.XPath("//a[starts-with(@id, 'cmnt')][starts-with(@href, '#cmnt_ref')]")
"""How Google Docs marks the comments that it sets below a document."""
_OF_WORD = etree.XPath(
    "//div[contains(@style, 'mso-element:comment-list')] | //div[@class='msocomtxt']"
    " | //*[@class='MsoCommentReference'] | //a[@class='msocomanchor']"
)
"""How Word sets comments into a page, and what leads to them."""
_BLOCKS = frozenset(("p", "li", "dd", "div", "aside", "td"))
_MOST = 2
"""Of so many letters on a page, one at the most is struck through."""
NOTES = "footnotes"
"""The class that a block gets which is a note."""


def show_shadows(tree: html.HtmlElement) -> None:
    """Lay open what stands in shadow roots, where whole articles may be."""
    for template in cast("list[html.HtmlElement]", _SHADOWS(tree)):
        template.tag = "div"


def drop_marks(tree: html.HtmlElement) -> tuple[str, ...]:
    """Take out numbers that lead to notes, comments on a document and what is struck; told is the last."""
    for link in cast("list[html.HtmlElement]", _REMARKS(tree)):
        remark = next(link.iterancestors("div"), None)
        if remark is not None and len(remark.text_content()) < len(tree.text_content()) // 2:
            remark.drop_tree()
    for remark in cast("list[html.HtmlElement]", _OF_WORD(tree)):
        remark.drop_tree()
    links = cast("list[html.HtmlElement]", _LINKS(tree))
    _mark_notes(links)
    for link in links:
        if _SIGN.fullmatch(link.text_content().strip()):
            raised = next(link.iterancestors("sup"), None)
            if raised is not None and raised.text_content().strip() == link.text_content().strip():
                raised.drop_tree()
            elif raised is not None or _names_note(link):
                link.drop_tree()
    return (STRUCK,) if _drop_struck(tree) else ()


def _drop_struck(tree: html.HtmlElement) -> bool:
    """Take out words that are struck through, and whether there were any.

    Where they are most of the page, a mark was left open, and they stay.
    """
    struck = [part for part in tree.iter("s", "strike", "del") if part.text_content().strip()]
    letters = sum(len(part.text_content()) for part in struck)
    if not struck or _MOST * letters > len(tree.text_content()):
        return False
    for part in struck:
        part.drop_tree()
    return True


def _names_note(link: html.HtmlElement) -> bool:
    named = ("class", "id", "name", "role", "rel")
    return any(_NOTED.search(link.get(key) or "") for key in named)


def _mark_notes(links: list[html.HtmlElement]) -> None:
    """Mark the blocks that begin with a number which leads back to the one that led to it."""
    seen: dict[str, str] = {}
    for link in links:
        name, target = link.get("id") or link.get("name") or "", (link.get("href") or "")[1:]
        if not name or not _SIGN.fullmatch(link.text_content().strip()):
            continue
        block = next(link.iterancestors(*_BLOCKS), None)
        if seen.get(target) == name and block is not None and _opens(block, link):
            block.set("class", f"{NOTES} {block.get('class') or ''}".strip())
        seen[name] = target


def _opens(block: html.HtmlElement, link: html.HtmlElement) -> bool:
    words = str(block.text_content()).strip()
    return words.startswith(str(link.text_content()).strip())
