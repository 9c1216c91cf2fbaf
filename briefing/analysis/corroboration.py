"""How many independent origins stand behind an excerpt.

Sources that are reprints of one another, or that lean on the same report in the paragraph at
hand, are one origin (circular reporting, ICS 206-01).
"""

from collections.abc import Mapping, Sequence

from briefing.model.findings import Origin, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Kind, Source

_OPENING = 3
"""Body paragraphs in which a report says on whom it leans as a whole."""
_FIRST = ("first reported", "originally reported", "first published", "originally published")


def origin_at(passage: Passage, source: Source, found: SourceFindings | None) -> Origin | None:
    """The origin that the paragraph of `passage` leans on, if it names exactly one."""
    if found is None or not found.origins:
        return None
    start, end = _paragraph(passage, source)
    near = [origin for origin in found.origins if start <= origin.passage.start < end]
    return near[0] if len({origin.name for origin in near}) == 1 else None


def speaker_in(place: Passage, found: SourceFindings | None) -> str | None:
    """Who speaks in the excerpt, if quotations in it have one known speaker."""
    said = found.attributions if found else ()
    inside = [item for item in said if place.overlaps(item.passage)]
    speakers = {item.speaker for item in inside}
    return inside[0].speaker if len(speakers) == 1 else None


def independent_origins(
    places: Sequence[Passage],
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> int:
    """Count the origins behind `places`; `reprint_of` leads from a source to its text's first."""
    voices = set()
    for place in places:
        origin = origin_at(place, sources[place.source], found.get(place.source))
        first = reprint_of.get(place.source, place.source)
        voices.add(origin.name.casefold() if origin else _house(sources[first]))
    return len(voices)


def voices(
    sources: Sequence[Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> tuple[tuple[str, ...], ...]:
    """The sources grouped by origin: reprints together, and reports that lean on the same report.

    A report leans on another as a whole where it says so at its opening, or anywhere that the other
    was first. The report leant on belongs to the group too, if it is at hand.
    """
    first = {source.id: reprint_of.get(source.id, source.id) for source in sources}
    holders: dict[str, str] = {
        source.publisher.casefold(): source.id for source in reversed(sources) if source.publisher
    }
    for source in sources:
        for name in _leans_on(source, found.get(source.id)):
            one, other = _root(first, source.id), _root(first, holders.setdefault(name, source.id))
            first[max(one, other)] = min(one, other)
    groups: dict[str, list[str]] = {}
    for source in sources:
        groups.setdefault(_root(first, source.id), []).append(source.id)
    return tuple(map(tuple, groups.values()))


def _leans_on(source: Source, found: SourceFindings | None) -> list[str]:
    opening = source.body()[:_OPENING]
    end = opening[-1].end if opening else 0
    return [
        origin.name.casefold()
        for origin in (found.origins if found else ())
        if origin.passage.start < end or origin.evidence.startswith(_FIRST)
    ]


def _root(first: Mapping[str, str], item: str) -> str:
    while first[item] != item:
        item = first[item]
    return item


def _house(source: Source) -> str:
    """The voice of a source that leans on nobody: its publisher, else itself."""
    return source.publisher.casefold() if source.publisher else source.id


def _paragraph(passage: Passage, source: Source) -> tuple[int, int]:
    for segment in source.segments:
        if segment.start <= passage.start < segment.end and segment.kind is Kind.BODY:
            return segment.start, segment.end
    return passage.start, passage.end
