"""Where sources measure the same change against different times: “biggest since 1951”, “the 1960s”.

A comparison is a superlative and a “since” with a year or a decade. Where one is found, a report of
the same event that names the year of the treaty or law being changed stands beside it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.analysis.body import Said
from briefing.analysis.evidence import Sign
from briefing.analysis.one_matter import leads_alike, share_names
from briefing.model.findings import Conflict, Event, Position
from briefing.text.lazy import Lazy
from briefing.text.words import is_function_word, stem

_SINCE = Lazy(
    r"\b(?P<grade>(?:the )?(?:most|least|first|worst|best|highest|lowest|biggest|largest|greatest|"
    r"deepest|[a-z]{3,}est)\b[^.;“”\"]{2,110}?) since (?:[^.;,“”\"]{1,100}? (?:in|of) )?"
    r"(?:[A-Z][a-z]+ )?(?P<time>(?:the )?(?:(?:early|late|mid)[ -])?(?:1[6-9]|20)\d\d(?:[’']?s\b)?)"
)
_CHANGING = (
    "transform replac revis updat overhaul amend modernis moderniz rewrit renegotiat supersed scrap "
    "scrapp"
)
_CHANGES = tuple(
    f"{verb}{ending}" for verb in _CHANGING.split() for ending in ("", "e", "es", "ed", "ing")
)
_CHANGED = Lazy(
    r"\b(?:transform|replac|revis|updat|overhaul|amend|moderni[sz]|rewrit|renegotiat|supersed|scrapp?)"
    r"(?:e|es|ed|ing)? (?:the|its|their|a) (?P<time>(?:1[6-9]|20)\d\d) (?P<what>[^.;,“”\"]{3,60})"
)
_COMPARES = Lazy(rf"since [^.;“”\"]{{0,110}}(?:1[6-9]|20)\d\d|{_CHANGED.pattern}")
COMPARES = Sign(frozenset(("since", *_CHANGES)), _COMPARES)
"""Shown by every paragraph that may hold a comparison."""
_DECADE = Lazy(r"(\d{3})0[’']?s$")
_FIRST = Lazy(r"(?:the )?first\b", re.IGNORECASE)
_PLAIN = Lazy(r"\b[a-z][a-z-]{4,}\b")
_SAY_NOTHING = frozenset({"first", "time", "times"})
_BEFORE = 45
"""Characters before a change that say what changes."""
_GRADES = Lazy(r"^(?:most|least|worst|biggest|largest|greatest|[a-z]+est)$")


class _Compared(Struct, frozen=True):
    said: Said
    time: str
    years: frozenset[int]
    first: bool
    about: frozenset[str]
    """Stems of the words that say what is compared."""


def compared_times(said: Sequence[Said], events: Iterable[Event]) -> Iterator[Conflict]:
    """The differences among the comparisons in reports of one event."""
    group = {source: at for at, event in enumerate(events) for source in event.sources}
    found: defaultdict[int, list[_Compared]] = defaultdict(list)
    changed: defaultdict[int, list[_Compared]] = defaultdict(list)
    for one in said:
        at = group.get(one.source.id)
        if at is not None and (read := _SINCE.search(one.text)):
            found[at].append(_read(one, read))
        elif at is not None and (read := _CHANGED.search(one.text)):
            changed[at].append(_read(one, read))
    for at, compared in found.items():
        first = compared[0]
        kin = [item for item in compared if item is first or _kin(item, first)]
        kin += [item for item in changed[at] if any(_kin(item, other) for other in kin)]
        yield from _difference(_one_each(kin))


def compared_claims(said: Said) -> Iterator[tuple[str, float]]:
    """The time that a sentence measures against, under each word that says what is compared."""
    if (read := _SINCE.search(said.text)) or (read := _CHANGED.search(said.text)):
        item = _read(said, read)
    else:
        return
    for about in item.about:
        yield f"since {item.first} {about}", float(min(item.years))


def _read(said: Said, read: re.Match[str]) -> _Compared:
    time = read["time"]
    # What is compared is said by the words of the comparison and a few before it.
    about = said.text[max(0, read.start() - _BEFORE) : read.start("time")]
    bare = time.removeprefix("the ").split()[-1].split("-")[-1]
    if decade := _DECADE.search(bare):
        years = frozenset(range(int(decade[1]) * 10, int(decade[1]) * 10 + 10))
    else:
        years = frozenset((int(bare),))
    words = [
        word
        for word in _PLAIN.findall(about)
        if not (word in _SAY_NOTHING or _GRADES.match(word) or is_function_word(word))
    ]
    first = _FIRST.match(said.text, read.start()) is not None
    return _Compared(said, time, years, first, frozenset(map(stem, words)))


def _kin(one: _Compared, other: _Compared) -> bool:
    """Whether both speak of the same change: a superlative of the same sort, a word in common."""
    if one.first != other.first or one.about.isdisjoint(other.about):
        return False
    left, right = one.said.source, other.said.source
    return share_names(left, right) and leads_alike(left, right)


def _one_each(found: Iterable[_Compared]) -> list[_Compared]:
    """The first comparison of each source."""
    known: dict[str, _Compared] = {}
    for item in found:
        known.setdefault(item.said.source.id, item)
    return list(known.values())


def _difference(found: Sequence[_Compared]) -> Iterator[Conflict]:
    agree = all(one.years & other.years for one in found for other in found)
    if agree:
        return
    by_time: dict[str, list[_Compared]] = {}
    for item in sorted(found, key=lambda item: min(item.years)):
        by_time.setdefault(item.time, []).append(item)
    positions = tuple(
        Position(time, items[0].said.cut(), tuple(item.said.cut() for item in items[1:]))
        for time, items in by_time.items()
    )
    yield Conflict(
        "What the change is measured against",
        positions,
        ("reports of one event compare it with different times",),
    )
