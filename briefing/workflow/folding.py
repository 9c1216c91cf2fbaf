"""Folds reprints in the list of excerpts: one card for the same words, whoever printed them."""

from array import array
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefing.model.desk import Listed


def fold(
    numbers: Sequence[int], groups: Sequence[Sequence[int]], kept: AbstractSet[int] = frozenset()
) -> Listed:
    """`numbers` with what repeats another of them folded under it, at the place of the best.

    `groups` are the excerpts of the same words, the first to come out first; what is among `kept`
    is never folded away.
    """
    there = frozenset(numbers) if groups else frozenset()
    folds: dict[int, tuple[int, ...]] = {}
    head_of: dict[int, int] = {}
    for group in groups:
        first, *others = [number for number in group if number in there] or (0,)
        away = tuple(number for number in others if number not in kept)
        if away:
            folds[first] = away
            head_of |= dict.fromkeys((first, *away), first)
    if not folds:
        return Listed(numbers)
    shown = dict.fromkeys(head_of.get(number, number) for number in numbers)
    return Listed(array("q", shown), folds)
