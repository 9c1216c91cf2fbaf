"""What stands among an article or behind it and is written like one, but is none of it.

Line by line it passes for the article. Captions and links between paragraphs are known by the stop
that they lack where paragraphs have theirs; readers' comments by the times between them, all written
alike (but not those of a log, which begins with one); the note on the author by its heading, which
is the name of the byline. None of that needs a word of any language.
"""

import re
from collections import Counter
from collections.abc import Sequence

from briefing.cleaning.lines import Feature

_LONG = range(16, 40)
"""Words of a line that is no heading and would be a paragraph, had it a stop."""
_WHOLE_WORDS = 15
"""Words of the paragraph below a caption at the least."""
_STOPPED = 0.8
"""Share of the article's long lines that end with a stop, where one that does not is a stranger."""
_GOES_ON = frozenset(":;,")
_SPOKEN = frozenset("\"'“„«»‘…")

_FEWEST = 3
"""Comments from which on they are believed to be some."""
_ARTICLE_WORDS = 200
"""Words of an article that stand above its comments at the least; a log's first entries are shorter."""
_STAMP_WORDS = 9
"""Words of a line that tells of the writer and the time of a comment, at most."""
_BELOW = 4
"""Lines below a comment's time within which its first paragraph stands."""
_LAST = 0.5
"""How long what follows the last time may be beside what stands between them: one comment of some."""
_TIMES = re.compile(r"\d:\d\d|\b(?:19|20)\d\d\b")
_FIGURES = re.compile(r"\d+")

_HEAD_ABOVE, _HEAD_BELOW = 12, 3
"""Lines above and below the article's first where its byline stands."""
_BYLINE_WORDS = 10
_HEADING_WORDS = range(2, 5)
_NAMES = 2
_NAME_ALONE = 4
"""Words of a name at the least, and of a byline that holds nothing else."""
_DIGITS = frozenset("0123456789")
_LATER_HALF = 0.5
"""Share of the article above which no note on its author stands."""
_REST = 0.15
"""Share of the article that may stand below the note on its author and is none of it either."""


def without_captions(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without long lines that lack a stop, right between two paragraphs that do not.

    What somebody says may end anyhow, and so may all lines of an article without stops.
    """
    kept = list(judged)
    inside = [features[at] for at, yes in enumerate(judged) if yes]
    long = [feature.ends for feature in inside if feature.count >= _LONG.start]
    if sum(long) < _STOPPED * len(long):
        return kept
    for at in range(1, len(features) - 1):
        below = features[at + 1]
        if (
            judged[at]
            and _lacks_stop(features[at])
            and features[at - 1].prose
            and below.prose
            and below.count >= _WHOLE_WORDS
        ):
            kept[at] = False
    return kept


def _lacks_stop(feature: Feature) -> bool:
    text = feature.text
    return (
        feature.count in _LONG
        and not (feature.ends or feature.bullet)
        and text[-1] not in _GOES_ON
        and text[0] not in _SPOKEN
    )


def without_comments(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without the comments below the article, if these are some."""
    early, stamps = _stamps(features, judged)
    if len(stamps) < _FEWEST:
        return list(judged)
    written, times = Counter(_written(features[at]) for at in stamps).most_common(1)[0]
    is_log = written in {_written(features[at]) for at in early}
    between = _words(features, judged, stamps[0], stamps[-1])
    below = _words(features, judged, stamps[-1], len(judged))
    if times < _FEWEST or is_log or below > _LAST * between:
        return list(judged)
    return [yes and at < stamps[0] for at, yes in enumerate(judged)]


def _stamps(features: Sequence[Feature], judged: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Lines that hold little but a time, right above a paragraph: without and with an article above."""
    read = 0
    early: list[int] = []
    late: list[int] = []
    inside = [at for at, yes in enumerate(judged) if yes] or [0]
    for at in range(max(0, inside[0] - _BELOW + 1), inside[-1]):
        feature = features[at]
        if feature.count <= _STAMP_WORDS and (read < _ARTICLE_WORDS or not judged[at]):
            rows = range(at + 1, min(at + _BELOW, len(features)))
            if _is_time(feature) and any(judged[row] and features[row].prose for row in rows):
                (late if read >= _ARTICLE_WORDS else early).append(at)
        read += feature.count if judged[at] else 0
    return early, late


def _is_time(feature: Feature) -> bool:
    text = feature.text
    return not feature.prose and len(_FIGURES.findall(text)) > 1 and _TIMES.search(text) is not None


def _written(feature: Feature) -> tuple[bool, ...]:
    """How a time is written: which of its words are figures."""
    return tuple(map(str.isdigit, feature.tokens))


def _words(features: Sequence[Feature], judged: Sequence[bool], first: int, end: int) -> int:
    return sum([features[at].count for at in range(first, end) if judged[at]])


def without_author(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without the note on its author: a paragraph below a heading that names the byline."""
    kept = list(judged)
    inside = [at for at, yes in enumerate(judged) if yes]
    if len(inside) <= _HEAD_BELOW:
        return kept
    bylines = _bylines(features, inside[0])
    total, read = _words(features, judged, 0, len(judged)), 0
    for at in inside:
        read += features[at].count
        if at <= inside[0] + _HEAD_BELOW or read < _LATER_HALF * total:
            continue
        if features[at].prose and _names_author(features[at - 1], features[at], bylines):
            kept[at - 1] = kept[at] = False
            if total - read <= _REST * total:
                return [yes and row < at for row, yes in enumerate(kept)]
    return kept


def _bylines(features: Sequence[Feature], first: int) -> list[list[str]]:
    """The words of the lines around the article's first that hold a day or hardly more than a name."""
    rows = features[max(0, first - _HEAD_ABOVE) : first + _HEAD_BELOW]
    return [
        row.tokens
        for row in rows
        if row.count <= _BYLINE_WORDS
        and not row.prose
        and (row.count <= _NAME_ALONE or not _DIGITS.isdisjoint(row.text))
    ]


def _names_author(heading: Feature, paragraph: Feature, bylines: Sequence[list[str]]) -> bool:
    """Whether `heading` is a name, a word before it apart, that begins or ends a byline."""
    if heading.count not in _HEADING_WORDS or heading.ends:
        return False
    names = [heading.tokens, heading.tokens[1:]]
    return not set(heading.tokens).isdisjoint(paragraph.tokens) and any(
        name in (byline[: len(name)], byline[1 : 1 + len(name)], byline[-len(name) :])
        for name in names
        if len(name) >= _NAMES
        for byline in bylines
    )
