"""Where the lines of a page lead that are links: read from its anchors, in their order."""

import re

from lxml import etree, html

from briefing.model.source import Article

_LINKED = 0.9


def line_links(markup: str, article: Article) -> dict[int, str]:
    """The addresses of the lines of `article` that are links, by the line's index.

    `markup` is the page of which `article` was read. Nothing is fetched.
    """
    try:
        tree = html.document_fromstring(markup)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return {}
    anchors = [
        (_squeezed("".join(map(str, anchor.itertext()))), (anchor.get("href") or "").strip())
        for anchor in tree.iter("a")
    ]
    found: dict[int, str] = {}
    at = 0
    for index, line in enumerate(article.lines):
        if line.link_share <= _LINKED:
            continue
        words = _squeezed(article.text[line.start : line.end])
        for place in range(at, len(anchors)):
            shown, address = anchors[place]
            if shown and (shown == words or words in shown) and address.startswith("http"):
                found[index] = address
                at = place if words in shown and shown != words else place + 1
                break
    return found


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()
