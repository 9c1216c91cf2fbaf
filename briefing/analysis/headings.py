"""Says in the heading of each difference which event it is of: “Moss: how many were killed”.

The place, or else the name, is one that all sides give; the rarest among all sources tells most.
Where two headings would still be the same, the day of the first report stands with them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from briefing.analysis.one_matter import CALENDAR
from briefing.model.findings import Conflict
from briefing.model.source import Source
from briefing.text.lazy import Lazy
from briefing.text.spaces import flat
from briefing.text.times import spell_day
from briefing.text.words import is_function_word

_LEAD = 600
"""Characters at the head of the body in which a report says where its event was."""
_MOST = 200
"""Most sources that are asked how rare a name is among them."""
_NAMES = Lazy(
    r"(?P<at>\b(?:in|near|at|outside|off|around|across|from|of)"
    r"(?: the| southern| northern| eastern| western| central)? )?"
    r"(?<=[a-z,;] )(?P<name>[A-Z][\w-]*(?:[’'][a-z]{3,})?(?: [A-Z][\w-]+){0,2})(?![\w-]*[’']s)"
)
_SHORTEST = 3
_SAYS_IT = ("What the change",)
"""How a heading begins that says enough, unless there are two of them."""
_NO_EVENT = frozenset(
    "God Internet Twitter Facebook Mr Mrs Ms Dr Gen Sen Rep Gov President".split()
)


def headed(conflicts: Sequence[Conflict], sources: Mapping[str, Source]) -> tuple[Conflict, ...]:
    """`conflicts`, each with a heading that tells it from the others; `sources` by their ids."""
    bare = Counter(one.about for one in conflicts)
    named = [
        replace(one, about=_with_name(one, sources))
        if bare[one.about] > 1 or not one.about.startswith(_SAYS_IT)
        else one
        for one in conflicts
    ]
    many = Counter(one.about for one in named)
    dated = [
        replace(one, about=_with_day(one, sources)) if many[one.about] > 1 else one for one in named
    ]
    return tuple(dated)


def _with_name(conflict: Conflict, sources: Mapping[str, Source]) -> str:
    name = next(_shared_names(conflict, sources), None)
    return f"{name}: {conflict.about[:1].lower()}{conflict.about[1:]}" if name else conflict.about


def _with_day(conflict: Conflict, sources: Mapping[str, Source]) -> str:
    """The heading with the day of the first report, where all that tell of it are dated."""
    days = [sources[source].published for source in _told_by(conflict)]
    known = [day for day in days if day]
    if not known or len(known) < len(days):
        return conflict.about
    name, colon, about = conflict.about.rpartition(": ")
    day = spell_day(min(known))
    return f"{name}, {day}{colon}{about}" if colon else f"{day}: {about[:1].lower()}{about[1:]}"


def _shared_names(conflict: Conflict, sources: Mapping[str, Source]) -> Iterator[str]:
    """Names that the reports of all sides have, places first, the rarest among them first."""
    told = [sources[source] for source in _told_by(conflict)]
    heads = [_head(source, conflict) for source in told]
    places: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for head in heads:
        found = [(one["name"], one["at"]) for one in _NAMES.finditer(head)]
        names.update({name for name, _ in found})
        places.update({name for name, at in found if at})
    others = list(sources.values())[:_MOST]
    usable = [
        name
        for name in names
        if len(name) >= _SHORTEST
        and not is_function_word(name)
        and CALENDAR.isdisjoint(name.split())
        and name not in _NO_EVENT
        and all(name in head for head in heads)
    ]
    rarity = {name: sum(name in source.text for source in others) for name in usable}
    usable.sort(key=lambda name: (not places[name], rarity[name], -names[name], name))
    yield from usable


def _told_by(conflict: Conflict) -> tuple[str, ...]:
    """The sources of all sides, each once."""
    places = (words for side in conflict.positions for words in (side.excerpt, *side.also))
    return tuple(dict.fromkeys(words.passage.source for words in places))


def _head(source: Source, conflict: Conflict) -> str:
    """The title, the opening, and what a report says of the matter."""
    first = next(iter(source.body()), None)
    opening = source.text[first.start : first.start + _LEAD] if first else ""
    said = [
        words.exact
        for side in conflict.positions
        for words in (side.excerpt, *side.also)
        if words.passage.source == source.id
    ]
    return flat("\n".join((source.title or "", opening, *said)))
