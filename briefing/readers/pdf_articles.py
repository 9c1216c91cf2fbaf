"""Several articles on the pages of one PDF, as in a newspaper: where each begins.

What stands below the headline of one article is cited under it, with its author, so that words of
another must not be. An article is only seen to begin where a headline has its byline right below.
"""

from collections.abc import Sequence

from briefing.readers.bylines import BYLINE

LARGER = 1.15
"""Of the size of most letters: that of a headline at the least."""
_HEADLINE = range(2, 26)
_MOST_LINES = 3
"""Paragraphs of large letters that one headline may come in."""
_FEWEST_WORDS = 40
"""Words of an article."""
_AT_TOP = 40
"""Words above the first headline that are the head of all pages: the paper's name and its day."""


def beginnings(words: Sequence[str], sizes: Sequence[float], usual: float) -> list[int]:
    """The places of the paragraphs with which articles begin, if there are several.

    `sizes` are those of their letters, `usual` is the size of most.
    """
    told = [at for at, line in enumerate(words) if at and BYLINE.match(line)]
    found = [start for at in told if (start := _headline(words, sizes, at, usual)) is not None]
    if len(found) < 2:  # noqa: PLR2004 - one article is the whole
        return []
    least = min(sizes[start] for start in found)
    large = [
        at
        for at, line in enumerate(words)
        if at > found[0]
        and sizes[at] >= least
        and sizes[at - 1] < least
        and len(line.split()) in _HEADLINE
    ]
    starts = sorted({*found, *large})
    ends = [*starts[1:], len(words)]
    if any(
        _count(words[start:end]) < _FEWEST_WORDS for start, end in zip(starts, ends, strict=True)
    ):
        return []
    return starts if _count(words[: starts[0]]) <= _AT_TOP else [0, *starts]


def _headline(
    words: Sequence[str], sizes: Sequence[float], byline: int, usual: float
) -> int | None:
    """Where the headline above a byline begins."""
    at = byline
    while at > 0 and byline - at < _MOST_LINES and sizes[at - 1] >= LARGER * usual:
        at -= 1
        if at and sizes[at - 1] > sizes[at] * LARGER:
            break
    return at if at < byline and _count(words[at:byline]) in _HEADLINE else None


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
