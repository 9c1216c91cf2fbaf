"""On whom a source leans: the outlets whose report it passes on, with the words that show it.

Names come from the list of outlets and from how the sentence is built: what stands where only an
outlet can stand (“first reported by …”) is one, if it is written like a name.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from briefing.analysis.lexicon import Outlets
from briefing.model.findings import Origin
from briefing.model.passage import Passage
from briefing.model.source import Source

_NAME = (
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&/-]*"
    r"(?: (?:of (?:the )?|and |della |de )?[A-Z][\w’'&/-]*){0,4})"
)
# The last word of a name by which papers and stations are known.
_HEAD = re.compile(
    r"(?:^|[ -])(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Globe|Sentinel|Register|"
    r"Chronicle|Observer|Examiner|Inquirer|Telegraph|Mirror|Magazine|Radio|TV|Television|Dispatch|Monitor|"
    r"Courier|Shimbun|Ilbo|Daily|Weekly|Zeitung|Gazeta|Agency|Press|Broadcasting|Today|Insider|"
    r"Constitution|Bee|Republican|Sun|Star|Mail)$|^[KW][A-Z]{2,3}(?:-TV)?$"
)
# Where only an outlet can stand, whatever its name.
_BUILT = (
    re.compile(
        r"\b(?:first|originally|previously) (?:reported|published|revealed|disclosed) (?:by|in) "
        rf"{_NAME}"
    ),
    re.compile(
        r"\b(?:according to|citing|cited by|quoting|quoted by) (?:an? |the |one )?(?:\w+ )?"
        rf"(?:report|reports|article|dispatch|story|broadcast|editorial) (?:by|in|from|of) {_NAME}"
    ),
)
# Where an outlet often stands: the name itself must look like one.
_SLOT = re.compile(
    r"\b(?:[Tt]old|[Aa]ccording to|reported by|reported in|citing|interview with|wrote in|"
    rf"published (?:by|in)) {_NAME}"
)
_TRIGGER = re.compile(
    r"told|Told|ccording to|citing|quoti?ng|published|interview|wrote in|dispatch"
)
_SUBJECT = re.compile(
    rf"(?:(?<=^)|(?<=[.,;”\"“] )|(?<=\n)|\b[Aa]s ){_NAME} "
    rf"(?:(?:first|also|has|had|later|earlier|previously) )?(?:reported|reports)\b"
)
_DISPATCH = re.compile(
    r"\b(?:citing|in|to) (?:an? |the )?(?P<name>[A-Z]{2,6}) (?:dispatch|report)\b"
)
_DATELINE = re.compile(
    r"^[A-Z][\w.,’' /-]{1,50}?"
    r"(?: ?\((?P<name>[A-Z][\w ]{1,30})\) ?| [—–] (?P<dash>AP|AFP|UPI|CP) )[—–-]"
)
_CREDIT = re.compile(
    r"(?:^|\n)\(?(?:(?:With|Additional) (?:reporting|material|input|files|information)|Reporting) "
    rf"(?:by|from) {_NAME}\)?\.?"
)
_SAYING = (
    r"(?:reported|reports?|revealed|wrote|writes|said|says|noted|notes|quoted|cited|citing|"
    r"published|learned|obtained|found|finds|confirmed|described|describes|called|calls|suggested|suggests|"
    r"declared|announced|asked|characterized|observed|explained|added|argued|argues|claimed|claims|"
    r"estimated|estimates|projected|projects|disclosed|detailed|endorsed|concluded|points out|"
    r"pointed out|predicted|put it|editorialized|exposed|noticed|rated|examined|tweeted|told)\b"
)
_STAFF = r"(?:reporter|correspondent|columnist|anchor|host|moderator|contributor|editor|analyst)"
_ALSO = (
    r"(?:(?:first|also|has|had|have|then|previously|earlier|later|recently|further|now|once|who|"
    r"(?:on )?\w{3,6}day) )*"
)
_MENTION_BEFORE = re.compile(
    r"(?:\b(?:told|telling|tells|tell|"
    r"(?:reported|obtained|released|conducted|published|aired) (?:\w+ )?by|"
    r"according to|per|via|citing|cited by|quoting|"
    r"(?:published|reported|appear(?:ed|ing|ance)) (?:in|on)|"
    r"interview(?:ed)? (?:with|by|on|for|in)|reports? (?:by|from|in|on)|"
    r"(?:polls?|survey|analysis|article|story|column|piece|editorial|op-ed) (?:by|from|in|for|on)|"
    r"(?:remarks|comments|statement|provided|credited|gave|speaking|spoke) to|"
    r"(?:speaking|spoke|speak) (?:with|on)|said (?:on|in)|says|said|reported|reports|noted|"
    r"wrote|writes|"
    r"(?:wrote|writing|writes|reporting) (?:in|for|on|at)|(?:[A-Z][\w’'-]+ ){2}(?:of|from)) "
    r"(?:an? |[Tt]he |both )?(?:[A-Z][\w’'-]* (?:[A-Z][\w’'-]* )?and (?:[Tt]he )?)?)$"
)
_MENTION_AFTER = re.compile(
    r"(?:[’']s? (?:own |latest )?)?(?:[/-][A-Z][\w/-]*(?: [A-Z][\w/-]*){0,4})?"
    r"(?: [A-Z][\w/-]*| [a-z]+){0,2} "
    r"(?:[Pp]olls?|[Pp]olling|[Ss]urveys?|analys[ie]s|reports?|story|article|editorial|op-ed|column|"
    r"interview|dispatch|investigation|average|tracker)\b"
    rf"| {_ALSO}{_SAYING}|,? citing\b|, [^,.;]{{3,45}}, {_ALSO}{_SAYING}"
    rf"|(?:[’']s?(?: {_STAFF})?| (?:[a-z]+ )?{_STAFF}s?) [A-Z][\w’'-]+ [A-Z][\w’'-]+,? "
    rf"{_ALSO}{_SAYING}"
)
_SHORT = re.compile(
    r"\b[Tt]he (Post|Times|Journal|Globe|Tribune|Herald|Star|Sun|Telegraph|Inquirer)\b"
)
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_REACH = 90
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


class _Place(Struct, frozen=True):
    """An outlet's name in a paragraph: where the name stands and what it is short for."""

    start: int
    end: int
    name: str


