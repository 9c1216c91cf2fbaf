"""The briefing as it will be once the acts that wait are done: what a person at the window sees."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.brief import Note
from briefing.model.desk import Desk, Included, Settings
from briefing.model.passage import Passage

Effect = Callable[[Desk], Desk]


class _Pin(Struct, frozen=True):
    """An excerpt that is in, printed or parked."""

    item: Included
    parked: bool

    def is_at(self, place: tuple[Passage, str]) -> bool:
        """Whether it is that excerpt, under that theme."""
        return (self.item.whole, self.item.theme) == place


def as_it_is(desk: Desk) -> Desk:
    """The effect of an act whose outcome only the library knows."""
    return desk


def undone(desk: Desk) -> Desk:
    """Stands for the effect of undo, which depends on the acts before it."""
    return desk


def redone(desk: Desk) -> Desk:
    """Stands for the effect of redo, which depends on the acts before it."""
    return desk


def with_included(items: Sequence[Included], themes: Sequence[str]) -> Effect:
    """The effect of putting excerpts in, each last under its theme; parked ones are printed.

    `themes` are the ids of all themes, in the order of the page.
    """

    def effect(desk: Desk) -> Desk:
        pins = _pins(desk)
        for item in items:
            place = (item.whole, item.theme)
            if any(pin.is_at(place) for pin in pins):
                pins = [_Pin(p.item, p.parked and not p.is_at(place)) for p in pins]
            else:
                pins.append(_Pin(item, parked=False))
        return _desk(desk, pins, themes)

    return effect


def without(places: Iterable[Passage]) -> Effect:
    """The effect of taking excerpts out, whatever theme they stand under."""
    gone = frozenset(places)
    return lambda desk: _desk(desk, [pin for pin in _pins(desk) if pin.item.whole not in gone])


def placed_under(
    items: Sequence[Included], theme: str, before: Passage | None, themes: Sequence[str]
) -> Effect:
    """The effect of putting excerpts under `theme`, before another or last, wherever they were."""
    places = [item.whole for item in items]

    def effect(desk: Desk) -> Desk:
        pins = _pins(desk)
        known = {pin.item.whole: pin.item for pin in pins}
        moved = [replace(known.get(item.whole, item), theme=theme) for item in items]
        there = [pin.item.whole for pin in pins if pin.item.theme == theme]
        rest = [pin for pin in pins if pin.item.whole not in places]
        group = [pin for pin in rest if pin.item.theme == theme]
        at = there.index(before) if before in there else len(there)
        at -= sum(passage in places for passage in there[:at])
        group[at:at] = [_Pin(item, parked=False) for item in moved]
        return _desk(desk, [*(pin for pin in rest if pin.item.theme != theme), *group], themes)

    return effect


def moved(item: Included, by: int) -> Effect:
    """The effect of moving an excerpt within its theme; what is parked there comes after."""

    def effect(desk: Desk) -> Desk:
        pins = _pins(desk)
        mine = [pin for pin in pins if pin.item.theme == item.theme]
        printed = [pin for pin in mine if not pin.parked]
        here = next((n for n, pin in enumerate(printed) if pin.item.whole == item.whole), None)
        if here is None:
            return desk
        there = max(0, min(len(printed) - 1, here + by))
        printed.insert(there, printed.pop(here))
        parked = sorted((pin for pin in mine if pin.parked), key=lambda pin: pin.item.whole)
        turned = iter((*printed, *parked))
        return _desk(desk, [pin if pin.item.theme != item.theme else next(turned) for pin in pins])

    return effect


def parked(item: Included, *, on: bool) -> Effect:
    """The effect of keeping an excerpt without printing it, or of printing it again."""
    place = (item.whole, item.theme)
    return lambda desk: _desk(
        desk, [_Pin(p.item, on if p.is_at(place) else p.parked) for p in _pins(desk)]
    )


def trimmed(item: Included, start: int, end: int, text: str) -> Effect:
    """The effect of printing only `[start, end)` of the source, where `text` stands."""
    place = (item.whole, item.theme)
    cut = replace(item, passage=Passage(item.whole.source, start, end), text=text)
    return lambda desk: _desk(
        desk, [_Pin(cut, p.parked) if p.is_at(place) else p for p in _pins(desk)]
    )


def dismissed(places: Sequence[Passage], *, on: bool) -> Effect:
    """The effect of folding excerpts away, by which they are out too, or of bringing them back."""
    away, out = frozenset(places), without(places)

    def effect(desk: Desk) -> Desk:
        if not on:
            return replace(desk, dismissed=desk.dismissed - away)
        return replace(out(desk), dismissed=desk.dismissed | away)

    return effect


def written(section: str, texts: Sequence[str]) -> Effect:
    """The effect of setting the analyst's own sentences of a section."""
    kept = [Note(section, text.strip()) for text in texts if text.strip()]

    def effect(desk: Desk) -> Desk:
        notes = [note for note in desk.notes if note.section != section] + kept
        return replace(desk, notes=tuple(sorted(notes, key=lambda note: note.section)))

    return effect


