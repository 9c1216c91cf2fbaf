"""How many independent origins stand behind an excerpt.

Sources that are reprints of one another, or that lean on the same report in the paragraph at
hand, are one origin (circular reporting, ICS 206-01).
"""

import re
from collections.abc import Mapping, Sequence

from briefing.analysis.house_names import house_key
from briefing.model.findings import Form, Origin, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Kind, Source
from briefing.text.lazy import Lazy
from briefing.text.variants import compared_stems

_OPENING = 3
"""Body paragraphs in which a report says on whom it leans as a whole."""
_MOSTLY = 0.7
"""Share of an excerpt from which on it is what somebody said."""
_BY_CHANCE, _IN_WRITING = 4, 8
"""Words of meaning in a row that two people do not say, and two papers not write, by chance."""
# It begins with the letters that these words begin with, so that only they are tried.
_IN_PERSON = Lazy(
    r"[IMWOmwo](?<!\w.)(?:(?<=I)(?<!War I)(?!\.)|(?<=[Mm])y|(?<=[Ww])e|(?<=[Oo])ur|(?<=m)e|(?<=m)yself)\b"
)
"""What somebody says of himself is his, also where no quotation marks tell."""
_ANYBODY = Lazy(
    r"(?:the|this|that|an?) (?:(?:agency|association|board|campaign|commission|committee|company|"
    r"department|exchange|firm|fund|group|newspaper|office|organi[sz]ation|panel|partnership|party|"
    r"team|union)|news organi[sz]ation|"
    r"(?:[a-z]+ ){0,2}(?:of the )?(?:analysis|document|letter|memo|order|paper|report|statement|"
    r"study|survey))",
    re.IGNORECASE,
)
"""What names nobody to whom reads but the words."""
_LEAST_TOLD = 0.3
"""Share of an excerpt that somebody's words without marks take up, if it is to bear his name."""
_SPEECH, _WORDS, _UNKNOWN = "speech ", "words ", "somebody"
_FIRST = ("first reported", "originally reported", "first published", "originally published")


def origin_at(passage: Passage, source: Source, found: SourceFindings | None) -> Origin | None:
    """The origin that the paragraph of `passage` leans on, if it names exactly one."""
    if found is None or not found.origins:
        return None
    start, end = _paragraph(passage, source)
    near = [origin for origin in found.origins if start <= origin.passage.start < end]
    return near[0] if len({origin.name for origin in near}) == 1 else None


def speaker_in(place: Passage, found: SourceFindings | None) -> str | None:
    """Who speaks in the excerpt, if quotations in it have one known speaker, and he tells enough of it."""
    said = found.attributions if found else ()
    inside = [item for item in said if place.overlaps(item.passage)]
    speaker = inside[0].speaker if len({item.speaker for item in inside}) == 1 else None
    if speaker is None or _ANYBODY.fullmatch(speaker):
        return None
    told = sum(
        min(item.passage.end, place.end) - max(item.passage.start, place.start) for item in inside
    )
    quoted = any(item.form is not Form.INDIRECT for item in inside)
    return speaker if quoted or told >= _LEAST_TOLD * (place.end - place.start) else None


