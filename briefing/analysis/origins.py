"""On whom a source leans: the outlets whose report it passes on, with the words that show it.

Names come from the list of outlets and from how the sentence is built: what stands where only an
outlet can stand (“first reported by …”) is one, if it is written like a name.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec import Struct

from briefing.analysis.given_names import pronoun_of
from briefing.analysis.leaning import leaning
from briefing.analysis.leaning_abroad import LeaningAbroad
from briefing.analysis.lexicon import Outlets
from briefing.analysis.names import TITLES, trim
from briefing.analysis.one_matter import CALENDAR
from briefing.analysis.outlet_names import Names
from briefing.analysis.tongues import Tongue
from briefing.model.findings import Origin
from briefing.model.passage import Passage
from briefing.model.source import Kind, Source
from briefing.text.lazy import Lazy
from briefing.text.phrases import Words

_NAME = (
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&/-]*"
    r"(?: (?:of (?:the )?|and |della |de )?[A-Z][\w’'&/-]*){0,4})"
)
# The last word of a name by which papers and stations are known.
_HEADS = frozenset(
    "Times Post News Herald Tribune Journal Gazette Globe Sentinel Register Chronicle Observer "
    "Examiner Inquirer Telegraph Mirror Magazine Radio TV Television Dispatch Monitor Courier Shimbun "
    "Ilbo Daily Weekly Zeitung Gazeta Agency Press Broadcasting Today Insider Constitution Bee "
    "Republican Sun Star Mail".split()
)
_LAST_WORDS = frozenset(
    "Times Post Star Sun News Herald Tribune Journal Gazette Globe Sentinel Register Chronicle "
    "Observer Examiner Inquirer Telegraph Magazine Radio TV Television Monitor Shimbun Ilbo Weekly "
    "Zeitung Gazeta Broadcasting Insider Journalism".split()
)
_FIRST_WORDS = Lazy(
    r"(?:(?<=[’']s )|(?<= )|(?<=\n)|(?<=^)|(?<=[“\"(]))(?:[A-Z](?:[\w&.-]|[’'](?!s ))* ?){1,4}$"
)
_AGENCY = "News Agency"
_NAME_GOES_ON = Lazy(r"[\w’'-]| [A-Z]")
_LONGEST = 60
# Where only an outlet can stand, whatever its name.
_BUILT = (
    Lazy(
        r"\b(?:first|originally|previously) (?:reported|published|revealed|disclosed) (?:by|in) "
        rf"{_NAME}"
    ),
    Lazy(
        r"\b(?:according to|citing|cited by|quoting|quoted by) (?:an? |the |one )?"
        # “News reports from Moss” come from a place.
        r"(?:(?!(?:news|media|press|police|official|local|early|initial|intelligence) )\w+ )?"
        rf"(?:report|reports|article|dispatch|story|broadcast|editorial) (?:by|in|from|of) {_NAME}"
    ),
)
# Where an outlet often stands: the name itself must look like one.
_SLOT = Lazy(
    r"\b(?:[Tt]old|[Aa]ccording to|reported by|reported in|citing|interview with|wrote in|"
    rf"published (?:by|in)) {_NAME}"
)
_SUBJECT = Lazy(
    rf"(?:(?<=^)|(?<=[.,;”\"“] )|(?<=\n)|\b[Aa]s ){_NAME} "
    rf"(?:(?:first|also|has|had|later|earlier|previously) )?(?:reported|reports)\b"
)
_DISPATCH = Lazy(r"\b(?:citing|in|to) (?:an? |the )?(?P<name>[A-Z]{2,6}) (?:dispatch|report)\b")
_DATELINE = Lazy(
    r"^[A-Z][\w.,’' /-]{1,50}?"
    r"(?: ?\((?P<name>[A-Z][\w ]{1,30})\) ?| [—–] (?P<dash>AP|AFP|UPI|CP) )[—–-]"
)
_DATED = Lazy(
    r",? (?:\w{3,6}day,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2},?) \d{4}\b"
)
"""A day right behind an agency's name at the opening: the credit line of a page run together."""
_CREDITED = Lazy(r"(?:^|[Bb]y |[,/|;–—-] ?|\()(?:[Tt]he )?$|\b(?:and|with|for|from) (?:[Tt]he )?$")
_CREDIT = Lazy(
    r"(?:(?<=^)|(?<=^\()|(?<=\n)|(?<=\n\())(?:(?:With|Additional) "
    rf"(?:reporting|material|input|files|information)|Reporting) (?:by|from) {_NAME}\)?\.?"
)
# Each pattern is tried only where one of its own words stands: at that word, or shortly before it.
_AT = {
    "first": (_BUILT[0],), "originally": (_BUILT[0],), "previously": (_BUILT[0],),
    "according": (_BUILT[1], _SLOT), "citing": (_BUILT[1], _SLOT), "cited": (_BUILT[1],),
    "quoting": (_BUILT[1],), "quoted": (_BUILT[1],),
    "told": (_SLOT,), "Told": (_SLOT,), "According": (_SLOT,), "reported": (_SLOT,),
    "interview": (_SLOT,), "wrote": (_SLOT,), "published": (_SLOT,),
    "With": (_CREDIT,), "Additional": (_CREDIT,), "Reporting": (_CREDIT,),
}  # fmt: skip
_UP_TO = {
    "reported": (_SUBJECT,), "reports": (_SUBJECT,), "report": (_DISPATCH,), "dispatch": (_DISPATCH,),
}  # fmt: skip
_LONGEST_LEAD = 150
"""Characters before the word up to which a pattern of `_UP_TO` may begin."""
_ALONE = frozenset("Post Times Journal Globe Tribune Herald Star Sun Telegraph Inquirer".split())
"""Last words that stand for the whole name: “The Times”."""
_SURNAMES = frozenset({"Post", "Star", "Sun", "Herald"})
"""Last words that people bear too: an unlisted name needs an article before it."""
_OPENED = Lazy(
    r"^(?:.*[a-z]{3}\. (?:(?:An?|The|In|But|And) )?|(?:As|But|And|Although|While|When) (?:[Tt]he )?"
    r"|[A-Z][\w-]*-based |(?:[A-Z][\w-]* )?[A-Z][\w-]*[’']s (?=[^ ]+ [^ ]+))"
)
_KIND = frozenset({"news", "online", "tv", "com", "network", "channel", "magazine", "radio"})
_STATE = frozenset(
    "Department Ministry Office Committee Commission Council Bureau Court Congress Senate Government "
    "Administration Treasury Pentagon Parliament Police".split()
)
"""Words of names that are those of offices of state."""
_LONGEST_GIVEN = 16
_COMMON = frozenset(
    "Time People Money Fortune Post Star Sun Express Nation Hill Globe Mirror Independent Variety Week "
    "Atlantic Guardian Observer Spectator Telegraph".split()
)
_WITHIN_NAME = Lazy(r"(?:[a-z’',] |[“\"])(?!The |By |Via |From |And |In )[A-Z][a-z]+ $")
"""Before a common word that ends another name: “his “Real Time” host”, “Ropes of Time”."""
_MR = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr."})
_PERSON = Lazy(
    r", an? (?:[\w’'-]+ ){0,4}?(?!(?:news)?papers?\b|broadcaster|publisher)"
    r"(?:[a-z]{3,}(?:ist|er|or|ian)|student|analyst|fellow|veteran|expert)\b(?! (?:news)?paper)"
)
"""Behind a name: “Jan Radio, a chemistry researcher,” is a person."""
_POSSESSOR = Lazy(r"^[^ ]+[’']s (?=[^ ]+ )")
_POSTED = Lazy(
    r"\(@\w{2,30}\)\s*(?:$|[—–·-]?\s*(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|\d{1,2}:\d\d))"
)
"""Behind whom a page names as author of a post that it prints: nothing in the post is leant on."""
_LONGEST_POST = 300
_WORDS = re.compile(r"\w+")
_ARTICLE = Lazy(r"^the ", re.IGNORECASE)

