"""Finds the article in a page that was copied as text.

First its core: paragraphs speak for the article, short and promotional lines against it, and the
run of lines with the greatest sum (Kadane's maximum subarray) is where it lies. Then each line is
judged by its signs, its neighbours and its place to the core (see `scorer`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, islice

from briefing.cleaning import marks
from briefing.cleaning.headline import beginning
from briefing.cleaning.houses import DATELINE
from briefing.cleaning.labels import is_label
from briefing.cleaning.lines import Feature
from briefing.cleaning.listing import with_lists
from briefing.cleaning.logs import with_entries
from briefing.cleaning.rights_abroad import without_claims
from briefing.cleaning.scorer import article_lines
from briefing.cleaning.strangers import without_author, without_captions, without_comments
from briefing.model.source import Kind

_MOST_WEIGHT = 40.0
_END_WEIGHT = -160.0
_AGAINST = -7.0
_HEADING_WORDS = range(2, 10)
_TITLE_WORDS = range(4, 33)
_LABEL_WORDS = 6
"""Words up to which a line that is none of an article is a label, not a headline."""
_HEADLINE_WORDS = 12
_PARAGRAPH_WORDS = 15
_END_AFTER = 80
"""Words of article above which an end mark is believed."""
_END_LEAST = 100
"""Words of article below an end mark from which on it was only an interruption."""
_OPENING = 3
"""How many times as long an article is that goes on below an end mark right after its opening."""
_LAST_LEAST = 120
"""The same for marks that hardly ever stand inside an article."""
_FURNITURE = 8
"""Where no more than one line of so many says nothing, a text is no copy of a whole page."""
_GOES_ON = frozenset(":;,")
_ITEM_WORDS = 5
_BUTTON_WORDS, _BUTTON_LETTERS = 2, 30
_TOLD_WORDS = 17
"""Words of a first sentence that no headline has."""
_HEAD_LINES = 4
"""Lines above an article that are none of its own: title, byline, date, outlet."""
_AROUND_ALONE = 6
"""Lines beside a very short article: its head and what ends it."""
_CRUMB_APART = 8
_CRUMB = 0.05
"""Lines that part pieces of the article, and the share of the longest below which one is a stray."""
_BODY, _TEASER, _BOILERPLATE = Kind.BODY, Kind.TEASER, Kind.BOILERPLATE
_NEVER_BODY = frozenset((Kind.URL, Kind.CAPTION, Kind.NOTE))


def find_article(features: Sequence[Feature]) -> tuple[int, int]:
    """Half-open range of the lines between the article's first and last paragraph; (0, 0): none."""
    best, best_range = 0.0, (0, 0)
    total, start, seen = 0.0, 0, 0.0
    first = before = beginning(features)
    told = [
        index
        for index, feature in enumerate(features[first:], first)
        if feature.prose or feature.ends or not feature.clean
    ]
    for index in told:
        # Most lines are of a menu: those between two that say something only weigh against it.
        total += _AGAINST * (index - before)
        before = index + 1
        if total <= 0:
            total, start = 0.0, index
        feature = features[index]
        if feature.clean and not feature.prose:
            weight = _AGAINST if feature.bullet else 2.0
        else:
            weight = _weight(feature, after_prose=seen > 2 * _MOST_WEIGHT)
        total += weight
        seen += max(weight, 0.0)
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def _weight(feature: Feature, *, after_prose: bool) -> float:
    if feature.end and after_prose:
        return _END_WEIGHT
    if feature.prose:
        return min(float(feature.count), _MOST_WEIGHT)
    if feature.blurb or feature.edited:
        return 2 * _AGAINST
    if feature.promotion or feature.repeated:
        return 3 * _AGAINST
    return _AGAINST


def kinds(features: Sequence[Feature]) -> tuple[Kind, ...]:
    """The kind of each line, title and byline and date apart (see `heads`)."""
    judged = stopped(features, article_lines(features, find_article(features)))
    judged = without_author(features, without_comments(features, judged))
    judged = without_captions(features, judged)
    judged = with_entries(features, without_crumbs(features, with_lists(features, judged)))
    if _is_bare(features):
        judged = [
            yes or (_is_said(feature) and feature.clean and (index > 0 or _is_long(feature)))
            for index, (yes, feature) in enumerate(zip(judged, features, strict=True))
        ]
        _add_standfirst(features, judged)
    if True not in judged:
        judged = _told_alone(features)
    judged = _without_buttons(features, without_claims(features, _once(features, judged)))
    inside = [index for index, yes in enumerate(judged) if yes]
    if not inside:
        return tuple(_outside(features, after=False))
    first, last = inside[0], inside[-1] + 1
    return (
        *_outside(features[:first], after=False),
        *[
            _article_line(features, judged, index) if judged[index] else _between(features, index)
            for index in range(first, last)
        ],
        *_outside(features[last:], after=True),
    )


def _told_alone(features: Sequence[Feature]) -> list[bool]:
    """Whether each line is a paragraph of an article of one or two, copied with little but its head."""
    told = [feature.prose and feature.clean for feature in features]
    words = sum(feature.count for feature in features)
    most = 2 * sum(feature.count for feature in compress(features, told)) > words
    alone = most and told.count(False) <= _AROUND_ALONE
    return told if alone else [False] * len(told)


