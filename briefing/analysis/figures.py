"""The figures that sources give, the same figure of several sources put together.

A figure is a share, a sum of money or a count with its unit. It is the same in two sources if the
amount, the unit and the year that goes with it agree and the sentences speak of the same thing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.body import Said
from briefing.analysis.contraries import contrary, denies_around
from briefing.analysis.corroboration import independent_origins
from briefing.analysis.evidence import least_stems
from briefing.analysis.kinds_of_amounts import IN_PRISON, of_another_kind, with_terms
from briefing.analysis.measured import stems_beside, subject_of, tells_of_what, things_of
from briefing.analysis.one_matter import (
    BODIES,
    name_strangers,
    name_the_same,
    names_in,
    same_figures,
    same_time,
    stated,
)
from briefing.analysis.ranges import CORRECTED, SPAN, TO, is_former, is_range, range_begin
from briefing.analysis.rounding import covers, digits
from briefing.model.findings import Conflict, Figure, Position, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.lazy import Lazy
from briefing.text.numbers import MEASURES, Amount

MOST = 24
"""Most figures that are handed on."""
SAME = 2
"""Stems beside equal figures that two sentences share if the figures are one."""
_SAME_OF_ALL, _SAME_WITH_NAME = 5, 3
"""Stems that they share in all where only one stands beside both figures; fewer where a name is one."""
_TRIED = 8
"""Figures of a group that a further one is held against."""
_EXACT, _HARDLY_ROUND = 3, 2
"""Digits that a number has which is no round one, and one that an article gives once more."""
_NEAR, _FAR = 7, 90
"""Days between reports that may be of the same days, and that are hardly of one matter."""
LIKE = 0.6
"""Share of the shorter sentence's stems in common from which on unequal figures differ."""
_LEAST_LIKE = 6
_WHOLE = (".", "!", "”", '"', "’")
"""How a sentence ends: a row of a table, which ends in a number, says too little to contradict."""
_REACH = 20
_YEAR = re.compile(r"\b(by|in|for|from|until|of|to|since|fiscal) ((?:19|20)\d\d)\b(?!\d)")
_COMPARED = ("from", "since")
"""Before a year that an amount is only held against."""
_PLANNED = Lazy(
    r"\b(?:will|would|may|might|could|expected|expects?|likely|probably|plans?|planned|proposed|forecast)\b"
)
_OF_A_BOOK = Lazy(r"[(,] ?[A-Z][\w’&/ -]*, (?:paper, )?$")
"""Before the price of a book that is reviewed: “(Moss & Vance, $20)”."""
_RANGE = Lazy(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand))"
    r"(?: (?:to|and|or) |[-–])[$€£¥]?$"
)
"""Before an amount that is but one end of a range: “1.5 to 2.5 billion”."""
_OLD = re.compile(r" to (?:an? |the )?[$€£¥\d]")
"""Behind “from 1%”: the amount that was is no figure of now."""
_HARM = Lazy(r"\b(?:kill|dead\b|deaths?\b|die[sd]?\b|injur|wound|casualt)")
"""People who are harmed are counted by rules of their own (`tolls`)."""
_NEWS, _OF_A_WAR = 7, 1000
"""Days up to which reports tell of the same victims, and a number of them that no one event has."""
_VAGUE = frozenset(
    "years months weeks days hours minutes times decades countries leaders nations sides points pages "
    "things ways others parts people’s seconds hrs twenties thirties forties fifties sixties seventies "
    "eighties nineties".split()
)


class Read(Struct, eq=False):
    """A figure as it stands in a sentence."""

    said: Said
    amount: Amount
    subject: str | None
    time: str | None
    rival: bool
    """Whether the sentence gives other amounts of the same unit too, or this one as an end of a range."""
    _beside: frozenset[str] | None = None
    _bare: frozenset[str] | None = None
    _things: frozenset[str] | None = None

    @property
    def place(self) -> Passage:
        """Where the sentence stands."""
        return Passage(self.said.source.id, self.said.start, self.said.end)

    @property
    def beside(self) -> frozenset[str]:
        """The stems of the words of meaning nearest to the amount that say of what it is."""
        if self._beside is None:
            self._beside = stems_beside(self.said.text, self.amount)
        return self._beside

    @property
    def things(self) -> frozenset[str]:
        """The stems of what it is on or in, where that is said: of “25 percent tariffs on steel” steel."""
        if self._things is None:
            self._things = things_of(self.said.text, self.amount)
        return self._things

    @property
    def denied(self) -> bool:
        """Whether it is said that it is not so: “will not buy 40 jets”."""
        return denies_around(self.said.text, self.amount.start, self.amount.end)

    @property
    def bare(self) -> frozenset[str]:
        """The stems of the sentence, numbers aside."""
        if self._bare is None:
            self._bare = frozenset(stem for stem in self.said.stems if not stem[0].isdigit())
        return self._bare


