"""The outlets that are known by name, and the one of them of which a whole copied page speaks.

Where a copy names its house in no sure place, the menus around the article still have it in several
entries (“Gazette Premium”, “Gazette Archive”), and other outlets in one or two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.cleaning.sites import house_key
from briefing.model.source import Evidence, Field, Kind, Source
from briefing.text.links import host_of
from briefing.text.tables import open_table

_MENU = frozenset((Kind.BOILERPLATE, Kind.HEADING, Kind.SECTION))
_LINE, _NAME = 60, 4
"""Signs of an entry, and words of a name."""
_LINES, _WAYS, _LEAD = 3, 2, 2
"""Entries with the name at the least, ways in which they go on, and how many times as many they are."""
_SHORTEST = 5
_AROUND = "“”«»\"'’.,:;()[]|•*·-–—/ "


class Houses(Struct, frozen=True):
    """The keys of the names of outlets, and the words with which they begin.

    `sites` are the keys of agencies, too, which others print; `hosts` lead from their sites to them all.
    """

    keys: frozenset[str] = frozenset()
    begin: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    hosts: dict[str, str] = {}


def parse_houses(outlets: str) -> Houses:
    """The outlets of the list.

    Raises:
        RecipeError: if it is no TOML; other faults are named by who reads all of it.
    """
    papers: set[str] = set()
    agencies: set[str] = set()
    hosts: dict[str, str] = {}
    for row in open_table(outlets, "outlets.toml").tables("outlet"):
        kind, name = row.text("kind"), row.text("name")
        if name and kind != "official":
            names = agencies if kind == "agency" else papers
            names.update((name, *row.texts("aliases")))
            hosts.update(dict.fromkeys(row.texts("domains"), name))
    keys = frozenset(map(house_key, papers))
    begin = frozenset(name.partition(" ")[0] for name in papers)
    return Houses(keys, begin, keys | set(map(house_key, agencies)), hosts)


def with_house_of_address(source: Source, houses: Houses) -> Source:
    """`source` with the outlet to which its address leads, if it names none itself."""
    host = host_of(source.url) if source.url and source.publisher is None else None
    while host and host not in houses.hosts:
        host = host.partition(".")[2]
    if not host:
        return source
    evidence = source.evidence[Field.URL]
    return replace(
        source,
        publisher=houses.hosts[host],
        evidence={**source.evidence, Field.PUBLISHER: evidence},
    )


def with_house_of_menus(source: Source, houses: Houses) -> Source:
    """`source` with the outlet that most entries of its menus name, if nothing else tells its house."""
    if source.publisher is not None:
        return source
    lines: Counter[str] = Counter()
    ways: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, Evidence] = {}
    for start, words in _entries(source):
        for key, at, name in {found[0]: found for found in _names(words, houses)}.values():
            lines[key] += 1
            ways[key].add(words)
            begin = start + at
            first.setdefault(key, Evidence("entries of the page’s menus", begin, begin + len(name)))
    (key, most), (_, next_most), *_ = (*lines.most_common(2), ("", 0), ("", 0))
    if most < _LINES or len(ways[key]) < _WAYS or most < _LEAD * next_most:
        return source
    place = first[key]
    name = source.text[place.start : place.end]
    return replace(source, publisher=name, evidence={**source.evidence, Field.PUBLISHER: place})


def without_houses(source: Source, houses: Houses) -> Source:
    """`source` without outlets among its authors: “By Ada Moss, Lundico”."""
    people = tuple(name for name in source.authors if house_key(name) not in houses.keys)
    return replace(source, authors=people) if people and people != source.authors else source


def _entries(source: Source) -> Iterator[tuple[int, str]]:
    for part in source.segments:
        if part.kind in _MENU and part.end - part.start <= _LINE:
            yield part.start, source.text[part.start : part.end]


def _names(words: str, houses: Houses) -> Iterator[tuple[str, int, str]]:
    """The outlets that a line names: the key of each, its place in the line and its name."""
    parts = words.split()
    for at, part in enumerate(parts):
        if part.strip(_AROUND) not in houses.begin:
            continue
        for count in range(min(_NAME, len(parts) - at), 0, -1):
            name = " ".join(parts[at : at + count]).strip(_AROUND)
            # Stations bear the name of the one whose programme they send: “CBS News” on CBS Lund.
            station = count > 1 and name.partition(" ")[0].isupper()
            key = house_key(name)
            if key in houses.keys and len(key) >= _SHORTEST and not station and name in words:
                yield key, words.index(name), name
                break
