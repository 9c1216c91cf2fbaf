"""How many independent origins stand behind an excerpt.

Sources that are reprints of one another, or that lean on the same report in the paragraph at
hand, are one origin (circular reporting, ICS 206-01).
"""

from collections.abc import Mapping, Sequence

from briefing.model.findings import Origin, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Source


def origin_at(passage: Passage, source: Source, found: SourceFindings | None) -> Origin | None:
    """The origin that the paragraph of `passage` leans on, if it names exactly one."""
    if found is None:
        return None
    start, end = _paragraph(passage, source)
    near = [origin for origin in found.origins if start <= origin.passage.start < end]
    return near[0] if len({origin.name for origin in near}) == 1 else None


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


def _house(source: Source) -> str:
    """The voice of a source that leans on nobody: its publisher, else itself."""
    return source.publisher.casefold() if source.publisher else source.id


def _paragraph(passage: Passage, source: Source) -> tuple[int, int]:
    for segment in source.body():
        if segment.start <= passage.start < segment.end:
            return segment.start, segment.end
    return passage.start, passage.end
