"""The headline of a PDF, where what the file gives as its title says which line that is."""

import re
from collections.abc import Iterator

from briefing.model.source import Article, Clue, Field

_TITLE_LINES, _HEADLINE_LINES, _SHORTEST_TITLE = 120, 3, 12
_ALIKE, _MOSTLY = 20, 0.6
"""Letters, and share of the file's title, with which a headline begins that goes on otherwise."""
_SITE = re.compile(r"(?:\s+[|*·•]\s+[^|*·•]{2,60})+$|\s+[–—-]\s+[A-Z][^|–—]{1,40}$")
_BUTTONS = re.compile(r"^(?:[\u2190-\u2bff\ue000-\uf8ff]\s*)+")
"""Arrows and signs beside a headline that are buttons."""


def titled(article: Article, title: str, printed: str) -> Iterator[Clue]:
    """The headline, where one of the first lines says or begins with what the file gives as its title.

    Programs write all sorts of things there; browsers write the page's own title, and print it on each
    page: that one counts where nothing else reads like the headline.
    """
    wanted = _plain(title)
    open_lines = [line for line in article.lines[:_TITLE_LINES] if line.kind is None]
    best = (max(_SHORTEST_TITLE, len(wanted) // 3), 0, 0)
    for at, first in enumerate(open_lines):
        said = ""
        for last in open_lines[at : at + _HEADLINE_LINES]:
            said += _plain(article.text[last.start : last.end])
            alike = _shared(wanted, said)
            goes_on = last is first and alike >= max(_ALIKE, _MOSTLY * len(wanted))
            if alike < len(said) and not goes_on:
                break
            best = max(best, (alike, -first.start, last.end))
    if best[2]:
        printed_as = article.text[-best[1] : best[2]]
        start = -best[1] + len(printed_as) - len(_BUTTONS.sub("", printed_as))
        words = " ".join(article.text[start : best[2]].split())
        if _goes_on(words, _SITE.sub("", printed)):
            yield Clue(Field.TITLE, _SITE.sub("", printed), "title of the PDF")
            return
        yield Clue(Field.TITLE, words, "title of the PDF, as printed", start, best[2])
    elif printed:
        yield Clue(Field.TITLE, _SITE.sub("", printed), "running head of the browser")


def _goes_on(headline: str, title: str) -> bool:
    """Whether the page's own `title` has further words right behind those of a headline's first lines."""
    rest = title[len(headline) :]
    return title.startswith(headline) and rest[:1] == " " and rest[1:2].isalnum()


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
