"""Where lines end: chosen over the whole paragraph (Knuth and Plass 1981).

A paragraph is given as the places at which a line may end, in order. From each place that a line can
begin at, only the few ends within reach are tried: the natural one is found by bisection.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

STRETCH, SHRINK = 0.6, 0.3
"""How far a space may widen or narrow, as shares of its width."""
TOLERANCES = (1.3, 1.8, 1.5)
"""Widest stretch without hyphens, with them, and with names parted too, as multiples of `STRETCH`."""
UNEVEN = (0.12, 0.24, 1.0)
"""Shares of the measure that a ragged line may fall short by, the next if the last will not do."""
_NEVER = float("inf")
_LITTLE = 1e-6
_HYPHEN_COST, _LADDER_COST, _STUB_COST, _STUB = 15000.0, 40000.0, 3000.0, 0.12
_WORST, _NO_GIVE = 20.0, 10.0
_STUB_RAGGED = 0.36
_HOPELESS, _UGLY = 2e5, 0.03
"""What costs so much more than another way to as many lines is not followed further: flush, ragged."""

Ends = list[int]
"""Of each line the place it ends at."""


def ragged(
    starts: Sequence[float], ends: Sequence[float], measure: float, uneven: float, gap: float = 0.0
) -> Ends:
    """The ends of ragged lines, by the least sum of squared shortfalls; empty if none will do.

    `ends[j]` is where a line that ends at place `j` has its edge, and `gap` wider; `starts[i]` where one
    begins that follows place `i - 1`. No line but the last falls short by more than the share `uneven`.
    """
    count = len(ends)
    cost, came, lines, least = _fresh(count)
    room, most, stub = measure + gap + _LITTLE, measure * uneven, measure * (1 - _STUB)
    share = 1 / (measure * measure)
    reached = [0]
    for start in reached:
        so_far, line = cost[start], lines[start] + 1
        if so_far > least[line - 1] + _UGLY:
            continue
        if line == len(least):
            least.append(_NEVER)
        limit = room + starts[start]
        end = bisect_right(ends, limit, start)
        if end == count:
            end -= 1
            is_stub = start > 0 and limit - ends[end] > stub
            total = so_far + (_STUB_RAGGED if is_stub else 0.0)
            if total < cost[count]:
                cost[count], came[count] = total, start
            if not is_stub:
                continue  # no way that ends earlier costs less
        first = bisect_left(ends, limit - most, start, end)
        for place, edge in enumerate(ends[first:end], first + 1):
            short = limit - edge
            total = so_far + short * short * share + 0.0001
            known = cost[place]
            if total < known:
                if known == _NEVER:
                    reached.append(place)
                cost[place], came[place], lines[place] = total, start, line
                least[line] = min(least[line], total)
    return _walk(came)


def evenly(
    starts: Sequence[float], ends: Sequence[float], measure: float, gap: float = 0.0
) -> Ends:
    """The ends of ragged lines as even as can be; empty if not even the least even will do."""
    count = len(ends)
    first = bisect_right(ends, measure + gap + _LITTLE)
    if first == count:
        return [count] if count else []
    rest = measure + gap + starts[first] + _LITTLE - ends[-1]
    if first and 0 <= rest <= measure * (1 - _STUB):
        return [first, count]  # two lines, of which the second is no stub: no other way is as good
    stubby: Ends = []
    for uneven in UNEVEN:
        found = ragged(starts, ends, measure, uneven, gap)
        if (
            found
            and len(found) > 1
            and measure + gap + starts[found[-2]] - ends[-1] > measure * (1 - _STUB)
        ):
            stubby = stubby or found  # lines a little less even may spare the stub
        elif found:
            return found
    return stubby


def justified(
    starts: Sequence[float], ends: Sequence[float], blanks: Sequence[float], measure: float,
    tolerance: float | None = None, hyphens: Sequence[bool] = (),
) -> Ends:  # fmt: skip
    """The ends of flush lines at the least demerits; empty if none will do.

    `blanks[j]` is the width of all spaces before what ends at `j`, and before what begins behind
    `j - 1`; `hyphens` tells which ends take one. Without `tolerance` any stretch will do.
    """
    count = len(ends)
    cost, came, lines, least = _fresh(count)
    ladder = lines.copy()  # hyphens below each other up to each place
    # Where any stretch must do all ways are bad, and none is hopeless.
    reach, hopeless = (tolerance * STRETCH, _HOPELESS) if tolerance else (_NEVER, _NEVER)
    most, parts, reached = measure * (1 - _STUB), hyphens or bytes(count), [0]
    for start in reached:
        so_far, line = cost[start], lines[start] + 1
        if so_far > least[line - 1] + hopeless:
            continue
        limit, gone = measure + starts[start] + _LITTLE, blanks[start]
        least += [_NEVER] * (line == len(least))
        end = tight = bisect_right(ends, limit, start)
        while tight < count and ends[tight] - limit <= (blanks[tight] - gone) * SHRINK:
            tight += 1
        if end == count:  # the last line stands as it is
            tight -= 1
            is_stub = start > 0 and limit - ends[tight] > most
            total = so_far + (_STUB_COST if is_stub else 1.0)
            cost[count], came[count] = min((cost[count], came[count]), (total, start))
            if not is_stub:
                continue
        behind = len(reached)
        for last in range(tight - 1, start - 1, -1):
            short, give = limit - ends[last], blanks[last] - gone
            if short > give * reach:
                break
            if short < 0:
                ratio = -short / (give * SHRINK)
            else:
                ratio = min(short / (give * STRETCH), _WORST) if give else _NO_GIVE * (short > 1)
            total = so_far + (1.0 + 100.0 * ratio * ratio * ratio) ** 2
            if parts[last]:
                total += _HYPHEN_COST + _LADDER_COST * ladder[start]
            if total < cost[last + 1]:
                if cost[last + 1] == _NEVER and last + 1 < count:
                    reached.insert(behind, last + 1)
                cost[last + 1], came[last + 1], lines[last + 1] = total, start, line
                least[line] = min(least[line], total)
                ladder[last + 1] = (ladder[start] + 1) * parts[last]
    return _walk(came)


def _fresh(count: int) -> tuple[list[float], list[int], list[int], list[float]]:
    """Of each place the cost of the way to it, the place before, the line; of each line the least."""
    return [0.0] + [_NEVER] * count, [-1] * (count + 1), [0] * (count + 1), [0.0]


def _walk(came: list[int]) -> Ends:
    """The ends that `came` leads back through from the last one; empty if it was not reached."""
    end = len(came) - 1
    found = []
    while end > 0:
        found.append(end)
        end = came[end]
    return found[::-1] if end == 0 else []
