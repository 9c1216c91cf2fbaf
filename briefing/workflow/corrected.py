"""How words that a publisher corrected read now: the place in the new text that comes nearest."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest

from msgspec.structs import replace

from briefing.analysis.changes import STANDS
from briefing.model.changes import ChangeSort, EditionChange
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Amending, Segment, Source
from briefing.text.sentences import sentences
from briefing.verify.differing import nearest, tokens
from briefing.verify.folding import fold, fold_with_places

_LIKE, _BACK = 0.6, 0.3
"""The share of the earlier words that stand in their place, and of the words there that stood before,
from which on it is held to be it."""
_PLACES = 3
"""Paragraphs that are looked at closely: those with most of the words."""


def told_with_words(
    changes: Sequence[EditionChange], sources: Sequence[Source]
) -> tuple[EditionChange, ...]:
    """`changes`, where corrections bring how the words read now, as far as `sources` tell.

    What its publisher says was withdrawn is told as that, first. Words of which only the typography
    was changed still stand. What is quoted anew at the place of a correction, or in other marks, is no
    news beside it.
    """
    by_id = {source.id: source for source in sources}
    told = [
        _looked_up(change, by_id[change.successor]) if change.successor in by_id else change
        for change in changes
    ]
    told.sort(key=lambda change: change.sort is not ChangeSort.WITHDRAWN)
    places = [change.now.passage for change in told if change.now]
    words = {(change.successor, fold(change.said.text)) for change in told if change.stands}
    return tuple(change for change in told if not _is_told(change, places, words))


def _is_told(
    change: EditionChange, places: Sequence[Passage], words: AbstractSet[tuple[str, str]]
) -> bool:
    said = change.said
    if change.sort is not ChangeSort.NEW:
        return False
    return any(map(said.passage.overlaps, places)) or (said.source, fold(said.text)) in words


def _looked_up(change: EditionChange, source: Source) -> EditionChange:
    if source.amended() is Amending.RETRACTION:
        return replace(change, sort=ChangeSort.WITHDRAWN, detail="")
    if change.stands is not False:
        return change
    if fold(change.said.text) in fold(source.text):
        return replace(change, stands=True, detail=STANDS[True])
    return replace(change, now=_now(change.said.text, source))


def _now(words: str, source: Source) -> Excerpt | None:
    """The sentences of one paragraph of `source` that come nearest to `words`, if any come near."""
    printed = tokens(fold(words))
    each = frozenset(words.split())
    text = source.text

    def shared(part: Segment) -> int:
        return len(each.intersection(text[part.start : part.end].split()))

    best, found = 0.0, None
    for segment in nlargest(_PLACES, source.body(), shared):
        folded = fold_with_places(text[segment.start : segment.end])
        near = nearest(printed, tokens(folded.text))
        if near and near.is_like and near.share >= max(best, _LIKE):
            start = segment.start + folded.origin(near.start)
            end = segment.start + folded.origin(near.end - 1) + 1
            best, found = near.share, _whole(source, segment, start, end)
    if found is None:
        return None
    back = nearest(tokens(fold(found.exact)), printed)
    return found if back and back.share >= _BACK else None


def _whole(source: Source, within: Segment, start: int, end: int) -> Excerpt:
    """The sentences of a paragraph that `[start, end)` touches."""
    touched = [
        place
        for place in sentences(source.text, within.start, within.end, source.language or "en")
        if place[0] < end and start < place[1]
    ]
    return Excerpt.cut(source, touched[0][0], touched[-1][1])