def independent_origins(
    places: Sequence[Passage],
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> int:
    """Count the origins behind `places`, which say the same.

    `reprint_of` leads from a source to its text's first. Places that name one report are of one
    origin, and so are those that quote one speaker: what somebody said once is no more certain for
    being printed twice. Nor is what two papers have word for word, eight words of meaning or more: one
    has it from the other, or both from a third (text reuse, after Clough et al. 2002).
    """
    behind = []
    for place in places:
        keys = _behind(place, sources, found, reprint_of)
        quoted = any(key.startswith((_SPEECH, _UNKNOWN)) for key in keys)
        words = sources[place.source].text[place.start : place.end]
        behind.append(keys | _wording(words, _BY_CHANCE if quoted else _IN_WRITING))
    return _groups(behind)


def _groups(behind: Sequence[set[str]]) -> int:
    """In how many groups places fall, given by what stands behind each: those that share a key are one."""
    speakers = {key for keys in behind for key in keys if key.startswith(_SPEECH)}
    # Where one speaker is known, the others who print the words quote the same.
    only = speakers if len(speakers) == 1 else {_UNKNOWN}
    home: dict[str, str] = {}
    for keys in behind:
        mine = (keys - {_UNKNOWN}) | only if _UNKNOWN in keys else keys
        first, *others = sorted(mine)
        root = _root(home, home.setdefault(first, first))
        for other in others:
            home[_root(home, home.setdefault(other, other))] = root
    return sum(key == root for key, root in home.items())


def of_one_origin(
    places: Sequence[Passage],
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> bool:
    """Whether one origin is behind `places`, which may say different things.

    So it does not count that some words are the same. Of many places the first few tell, as a rule.
    """
    named = {
        house_key(origin.name)
        for source in {place.source for place in places}
        if source in found
        for origin in found[source].origins
    }
    houses: set[str] = set()
    behind = []
    for place in places:
        keys = _behind(place, sources, found, reprint_of)
        behind.append(keys)
        # A house that nobody names as an origin is joined to no other.
        houses |= {key for key in keys - named if not key.startswith((_UNKNOWN, _SPEECH))}
        if len(houses) > 1:
            return False
    return _groups(behind) == 1


def _behind(
    place: Passage,
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> set[str]:
    """Who stands behind `place`: the report that it names, who speaks in it, or else its house."""
    source, here = sources[place.source], found.get(place.source)
    origin = origin_at(place, source, here)
    quoted, speaker = _quoted(place, here)
    quoted = quoted or _IN_PERSON.search(source.text, place.start, place.end) is not None
    keys = {house_key(origin.name)} if origin else set()
    if quoted:
        keys.add(_SPEECH + speaker if speaker else _UNKNOWN)
    elif not origin:
        first = reprint_of.get(place.source, place.source)
        keys.add(_voice(sources[first], found.get(first)))
    return keys


def quoted_speaker(places: Sequence[Passage], found: Mapping[str, SourceFindings]) -> str | None:
    """Who said the words of `places`, which are the same, in quotation marks; `None` for several people.

    The fullest name of those that the sources give.
    """
    named = [
        item.speaker
        for place in places
        if (here := found.get(place.source))
        for item in here.attributions
        if item.form is not Form.INDIRECT
        and item.speaker
        and not _ANYBODY.fullmatch(item.speaker)
        and item.passage.start <= place.start
        and place.end <= item.passage.end
    ]
    lasts = {name.casefold().split()[-1] for name in named}
    return max(named, key=len) if len(lasts) == 1 else None


def _wording(words: str, many: int) -> set[str]:
    """How words begin and end, if they are so many: nobody has by chance what another has."""
    stems = compared_stems(words)
    if len(stems) < many:
        return set()
    return {f"{_WORDS}{' '.join(part)}" for part in (stems[:many], stems[-many:])}


def _quoted(place: Passage, found: SourceFindings | None) -> tuple[bool, str | None]:
    """Whether `place` lies for the most part in somebody's own words, and whose, if that is known.

    Of the name the last word counts: one paper has “Mark D. Moss” who is “Moss” in the other.
    """
    own = [
        item
        for item in (found.attributions if found else ())
        if item.form is not Form.INDIRECT and item.passage.overlaps(place)
    ]
    inside = sum(
        min(item.passage.end, place.end) - max(item.passage.start, place.start) for item in own
    )
    if not own or inside < _MOSTLY * (place.end - place.start):
        return False, None
    name = next((item.speaker for item in own if item.speaker), None)
    return True, name.casefold().split()[-1] if name else None


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
        house_of(source, found.get(source.id)): source.id
        for source in reversed(sources)
        if source.publisher
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
    if found is None:
        return []
    opening = source.body()[:_OPENING]
    end = opening[-1].end if opening else 0
    names = [
        house_key(origin.name)
        for origin in found.origins
        if origin.passage.start < end or origin.evidence.startswith(_FIRST)
    ]
    if found.agency and found.agency != found.house:
        names.append(house_key(found.agency))
    return names


def _root(first: Mapping[str, str], item: str) -> str:
    while first[item] != item:
        item = first[item]
    return item


def house_of(source: Source, found: SourceFindings | None) -> str:
    """The voice of a source that leans on nobody: the key of its publisher's name, else itself."""
    name = (found.house if found else None) or source.publisher
    return house_key(name) if name else source.id


def _voice(source: Source, found: SourceFindings | None) -> str:
    """The same, but for what an agency wrote: that is the agency's, whoever prints it."""
    return house_key(found.agency) if found and found.agency else house_of(source, found)


def _paragraph(passage: Passage, source: Source) -> tuple[int, int]:
    for segment in source.segments:
        if segment.start <= passage.start < segment.end and segment.kind is Kind.BODY:
            return segment.start, segment.end
    return passage.start, passage.end
