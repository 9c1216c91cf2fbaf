"""Compares the articles found in an export with what the file says it holds."""

from collections import Counter
from collections.abc import Iterator, Sequence

_MOST = 12
"""Numbers named in one sentence."""


def count_remarks(found: int, said: int | None, numbers: Sequence[int] = ()) -> Iterator[str]:
    """Sentences on any difference.

    `said` is the number of articles that the file says it holds, `numbers` the numbers that the
    articles found bear.
    """
    if said is not None and said != found:
        yield f"The file says it holds {said} articles; {found} are in it."
    if numbers:
        missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
        if missing:
            yield f"Missing in the file’s own numbering: {_list(missing)}."
        twice = sorted(number for number, times in Counter(numbers).items() if times > 1)
        if twice:
            yield f"Numbered twice: {_list(twice)}."


def empty_remark(empty: int) -> Iterator[str]:
    """A sentence on articles that have no body."""
    if empty:
        have = "has no text of its" if empty == 1 else "have no text of their"
        yield f"{empty} of its articles {have} own."


def _list(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_MOST]))
    return f"{named} and {len(numbers) - _MOST} more" if len(numbers) > _MOST else named
