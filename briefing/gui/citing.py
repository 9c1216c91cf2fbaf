"""Quotations as they are copied: the words, and in brackets where they stand."""

from collections.abc import Iterable
from datetime import date

_OPENING = ('"', "“", "„", "«", "「", "『")


def in_marks(shown: str, words: str) -> str:
    """Words as they are `shown` in a line, between quotation marks unless they begin with their own."""
    return shown if words.startswith(_OPENING) else f"“{shown}”"


def placed(label: str, day: date | None) -> str:
    """Who published it, and when."""
    return f"{label}, {day:%Y-%m-%d}" if day else label


def quotation(words: str, label: str, day: date | None) -> str:
    """Words of one source, between quotation marks, with their source."""
    return f"“{words}” ({placed(label, day)})"


def passage_of_page(words: str, places: Iterable[str]) -> str:
    """Words of a page as they are, with the sources of the quotations among them."""
    named = "; ".join(dict.fromkeys(places))
    return f"{words} ({named})" if named else words