Shows = Callable[[str, int, int], tuple[int, int] | None]
"""What gives a name with the words that show a report is passed on."""


def origins(
    source: Source, outlets: Outlets, words: Words | None = None, tongue: Tongue | None = None
) -> tuple[Origin, ...]:
    """The places in the body of `source` that show on whom it leans, in reading order.

    `words` are those of its body, where they are at hand already, `tongue` those of its language.
    """
    shows = LeaningAbroad(tongue).leaning if tongue else leaning
    own = _own(source, outlets)
    names = outlets.finder
    found: dict[tuple[int, str], Origin] = {}
    full: dict[str, set[str]] = {}
    parts = list(_parts(source, words, names))
    people = {
        written
        for part in parts
        for start, _, written in part.listed
        if _is_surname(part.text, start, written)
    }
    for part in parts:
        posted = [sign.start() for sign in _POSTED.finditer(part.text)]
        for start, end, name in _in_paragraph(part, names, full, shows, people):
            if _is_own(name, own) or any(0 <= sign - end < _LONGEST_POST for sign in posted):
                continue
            place = Passage(source.id, part.start + start, part.start + end)
            key = (place.end, name)
            if key not in found or place.start < found[key].passage.start:
                found[key] = Origin(name, source.text[place.start : place.end], place)
    for origin in _credits(source, names):
        if not _is_own(origin.name, own):
            found.setdefault((origin.passage.end, origin.name), origin)
    return tuple(sorted(found.values(), key=lambda origin: origin.passage))