def origins(source: Source, outlets: Outlets) -> tuple[Origin, ...]:
    """The places in the body of `source` that show on whom it leans, in reading order."""
    own = _own(source, outlets)
    found: dict[tuple[int, str], Origin] = {}
    full: dict[str, set[str]] = {}
    for number, segment in enumerate(source.body()):
        text = source.text[segment.start : segment.end]
        for start, end, name in _in_paragraph(text, outlets, full, first=number == 0):
            if _key(name) in own:
                continue
            place = Passage(source.id, segment.start + start, segment.start + end)
            key = (place.end, name)
            if key not in found or place.start < found[key].passage.start:
                found[key] = Origin(name, source.text[place.start : place.end], place)
    return tuple(sorted(found.values(), key=lambda origin: origin.passage))


def _own(source: Source, outlets: Outlets) -> frozenset[str]:
    """The names under which the source's own publisher may stand."""
    publisher = source.publisher or ""
    common = outlets.names.get(publisher) or outlets.names.get(_ARTICLE.sub("", publisher))
    return frozenset({_key(publisher), _key(common or publisher)})


def _key(name: str) -> str:
    return _ARTICLE.sub("", name).casefold()


@lru_cache(maxsize=4)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})(?![\\w])")


def _in_paragraph(
    text: str, outlets: Outlets, full: dict[str, set[str]], *, first: bool
) -> Iterator[tuple[int, int, str]]:
    pattern = _names_pattern(tuple(outlets.names))
    for hit in pattern.finditer(text):
        at = hit.start()
        if at and (text[at - 1].isalnum() or text[at - 1] in "@#."):
            continue
        name = outlets.names[hit.group()]
        if " " in hit.group():
            full.setdefault(hit.group().rsplit(" ", 1)[1], set()).add(name)
        yield from _leaning(text, _Place(at, hit.end(), name))
    for short in _SHORT.finditer(text):
        meant = full.get(short[1], set())
        if len(meant) == 1:
            yield from _leaning(text, _Place(short.start(1), short.end(), next(iter(meant))))
    yield from _built(text, outlets.names)
    if first:
        yield from _dateline(text, outlets.names)


def _leaning(text: str, place: _Place) -> Iterator[tuple[int, int, str]]:
    """The place with the words that show that a report is passed on, if there are any."""
    begin = max(0, place.start - _REACH)
    if before := _MENTION_BEFORE.search(text[begin : place.start]):
        yield place.start - len(before.group()), place.end, place.name
    elif after := _MENTION_AFTER.match(text[place.end : place.end + _REACH]):
        yield place.start, place.end + after.end(), place.name


def _built(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Outlets that the sentence shows to be such, listed or not."""
    if "report" not in text and not _TRIGGER.search(text):
        return
    for pattern in _BUILT:
        for found in pattern.finditer(text):
            name = _bare(found["name"])
            end = found.start("name") + len(found["name"].rstrip("’'-/"))
            if name in names or not (name in _DAYS or text.startswith((", a ", ", an "), end)):
                yield found.start(), end, names.get(name, name)
    for pattern in (_SLOT, _SUBJECT, _DISPATCH, _CREDIT):
        if pattern is _SUBJECT and " report" not in text:
            continue
        for found in pattern.finditer(text):
            name = _bare(found["name"])
            if name in names or (pattern is not _DISPATCH and not _looks_it(name)):
                continue
            end = found.end("name") if pattern is _SLOT else found.end()
            yield found.start(), end, names.get(name, name)


def _bare(name: str) -> str:
    """The name without the word that opened the sentence and without a possessive."""
    return name.removeprefix("As ").removesuffix("’s").removesuffix("'s").rstrip("’'-/")


def _looks_it(name: str) -> bool:
    """Whether a name that nobody has listed is written like that of an outlet."""
    return " " in name and " of " not in name and _HEAD.search(name) is not None


def _dateline(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    found = _DATELINE.match(text)
    if found is None:
        return
    group = "name" if found["name"] else "dash"
    if found[group] in names:
        yield found.start(group) - 1, found.end(group) + 1, names[found[group]]