def _once(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without the second of two paragraphs that are the same, of a page that tells all twice."""
    told = {feature.text for feature in features if feature.prose}
    return [
        yes and not (feature.repeated and feature.text in told)
        for yes, feature in zip(judged, features, strict=True)
    ]


def _without_buttons(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without a word or two at its end that end no sentence: “Share”, “more”."""
    kept = list(judged)
    for index in reversed([index for index, yes in enumerate(judged) if yes]):
        feature = features[index]
        short = feature.count <= _BUTTON_WORDS and len(feature.text) <= _BUTTON_LETTERS
        if not short or feature.ends or feature.bullet or feature.prose:
            break
        kept[index] = False
    return kept


def _add_standfirst(features: Sequence[Feature], judged: list[bool]) -> None:
    """Add the line between headline and article that is too long for a heading and has no full stop."""
    long = (at for at, each in enumerate(features) if each.prose and each.count >= _PARAGRAPH_WORDS)
    above = next(long, 0) - 1
    if above < 1 or features[above].count <= _HEADLINE_WORDS or not features[above].clean:
        return
    if any(each.count in _TITLE_WORDS and not _is_said(each) for each in features[:above]):
        judged[above] = True


def _is_bare(features: Sequence[Feature]) -> bool:
    """Whether somebody chose these lines: nothing, or nearly nothing, surrounds what is said.

    A title, a byline and a date stand above those of an article that was copied without its page;
    a transcript or a note may have many short lines, which end as sentences do.
    """
    most = max(_HEAD_LINES, len(features) // _FURNITURE)
    others = (feature for feature in features if not _is_said(feature))
    return next(islice(others, most, None), None) is None


def _is_said(feature: Feature) -> bool:
    """Whether a line ends as a sentence or a part of one, or is an item of a list of some words."""
    return (
        feature.ends
        or feature.prose
        or feature.text[-1] in _GOES_ON
        or (feature.bullet and feature.count >= _ITEM_WORDS)
    )


def _is_long(feature: Feature) -> bool:
    """Whether a line is no headline: a longer one, a full sentence, an item, or one with a dateline."""
    return (
        feature.count >= _TOLD_WORDS
        or (feature.prose and feature.text[-1] == ".")
        or feature.bullet
        or DATELINE.match(feature.text) is not None
    )


def stopped(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without what follows an end mark (“More from …”, “Most read”) here and there.

    Much that follows in one piece is the article itself, interrupted by a box of links.
    """
    ends = [index for index, feature in enumerate(features) if feature.end]
    inside = list(compress(range(len(judged)), judged))
    if not ends or not inside:
        return list(judged)
    words = [features[index].count for index in inside]
    read = [0, *accumulate(words)]
    pieces = _pieces_below(inside, words)
    for end in ends:
        above = read[bisect_right(inside, end)]
        if above < _END_AFTER or _OPENING * above < read[-1]:
            continue
        last = marks.LAST.pattern.match(features[end].text.lower())
        if pieces[bisect_left(inside, end)] <= (_LAST_LEAST if last else _END_LEAST):
            return [yes and at < end for at, yes in enumerate(judged)]
    return list(judged)


def without_crumbs(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without lines that stand far from all others and are next to nothing beside them."""
    pieces: list[list[int]] = []
    for index in [index for index, yes in enumerate(judged) if yes]:
        if pieces and index - pieces[-1][-1] <= _CRUMB_APART:
            pieces[-1].append(index)
        else:
            pieces.append([index])
    words = [sum(features[index].count for index in piece) for piece in pieces]
    least = _CRUMB * max(words, default=0)
    kept = list(judged)
    for piece, count in zip(pieces, words, strict=True):
        if count < least:
            for index in piece:
                kept[index] = False
    return kept


def _pieces_below(inside: Sequence[int], words: Sequence[int]) -> list[int]:
    """For each line `inside` the words of the longest piece of lines that begins there or below; and 0."""
    longest, piece, found, below = 0, 0, [0], -1
    for index, count in zip(reversed(inside), reversed(words), strict=True):
        piece = piece + count if index + 1 == below else count
        longest, below = max(longest, piece), index
        found.append(longest)
    return found[::-1]


def _article_line(features: Sequence[Feature], judged: Sequence[bool], index: int) -> Kind:
    feature = features[index]
    special = _special(feature)
    if special in _NEVER_BODY:
        return special
    if is_label(feature):
        return _BOILERPLATE
    if not _stands_above(features, judged, index):
        return _BODY
    return Kind.HEADING if feature.count in _HEADING_WORDS else _beside(feature)


def _between(features: Sequence[Feature], index: int) -> Kind:
    """A line that the article's own paragraphs stand around."""
    return _special(features[index]) or _beside(features[index])


def _beside(feature: Feature) -> Kind:
    """A line of no article: one as long as a headline advertises another story."""
    return _TEASER if feature.count > _LABEL_WORDS else _BOILERPLATE


def _stands_above(features: Sequence[Feature], judged: Sequence[bool], index: int) -> bool:
    """Whether a short line without an end stands right above a paragraph of the article."""
    feature = features[index]
    if feature.count > _HEADLINE_WORDS or feature.ends or feature.bullet or feature.text[-1] == ":":
        return False
    below = next((at for at in range(index + 1, len(features)) if judged[at]), None)
    return below is not None and below <= index + 2 and features[below].count >= _PARAGRAPH_WORDS


def _outside(features: Sequence[Feature], *, after: bool) -> list[Kind]:
    """The kinds of lines above the article's first one, or below its last."""
    return [
        _BOILERPLATE
        if (feature.clean or _special(feature) is None)
        and (not after or feature.count <= _LABEL_WORDS)
        else _special(feature) or _TEASER
        for feature in features
    ]


def _special(feature: Feature) -> Kind | None:
    """The kind that a line shows by itself, wherever it stands."""
    if feature.url:
        return Kind.URL
    if feature.caption:
        return Kind.CAPTION
    if feature.asked or feature.edited or feature.blurb:
        return Kind.NOTE
    if feature.promotion or feature.repeated or feature.end:
        return Kind.BOILERPLATE
    return None
