"""The likeliest order of lines: before the article, in it, between its parts, behind it."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from briefing.cleaning.scorer import decode

_LEANING, _BEGIN, _LEAVE = 0.48, 1.0, 0.5


def _sum(scores: list[float], judged: tuple[bool, ...]) -> float:
    """What an order is worth: the lines' scores, less what it costs to step in, out and in again."""
    gains = [(score + _LEANING) / 2 for score in scores]
    told = sum(gain if yes else -gain for gain, yes in zip(gains, judged, strict=True))
    steps = [(one, other) for one, other in pairwise((False, *judged)) if one != other]
    return told - sum(_BEGIN if at == 0 else _LEAVE for at in range(len(steps)))


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=8))
def test_no_other_order_is_likelier(scores: list[float]) -> None:
    best = max(_sum(scores, other) for other in product((False, True), repeat=len(scores)))

    assert _sum(scores, tuple(decode(scores))) >= best - 1e-9