def read_figures(said: Iterable[Said]) -> list[Read]:
    """The figures as they stand in `said`, in reading order."""
    return [item for one in said for item in _of_sentence(one)]


def find_figures(
    read: Iterable[Read],
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
    near: AbstractSet[str],
) -> tuple[Figure, ...]:
    """The figures, those of sources `near` to the themes first, of most origins, in reading order.

    A sentence that points back (“It flew 500 km”) does not say of what a figure is: it only counts
    as another place of one that does.
    """
    groups: list[list[Read]] = []
    alike: defaultdict[tuple[float, str], list[list[Read]]] = defaultdict(list)
    for item in read:
        known = alike[item.amount.number, _thing(item.amount.unit)]
        homes = _homes(item, known)
        if not homes:
            groups.append([item])
            known.append(groups[-1])
            continue
        # What is the same as two others makes these one.
        home, *others = homes
        home += [*(one for other in others for one in other), item]
        for other in others:
            other.clear()
        known[:] = filter(None, known)
    ranked: list[tuple[bool, int, Sequence[Read]]] = []
    for group in groups:
        if any(tells_of_what(item.said) for item in group):
            each = _one_each(group)
            places = [item.place for item in each]
            # What one source alone has is of one origin.
            several = len(each) > 1
            count = independent_origins(places, sources, found, reprint_of) if several else 1
            ranked.append((all(item.said.source.id not in near for item in group), count, each))
    ranked.sort(key=lambda row: (row[0], -row[1]))
    return tuple(_told_apart(ranked[:MOST]))


def _homes(item: Read, known: Iterable[list[Read]]) -> list[list[Read]]:
    """The groups that a figure belongs to, and that belong together.

    What says nothing of what it is on may go with steel, and with cars: it does not make them one.
    """
    homes: list[list[Read]] = []
    together = [item]
    for group in known:
        tried = group[:_TRIED]
        if any(_same(one, item) for one in tried) and not _apart(tried, together):
            homes.append(group)
            together += tried
    return homes


def _apart(some: Iterable[Read], others: Sequence[Read]) -> bool:
    """Whether figures are said to be on other things: tariffs on steel, tariffs on cars."""
    return any(
        one.things and other.things and one.things.isdisjoint(other.things)
        for one in some
        for other in others
    )


def figure_conflicts(found: Iterable[Read], event_of: Mapping[str, int]) -> Iterator[Conflict]:
    """Where reports of one event say the same with another amount; `event_of` groups sources."""
    read = [item for item in found if item.said.source.id in event_of and not item.rival]
    # Only what is measured alike differs: so each is held against few.
    kin: defaultdict[tuple[object, ...], list[Read]] = defaultdict(list)
    for item in read:
        kin[_measured(item, event_of)].append(item)
    for one in read:
        alike = kin[_measured(one, event_of)]
        del alike[0]  # that is `one` itself
        for other in alike:
            if _differ(one, other):
                yield _conflict(one, other)


def _measured(item: Read, event_of: Mapping[str, int]) -> tuple[object, ...]:
    """In which event what is measured, in what and of when: figures that differ agree in it."""
    return event_of[item.said.source.id], item.amount.unit, item.time, item.subject


def figure_claims(said: Said) -> Iterator[tuple[str, float]]:
    """The figures of a sentence, each under a few of its stems."""
    read = [item for item in _of_sentence(said) if not item.rival]
    if not read or len(read[0].bare) < _LEAST_LIKE:
        return
    for drawn in least_stems(read[0].bare):
        for item in read:
            yield f"{item.amount.unit} {item.subject} {item.time} {drawn}", item.amount.number


