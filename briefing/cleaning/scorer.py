"""Judges which lines of a text copy are the article: weighed signs, then the likeliest order.

Each line's signs are weighed by tables learnt from pages with known articles
(`tools/learn_lines.py`); the order of lines is then decoded with Viterbi's algorithm (1967) over
four states: before the article, in it, between two of its parts, behind it.
"""

from collections.abc import Sequence
from functools import cache
from itertools import compress
from operator import getitem

from briefing.cleaning import weights
from briefing.cleaning.lines import Feature
from briefing.cleaning.signs import AROUND, flags, levels, near_prose

_BEGIN = 1.0
_LEAVE = 0.5
_END = 1.0
"""Prices of stepping into the article, between its parts and back, and out of it for good."""
_LEANING = 0.48
"""What speaks for a line beforehand: a lost paragraph costs a reader more than a kept line."""
_FAR = -4.0
"""What a line far from any sentence is taken to weigh."""
_THREE_FAR = (_FAR, _FAR, _FAR)
_SEEN = (1 << AROUND) - 1


def article_lines(features: Sequence[Feature], core: tuple[int, int]) -> list[bool]:
    """Whether each line is the article's; `core` is the densest run of paragraphs."""
    if core == (0, 0):
        return [False] * len(features)
    near = near_prose(features)
    weighed = iter(weigh(features, core, near))
    return decode([next(weighed) if yes else _FAR for yes in near])


def weigh(features: Sequence[Feature], core: tuple[int, int], near: Sequence[bool]) -> list[float]:
    """The sum of the weights of each `near` line's signs; above zero speaks for the article."""
    tables = tuple(weights.SCALED.values())
    marked = flags(compress(features, near))
    around = [0, *(row & _SEEN for row in marked), 0]
    return [
        sum(map(getitem, tables, row)) + _flagged(own) + _above(above) + _below(below)
        for row, own, above, below in zip(
            levels(features, core, near), marked, around, around[2:], strict=False
        )
    ]


def decode(scores: Sequence[float]) -> list[bool]:
    """The likeliest order of states for lines of these scores; true where a line is in the article.

    Of many far lines in a row the first and the last are enough: none of those between them is in
    the article, and all of them speak alike for the three states outside it.
    """
    kept = [
        index
        for index, trio in enumerate(zip([0.0, *scores], scores, [*scores[1:], 0.0], strict=False))
        if trio != _THREE_FAR
    ]
    judged = [False] * len(scores)
    for index, yes in zip(kept, _decode([scores[index] for index in kept]), strict=True):
        judged[index] = yes
    return judged


def _decode(scores: Sequence[float]) -> list[bool]:
    """The states of :func:`decode`.

    The four states' best sums are carried along; `back` keeps what each was reached from.
    """
    before, inside, between, behind = 0.0, -_BEGIN, -1e18, -1e18
    back = []
    for score in scores:
        gain = (score + _LEANING) / 2
        opened, went_on, came_back = before - _BEGIN, inside, between - _LEAVE
        if went_on >= opened and went_on >= came_back:
            to_inside, from_inside = went_on, 1
        elif came_back >= opened:
            to_inside, from_inside = came_back, 2
        else:
            to_inside, from_inside = opened, 0
        left = inside - _LEAVE
        ended = inside - _END
        back.append((from_inside, 1 if left > between else 2, 1 if ended > behind else 3))
        before -= gain
        between = (max(between, left)) - gain
        behind = (max(behind, ended)) - gain
        inside = to_inside + gain
    last = (before, inside, between, behind)
    state = last.index(max(last))
    path = []
    for came in reversed(back):
        path.append(state == 1)
        state = came[state - 1] if state else 0
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
