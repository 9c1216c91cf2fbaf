"""The order of the page: which excerpts stand under which theme, and what comes before what."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.model.brief import Pin
from briefing.model.passage import Passage
from briefing.workflow.counting import counted
from briefing.workflow.shown import place_key


def ordered(
    pins: Sequence[Pin], themes: Sequence[str], order: Mapping[str, Sequence[str]]
) -> list[Pin]:
    """`pins` as the page has them: theme by theme, within each as in `order`, the others after.

    `order` gives the keys of places by theme; pins of a theme that is not among `themes` are left
    out.
    """
    ranks = {theme: number for number, theme in enumerate(themes)}
    place = {
        (theme, key): number for theme, keys in order.items() for number, key in enumerate(keys)
    }
    last = len(place)
    return sorted(
        (pin for pin in pins if pin.theme in ranks),
        key=lambda pin: (
            ranks[pin.theme],
            place.get((pin.theme, place_key(pin.passage, pin.theme)), last),
            pin.passage,
        ),
    )


def keys_with(
    pins: Sequence[Pin], theme: str, places: Sequence[Passage], before: Passage | None
) -> list[str]:
    """The keys of a theme once `places` stand there before `before`, or last if that is `None`.

    `pins` are in the order of the page.
    """
    there = [pin.passage for pin in pins if pin.theme == theme]
    at = there.index(before) if before in there else len(there)
    at -= sum(passage in places for passage in there[:at])
    rest = [passage for passage in there if passage not in places]
    return [place_key(place, theme) for place in (*rest[:at], *places, *rest[at:])]


def named(pins: Sequence[Pin], places: Sequence[Passage], theme: str, title: str) -> str:
    """What the act is called that puts `places` under `theme`, whose title is `title`."""
    known = [(number, pin) for number, pin in enumerate(pins, 1) if pin.passage in set(places)]
    if not known:
        return f"Include {counted(len(places), 'excerpt')} under {title}"
    if len(places) > 1:
        return f"Move {counted(len(places), 'quotation')} to {title}"
    number, pin = known[0]
    if pin.theme == theme:
        return f"Move quotation {number} within {title}"
    return f"Move quotation {number} to {title}"


def taken_out(pins: Iterable[Pin], places: Iterable[Passage]) -> list[tuple[str, str, object]]:
    """What is to be kept of `pins` so that nothing of `places` is in, whatever theme it stands under."""
    gone = set(places)
    keys = [place_key(pin.passage, pin.theme) for pin in pins if pin.passage in gone]
    return [(kind, key, None) for key in keys for kind in ("pin", "parked", "trim")]