def _of_sentence(said: Said) -> Iterator[Read]:
    every, text = said.amounts, said.text
    if not every or CORRECTED.search(text):
        return
    lows = {high.start: low.start for low, high in pairwise(every) if is_range(text, low, high)}
    begins = {high: range_begin(text, low) for high, low in lows.items()}
    amounts = [one for one in with_terms(text, every) if _tells(one)]
    for at, amount in enumerate(amounts):
        lead = text[max(0, amount.start - _REACH) : amount.start]
        rival = sum(other.unit == amount.unit for other in amounts) > 1 or bool(_RANGE.search(lead))
        limit = amounts[at + 1].start if at + 1 < len(amounts) else len(text)
        was = _OLD.match(text, amount.end) and text.endswith("from ", 0, amount.start)
        if was or is_former(text, amount, amounts[at - 1] if at else None):
            continue
        if _OF_A_BOOK.search(lead) and text.startswith(")", amount.end):
            continue
        if amount.start in lows.values():
            continue  # It is printed with the upper end.
        begin = begins.get(amount.start)
        whole = amount if begin is None else replace(amount, start=begin)
        times = dict(map(reversed, _YEAR.findall(text, amount.end, limit)))
        (year, led) = next(iter(times.items()), (None, ""))
        time = year if len(times) == 1 and led not in _COMPARED else None
        yield Read(said, whole, subject_of(text, amount), time, rival)


def _tells(amount: Amount) -> bool:
    """Whether a figure says something by itself: no “two leaders” and no “three years”."""
    if amount.unit in MEASURES or amount.unit.endswith(IN_PRISON):
        return True
    last = amount.unit.split()[-1] if amount.unit else ""
    return bool(last) and last not in _VAGUE and not amount.is_small


def _same(one: Read, other: Read) -> bool:
    if one.amount.number != other.amount.number or not _same_unit(one.amount, other.amount):
        return False
    if one.time and other.time and one.time != other.time:
        return False
    measured = one.amount.unit in MEASURES
    if measured and one.subject and other.subject and one.subject != other.subject:
        return False
    if _within_one_article(one, other):
        return True
    return _of_one_subject(one, other) and one.denied == other.denied


def _thing(unit: str) -> str:
    """What is counted, without what is said of it: of “affected cadets” the cadets."""
    return unit if unit in MEASURES else unit.rpartition(" ")[2]


def _same_unit(one: Amount, other: Amount) -> bool:
    """Whether two amounts count one thing: “16 cadets” may be “16 affected cadets”, no two adjectives."""
    return one.unit == other.unit or (
        _thing(one.unit) == _thing(other.unit) and _thing(one.unit) in (one.unit, other.unit)
    )


def _within_one_article(one: Read, other: Read) -> bool:
    """Whether an article gives a figure for the second time: “12 people died”, “the 12 people”.

    Things counted are the same, and so are sums that are hardly equal by chance, or have a word
    beside them in common. Shares are equal by chance too often.
    """
    if one.said.source.id != other.said.source.id or one.amount.unit == "%":
        return False
    if _is_span(one) or _is_span(other):
        return False
    if one.amount.unit not in MEASURES:
        return True
    return not one.beside.isdisjoint(other.beside) or digits(one.amount.number) >= _HARDLY_ROUND


def _of_one_subject(one: Read, other: Read) -> bool:
    """Whether equal figures stand among the same words: “20 per cent” is said of many things.

    Where only one word beside them is the same, the sentences must have more in common and be of the
    same days; of different seasons, three words beside them must be the same. A year that goes with
    both is as good as a word, and so is a number that is hardly a round one by chance. Sentences
    that name different people or places speak of those.
    """
    early, late = one.said.day, other.said.day
    apart = abs((early - late).days) if early and late else 0
    # Of what day an undated report is, only a name can tell.
    told = (early and late) or not names_in(one.said.text).isdisjoint(names_in(other.said.text))
    if (apart > _NEWS or not told) and _harmed(one) and _harmed(other):
        return False
    beside = len(one.beside & other.beside)
    beside += one.time is not None and one.time == other.time
    beside += digits(one.amount.number) >= _EXACT
    if beside < SAME + (apart > _FAR) and not (beside and apart <= _NEAR and _alike(one, other)):
        return False
    return not name_strangers(one.said, other.said, BODIES)


def _is_span(item: Read) -> bool:
    """Whether a figure is printed with its lower end: “2% to 5%”."""
    words = item.said.text[item.amount.start : item.amount.end]
    return any(link in words for link in TO)


