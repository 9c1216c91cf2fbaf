"""Dated statements: what is said to happen on which day, month or year.

A relative time (“Wednesday”, “last month”) is led to the calendar from the day of publication and
marked as inferred; without that day it stays unknown and is left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from briefing.analysis.body import Said
from briefing.analysis.evidence import Sign
from briefing.model.findings import DatedStatement, Precision
from briefing.model.passage import Passage
from briefing.text.calendar import Moment
from briefing.text.days_abroad import day_sign
from briefing.text.lazy import Lazy
from briefing.text.numbers_abroad import is_comma_language
from briefing.text.times import DAYS, MONTHS_AS_WRITTEN, TimeWords

MOST = 20
"""Most statements that are handed on."""
_MOST_A_DAY = 2
"""Most of one source that are of one day: a report has its own day in every other sentence."""
SAME = 0.5
"""Share of the shorter statement's stems in common from which on two of one time say the same."""
_SORTS = frozenset({"date", "month", "weekday", "deictic", "year", "feast", "relative"})
_HAPPENS_IN = Lazy(r"(?<!than )(?<!founded )(?<!born )\b[Ii]n (?:(?:early|late|mid)[ -])?$")
_HAPPENS_IN_ABROAD = Lazy(
    r"\b(?:im|im Jahre?|(?<!von )(?<!seit )(?:im )?(?:Anfang|Mitte|Ende)|en|en el año|in|nel|em|w|v|в) $",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:up|down|rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|increased?|decreased?|declined?|"
    r"doubled|tripled|trebled|quadrupled|swelled|dropped|climbed|jumped|slipped|slid|soared|surged|plunged|narrowed|widened|edged|gained|lost|shrank)"
)
_HELD_AGAINST = Lazy(
    rf"(?:\b{_CHANGE}\b[^;]*\bfrom|\b(?:compared (?:with|to)|against|versus|vs\.?)) (?:[a-z-]+ ){{0,3}}"
    r"[$€£]? ?\d[\d.,]*%?(?: (?!(?:to|and|but|when|while|after|before|as)\b)[\w.’'%-]+){0,6} "
    r"(?:in|on|at|of) (?:the )?$"
    r"|\b(?:[Cc]ompared (?:with|to)|versus) (?:the |a )?(?:[a-z-]+ ){0,4}(?:in|of) $"
    r"|\b[Aa]ccording to (?:an?|the|its|their) $"
)
"""Before a time of which an amount was, and what is told is only held against it: “up from 8% in 1994”."""
_ALSO_THEN = Lazy(
    r"\b(?:as|than|like|unlike) (?:[\w’'-]+ ){0,3}(?:did|does|was|were|had|have|has|been)(?: so)? in $"
    r"|\b(?:unlike|than|as) in $",
    re.IGNORECASE,
)
"""Before a time that what is told is likened to: “as Moss did in 2008”, “unlike in 2012”."""
_RECKONED_FROM = Lazy(
    r"\b(?:\d[\d,]*|[a-z-]+) (?:hours?|days?|weeks?|months?|years?) "
    r"(?:before|after|until|till|ahead of|away from|from|since) (?:the |last )?$"
)
"""Before a day from which another is reckoned: “613 days before Election Day”."""
_HABIT = Lazy(
    r"\b(?:usually|normally|typically|traditionally|customarily) (?:[a-z-]+ ){1,5}"
    r"(?:on|at|in|during|around|over|for|by) (?:the )?$"
)
"""Before a time at which something is done as a rule: “usually full at Christmas”."""
_ONE_OF_SEVERAL = Lazy(r",? (?:or|and) [a-z]+[ .,]")
"""Behind a day that stands among other names: “floods, Sept. 11 or fire”."""
_REPORTED = Lazy(
    r"\b(?:[Ww]e|I|this (?:news)?paper) "
    r"(?:reported|cited|noted|wrote|published|mentioned|described|said|predicted)(?: on)? $"
)
"""Before the day on which a paper itself told something: “the figures that we cited yesterday”."""
_PARTICIPLE = Lazy(r"[A-Z][a-z]+(?:ed|ing)\b")
_TODAY = Lazy(
    r"\b(?:said|told|met|\w+ed|here|later|earlier) (?:today|tonight|this (?:morning|afternoon|evening))$"
)
"""“Today” as the day of the report; elsewhere it says “nowadays” (“today only India stands outside”)."""
_NOWADAYS = Lazy(
    r"\b(?:is|are|was|were|be|been|has|have|still|even|widely) (?:\w+ ){0,2}\w+ today$"
)
_NAMED_BY_DAY = Lazy(r" (?:[A-Z][a-z]|\d)")
"""Behind a day that no preposition leads in: the rest of a name (“the March 16 Factory”), or of a line
that a page puts over its text (“13 Oct 2016 At least 17 people”)."""
_DATELINE = Lazy(r"[A-ZÀ-Þ][\w’'. -]{1,40}(?:, [A-ZÀ-Þ][\w’'. -]{1,30})?, ")
"""The place at the head of a report, before the day on which it was sent."""
_BEHIND_DATELINE = (" (", " --", " —", " –", " - ")
_AT_FEAST = Lazy(r"\b(?:[Oo]n|[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Ss]ince|[Oo]ver|[Ff]or) (?:the )?$")
"""Before a feast that is a time: “Christmas gift” is none."""
_TO_AN_END = Lazy(
    r"\b(?:[Ff]rom|[Bb]etween) [^,.;]{2,40} (?:to|until|till|through|and) (?:early |late |mid-)?$"
)
"""Before the day on which a stretch of time ends that is told of: “from early September to October 14”."""
_LED_IN = Lazy(
    r"(?:\b(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Ll]ate|[Ee]arly|[a-z]+ed)|,) $"
)
# It begins with the letter or digit itself, so that only those are tried.
_DAYS_NAMED = Lazy(
    r"[MTWFSJAONDYy\d](?:"
    r"(?:(?<=M)on|(?<=T)ues|(?<=W)ednes|(?<=T)hurs|(?<=F)ri|(?<=S)atur|(?<=S)un)day\b|"
    r"(?<!\w.)(?:(?<=J)(?:an|un|ul)|(?<=F)eb|(?<=M)a[ry]|(?<=A)(?:pr|ug)|(?<=S)ep|(?<=O)ct|(?<=N)ov|"
    r"(?<=D)ec)[a-z]*\.? \d|"
    r"(?<=\d) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?<=[Yy])esterday)"
)
_SURE = frozenset((*DAYS, "Yesterday", "yesterday"))
DATES = Sign(_SURE | MONTHS_AS_WRITTEN, _DAYS_NAMED, _SURE, abroad=Lazy(rf"\d|{day_sign()}"))
"""Shown by every paragraph that names a day."""
_WITH_YEAR = frozenset({"date", "month", "year"})
_OPENING, _LONG_AGO = 24, 4
"""Characters within which a year opens a sentence, and years after which it is no year of the news."""
_THAT_YEAR, _NEWS = Lazy(r"\d,? (?:of )?that (?:same )?year\b"), 31
"""Behind a day of a story that is told of, and days from publication within which it is news."""
_YEARS_AGO = Lazy(r"(?:[\w,’'-]+ ){0,4}(?:years?|decades?) ago\b")
"""At the head of a sentence: “Some eight years ago, …”."""
_COARSE = frozenset({Precision.YEAR, Precision.MONTH})


