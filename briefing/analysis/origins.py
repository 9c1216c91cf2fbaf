"""On whom a source leans: the outlets whose report it passes on, with the words that show it.

Names come from the list of outlets and from how the sentence is built: what stands where only an
outlet can stand (“first reported by …”) is one, if it is written like a name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.analysis.leaning import leaning
from briefing.analysis.lexicon import Outlets
from briefing.analysis.outlet_names import Names
from briefing.analysis.speakers import trim
from briefing.model.findings import Origin
from briefing.model.passage import Passage
from briefing.model.source import Kind, Source
from briefing.text.lazy import Lazy

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
_LAST_WORD = re.compile(r" (News Agency|[TPSNHJGRCOEIMWZB][A-Za-z]{1,11})(?![\w’'-]| [A-Z])")
_FIRST_WORDS = Lazy(
    r"(?:(?<=[’']s )|(?<= )|(?<=\n)|(?<=^)|(?<=[“\"(]))(?:[A-Z](?:[\w&.-]|[’'](?!s ))* ?){1,4}$"
)
_LONGEST = 60
# Where only an outlet can stand, whatever its name.
_BUILT = (
    Lazy(
        r"\b(?:first|originally|previously) (?:reported|published|revealed|disclosed) (?:by|in) "
        rf"{_NAME}"
    ),
    Lazy(
        r"\b(?:according to|citing|cited by|quoting|quoted by) (?:an? |the |one )?(?:\w+ )?"
        rf"(?:report|reports|article|dispatch|story|broadcast|editorial) (?:by|in|from|of) {_NAME}"
    ),
)
# Where an outlet often stands: the name itself must look like one.
_SLOT = Lazy(
    r"\b(?:[Tt]old|[Aa]ccording to|reported by|reported in|citing|interview with|wrote in|"
    rf"published (?:by|in)) {_NAME}"
)
_TRIGGERS = (
    "report", "told", "Told", "ccording to", "citing", "quoti", "published", "interview",
    "wrote in", "dispatch",
)  # fmt: skip
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
    r"(?:^|\n)\(?(?:(?:With|Additional) (?:reporting|material|input|files|information)|Reporting) "
    rf"(?:by|from) {_NAME}\)?\.?"
)
# Each pattern finds nothing where none of these stands: looking for plain words is far cheaper.
_NEEDS = {
    pattern.pattern: words
    for pattern, words in (
        (_BUILT[0], ("first ", "originally ", "previously ")),
        (_BUILT[1], ("report", "article", "dispatch", "story", "broadcast", "editorial")),
        (
            _SLOT,
            ("old ", "ccording to", "reported ", "citing", "interview with", "wrote in", "publi"),
        ),
        (_SUBJECT, (" report",)),
        (_DISPATCH, (" dispatch", " report")),
        (_CREDIT, ("With ", "Additional ", "Reporting ")),
    )
}
_ALONE = frozenset("Post Times Journal Globe Tribune Herald Star Sun Telegraph Inquirer".split())
"""Last words that stand for the whole name: “The Times”."""
_SURNAMES = frozenset({"Post", "Star", "Sun", "Herald"})
"""Last words that people bear too: an unlisted name needs an article before it."""
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_POSSESSOR = Lazy(r"^[^ ]+[’']s (?=[^ ]+ )")
_ARTICLE = Lazy(r"^the ", re.IGNORECASE)


def origins(source: Source, outlets: Outlets) -> tuple[Origin, ...]:
    """The places in the body of `source` that show on whom it leans, in reading order."""
    own = _own(source, outlets)
    names = outlets.finder
    found: dict[tuple[int, str], Origin] = {}
    full: dict[str, set[str]] = {}
    for number, segment in enumerate(source.body()):
        text = source.text[segment.start : segment.end]
        for start, end, name in _in_paragraph(text, names, full, first=number == 0):
            if _key(name) in own:
                continue
            place = Passage(source.id, segment.start + start, segment.start + end)
            key = (place.end, name)
            if key not in found or place.start < found[key].passage.start:
                found[key] = Origin(name, source.text[place.start : place.end], place)
    for origin in _credits(source, names):
        if _key(origin.name) not in own:
            found.setdefault((origin.passage.end, origin.name), origin)
    return tuple(sorted(found.values(), key=lambda origin: origin.passage))


def _own(source: Source, outlets: Outlets) -> frozenset[str]:
    """The names under which the source's own publisher may stand."""
    publisher = source.publisher or ""
    common = outlets.names.get(publisher) or outlets.names.get(_ARTICLE.sub("", publisher))
    return frozenset({_key(publisher), _key(common or publisher)})


