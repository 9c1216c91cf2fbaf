"""Which quotations of a briefing say otherwise than one another."""

from collections.abc import Sequence

from briefing.model.desk import Desk
from briefing.model.findings import Conflict
from briefing.model.passage import Passage

Dispute = tuple[Passage, ...]
"""The printed passages that differ, in the order of the page."""


def disputes(conflicts: Sequence[Conflict], desk: Desk) -> tuple[Dispute, ...]:
    """Those of `conflicts` of which two sides are printed, and that the analyst did not settle."""
    found: dict[Dispute, None] = {}
    for conflict in conflicts:
        sides = [
            [excerpt.passage for excerpt in (side.excerpt, *side.also)]
            for side in conflict.positions
        ]
        places = sorted({place for side in sides for place in side})
        # As `workflow.comparing.Difference.key` names it.
        if "|".join(f"{one.source}/{one.start}/{one.end}" for one in places) in desk.verdicts:
            continue
        printed = [
            (number, item.passage)
            for item in desk.included
            for number, side in enumerate(sides)
            if any(item.passage.overlaps(place) for place in side)
        ]
        if len({number for number, _ in printed}) > 1:
            found[tuple(dict.fromkeys(passage for _, passage in printed))] = None
    return tuple(one for one in found if len(one) > 1)


def against(conflicts: Sequence[Conflict], passage: Passage) -> tuple[str, ...]:
    """Ids of the sources that say otherwise than `passage`."""
    found: dict[str, None] = {}
    for conflict in conflicts:
        sides = [
            [excerpt.passage for excerpt in (side.excerpt, *side.also)]
            for side in conflict.positions
        ]
        ours = [any(passage.overlaps(place) for place in side) for side in sides]
        if any(ours):
            for side, mine in zip(sides, ours, strict=True):
                if not mine:
                    found |= dict.fromkeys(
                        place.source for place in side if place.source != passage.source
                    )
    return tuple(found)