class _Part(Struct, frozen=True):
    """A paragraph from offset `start` on: its text, and where in it words stand that we look for."""

    start: int
    text: str
    first: bool
    listed: Sequence[tuple[int, int, str]]
    """Names that are listed, as written."""
    words: Sequence[tuple[int, str]]
    """The other words by which an outlet, or what is said of it, is known."""


def _parts(source: Source, words: Words | None, names: Names) -> Iterator[_Part]:
    """The paragraphs of the body."""
    body = source.body()
    words = words or Words(source.text, [(part.start, part.end) for part in body])
    places = list(words.among(_watched(names)))
    for segment, first, last in zip(body, words.firsts, words.lasts, strict=True):
        here = places[bisect_left(places, first) : bisect_left(places, last)]
        if here or segment is body[0]:
            start = segment.start
            yield _Part(
                start,
                source.text[start : segment.end],
                segment is body[0],
                [(at - start, end - start, name) for at, end, name in names.hits(words, here)],
                [(words.starts[at] - start, words.written[at]) for at in here],
            )


@lru_cache(maxsize=4)
def _watched(names: Names) -> frozenset[str]:
    """Every word that is looked for, so that a text is gone through but once."""
    return frozenset((*names.firsts, *_LAST_WORDS, *_AT, *_UP_TO))


def _own(source: Source, outlets: Outlets) -> frozenset[str]:
    """The names under which the source's own publisher may stand."""
    publisher = source.publisher or ""
    return frozenset({_key(publisher), _key(outlets.house_of(source) or publisher)})


def _is_own(name: str, own: frozenset[str]) -> bool:
    """Whether `name` is one of `own`, or its words are in one: “CNN” in “CNN (Web News)”.

    A page may also go by the name without its kind: “CBS” is “CBS News”.
    """
    key = _key(name)
    if key in own:
        return True
    parts = frozenset(_WORDS.findall(key))
    theirs = [frozenset(_WORDS.findall(one)) for one in own if one]
    bare = parts - _KIND
    return any(parts <= one or (bare and one - _KIND == bare) for one in theirs)


def _key(name: str) -> str:
    return _ARTICLE.sub("", name).casefold()


def _credits(source: Source, names: Names) -> Iterator[Origin]:
    """Outlets that a byline credits: “AFP”, “By Reuters”, “Ada Moss, Reuters”."""
    for segment in source.segments:
        if segment.kind is not Kind.BYLINE:
            continue
        text = source.text[segment.start : segment.end]
        words = Words(text, ((0, len(text)),))
        for start, end, written in names.hits(words, range(len(words.written))):
            if _CREDITED.search(text[:start]):
                place = Passage(source.id, segment.start + start, segment.start + end)
                yield Origin(names.common[written], written, place)


def _in_paragraph(
    part: _Part,
    names: Names,
    full: dict[str, set[str]],
    shows: Shows,
    people: AbstractSet[str],
) -> Iterator[tuple[int, int, str]]:
    """Outlets with the words that show it; who is called like one of `people` is a person here."""
    text, first = part.text, part.first
    listed = set()
    for _, end, written in part.listed:
        listed.add(end)
        if " " in written:
            full.setdefault(written.rsplit(" ", 1)[1], set()).add(names.common[written])
    longer = list(_unlisted(part, names.common, full))
    for start, end, written in part.listed:
        if written in people or (" " not in written and _goes_on(start, end, longer)):
            continue
        if written in _COMMON and _WITHIN_NAME.search(text, max(0, start - _LONGEST_GIVEN), start):
            continue
        name = names.common[written]
        if words := shows(text, start, end):
            yield *words, name
        elif first and _DATED.match(text, end):
            yield start, end, name
    for start, end, name in longer:
        if end not in listed and (words := shows(text, start, end)):
            yield *words, name
    yield from _built(part, names.common)
    if first:
        yield from _dateline(text, names.common)


