"""Where one goes on in a list that was made anew."""

from collections.abc import Sequence

_AROUND = 2000
"""Places on either side among which a neighbour is looked for."""


def nearest(before: Sequence[int], row: int, now: Sequence[int]) -> int:
    """The place in `now` of what stood at `row` in `before`, or of its nearest neighbour still there.

    Of two that are equally near it is the one that came after. Where none is left, the same row, as
    far as there is one. `now` is not empty.
    """
    last = len(now) - 1
    if not 0 <= row < len(before):
        return min(max(row, 0), last)
    if before[row] in now:
        return now.index(before[row])
    there = frozenset(now)
    for far in range(1, _AROUND):
        for place in (row + far, row - far):
            if 0 <= place < len(before) and before[place] in there:
                return now.index(before[place])
    return min(row, last)
