"""How much longer a job takes, once that is worth telling."""

import time
from collections.abc import Callable

from briefing.words import say

_LONG = 10.0
"""Seconds of a whole job from which on it is told."""
_SURE = 2.0
"""Seconds after which the pace so far says something of the rest."""
_STEP = 5
_MINUTE = 60
_FEW = 2 * _MINUTE
"""Seconds up to which it is told by the second."""


class Pace:
    """Watches one job at a time: begins anew with another, or where one goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._what, self._first, self._last, self._since = "", 0, -1, 0.0

    def told(self, what: str, done: int, total: int) -> str:
        """About how long the rest takes, to stand behind how far it is; empty while that is unknown."""
        now = self._clock()
        if what != self._what or done < self._last:
            self._what, self._first, self._since = what, done, now
        self._last = done
        gone, steps = now - self._since, done - self._first
        if gone < _SURE or steps <= 0:
            return ""
        left = gone / steps * max(0, total - done)
        if gone + left < _LONG or left < 1:
            return ""
        if left < _FEW:
            seconds = -(-int(left + 0.5) // _STEP) * _STEP
            return f" · {say('about {n} s', n=seconds)}"
        return f" · {say('about {n} min', n=round(left / _MINUTE))}"
