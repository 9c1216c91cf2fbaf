"""The times that words of a source lead to, for a proof that asks."""

from collections.abc import Sequence
from datetime import date


def times_of(words: str, day: date) -> Sequence[str]:
    """The days that `words` lead to when written on `day`, as ISO 8601 has them."""
    # Late: few documents have days that were reckoned.
    from briefing.text.calendar import times_in

    return [moment.on.isoformat() for _, moment in times_in(words, day)]
