"""Whether a day marked as reckoned can be reckoned from the words of its source."""

from briefing.model.source import Source
from briefing.verify.shelf import Shelf
from briefing.verify.tongues import days_in, months_in

_BEFORE = 600
"""Characters before the words in which a day may be named that they go on from."""


def misreckoned(label: str, source: Source, where: tuple[int, int], shelf: Shelf) -> str | None:
    """The day or month of `label`, if the words at that place of `source` lead to others alone."""
    named = days_in(label) or months_in(label)
    if not named or not source.published:
        return None
    start, end = where
    day, language = source.published, source.language
    own = shelf.times(source.text[start:end], day, language)
    led = [*own, *shelf.times(source.text[max(0, start - _BEFORE) : end], day, language)]
    if not own or any(one.startswith(named[0]) for one in led):
        return None
    return named[0]