def _harmed(item: Read) -> bool:
    """Whether a figure counts who was harmed by one event, and not by a war or in a year."""
    few = item.amount.number < _OF_A_WAR
    return few and item.amount.unit not in MEASURES and _HARM.search(item.said.text) is not None


def _alike(one: Read, other: Read) -> bool:
    """Whether two sentences have much in common, or something and a name."""
    shared = len(one.bare & other.bare)
    return shared >= _SAME_OF_ALL or (
        shared >= _SAME_WITH_NAME
        and not names_in(one.said.text).isdisjoint(names_in(other.said.text))
    )


def _differ(one: Read, other: Read) -> bool:
    if one.said.source.id == other.said.source.id:
        return False
    if covers(one.amount, other.amount):
        return False
    left, right = one.bare, other.bare
    shorter = min(len(left), len(right))
    alike = shorter >= _LEAST_LIKE and len(left & right) >= LIKE * shorter
    whole = one.said.text.endswith(_WHOLE) and other.said.text.endswith(_WHOLE)
    return alike and whole and _one_thing(one, other) and _one_matter(one, other)


def _one_thing(one: Read, other: Read) -> bool:
    """Whether both amounts stand among the same words, go over one stretch of time and are no tolls.

    Sentences may be alike in all but the amount: one gives the price of a watch, the other what
    was spent on everything.
    """
    left, right = stated(one.said.text), stated(other.said.text)
    if contrary(left, right):
        return False
    if one.amount.unit not in MEASURES and (_HARM.search(left) or _HARM.search(right)):
        return False
    if set(SPAN.findall(left)) != set(SPAN.findall(right)):
        return False
    if of_another_kind((one.said.text, one.amount), (other.said.text, other.amount)):
        return False
    if one.denied != other.denied:
        return False
    return not (one.beside.isdisjoint(other.beside) or _apart([one], [other]))


def _one_matter(one: Read, other: Read) -> bool:
    """Whether both sentences are of one matter, and neither gives as a plan what the other has done."""
    left, right = one.said, other.said
    amounts = (
        left.text[one.amount.start : one.amount.end],
        right.text[other.amount.start : other.amount.end],
    )
    return (
        (_PLANNED.search(left.text) is None) == (_PLANNED.search(right.text) is None)
        and same_figures(left, right, amounts)
        and same_time(left, right)
        and name_the_same(left, right)
    )


def _figure(each: Sequence[Read], origins: int) -> Figure:
    one, *others = each
    also = tuple(item.said.cut() for item in others)
    return replace(_plain(one), also_in=also, independent_origins=origins)


def _told_apart(ranked: Iterable[tuple[bool, int, Sequence[Read]]]) -> Iterator[Figure]:
    """The figures, each of several sources in a sentence of its own, where one of them has one.

    A report that lists all tariffs would else be printed once for each of them.
    """
    printed: set[Passage] = set()
    for _, count, each in ranked:
        said = [item for item in each if tells_of_what(item.said)]
        fresh = [item for item in said if item.place not in printed]
        first = next(iter(fresh), each[0])
        printed.add(first.place)
        yield _figure([first, *(item for item in each if item is not first)], count)


def _one_each(group: Sequence[Read]) -> list[Read]:
    """The first of each source, before them the one that says best of what it is."""
    one = max(group, key=lambda item: (tells_of_what(item.said), item.time is not None))
    firsts = {one.said.source.id: one}
    for item in group:
        firsts.setdefault(item.said.source.id, item)
    return list(firsts.values())


def _plain(item: Read) -> Figure:
    said, amount = item.said, item.amount
    start, end = said.start + amount.start, said.start + amount.end
    return Figure(
        value=said.source.text[start:end],
        unit=amount.unit,
        excerpt=said.cut(),
        place=Passage(said.source.id, start, end),
        amount=amount.number,
        bound=amount.bound,
        subject=item.subject,
        time=item.time,
    )


def _conflict(one: Read, other: Read) -> Conflict:
    sides = sorted((one, other), key=lambda item: item.amount.number)
    unit = one.amount.unit
    if unit in MEASURES:
        about = "What share" if unit == "%" else "How much money"
        about += f" of {one.subject}" if one.subject else ""
    else:
        about = f"How many {unit}"
    return Conflict(
        about,
        tuple(Position(_plain(side).value, side.said.cut()) for side in sides),
        ("reports of one event say the same and give another amount",),
    )