def chronology(
    said: Iterable[Said], close: Callable[[Said], int] = lambda _: 0
) -> tuple[DatedStatement, ...]:
    """The dated statements in `said`, by time; of those that say the same the firmest.

    `close` says how far from the themes a sentence is; the nearest are taken first.
    """
    read = sorted(
        (item for one in _in_their_years(said) for item in one),
        key=lambda item: (item[1].on, item[1].inferred_from is not None),
    )
    kept: defaultdict[date, list[tuple[Said, DatedStatement]]] = defaultdict(list)
    places: set[tuple[str, int]] = set()
    for one, statement in read:
        place = one.source.id, one.start
        same_time = kept[statement.on]
        if place not in places and not any(_alike(one, other) for other, _ in same_time):
            places.add(place)
            same_time.append((one, statement))
    all_kept = [item for items in kept.values() for item in items]
    chosen = _chosen([(close(one), item) for one, item in all_kept])
    return tuple(sorted(chosen, key=lambda item: item.on))


def _in_their_years(said: Iterable[Said]) -> Iterator[list[tuple[Said, DatedStatement]]]:
    """The statements of each sentence, but those to which the text gives another year than we reckoned.

    Behind “on June 29, 2021” the next “on June 30” is of that year, too: we do not know. Nor do we of
    “May 5” in a sentence that opens with a year long gone: “In the vote of 2008, held on May 5, …”, or of
    “in May” behind “Eight years ago, …”. Where “on July 22 that year” was said, a story goes on.
    """
    source, given, back_then = "", None, False
    for one in said:
        if one.source.id != source:
            source, given, back_then = one.source.id, None, False
        told, ago = _opening_year(one), _YEARS_AGO.match(one.text)
        yield [
            (one, item)
            for one, item in _of_sentence(one)
            if (given is None or item.inferred_from is None or not _of_year(item, given))
            and not (told and _is_bare(item) and item.on.year - told > _LONG_AGO)
            and not (ago and _lacks_year(item))
            and not (back_then and _lacks_year(item) and not _is_fresh(one, item))
        ]
        back_then = back_then or _THAT_YEAR.search(one.text) is not None
        for words, moment in one.times:
            if not moment.inferred and words.sort == "date":
                given, back_then = moment.on, False


def _opening_year(said: Said) -> int | None:
    """The year with which a sentence opens."""
    for words, moment in said.times:
        if words.start <= _OPENING and words.sort in _WITH_YEAR and not moment.inferred:
            return moment.on.year
    return None


