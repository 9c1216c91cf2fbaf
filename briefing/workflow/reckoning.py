"""The times that words of a source lead to, for a proof that asks."""

from collections.abc import Sequence
from datetime import date


def times_of(words: str, day: date, language: str | None = None) -> Sequence[str]:
    """The days that `words` in a `language` lead to when written on `day`, as ISO 8601 has them."""
    # Late: few documents have days that were reckoned.
    from briefing.text.calendar import led_to_calendar, times_in
    from briefing.text.times_abroad import find_times_abroad

    led = [*times_in(words, day)]
    if language and not language.startswith("en"):
        led += led_to_calendar(tuple(find_times_abroad(words, language[:2])), words, day)
    return [moment.on.isoformat() for _, moment in led]
