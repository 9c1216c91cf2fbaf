"""Exports of news databases as PDF: split into their articles, the page of every passage kept."""

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.source import Article
from briefing.readers.exports.paragraphs import Database
from briefing.readers.reading import Reading

_WITHIN = 80
"""Paragraphs among which the next line of an article is looked for."""


class Placed(Struct, frozen=True):
    """A paragraph, and where in it each page begins on which it stands: page and offset."""

    words: str
    turns: tuple[tuple[int, int], ...]


def read_pdf_export(
    database: Database,
    paragraphs: Sequence[Placed],
    pages: int,
    path: PurePath,
    sha256: str,
    media_type: str,
) -> Reading:
    """The articles of an export of `database`; `pages` is how many the file has.

    Raises:
        SourceError: if there is none.
    """
    reading = database.read([item.words for item in paragraphs], path, sha256, media_type)
    articles: list[Article] = []
    at = 0
    for article in reading.articles:
        paged, at = _paged(article, paragraphs, at, pages)
        articles.append(paged)
    return replace(reading, articles=tuple(articles))


def _paged(
    article: Article, paragraphs: Sequence[Placed], at: int, pages: int
) -> tuple[Article, int]:
    """`article` with the places in its text where pages begin, and where the next one begins.

    Its lines are the words of paragraphs from `at` on, in order; some paragraphs are none of it.
    """
    starts: list[int | None] = [None] * pages
    for line in article.lines:
        said = article.text[line.start : line.end]
        reach = range(at, min(at + _WITHIN, len(paragraphs)))
        found = next((one for one in reach if _plain(paragraphs[one].words) == said), None)
        if found is None:
            continue
        for page, offset in paragraphs[found].turns:
            if starts[page] is None:
                starts[page] = min(line.start + offset, line.end)
        at = found + 1
    return replace(article, pages=filled(starts, len(article.text))), at


def _plain(words: str) -> str:
    return " ".join(words.split())


def filled(starts: Sequence[int | None], end: int) -> tuple[int, ...]:
    """Where pages begin; one without words begins where the next one does."""
    told: list[int] = []
    following = end
    for start in reversed(starts):
        following = following if start is None else min(start, following)
        told.append(following)
    return tuple(reversed(told))
