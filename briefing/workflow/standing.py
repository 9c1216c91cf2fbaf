"""What stands decided of a briefing, read at once: the desk as it is shown after each act."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.library import Library
from briefing.model.brief import Note, Pin
from briefing.model.desk import Desk, Settings
from briefing.workflow.arranging import ordered
from briefing.workflow.desk_sources import DeskSources
from briefing.workflow.shown import place_key, place_of, theme_of

_SEARCHED = "search"
Decided = Mapping[str, Mapping[str, Any]]
"""By their sorts, values by their keys."""


def decided_at(library: Library, name: str) -> defaultdict[str, dict[str, Any]]:
    """All that was decided in the briefing of that name, in one question to the library."""
    decided: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for item in library.decisions(name):
        decided[item.sort][item.key] = json.loads(item.value)
    return decided


def desk_of(
    library: Library, name: str, decided: Decided, settings: Settings, themes: Sequence[str],
    sources: DeskSources,
) -> Desk:  # fmt: skip
    """The desk on which that stands; `themes` are the ids of all, in the order of the page."""
    parked = decided["parked"]
    pins = [Pin(place_of(key), theme_of(key)) for key in decided["pin"]]
    shown = sources.included(ordered(pins, tuple(themes), decided["order"]), decided["trim"])
    keys = [place_key(item.whole, item.theme) for item in shown]
    undo, redo = library.at_hand(name)
    return Desk(
        name=name,
        settings=settings,
        included=tuple(i for i, key in zip(shown, keys, strict=True) if key not in parked),
        parked=tuple(i for i, key in zip(shown, keys, strict=True) if key in parked),
        dismissed=frozenset(map(place_of, decided["drop"])),
        notes=tuple(Note(key, text) for key, texts in decided["note"].items() for text in texts),
        remarks={place_of(key): str(text) for key, text in decided["remark"].items()},
        verdicts=dict(decided["verdict"]),
        order=tuple((item.whole, item.theme) for item in shown),
        colours={item.key: str(json.loads(item.value)) for item in library.decisions("", "colour")},
        view=decided["view"].get(_SEARCHED, ""),
        undo=undo,
        redo=redo,
    )
