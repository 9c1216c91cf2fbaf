"""What styles and links of a document (Word, Markdown) say of its lines, beside their words.

A web page that was pasted into Word keeps its headings and its links.
"""

from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning.known import body_lines
from briefing.cleaning.lines import Feature
from briefing.model.source import Kind, Line

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ALL_LINK = 0.9
_SENTENCE_WORDS = 8
_CAPTION_WORDS = 60
_FULL_STOPS = '.”"'
_MOST = 2
"""The article's words are at least so many times those of its headings, or styles mean nothing."""
_STRAY = frozenset((Kind.TEASER, Kind.BOILERPLATE))


def with_tags(
    lines: Sequence[Line], features: Sequence[Feature], judged: Sequence[Kind]
) -> tuple[Kind, ...]:
    """`judged`, where a line that is all link is no paragraph, nor a caption; and a heading is one.

    Unchanged where there are no such lines, or where they are most of the article: then somebody
    used styles for their looks.
    """
    if not any(line.tag or line.link_share for line in lines):
        return tuple(judged)
    said = body_lines(judged)
    changed: dict[int, Kind] = {}
    for index in said:
        if lines[index].link_share > _ALL_LINK:
            changed[index] = Kind.TEASER if features[index].prose else Kind.BOILERPLATE
        elif _is_cell(lines[index], features[index]):
            changed[index] = Kind.BOILERPLATE
        elif _is_caption(lines[index], features[index]):
            changed[index] = Kind.CAPTION
        elif lines[index].tag in _HEADINGS and not _is_sentence(features[index]):
            changed[index] = Kind.HEADING
    words = sum(features[index].count for index in said)
    if _MOST * sum(features[index].count for index in changed) > words:
        return tuple(judged)
    for above, below in pairwise(said):
        heading = below - 1
        if above < heading and judged[heading] in _STRAY and _is_heading(lines[heading]):
            changed[heading] = Kind.HEADING
    return tuple(changed.get(index, kind) for index, kind in enumerate(judged))


def _is_caption(line: Line, feature: Feature) -> bool:
    """Whether a line says of itself that it is one, or stands right below a picture and is like one.

    A sentence there is one where it is centred or slanted: the article may go on below a picture.
    """
    if line.tag == "figcaption":
        return feature.count <= _CAPTION_WORDS
    below = "picture" in line.within and line.tag == "p" and feature.count <= _CAPTION_WORDS
    return below and (not feature.ends or "set apart" in line.within)


def _is_cell(line: Line, feature: Feature) -> bool:
    """Whether a line is a figure or a name in a table; whole articles are pasted in tables, too."""
    return "table" in line.within and not feature.ends and feature.count < _SENTENCE_WORDS


def _is_heading(line: Line) -> bool:
    return line.tag in _HEADINGS and line.link_share == 0


def _is_sentence(feature: Feature) -> bool:
    return feature.ends and feature.text[-1] in _FULL_STOPS and feature.count >= _SENTENCE_WORDS