def _key(name: str) -> str:
    return _ARTICLE.sub("", name).casefold()


def _credits(source: Source, names: Names) -> Iterator[Origin]:
    """Outlets that a byline credits: “AFP”, “By Reuters”, “Ada Moss, Reuters”."""
    for segment in source.segments:
        if segment.kind is not Kind.BYLINE:
            continue
        text = source.text[segment.start : segment.end]
        for start, end, written in names.hits(text):
            if _CREDITED.search(text[:start]):
                place = Passage(source.id, segment.start + start, segment.start + end)
                yield Origin(names.common[written], written, place)


def _in_paragraph(
    text: str, names: Names, full: dict[str, set[str]], *, first: bool
) -> Iterator[tuple[int, int, str]]:
    listed = set()
    for start, end, written in names.hits(text):
        name = names.common[written]
        listed.add(end)
        if " " in written:
            full.setdefault(written.rsplit(" ", 1)[1], set()).add(name)
        if words := leaning(text, start, end):
            yield *words, name
        elif first and _DATED.match(text, end):
            yield start, end, name
    for start, end, name in _unlisted(text, names.common, full):
        if end not in listed and (words := leaning(text, start, end)):
            yield *words, name
    yield from _built(text, names.common)
    if first:
        yield from _dateline(text, names.common)


def _unlisted(
    text: str, names: Mapping[str, str], full: Mapping[str, set[str]]
) -> Iterator[tuple[int, int, str]]:
    """Short names (“The Times”), and names that nobody has listed but are written like an outlet's."""
    for last in _LAST_WORD.finditer(text):
        if last[1] not in _LAST_WORDS and " " not in last[1]:
            continue
        begin = max(0, last.start() - _LONGEST)
        lead = text[begin : last.start()]
        if lead.endswith(("the", "The")):
            meant = full.get(last[1], set())
            if len(meant) == 1:
                yield last.start(1), last.end(), next(iter(meant))
            elif lead.endswith("The") and last[1] in _ALONE:
                yield last.start(1), last.end(), f"The {last[1]}"
        elif first := _FIRST_WORDS.search(lead):
            named = trim(first.group() + last.group(), begin + first.start())
            if named is None or " " not in named.name or named.name in names:
                continue
            if last[1] not in _SURNAMES or text[: named.start].endswith(("the ", "The ")):
                yield named.start, named.end, named.name


def _built(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Outlets that the sentence shows to be such, listed or not."""
    if not any(words in text for words in _TRIGGERS):
        return
    for pattern in _worth_trying(_BUILT, text):
        for found in pattern.finditer(text):
            name = _bare(found["name"])
            end = found.start("name") + len(found["name"].rstrip("’'-/"))
            if name in names or not (name in _DAYS or text.startswith((", a ", ", an "), end)):
                yield found.start(), end, names.get(name, name)
    for pattern in _worth_trying((_SLOT, _SUBJECT, _DISPATCH, _CREDIT), text):
        for found in pattern.finditer(text):
            name = _POSSESSOR.sub("", _bare(found["name"]))
            if name in names or (pattern is not _DISPATCH and not _looks_it(name)):
                continue
            end = found.end("name") if pattern is _SLOT else found.end()
            yield found.start(), end, names.get(name, name)


def _worth_trying(patterns: Sequence[Lazy], text: str) -> Iterator[Lazy]:
    """Those of `patterns` of whose words one stands in `text`."""
    return (
        pattern for pattern in patterns if any(words in text for words in _NEEDS[pattern.pattern])
    )


def _bare(name: str) -> str:
    """The name without the word that opened the sentence and without a possessive."""
    return name.removeprefix("As ").removesuffix("’s").removesuffix("'s").rstrip("’'-/")


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