def _lacks_year(item: DatedStatement) -> bool:
    """Whether a day or a month stands without its year."""
    month = item.precision is Precision.MONTH and item.inferred_from is not None
    return month or _is_bare(item)


def _is_fresh(said: Said, item: DatedStatement) -> bool:
    """Whether a day is so near to publication that it is news."""
    return said.day is not None and abs((item.on - said.day).days) <= _NEWS


def _of_year(item: DatedStatement, given: date) -> bool:
    """Whether a day or month without its year may be of the year that was `given` last."""
    return _is_bare(item) and item.on.year != given.year and abs(given.month - item.on.month) <= 1


def _is_bare(item: DatedStatement) -> bool:
    """Whether a day of the calendar stands without its year."""
    known = item.inferred_from is None or item.precision is not Precision.DAY
    return not known and any(sign.isdigit() for sign in item.words or "")


def _chosen(statements: Sequence[tuple[int, DatedStatement]]) -> Sequence[DatedStatement]:
    """`MOST` of them: days before months and years, the nearest to the themes, each source in turn.

    Of what is alike in all that the latest come first.
    """
    latest = sorted(
        statements,
        key=lambda pair: (pair[1].precision in _COARSE, pair[0], -pair[1].on.toordinal()),
    )
    turns: Counter[str] = Counter()
    days: Counter[tuple[str, date]] = Counter()
    ranked: list[tuple[bool, int, int, DatedStatement]] = []
    for far, item in latest:
        source = item.excerpt.passage.source
        days[source, item.on] += 1
        if days[source, item.on] > _MOST_A_DAY:
            continue
        ranked.append((item.precision in _COARSE, far, turns[source], item))
        turns[source] += 1
    ranked.sort(key=lambda row: row[:3])
    return [item for *_, item in ranked[:MOST]]


def _of_sentence(said: Said) -> Iterator[tuple[Said, DatedStatement]]:
    is_event = _is_event_abroad if is_comma_language(said.source.language or "") else _is_event
    dated = [
        (words, moment)
        for words, moment in said.times
        if words.sort in _SORTS and moment.sure and is_event(said.text, words, moment)
    ]
    if dated and said.stands():
        words, moment = min(dated, key=lambda item: item[1].precision in _COARSE)
        yield said, _statement(said, words, moment)


def _is_event(text: str, words: TimeWords, moment: Moment) -> bool:
    """Whether the time dates what is said, and is not only compared with or reckoned from."""
    lead = text[: words.start]
    if _TO_AN_END.search(lead) or _HELD_AGAINST.search(lead) or _ALSO_THEN.search(lead):
        return False
    if _HABIT.search(lead) or _REPORTED.search(lead) or _RECKONED_FROM.search(lead):
        return False
    if lead.endswith(", ") and _ONE_OF_SEVERAL.match(text, words.end):
        return False
    sent = words.sort == "date" and text.startswith(_BEHIND_DATELINE, words.end)
    if sent and _DATELINE.fullmatch(text, 0, words.start):
        return False  # It says when the report was sent.
    if words.sort == "deictic" and text.startswith(("’s", "'s"), words.end):
        return False  # “Yesterday’s jobs” are those of a time gone by.
    if words.sort == "deictic" and "day" not in words.parts["deictic"].lower().replace("today", ""):
        plain = "“" not in text and '"' not in text
        before = text[: words.end]
        return plain and bool(_TODAY.search(before)) and not _NOWADAYS.search(before)
    if words.sort == "feast":
        return bool(_AT_FEAST.search(text[: words.start]))
    if moment.precision is Precision.DAY:
        return not _NAMED_BY_DAY.match(text, words.end) or bool(_LED_IN.search(text[: words.start]))
    if words.sort == "relative" or moment.precision is Precision.DECADE:
        return False
    happens = _HAPPENS_IN.search(text[: words.start]) is not None
    return happens and _PARTICIPLE.match(text) is None


def _is_event_abroad(text: str, words: TimeWords, moment: Moment) -> bool:
    """The same in other languages than English: a day, or what happens in a month or year."""
    return moment.precision is Precision.DAY or bool(_HAPPENS_IN_ABROAD.search(text[: words.start]))


def _statement(said: Said, words: TimeWords, moment: Moment) -> DatedStatement:
    basis = f"its publication on {said.day.isoformat()}" if moment.inferred and said.day else None
    start, end = said.start + words.start, said.start + words.end
    return DatedStatement(
        on=moment.on,
        excerpt=said.cut(),
        inferred_from=basis,
        precision=moment.precision,
        words=said.source.text[start:end],
        place=Passage(said.source.id, start, end),
    )


def _alike(one: Said, other: Said) -> bool:
    shorter = min(len(one.stems), len(other.stems)) or 1
    return len(one.stems & other.stems) >= SAME * shorter
