"""Judges which lines of a text copy are the article: weighed signs, then the likeliest order.

Each line's signs are weighed by a table learnt from pages with hand-made answers
(`tools/learn_lines.py`); the order of lines is then decoded with Viterbi's algorithm (1967) over
four states: before the article, in it, between two of its parts, behind it.
"""

from collections.abc import Sequence

from briefing.cleaning.lines import Feature
from briefing.cleaning.signs import signs
from briefing.cleaning.weights import WEIGHTS

_NEVER = -1e18
_BEGIN = 1.0
_LEAVE = 0.5
_END = 1.0
_LEANING = 0.4
"""What speaks for a line beforehand: a lost paragraph costs a reader more than a kept line."""
_MOVES = (
    (0.0, -_BEGIN, _NEVER, _NEVER),
    (_NEVER, 0.0, -_LEAVE, -_END),
    (_NEVER, -_LEAVE, 0.0, _NEVER),
    (_NEVER, _NEVER, _NEVER, 0.0),
)
"""Price of a step from one state (row) to another: before, in, between, behind."""
_IN = 1
_STATES = range(4)


def weigh(row: Sequence[str]) -> float:
    """The sum of the weights of a line's signs; above zero speaks for the article."""
    return sum(WEIGHTS.get(sign, 0.0) for sign in row)


def article_lines(features: Sequence[Feature], core: tuple[int, int]) -> list[bool]:
    """Whether each line is the article's; `core` is the densest run of paragraphs."""
    if core == (0, 0):
        return [False] * len(features)
    return decode([weigh(row) for row in signs(features, core)])


def decode(scores: Sequence[float]) -> list[bool]:
    """The likeliest order of states for lines of these scores; true where a line is in the article."""
    reached = [0.0, -_BEGIN, _NEVER, _NEVER]
    back: list[tuple[int, ...]] = []
    for number, score in enumerate(scores):
        gain = (score + _LEANING) / 2
        came = tuple(_from(reached, state) if number else state for state in _STATES)
        reached = [
            reached[before] + (_MOVES[before][state] if number else 0.0)
            + (gain if state == _IN else -gain)
            for state, before in enumerate(came)
        ]  # fmt: skip
        back.append(came)
    state = max(_STATES, key=reached.__getitem__)
    path = []
    for came in reversed(back):
        path.append(state == _IN)
        state = came[state]
    return path[::-1]


def _from(reached: Sequence[float], state: int) -> int:
    return max(_STATES, key=lambda before: reached[before] + _MOVES[before][state])
