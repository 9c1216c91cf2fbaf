"""Whether the document fits: in pages, in lines where it does not, in minutes where it is read aloud."""

from collections.abc import Iterable, Mapping

from briefing.gui.page_text import PageText, words_of
from briefing.model.desk import Desk

ALOUD = 150
"""Words that are read aloud in a minute."""
SPOKEN = frozenset({"talking-points"})
"""Templates whose documents are read aloud."""


def lines_beyond(texts: Mapping[int, PageText], allowed: int) -> int:
    """Lines on the pages beyond those `allowed`, without what stands at the head or foot of each.

    `texts` are the letters of the first page and of those beyond, by their number from 0.
    """
    first = texts.get(0)
    running = {_bare(words_of(first, line)) for line in first.lines} if first else set()
    return sum(
        bool(bare := _bare(words_of(text, line))) and bare not in running
        for page, text in texts.items()
        if page >= allowed
        for line in text.lines
    )


def _bare(words: str) -> str:
    """The words of a line without numbers, by which heads and feet of pages differ."""
    return "".join(filter(str.isalpha, words))


def words_aloud(desk: Desk) -> int:
    """Words of the quotations and of the analyst's own text."""
    texts: Iterable[str] = (*(i.text for i in desk.included), *(n.text for n in desk.notes))
    return sum(len(text.split()) for text in texts)


def told(pages: int, allowed: int | None, lines: int, desk: Desk) -> str:
    """The length in a sentence; `lines` are those beyond the pages allowed, 0 if not known yet."""
    count = f"{pages} page{'s' * (pages != 1)}"
    if allowed is not None and pages > allowed:
        room = "one page" if allowed == 1 else f"{allowed} pages"
        by = f" by {lines} line{'s' * (lines != 1)}" if lines else ""
        return f"Over {room}{by} · {count}"
    if desk.settings.template in SPOKEN:
        words = words_aloud(desk)
        minutes = max(1, round(words / ALOUD))
        aloud = f"{minutes} minute{'s' * (minutes != 1)} aloud"
        return f"{count} · about {aloud} ({words:,} words)"
    return count
