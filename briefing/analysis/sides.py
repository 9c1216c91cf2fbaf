"""Both sides of a difference or neither: an excerpt that takes a side brings the others with it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.candidates import Candidate
from briefing.model.findings import Conflict, Position
from briefing.model.passage import Passage

_LESS = 0.99
"""The other side follows right behind."""


class Sides(Struct, frozen=True):
    """The differences among the sources, and what the analyst wants left out."""

    conflicts: Sequence[Conflict]
    dropped: Sequence[Passage]

    def against(self, pick: Candidate, taken: Sequence[Passage]) -> list[Candidate] | None:
        """The words of the other sides that must stand beside `pick` and do not yet.

        `None` if a side is missing that the analyst dropped: then `pick` must not stand either.
        """
        found: list[Candidate] = []
        for conflict in self.conflicts:
            mine = [side for side in conflict.positions if _holds(pick.excerpt.passage, side)]
            if not mine:
                continue
            for side in conflict.positions:
                if side in mine or any(_holds(place, side) for place in taken):
                    continue
                if any(drop.overlaps(side.excerpt.passage) for drop in self.dropped):
                    return None
                because = (f"another side of a difference: {conflict.about}, {side.value}",)
                found.append(Candidate(pick.theme, side.excerpt, _LESS * pick.score, because))
        return found

    def told(self, pick: Candidate, others: Sequence[Candidate]) -> Candidate:
        """`pick` with the reason why others stand beside it."""
        if not others:
            return pick
        because = "one side of a difference; the others stand beside it"
        return replace(pick, because=(*pick.because, because))


def leaving_with(
    out: Passage, chosen: Sequence[Passage], conflicts: Sequence[Conflict]
) -> set[Passage]:
    """What of `chosen` must go if `out` goes: `out`, and what would be left of a difference's sides.

    A side that another of `chosen` still takes is not lost, and nothing need go for its sake.
    """
    gone = {out}
    while more := _left_alone(gone, chosen, conflicts):
        gone |= more
    return gone


def _left_alone(
    gone: set[Passage], chosen: Sequence[Passage], conflicts: Sequence[Conflict]
) -> set[Passage]:
    """The places that still take a side of a difference of which another side is gone."""
    found: set[Passage] = set()
    for conflict in conflicts:
        by_side = [
            {place for place in chosen if _holds(place, side)} for side in conflict.positions
        ]
        if any(held and held <= gone for held in by_side):
            found |= set().union(*by_side) - gone
    return found


def _holds(place: Passage, side: Position) -> bool:
    return any(place.overlaps(words.passage) for words in (side.excerpt, *side.also))
