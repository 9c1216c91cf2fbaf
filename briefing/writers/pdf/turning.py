"""The order in which the words of a line stand (Unicode Standard Annex 9, in small)."""

from collections.abc import Sequence


def rightward(kinds: Sequence[str]) -> bool:
    """Whether a paragraph with words of these directions begins at the right edge: its first word says."""
    return next((kind == "R" for kind in kinds if kind != "N"), False)


def turned(kinds: Sequence[str], *, from_right: bool) -> list[int]:
    """Which word stands at each place of a line, from the left.

    `kinds` has R for words from right to left, L for those from left to right, N for numbers and
    signs, which go along with what is around them.
    """
    if from_right:
        # Words from left to right keep their own order inside a line that runs the other way.
        whole = list(range(len(kinds)))[::-1]
        return _flipped(whole, [kinds[at] for at in whole], "L")
    return _flipped(list(range(len(kinds))), kinds, "R")


def _flipped(order: list[int], kinds: Sequence[str], kind: str) -> list[int]:
    """`order` with each stretch of `kind`, and what lies between two of it, turned round."""
    at = 0
    while at < len(order):
        end = at
        if kinds[at] == kind:
            while end + 1 < len(order) and kinds[end + 1] in (kind, "N"):
                end += 1
            while kinds[end] == "N":
                end -= 1
        order[at : end + 1] = order[at : end + 1][::-1]
        at = end + 1
    return order