def noted(passage: Passage, text: str) -> Effect:
    """The effect of keeping a note beside an excerpt."""

    def effect(desk: Desk) -> Desk:
        others = {place: told for place, told in desk.remarks.items() if place != passage}
        return replace(desk, remarks=others | ({passage: text.strip()} if text.strip() else {}))

    return effect


def settled(difference: str, reason: str) -> Effect:
    """The effect of holding a difference to be none, or to be one after all."""

    def effect(desk: Desk) -> Desk:
        others = {key: why for key, why in desk.verdicts.items() if key != difference}
        return replace(desk, verdicts=others | ({difference: reason} if reason else {}))

    return effect


def coloured(ids: Sequence[str], colour: str) -> Effect:
    """The effect of giving themes a colour, or of taking it back."""

    def effect(desk: Desk) -> Desk:
        others = {one: told for one, told in desk.colours.items() if one not in ids}
        return replace(desk, colours=others | (dict.fromkeys(ids, colour) if colour else {}))

    return effect


def with_setting(name: str, value: object) -> Effect:
    """The effect of changing one of the `Settings`; an empty value goes back to the standard."""
    value = tuple(value) if isinstance(value, list) else value
    kept = value or getattr(Settings(), name)
    return lambda desk: replace(desk, settings=replace(desk.settings, **{name: kept}))


class Foresight:
    """Foresees what acts come to, again and again while more join them and the first are done.

    Each act is worked out once: two hundred that wait would else be worked out anew with each.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Effect, Desk, Desk]] = {}
        """What an effect makes of a desk, by both their ids; they are held, so the ids stay theirs."""
        self._starts: list[Desk] = []
        """What the acts were foreseen from, and what the first of them was to come to."""

    def foresee(self, desk: Desk, effects: Iterable[Effect]) -> Desk:
        """What `desk` will be after acts of those effects, in their order.

        What an undo takes back that was done before them all is not known here, and left as it is.
        The titles of the acts at hand are empty for one that waits, as it has none yet.
        """
        before, self._known = self._known, {}
        start = replace(desk, undo=None, redo=None, view="")
        # As it was, or as it was foreseen: then all that follows is known.
        start = next((one for one in self._starts if one == start), start)
        states, self._starts = [start], [start]
        taken_back: list[Desk] = []
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
                states.append(self._after(effect, states[-1], before))
                taken_back.clear()
                redo = None
            undo = "" if undo is not None or len(states) > 1 or effect is redone else None
            redo = "" if redo is not None or taken_back else None
            if len(self._starts) == 1:
                self._starts.append(states[-1])
        return replace(states[-1], undo=undo, redo=redo, view=desk.view)

    def _after(
        self,
        effect: Effect,
        desk: Desk,
        before: Mapping[tuple[int, int], tuple[Effect, Desk, Desk]],
    ) -> Desk:
        key = id(effect), id(desk)
        found = before.get(key) or (effect, desk, effect(desk))
        self._known[key] = found
        return found[2]


def _pins(desk: Desk) -> list[_Pin]:
    """All that is in `desk`, in the order of the page."""
    pins = [_Pin(item, parked=False) for item in desk.included]
    pins += [_Pin(item, parked=True) for item in desk.parked]
    ranks: Mapping[object, int] = {place: rank for rank, place in enumerate(desk.order)}
    last = len(ranks)
    return sorted(pins, key=lambda pin: ranks.get((pin.item.whole, pin.item.theme), last))


def _desk(desk: Desk, pins: Sequence[_Pin], themes: Sequence[str] = ()) -> Desk:
    """`desk` with `pins`, theme by theme where their order is given."""
    rank = {theme: number for number, theme in enumerate(themes)}
    pins = sorted(pins, key=lambda pin: rank.get(pin.item.theme, len(rank)))
    return replace(
        desk,
        included=tuple(pin.item for pin in pins if not pin.parked),
        parked=tuple(pin.item for pin in pins if pin.parked),
        order=tuple((pin.item.whole, pin.item.theme) for pin in pins),
    )
