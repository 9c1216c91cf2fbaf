"""How words that a publisher corrected read now: the place in the new text that comes nearest."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model.changes import ChangeSort, EditionChange
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.text.sentences import sentences
from briefing.verify.differing import nearest, tokens
from briefing.verify.folding import fold, fold_with_places

_LIKE = 0.6
"""The share of the earlier words that stand in their place, from which on it is held to be it."""


def told_with_words(
    changes: Sequence[EditionChange], sources: Sequence[Source]
) -> tuple[EditionChange, ...]:
    """`changes`, where corrections bring how the words read now, as far as `sources` tell.

    What is quoted anew at such a place is no news beside the correction.
    """
    by_id = {source.id: source for source in sources}
    told = [
        replace(change, now=_now(change.said.text, by_id[change.successor]))
        if change.sort is ChangeSort.CORRECTED
        and change.stands is False
        and change.successor in by_id
        else change
        for change in changes
    ]
    places = [change.now.passage for change in told if change.now]
    return tuple(change for change in told if not _is_told(change, places))


def _is_told(change: EditionChange, places: Sequence[Passage]) -> bool:
    said = change.said
    place = Passage(said.source, said.start, said.end)
    return change.sort is ChangeSort.NEW and any(place.overlaps(one) for one in places)


def _now(words: str, source: Source) -> Excerpt | None:
    """The sentences of one paragraph of `source` that come nearest to `words`, if any come near."""
    printed = tokens(fold(words))
    best: tuple[float, int, int] = (0.0, 0, 0)
    for segment in source.body():
        folded = fold_with_places(source.text[segment.start : segment.end])
        near = nearest(printed, tokens(folded.text))
        if near and near.is_like and near.share > best[0]:
            start, end = folded.origin(near.start), folded.origin(near.end - 1) + 1
            best = near.share, segment.start + start, segment.start + end
    share, start, end = best
    if share < _LIKE:
        return None
    return Excerpt.cut(source, *_whole(source, start, end))


def _whole(source: Source, start: int, end: int) -> tuple[int, int]:
    """The sentences that `[start, end)` touches."""
    inside = next(part for part in source.body() if part.start <= start < part.end)
    touched = [
        place
        for place in sentences(source.text, inside.start, inside.end, source.language or "en")
        if place[0] < end and start < place[1]
    ]
    return touched[0][0], touched[-1][1]
