"""The head of a copy that a person made: headline, outlet, day and byline, each in a line of its own.

“The port reopens / CNN, 3 May 2024 / By Ada Moss”: no page says so, but whoever keeps an article puts
it there. What stands right above the byline or the day is the headline, however long, and an outlet of
the list in a line by itself, or with the day, is the house. Above a page, names of papers stand in menus
and credits too, so that it must be the very first lines.
"""

from collections.abc import Container, Iterator, Sequence

from msgspec.structs import replace

from briefing.cleaning.houses import COPYRIGHT_LINE, has_outlet_word, is_outlet_name
from briefing.cleaning.listed import Houses
from briefing.cleaning.names import is_led
from briefing.cleaning.sites import house_key
from briefing.cleaning.titles import NO_HEADLINE
from briefing.model.source import Evidence, Field, Kind, Segment, Source
from briefing.text.dates import find_day
from briefing.text.lazy import Lazy

_HEAD, _ABOVE, _LONGEST = 5, 10, 60
"""Lines in which a house may be named, lines above the article at the most, and signs of such a line."""
_LABEL = Lazy(
    r"^(?:Source|Publication|Publisher|Outlet|Quelle|Medium|Fuente|Medio|Fonte|Média)\s*: "
)
_TITLE_LABEL = Lazy(
    r"^(?:Title|Headline|Titel|Titre|Título|Titolo|Überschrift|Schlagzeile)\s*: (?=\S)"
)
_SITE_BEHIND = Lazy(r" [|–—-] (?P<site>[^|–—]{2,40})$")
_SITE_BEFORE = Lazy(r"^(?P<site>[^|–—]{2,40}) \| ")
_WEEKDAY = Lazy(r"[,|·•–—-]? ?\b[A-ZÀ-Þ]?[a-zß-ÿ]{1,9}(?:day|tag),? ?$")
_ASIDE = Lazy(r"(?: \([^()]*\)?| - [A-Z]\w+)$")
"""What databases put behind a name: “CNN (Web News)”."""
_AROUND = " .,;|·•–—-()"
_NAMES_NONE = frozenset((Kind.BODY, Kind.TEASER, Kind.CAPTION))
_TOLD = frozenset((Kind.BYLINE, Kind.DATE))
_HEADLINE_FOUND = "headline"
_HEADLINE, _PAPER = range(4, 36), range(2, 5)
"""Words of a headline that was not taken for one, and of a name of a paper."""


def with_head_by_hand(source: Source, houses: Houses) -> Source:
    """`source` with the headline and the house of its first lines."""
    named = dict(_houses(source, houses))
    papers = {at: told for at, told in named.items() if house_key(told[1]) in houses.keys}
    named = papers or named
    # In a PDF what is printed in large letters tells the headline better, on a page its elements do.
    laid_out = source.pages or source.media_type == "text/html"
    told = _with_house(source if laid_out else _with_headline(source, named), named)
    return told if source.media_type == "text/html" else _with_bare_title(told, houses)


def _with_headline(source: Source, named: Container[int]) -> Source:
    """`source` with what stands right above byline and day as its title, if that is none yet."""
    told_title = source.evidence.get(Field.TITLE)
    if told_title and told_title.found_in != _HEADLINE_FOUND:
        return source
    segments = source.segments
    kinds = [part.kind for part in segments[:_HEAD]]
    told = next((at for at, kind in enumerate(kinds) if kind in _TOLD), 0)
    at = next((at for at in range(told - 1, -1, -1) if at not in named), None)
    now = next((index for index, part in enumerate(segments) if part.kind is Kind.TITLE), None)
    if now is not None and now >= _HEAD:
        return source  # a page's, below its menus
    above = [index for index in range(at or 0) if index not in named]
    if at is None or at == now or (above and not (above == [now] == [0] and _is_paper(source))):
        return source
    words = source.text[segments[at].start : segments[at].end]
    sure = now in named or bool(above)
    if words.endswith(".") or words.startswith(NO_HEADLINE) or is_led(words):
        return source
    if not sure and len(words.split()) not in _HEADLINE:
        return source
    changed = {at: Kind.TITLE} | ({} if now is None else {now: Kind.BOILERPLATE})
    evidence = Evidence(_HEADLINE_FOUND, segments[at].start, segments[at].end)
    return replace(
        source,
        title=words,
        segments=_changed(segments, changed),
        evidence={**source.evidence, Field.TITLE: evidence},
    )


