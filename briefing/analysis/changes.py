"""Compares two editions, excerpt by excerpt."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from briefing.model.changes import ChangeSort, EditionChange, Successor
from briefing.model.library import Said

STANDS = {
    True: "the words quoted still stand there",
    False: "the words quoted stand there no more",
    None: "",
}
"""What is told of a correction, by whether they do, as far as that is known."""


def compare(
    old: Sequence[Said], new: Sequence[Said], successors: Mapping[str, Successor]
) -> tuple[EditionChange, ...]:
    """What became of the excerpts of `old` in `new`, what weighs most first.

    `successors` leads from a source that was corrected to the one in its place. An excerpt is the
    same where the places overlap, or where the words are the same and the source is its successor.
    """
    pairs = tuple(_pairs(old, new, successors))
    kept = {after.place for _, after in pairs}
    corrected = [
        (said, _stands(said, successors[said.source])) for said in old if said.source in successors
    ]
    stayed = {before.place for before, _ in pairs}
    # That words which stand in no source any more are gone goes without saying.
    stayed |= {said.place for said, still in corrected if still is False}
    standing = [change for before, after in pairs for change in _standing(before, after)]
    return (
        # First what puts right what was said before.
        *(
            EditionChange(
                ChangeSort.CORRECTED, said, STANDS[still], successors[said.source].source, still
            )
            for said, still in sorted(corrected, key=lambda row: row[1] is not False)
        ),
        *(change for change in standing if change.sort is ChangeSort.CONTRADICTED),
        *(EditionChange(ChangeSort.NEW, said) for said in new if said.place not in kept),
        *(change for change in standing if change.sort is ChangeSort.CORROBORATED),
        *_moved(pairs),
        *(EditionChange(ChangeSort.GONE, said) for said in old if said.place not in stayed),
    )


def _pairs(
    old: Sequence[Said], new: Sequence[Said], successors: Mapping[str, Successor]
) -> Iterator[tuple[Said, Said]]:
    """The excerpts of `old` that `new` has too, each with what it is now."""
    free = list(new)
    for before in old:
        fits = [after for after in free if _same(before, after, successors)]
        if fits:
            best = max(fits, key=lambda after: (after.theme == before.theme, -after.place))
            free.remove(best)
            yield before, best


def _same(before: Said, after: Said, successors: Mapping[str, Successor]) -> bool:
    if before.source == after.source:
        return before.start < after.end and after.start < before.end
    successor = successors.get(before.source)
    return (
        successor is not None and successor.source == after.source and before.sha256 == after.sha256
    )


def _stands(said: Said, successor: Successor) -> bool | None:
    if said.text in successor.text:
        return True
    return False if successor.whole else None


def _standing(before: Said, after: Said) -> Iterator[EditionChange]:
    if after.disputed and not before.disputed:
        yield EditionChange(ChangeSort.CONTRADICTED, after)
    if after.independent_origins > before.independent_origins:
        told = f"{after.independent_origins} independent origins, {before.independent_origins} then"
        yield EditionChange(ChangeSort.CORROBORATED, after, told)


def _moved(pairs: Sequence[tuple[Said, Said]]) -> Iterator[EditionChange]:
    """Excerpts under another theme, and those that left the order the others have kept.

    What stands beside the themes has no order of its own.
    """
    themed = [(before, after) for before, after in pairs if before.theme and after.theme]
    steady = _longest_rise([after.place for _, after in themed])
    for before, after in themed:
        if before.theme != after.theme:
            told = f"from {before.theme} to {after.theme}"
            yield EditionChange(ChangeSort.MOVED, after, told, was=before.theme)
        elif after.place not in steady:
            yield EditionChange(ChangeSort.MOVED, after, f"from {before.place} to {after.place}")


def _longest_rise(places: Sequence[int]) -> frozenset[int]:
    """The most of `places` that stand in rising order (patience sorting, after Fredman 1975)."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place in places:
        at = bisect_left(ends, place)
        chain = (*(chains[at - 1] if at else ()), place)
        ends[at : at + 1] = [place]
        chains[at : at + 1] = [chain]
    return frozenset(chains[-1] if chains else ())
