"""Text copied from what a browser prints or shows to read: the edges of its pages, its reading view.

What stands at the edges of pages says where the page is and when somebody printed it, and returns on
each page: no line of it is the article's, and its title is no headline that is said again.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefing.model.source import Article, Clue, Field, Kind, Line
from briefing.readers.pdf_browser import edge_clues, edge_title, is_printed_edge

_COUNTED = re.compile(
    r"(?:https?|file)://\S+[ \t]+\d{1,4}/\d{1,4}$|\d{1,4}/\d{1,4}[ \t]+(?:https?|file)://\S+$"
)
_LONGEST = 500
_SITE = re.compile(r" [|–—-] [^|–—]{2,40}$")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,24}$")
_TO_READ = re.compile(
    r"\d{1,3}(?: ?[–-] ?\d{1,3})? ?(?:minutes?|Minuten?|minut[eoi]s?|minuten|minuter|minutter|минут\w*|"
    r"хвилин\w*|minut[ay]?|dakika|分|分钟|分鐘|분|دقائق)(?: read|\b.{0,20})?$",
    re.IGNORECASE,
)
"""How long Firefox says that reading takes."""
_VIEW = "browser’s reading view"
_NAMED_IN = 3
"""Lines below the site's name in which the reading view says so."""


def with_edges(article: Article) -> Article:
    """`article` with what a browser adds told apart, if it adds anything."""
    if "://" in article.text and (printed := _without_edges(article)):
        return printed
    first = article.lines[0]
    if first.end - first.start <= _LONGEST and _DOMAIN.match(article.text, first.start, first.end):
        return _as_read(article)
    return article


def _words(article: Article, line: Line) -> str:
    return article.text[line.start : line.end].replace("\t", " ")


def _without_edges(article: Article) -> Article | None:
    short = [
        (at, words)
        for at, line in enumerate(article.lines)
        if line.end - line.start <= _LONGEST and (words := _words(article, line))[-1:].isalnum()
    ]
    if not any("://" in words and _COUNTED.match(words) for _, words in short):
        return None
    edges = {at: words for at, words in short if is_printed_edge(words, None)}
    title = next(filter(None, (edge_title(words, None) for words in edges.values())), "")
    if not title:
        return None
    clues = [Clue(Field.TITLE, _SITE.sub("", title), "running head of the browser")]
    for at, words in edges.items():
        clues += edge_clues(words, article.lines[at].start, (), None)
    lines = tuple(
        replace(line, kind=Kind.BOILERPLATE) if at in edges else line
        for at, line in enumerate(article.lines)
    )
    return replace(article, lines=lines, clues=(*article.clues, *clues))


def _as_read(article: Article) -> Article:
    """A page as Firefox shows it to read: the site, the headline, who wrote, how long reading takes."""
    top = article.lines[: _NAMED_IN + 1]
    told = [at for at, line in enumerate(top) if at and _TO_READ.match(_words(article, line))]
    if not told or told[0] == 1:
        return article
    kinds = [Kind.BOILERPLATE, Kind.TITLE, *[Kind.BYLINE] * (told[0] - 2), Kind.BOILERPLATE]
    lines = tuple(
        replace(line, kind=kinds[at]) if at < len(kinds) else line
        for at, line in enumerate(article.lines)
    )
    return replace(article, lines=lines, clues=(*article.clues, *_shown(article, top, told[0])))


def _shown(article: Article, top: tuple[Line, ...], told: int) -> Iterator[Clue]:
    site, headline = top[0], top[1]
    yield Clue(Field.PUBLISHER, _words(article, site), f"address in {_VIEW}", site.start, site.end)
    yield Clue(Field.TITLE, _words(article, headline), _VIEW, headline.start, headline.end)
    for line in top[2:told]:
        yield Clue(Field.AUTHORS, _words(article, line), _VIEW, line.start, line.end)
