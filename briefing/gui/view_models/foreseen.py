"""The briefing as it will be once the acts that wait are done: what a person at the window sees."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.desk import Desk, Included
from briefing.model.passage import Passage


class Foreseen(Struct, frozen=True):
    """What is printed, each excerpt under its theme, and what is dismissed.

    `undo` and `redo` are the titles of the acts at hand: empty for one that waits, as it has none yet.
    """

    placed: frozenset[tuple[Passage, str]] = frozenset()
    dismissed: frozenset[Passage] = frozenset()
    undo: str | None = None
    redo: str | None = None

    def chosen(self) -> frozenset[Passage]:
        """The excerpts in the briefing, as they were before they were trimmed."""
        return frozenset(passage for passage, _ in self.placed)


Effect = Callable[[Foreseen], Foreseen]


def as_it_is(seen: Foreseen) -> Foreseen:
    """The effect of an act that neither puts excerpts in nor takes any out."""
    return seen


def undone(seen: Foreseen) -> Foreseen:
    """Stands for the effect of undo, which depends on the acts before it."""
    return seen


def redone(seen: Foreseen) -> Foreseen:
    """Stands for the effect of redo, which depends on the acts before it."""
    return seen


def with_included(places: Sequence[tuple[Passage, str]]) -> Effect:
    """The effect of putting excerpts in, each under a theme."""
    return lambda seen: replace(seen, placed=seen.placed | set(places))


def without(places: Iterable[Passage]) -> Effect:
    """The effect of taking excerpts out, whatever theme they stand under."""
    gone = frozenset(places)
    return lambda seen: replace(
        seen, placed=frozenset(pair for pair in seen.placed if pair[0] not in gone)
    )


def placed_under(places: Sequence[Passage], theme: str) -> Effect:
    """The effect of putting excerpts under `theme`, whether they are in already or not."""
    left = without(places)
    return lambda seen: with_included([(place, theme) for place in places])(left(seen))


def parked(item: Included, *, on: bool) -> Effect:
    """The effect of keeping an excerpt without printing it, or of printing it again."""
    pair = {(item.whole, item.theme)}
    return lambda seen: replace(seen, placed=seen.placed - pair if on else seen.placed | pair)


def dismissed(places: Sequence[Passage], *, on: bool) -> Effect:
    """The effect of folding excerpts away, or of bringing them back."""
    away = frozenset(places)
    return lambda seen: replace(
        seen, dismissed=seen.dismissed | away if on else seen.dismissed - away
    )


def foresee(desk: Desk, effects: Iterable[Effect]) -> Foreseen:
    """What will be in `desk` after acts of those effects, in their order.

    What an undo takes back that was done before them all is not known here, and left as it is.
    """
    placed = frozenset((item.whole, item.theme) for item in desk.included)
    states = [Foreseen(placed, desk.dismissed)]
    taken_back: list[Foreseen] = []
    undo, redo = desk.undo, desk.redo
    for effect in effects:
        if effect is undone:
            taken_back.append(states[-1])
            if len(states) > 1:
                states.pop()
        elif effect is redone:
            if taken_back:
                states.append(taken_back.pop())
        else:
            states.append(effect(states[-1]))
            taken_back.clear()
            redo = None
        undo = "" if undo is not None or len(states) > 1 or effect is redone else None
        redo = "" if redo is not None or taken_back else None
    return replace(states[-1], undo=undo, redo=redo)
