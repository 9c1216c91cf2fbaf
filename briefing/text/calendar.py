"""Leads an expression of time to the calendar, from the day on which it was written.

“Thursday” is the nearest Thursday, on the side of the day that the verbs beside it speak of. What
cannot be told is `None`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.findings import Precision
from briefing.text.feasts import feast_in
from briefing.text.lazy import Lazy
from briefing.text.tenses import AHEAD, AHEAD_FOR_SURE, OVER, REACH, side_of
from briefing.text.times import DAYS, MONTHS, NUMBERS, TimeWords, find_times

_POINTED_AT = Lazy(
    r"\b(?:that|every|each|any|one|first|second|third|fourth|fifth|final) $", re.IGNORECASE
)
"""Before a weekday that is one told of before, one of many, or one of a month that is not named."""
_MANY = Lazy(r" (?:mornings|afternoons|evenings|nights)\b")
"""Behind a weekday that stands for many: “we spend our Friday nights there”."""
_OF_A_YEAR_TOLD = Lazy(
    r",? (?:of )?that (?:same )?year\b|,? of the (?:same|previous|following|preceding) year\b"
)
"""Behind a day: its year is one told of before."""
_ATTACKS = Lazy(r" (?:terror(?:ist)? )?(?:attacks\b|hijack)")
"""Behind “Sept. 11”: mostly that of 2001, whenever this is written."""
_OF_A_YEAR = Lazy(r",? (?:of )?(?P<which>last|this|next) year\b")
"""Behind a day: its year is reckoned from that of writing."""
_CENTURY_TURN = 30
_BESIDE = 12
_SPRING = {"winter": 1, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_DECEMBER = 12
_WEEK = 7
_SEASON = 120
"""Days within which the nearest year is meant, whatever the verbs say."""
_SOON = 31
"""Days up to which what is to come may be told without a word that says so."""
_TO_COME = Lazy(
    rf"{AHEAD.pattern}|\b(?:coming|deadline|ahead of|next|until|(?:is|are) [a-z]+ing|elections?)\b"
)
_CALLED_FOR = Lazy(r"\b(?:should(?! have\b)|must|ought to|needs? to)\b")
"""What is called for may be of a month to come: “they should join us in November”."""
_IN_A_YEAR = frozenset({"date", "month"})
_HANG_ON_THE_SIDE = frozenset({"date", "month", "weekday", "feast"})
"""Sorts of expressions whose day may hang on whether the past is spoken of."""
_PARTS = {"the past": -1, "last": -1, "this": 0, "next": 1, "the coming": 1, "this past": -1}


class Moment(Struct, frozen=True):
    """A time on the calendar: its first day and how much of it is known.

    `inferred` says whether the day on which it was written was needed to tell, `sure` whether the
    words beside it show if it is past or to come.
    """

    on: date
    precision: Precision
    inferred: bool
    sure: bool = True

    @property
    def end(self) -> date:
        """The last day that it can mean."""
        match self.precision:
            case Precision.DAY:
                return self.on
            case Precision.MONTH:
                return _months_on(self.on, 1) - timedelta(1)
            case Precision.YEAR:
                return date(self.on.year, 12, 31)
            case Precision.DECADE:
                return date(self.on.year + 9, 12, 31)


class _Scene(Struct, frozen=True):
    """What resolving may look at: the day of writing, the side spoken of, the time named before."""

    today: date | None
    side: int
    before: date | None


def resolve(
    found: TimeWords, text: str, today: date | None, before: date | None = None
) -> Moment | None:
    """The time that `found` in `text` means when written on `today`.

    `before` is the day last named in the text, for “the next day”; both may be unknown.
    """
    lead = text[max(0, found.start - REACH) : found.start]
    if found.sort == "weekday" and (_POINTED_AT.search(lead) or _MANY.match(text, found.end)):
        return None
    if found.sort == "date" and _OF_A_YEAR_TOLD.match(text, found.end):
        return None
    if found.parts.get("dd") == "11" and _is_the_eleventh(found, text):
        return None
    if "side" in found.parts:  # Told by the verbs of another language.
        side = int(found.parts["side"])
    else:
        side = (
            side_of(text, found.start, found.end, found.sort)
            if found.sort in _HANG_ON_THE_SIDE
            else 0
        )
    scene = _Scene(today, side, before)
    try:
        moment = _RESOLVERS[found.sort](found.parts, scene)
        if found.sort == "date" and (of_year := _OF_A_YEAR.match(text, found.end)):
            moment = _of_year(moment, today, _PARTS[of_year["which"]])
    except (ValueError, OverflowError):
        return None
    if moment and today and found.sort in _IN_A_YEAR and moment.inferred:
        days = (moment.on - today).days
        if days > _SOON and side <= 0 and not _TO_COME.search(text):
            return replace(moment, sure=False)
        if days < -_SEASON and not side and _CALLED_FOR.search(text):
            return replace(moment, sure=False)
    return moment


def _is_the_eleventh(found: TimeWords, text: str) -> bool:
    """Whether “Sept. 11” stands without a year before what then happened."""
    known = "dy" in found.parts or "dwhich" in found.parts
    return (
        not known
        and found.parts["dm"][:3].title() == "Sep"
        and bool(_ATTACKS.match(text, found.end))
    )


def _of_year(moment: Moment | None, today: date | None, shift: int) -> Moment | None:
    """The day that is `moment`, in the year so many behind that of writing."""
    if moment is None or today is None or not moment.inferred:
        return moment
    return replace(moment, on=moment.on.replace(year=today.year + shift))


def times_in(text: str, today: date | None) -> Iterator[tuple[TimeWords, Moment]]:
    """The expressions of time in `text` that can be led to the calendar, in order."""
    return led_to_calendar(tuple(find_times(text)), text, today)


def led_to_calendar(
    found: Sequence[TimeWords], text: str, today: date | None
) -> Iterator[tuple[TimeWords, Moment]]:
    """Those of the expressions of time `found` in `text` that can be led to the calendar.

    A time of day goes with the day that stands beside it (“10 a.m. on Saturday”).
    """
    before: date | None = None
    for at, one in enumerate(found):
        named = found[at + 1] if at + 1 < len(found) else None
        if one.sort == "clock" and named and named.start - one.end < _BESIDE:
            moment = resolve(named, text, today, before) or resolve(one, text, today, before)
        else:
            moment = resolve(one, text, today, before)
        if moment is None:
            continue
        if moment.precision is Precision.DAY and one.sort != "clock":
            before = moment.on
        yield one, moment


def _date(parts: dict[str, str], scene: _Scene) -> Moment | None:
    if "id" in parts:
        return Moment(
            date(*(int(parts[key]) for key in ("iy", "im", "id"))), Precision.DAY, inferred=False
        )
    key = "d" if "dd" in parts else "e"
    month, day = _month_number(parts[f"{key}m"]), int(parts[f"{key}d"])
    if year := parts.get(f"{key}y"):
        return _given(date(_full_year(year), month, day), Precision.DAY)
    if which := parts.get("dwhich"):
        return _strictly(_PARTS[which.lower()], scene, lambda year: date(year, month, day))
    return _nearest(scene, lambda year: date(year, month, day), Precision.DAY)


def _strictly(side: int, scene: _Scene, of_year: Callable[[int], date]) -> Moment | None:
    """“Last April 26”: the nearest such day before the day of writing, or behind it."""
    if scene.today is None:
        return None
    day = of_year(scene.today.year)
    if (day - scene.today).days * side <= 0:
        day = of_year(scene.today.year + side)
    return _day(day)


def _numeric(parts: dict[str, str], scene: _Scene) -> Moment | None:
    one, other, year = int(parts["n1"]), int(parts["n2"]), _full_year(parts["ny"])
    days = [date(year, m, d) for m, d in ((one, other), (other, one)) if m <= _DECEMBER]
    if len(set(days)) == 1:
        return _given(days[0], Precision.DAY)
    today = scene.today
    if today is None:
        return None
    return _inferred(min(days, key=lambda day: abs(day - today)), Precision.DAY)


def _month(parts: dict[str, str], scene: _Scene) -> Moment | None:
    month, year = _month_number(parts["mm"]), parts.get("my") or parts.get("mz", "")
    if year.isdigit():
        return _given(date(int(year), month, 1), Precision.MONTH)
    if year:
        base = scene.before if year.startswith("that") else scene.today
        shift = _PARTS.get(year.split(" ")[0], 0)
        return _inferred(date(base.year + shift, month, 1), Precision.MONTH) if base else None
    if which := parts.get("mwhich", "").lower():
        return _month_called(which, scene, month)
    return _nearest(scene, lambda year: date(year, month, 1), Precision.MONTH)


def _month_called(which: str, scene: _Scene, month: int) -> Moment | None:
    """“Last May”: the one gone by; “next May”: the one to come; “this May” is of the year of writing.

    “The previous May” hangs on a time told of before, and “last February” in March may be either.
    """
    if scene.today is None or which.startswith("the "):
        return None
    now = scene.today.replace(day=1)
    year = now.year
    if which in ("last", "this past"):
        if (now.month - month) % 12 == 1:
            return None  # the month just over, or that of the year before
        year -= month >= now.month
    elif which in ("next", "this coming") or (scene.side > 0 and month < now.month):
        year += month <= now.month
    return _inferred(date(year, month, 1), Precision.MONTH)


def _weekday(parts: dict[str, str], scene: _Scene) -> Moment | None:
    today = scene.today
    if today is None:
        return None
    which = parts.get("which", "").lower()
    back = (today.weekday() - DAYS.index(parts["wd"].title())) % _WEEK
    if week := parts.get("week"):
        shift = _PARTS[week.split()[-2]]
        monday = today - timedelta(today.weekday()) + timedelta(_WEEK * shift)
        return _day(monday + timedelta(DAYS.index(parts["wd"].title())))
    if which in ("last", "the previous", "this past"):
        day = _day(today - timedelta(back or _WEEK))
        # “Last Monday” on a Wednesday may be that of the week before.
        this_week = 0 < back <= today.weekday() < DAYS.index("Saturday")
        return replace(day, sure=False) if which == "last" and this_week else day
    if which in ("next", "this coming", "the following"):
        return _day(today + timedelta((-back) % _WEEK or _WEEK))
    if "own" in parts:
        day = _day(today - timedelta(back if 2 * back < _WEEK else back - _WEEK))
        # “Questioned in Friday’s hearing”: the verbs may know better which of the two it is.
        against = (day.on - today).days * scene.side < 0
        return replace(day, sure=False) if against else day
    if scene.side > 0 or which == "this":
        return _day(today + timedelta((-back) % _WEEK))
    day = _day(today - timedelta(back))
    # Six days back is tomorrow too, where the report is of the next day elsewhere.
    sure = not back or (scene.side != 0 and (back < _WEEK - 1 or which != ""))
    return day if sure else replace(day, sure=False)


def _deictic(parts: dict[str, str], scene: _Scene) -> Moment | None:
    shifts = {"yesterday": -1, "tomorrow": 1, "last night": -1}
    shifts |= {"the day before yesterday": -2, "the day after tomorrow": 2}
    shift = shifts.get(parts["deictic"].lower(), 0)
    return _day(scene.today + timedelta(shift)) if scene.today else None


def _relative(parts: dict[str, str], scene: _Scene) -> Moment | None:
    today, unit = scene.today, parts["unit"]
    if today is None:
        return None
    shift = _PARTS[parts["rel"].lower()]
    if unit == "year":
        return _inferred(date(today.year + shift, 1, 1), Precision.YEAR)
    if unit == "month":
        return _inferred(_months_on(today.replace(day=1), shift), Precision.MONTH)
    if unit in _SPRING:
        return None
    return None if unit == "weekend" else _week_as_month(today, shift)


def _week_as_month(today: date, shift: int) -> Moment | None:
    """A week, as the month it lies in; `None` where it lies in two."""
    monday = today - timedelta(today.weekday()) + timedelta(_WEEK * shift)
    sunday = monday + timedelta(_WEEK - 1)
    if monday.month != sunday.month:
        return None
    return _inferred(monday.replace(day=1), Precision.MONTH)


def _ago(parts: dict[str, str], scene: _Scene) -> Moment | None:
    words = parts["ac"].lower()
    count = (
        int(words)
        if words.isdigit()
        else NUMBERS.get(words.split()[-1 if words == "one" else 0], 2)
    )
    if words == "a couple of":
        count = 2
    forth = parts["dir"] in ("from now", "later", "hence")
    base = scene.before if parts["dir"] in ("earlier", "later") else scene.today
    base = base or (scene.today if parts["dir"] != "later" else None)
    if base is None:
        return None
    shift = count if forth else -count
    if "exact" in parts and parts["au"] in ("month", "year"):
        months = shift * (12 if parts["au"] == "year" else 1)
        return _day(_months_on(base.replace(day=1), months).replace(day=base.day))
    match parts["au"]:
        case "day":
            return _day(base + timedelta(shift))
        case "week":
            return (
                _day(base + timedelta(_WEEK * shift))
                if count <= 1
                else _inferred((base + timedelta(_WEEK * shift)).replace(day=1), Precision.MONTH)
            )
        case "month":
            return _inferred(_months_on(base.replace(day=1), shift), Precision.MONTH)
        case "year":
            return _inferred(date(base.year + shift, 1, 1), Precision.YEAR)
        case _:
            return None


def _decade(parts: dict[str, str], _: _Scene) -> Moment | None:
    return _given(date(int(parts["dec"]), 1, 1), Precision.DECADE)


def _year(parts: dict[str, str], _: _Scene) -> Moment | None:
    return _given(date(int(parts["yy"]), 1, 1), Precision.YEAR)


def _feast(parts: dict[str, str], scene: _Scene) -> Moment | None:
    name = parts["feast"].replace("’", "'")
    if year := parts.get("fy"):
        return _given(feast_in(name, int(year)), Precision.DAY)
    shift = {"last": -1, "next": 1}.get(parts.get("fwhich", "").lower(), scene.side)
    aimed = _Scene(scene.today, shift, None)
    return _nearest(aimed, lambda year: feast_in(name, year), Precision.DAY)


def _anaphoric(parts: dict[str, str], scene: _Scene) -> Moment | None:
    base = scene.before or scene.today
    if base is None:
        return None
    if "night" in parts:
        # A night that is told of is over: it is that before the day of writing at the latest.
        gone = (scene.today or base) - timedelta(1)
        return _day(min(base, gone) if scene.today else base)
    words = parts["ana"].lower()
    shift = -1 if "before" in words or "previous" in words else 0
    if "after" in words or "next" in words or "following" in words:
        shift = 1
    return _day(base + timedelta(shift))


def _clock(_: dict[str, str], scene: _Scene) -> Moment | None:
    base = scene.before or scene.today
    return _day(base) if base else None


def _day(day: date) -> Moment:
    return _inferred(day, Precision.DAY)


def _inferred(day: date, precision: Precision) -> Moment:
    return Moment(day, precision, inferred=True)


def _given(day: date, precision: Precision) -> Moment:
    return Moment(day, precision, inferred=False)


def _nearest(scene: _Scene, of_year: Callable[[int], date], precision: Precision) -> Moment | None:
    """The one of last, this and next year that lies nearest, on the side spoken of."""
    today = scene.today
    if today is None:
        return None
    days = []
    for year in range(today.year - 1, today.year + 2):
        try:
            days.append(of_year(year))
        except ValueError:
            continue
    known = scene.side in (OVER, AHEAD_FOR_SURE)
    side, slack = (scene.side, 0) if known else (scene.side, _SEASON)
    here = [day for day in days if (day - today).days * side > -slack] or days
    return _inferred(min(here, key=lambda day: abs(day - today)), precision)


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) > 2:  # noqa: PLR2004 - written in full
        return number
    return number + (2000 if number <= _CENTURY_TURN + 19 else 1900)


def _month_number(name: str) -> int:
    head = name[:3].title()
    return next(number for number, full in enumerate(MONTHS, 1) if full.startswith(head))


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


_RESOLVERS: dict[str, Callable[[dict[str, str], _Scene], Moment | None]] = {
    "date": _date, "numeric": _numeric, "month": _month, "weekday": _weekday, "deictic": _deictic,
    "relative": _relative, "ago": _ago, "decade": _decade, "year": _year, "feast": _feast,
    "anaphoric": _anaphoric, "clock": _clock,
}  # fmt: skip