def _goes_on(start: int, end: int, longer: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a name is but the first word of another: “Independent” in “Independent Journal”."""
    return any(begin <= start and end < stop for begin, stop, name in longer if "-" not in name)


def _is_surname(text: str, start: int, written: str) -> bool:
    """Whether an outlet's name of one word is that of a person: “Liam Fox said”."""
    before = text[max(0, start - _LONGEST_GIVEN) : start]
    given = before[:-1].rsplit(maxsplit=1)[-1:] if before.endswith(" ") else []
    if " " in written or not given:
        return False
    return given[0] in _MR or pronoun_of(given[0]) is not None


def _unlisted(
    part: _Part, names: Mapping[str, str], full: Mapping[str, set[str]]
) -> Iterator[tuple[int, int, str]]:
    """Short names (“The Times”), and names that nobody has listed but are written like an outlet's."""
    text = part.text
    for at, written in part.words:
        if written not in _LAST_WORDS or text[at - 1 : at] != " ":
            continue
        last = _AGENCY if text.startswith(_AGENCY, at) else written
        end = at + len(last)
        if _NAME_GOES_ON.match(text, end):
            continue
        begin = max(0, at - 1 - _LONGEST)
        lead = text[begin : at - 1]
        if lead.endswith(("the", "The")):
            meant = full.get(last, set())
            if len(meant) == 1:
                yield at, end, next(iter(meant))
            elif lead.endswith("The") and last in _ALONE:
                yield at, end, f"The {last}"
        elif first := _FIRST_WORDS.search(lead):
            named = trim(f"{first.group()} {last}", begin + first.start())
            if named is None or " " not in named.name or named.name in names:
                continue
            with_article = text[: named.start].endswith(("the ", "The "))
            if with_article or not (last in _SURNAMES or _PERSON.match(text, named.end)):
                yield named.start, named.end, named.name


def _built(part: _Part, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Outlets that the sentence shows to be such, listed or not."""
    text = part.text
    for pattern, found in _tried(part):
        if pattern in _BUILT:
            name = _bare(found["name"])
            end = found.start("name") + len(found["name"].rstrip("’'-/"))
            if name in names or not (_names_none(name) or text.startswith((", a ", ", an "), end)):
                yield found.start(), end, names.get(name, name)
        else:
            name = _POSSESSOR.sub("", _bare(found["name"]))
            if name in names or not (_looks_it(name) or found.group().endswith("dispatch")):
                continue  # “the IG report” is that of an office.
            end = found.end("name") if pattern is _SLOT else found.end()
            yield found.start(), end, names.get(name, name)


def _tried(part: _Part) -> Iterator[tuple[Lazy, re.Match[str]]]:
    """Where a pattern is found, tried only at its own words."""
    for at, written in part.words:
        for pattern in _AT.get(written, ()):
            if found := pattern.match(part.text, at):
                yield pattern, found
        for pattern in _UP_TO.get(written, ()):
            end = at + len(written)
            for found in pattern.finditer(part.text, max(0, at - _LONGEST_LEAD), end):
                yield pattern, found


def _bare(name: str) -> str:
    """The name without what opened the sentence, where it is from, and a possessive."""
    name = _OPENED.sub("", name)
    return name.removesuffix("’s").removesuffix("'s").rstrip("’'-/")


def _names_none(name: str) -> bool:
    """Whether what a sentence shows as an outlet is none: a nation, a month, an office, half a name."""
    parts = name.replace(".", "").split()
    if not _STATE.isdisjoint(parts):
        return True
    return len(name) == 1 or all(part in TITLES or part in CALENDAR for part in parts)


def _looks_it(name: str) -> bool:
    """Whether a name that nobody has listed is written like that of an outlet."""
    if " " not in name or " of " in name:
        return False
    return name.replace("-", " ").rsplit(" ", maxsplit=1)[-1] in _HEADS


def _dateline(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    found = _DATELINE.match(text)
    if found is None:
        return
    group = "name" if found["name"] else "dash"
    if found[group] in names:
        yield found.start(group) - 1, found.end(group) + 1, names[found[group]]
