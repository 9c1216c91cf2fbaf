"""Lines filled one by one, to time the choice of breaks over whole paragraphs against."""

from bisect import bisect_right
from collections.abc import Sequence

from briefing.writers.pdf import breaking


def fill_all() -> None:
    """From now on lines are filled one by one, without hyphens."""
    breaking.ragged = _ragged  # type: ignore[assignment]
    breaking.justified = _justified  # type: ignore[assignment]


def _ragged(
    starts: Sequence[float], ends: Sequence[float], measure: float, _: float, gap: float = 0.0
) -> list[int]:
    return _filled(starts, ends, measure + gap)


def _justified(
    starts: Sequence[float], ends: Sequence[float], _: Sequence[float], measure: float, *__: object
) -> list[int]:
    return _filled(starts, ends, measure)


def _filled(starts: Sequence[float], ends: Sequence[float], measure: float) -> list[int]:
    found = [0]
    while found[-1] < len(ends):
        end = bisect_right(ends, measure + starts[found[-1]], found[-1])
        if end == found[-1]:
            return []
        found.append(end)
    return found[1:]
