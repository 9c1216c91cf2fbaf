"""Judges which lines of a text copy are the article: weighed signs, then the likeliest order.

Each line's signs are weighed by tables learnt from pages with known articles
(`tools/learn_lines.py`); the order of lines is then decoded with Viterbi's algorithm (1967) over
three states: before the article, in it, between two of its parts or behind it.
"""

from collections.abc import Sequence
from functools import cache
from operator import getitem

from briefing.cleaning import weights
from briefing.cleaning.lines import Feature
from briefing.cleaning.signs import AROUND, flags, levels, near_prose

_BEFORE, _INSIDE, _BETWEEN = range(3)
_BEGIN = 1.0
_LEAVE = 0.5
"""Prices of stepping into the article, and between its parts or behind it, and back."""
_LEANING = 0.48
"""What speaks for a line beforehand: a lost paragraph costs a reader more than a kept line."""
_FAR = -4.0
"""What a line far from any sentence is taken to weigh."""
_SEEN = (1 << AROUND) - 1


def article_lines(features: Sequence[Feature], core: tuple[int, int]) -> list[bool]:
    """Whether each line is the article's; `core` is the densest run of paragraphs."""
    if core == (0, 0):
        return [False] * len(features)
    near = near_prose(features)
    scores = dict(zip(near, weigh(features, core, near), strict=True))
    # Of many far lines in a row those right beside weighed ones are enough: none of the others is in
    # the article, and all speak alike for the states outside it.
    beside = {at for index in near for at in (index - 1, index, index + 1)}
    kept = sorted(beside.intersection(range(len(features))))
    judged = [False] * len(features)
    for index, yes in zip(kept, decode([scores.get(at, _FAR) for at in kept]), strict=True):
        judged[index] = yes
    return judged


def weigh(features: Sequence[Feature], core: tuple[int, int], near: Sequence[int]) -> list[float]:
    """The sum of the weights of each `near` line's signs; above zero speaks for the article."""
    tables = tuple(weights.SCALED.values())
    marked = flags([features[at] for at in near])
    around = [0, *(row & _SEEN for row in marked), 0]
    return [
        sum(map(getitem, tables, row)) + _flagged(own) + _above(above) + _below(below)
        for row, own, above, below in zip(
            levels(features, core, near), marked, around, around[2:], strict=False
        )
    ]


def decode(scores: Sequence[float]) -> list[bool]:
    """The likeliest order of states for lines of these scores; true where a line is in the article.

    The states' best sums are carried along; `opened` and `parted` keep from which of them each line
    in the article, or between its parts, was reached. What follows the article is a part between: to
    end it costs nothing that leaving does not.
    """
    before, inside, between = 0.0, -_BEGIN, -1e18
    opened, parted = [], []
    for score in scores:
        gain = (score + _LEANING) / 2
        begun, came_back, left = before - _BEGIN, between - _LEAVE, inside - _LEAVE
        if inside >= begun and inside >= came_back:
            opened.append(_INSIDE)
        elif came_back >= begun:
            opened.append(_BETWEEN)
            inside = came_back
        else:
            opened.append(_BEFORE)
            inside = begun
        parted.append(_INSIDE if left > between else _BETWEEN)
        before -= gain
        between = (max(between, left)) - gain
        inside += gain
    sums = (before, inside, between)
    state = sums.index(max(sums))
    path = []
    for from_opened, from_parted in zip(reversed(opened), reversed(parted), strict=True):
        path.append(state == _INSIDE)
        if state != _BEFORE:
            state = from_opened if state == _INSIDE else from_parted
    return path[::-1]


@cache
def _flagged(row: int) -> float:
    return _sum(weights.FLAGGED, row)


@cache
def _above(row: int) -> float:
    return _sum(weights.ABOVE, row)


@cache
def _below(row: int) -> float:
    return _sum(weights.BELOW, row)


def _sum(table: Sequence[float], row: int) -> float:
    return sum(weight for place, weight in enumerate(table) if row >> place & 1)


def forget() -> None:
    """Forget the sums that were kept: the tables have changed."""
    for kept in (_flagged, _above, _below):
        kept.cache_clear()
