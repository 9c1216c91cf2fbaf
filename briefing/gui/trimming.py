"""Where a quotation may begin and end when it is trimmed: at whole words of its paragraph."""

import re

from briefing.model.passage import Passage
from briefing.model.source import Source

# Chinese and Japanese write no spaces: there each character is a word of its own.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)


def next_range(source: Source, passage: Passage, edge: str, by: int) -> tuple[int, int]:
    """The range after its `start` or `end` was moved by a word, back (-1) or forth (1).

    It stays within the paragraph and keeps one word at least.
    """
    left, right = _paragraph(source, passage)
    words = [match.span() for match in _WORD.finditer(source.text, left, right)]
    if edge == "start":
        places = [start for start, _ in words if start < passage.end]
        return _moved(places, passage.start, by), passage.end
    places = [end for _, end in words if end > passage.start]
    return passage.start, _moved(places, passage.end, by)


def _moved(places: list[int], now: int, by: int) -> int:
    """The next of `places` before or after `now`, or `now` where there is none."""
    if by < 0:
        return max((place for place in places if place < now), default=now)
    return min((place for place in places if place > now), default=now)


def _paragraph(source: Source, passage: Passage) -> tuple[int, int]:
    """The stretch of paragraphs that the passage lies in."""
    touched = [
        part for part in source.segments if part.start < passage.end and passage.start < part.end
    ]
    if not touched:
        return passage.start, passage.end
    return touched[0].start, touched[-1].end