def _is_paper(source: Source) -> bool:
    """Whether the first line is the name of a paper, though none of the list: “Lund Evening News”."""
    first = source.segments[0]
    words = source.text[first.start : first.end]
    return len(words.split()) in _PAPER and words.istitle() and has_outlet_word(words)


def _with_bare_title(source: Source, houses: Houses) -> Source:
    """`source` with its title alone: no “Headline:” before it, no known site beside it (“… | Reuters”)."""
    place = source.evidence.get(Field.TITLE)
    if place is None or place.found_in != _HEADLINE_FOUND or place.start is None:
        return source
    start, end = place.start, place.end or place.start
    words = source.text[start:end]
    if label := _TITLE_LABEL.match(words):
        start += label.end()
    beside = (_SITE_BEHIND.search(words), _SITE_BEFORE.match(words))
    site = next((each for each in beside if each and house_key(each["site"]) in houses.sites), None)
    if site:
        begin = place.start
        start, end = (start, begin + site.start()) if site.start() else (begin + site.end(), end)
    if (start, end) == (place.start, place.end):
        return source
    evidence = {**source.evidence, Field.TITLE: Evidence(_HEADLINE_FOUND, start, end)}
    publisher = source.publisher
    if site and publisher is None:
        publisher, begin = site["site"], place.start + site.start("site")
        evidence[Field.PUBLISHER] = Evidence("beside the headline", begin, begin + len(publisher))
    return replace(source, title=source.text[start:end], publisher=publisher, evidence=evidence)


def _changed(segments: Sequence[Segment], kinds: dict[int, Kind]) -> tuple[Segment, ...]:
    return tuple(
        [
            replace(part, kind=kinds[index]) if index in kinds else part
            for index, part in enumerate(segments)
        ]
    )


def _with_house(source: Source, named: dict[int, tuple[int, str]]) -> Source:
    """`source` with the one house that its head names."""
    told = source.evidence.get(Field.PUBLISHER)
    keys = {house_key(name) for _, name in named.values()}
    # Below the article a syndicate claims the rights, whoever prints it.
    if len(keys) != 1 or (told and told.found_in != COPYRIGHT_LINE):
        return source
    (start, name), *_ = named.values()
    evidence = Evidence("line of the head", start, start + len(name))
    return replace(
        source,
        publisher=name,
        authors=tuple(author for author in source.authors if house_key(author) not in keys),
        evidence={**source.evidence, Field.PUBLISHER: evidence},
    )


def _houses(source: Source, houses: Houses) -> Iterator[tuple[int, tuple[int, str]]]:
    """The lines of the head that name a house: their numbers, its place and its name."""
    kinds = [part.kind for part in source.segments]
    first = kinds.index(Kind.BODY) if Kind.BODY in kinds else len(kinds)
    if first > _ABOVE:
        return
    for index, part in enumerate(source.segments[:_HEAD]):
        words = source.text[part.start : part.end]
        if part.kind in _NAMES_NONE or is_led(words) or len(words) > _LONGEST:
            continue
        name = _ASIDE.sub("", _beside_day(_LABEL.sub("", words)))
        # By itself below the headline an agency is credited, whoever prints it.
        alone = index and name == words
        known = houses.keys if alone else houses.sites
        if is_outlet_name(name) and house_key(name) in known:
            yield index, (part.start + words.index(name), name)


def _beside_day(words: str) -> str:
    """What stands before the day or behind it; all where there is none, nothing where both do."""
    day = find_day(words, day_first=True)
    if day is None:
        return words.strip(_AROUND)
    _, start, end = day
    before = _WEEKDAY.sub("", words[:start]).strip(_AROUND)
    behind = words[end:].strip(_AROUND)
    return "" if before and behind else before or behind
