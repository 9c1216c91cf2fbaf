"""What a person can do about a file that cannot be read, where the reader itself names nothing better."""

from briefing.errors import SourceError

_WAYS = (
    (
        ("no words", "is empty"),
        "Open it to see whether it was saved whole, and save it again or leave it out.",
    ),
    (
        ("no entry", "no entries", "no article", "no item"),
        "Save the articles themselves, one by one.",
    ),
    (
        ("entities", "far more", "over one another", "two parts", "outside itself", "more than"),
        "It may be made to do harm: leave it out, or print it to PDF where it came from.",
    ),
)
_ELSE = "Open it in the program it came from and save it again."


def with_way_out(error: SourceError) -> SourceError:
    """`error` with what to do, if it says nothing of it."""
    if error.remedy:
        return error
    ways = (way for marks, way in _WAYS if any(mark in error.what for mark in marks))
    return SourceError(error.what, where=error.where, remedy=next(ways, _ELSE))
