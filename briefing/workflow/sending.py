"""What to know before a briefing leaves: which side of a difference is missing, what ranks lowest."""

from briefing.model.desk import Included
from briefing.model.passage import Passage
from briefing.workflow.session import Session


def one_sided(session: Session) -> tuple[Passage, ...]:
    """Quotations that another source of the library contradicts, where no such source is quoted.

    Differences that the analyst holds to be none are left out.
    """
    desk = session.desk()
    quoted = {item.passage.source for item in desk.included}
    found: dict[Passage, None] = {}
    for conflict in session.library.conflicts(sorted(quoted)):
        sides = [
            {place.passage for place in (position.excerpt, *position.also)}
            for position in conflict.positions
        ]
        key = "|".join(
            f"{place.source}/{place.start}/{place.end}" for place in sorted(set().union(*sides))
        )
        if key in desk.verdicts:
            continue
        for item in desk.included:
            mine = [side for side in sides if any(place.overlaps(item.passage) for place in side)]
            others = [place for side in sides if side not in mine for place in side]
            if mine and others and not any(place.source in quoted for place in others):
                found[item.passage] = None
    return tuple(found)


def lowest(session: Session) -> Included | None:
    """The quotation that ranks lowest in the list of the ticked themes; of those not listed, the last."""
    included = session.desk().included
    places = {number: rank for rank, number in enumerate(session.excerpts())}
    ranks = []
    for at, item in enumerate(included):
        numbers = session.library.numbers([item.whole])
        rank = min((places.get(number, len(places)) for number in numbers), default=len(places))
        ranks.append((rank, at))
    return included[max(ranks)[1]] if ranks else None


def park_lowest(session: Session) -> None:
    """Keep the quotation that ranks lowest without printing it."""
    item = lowest(session)
    if item is not None:
        session.park(item)
