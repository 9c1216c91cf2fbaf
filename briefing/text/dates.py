"""Reads a calendar day as newspapers of many languages write it.

What is ambiguous (03/04/2024) is not read; with full stops (03.04.2024) the day comes first.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from briefing.text.lazy import Lazy
from briefing.text.months import MONTHS

_MONTH = r"(?P<month>[^\W\d_][^\s\d.,:;/()-]{1,14})"
"""Any word: whether it is a month is looked up, which is cheaper than a pattern of all names."""
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d{4})"
"""Copies glue the hour to the year (“April 28 20232:23 PM”), or a label to the day (“Posted17. May
2024”); behind a weekday stands the day on which the page was opened."""
_FORMS = tuple(
    (needed, Lazy(form, re.IGNORECASE))
    for needed, form in (
        ("", rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)"),
        (
            "",
            (
                r"(?<!\d)(?<!tag)(?<!day)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)? (?:of |de )?"
                rf"{_MONTH}\.?,? (?:de |del )?{_YEAR}"
            ),
        ),
        ("-", rf"\b(?P<day>\d{{1,2}})-{_MONTH}-(?P<year>(?:19|20)\d\d)\b"),
        (". ", rf"\b(?P<year>(?:19|20)\d\d)\. {_MONTH} (?P<day>\d{{1,2}})\b"),
        ("", r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
        (". ", r"\b(?P<year>(?:19|20)\d\d)\. (?P<month>\d{1,2})\. (?P<day>\d{1,2})(?!\d)"),
        ("년", r"(?P<year>(?:19|20)\d\d)년\s?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일"),
        ("年", r"(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日"),
        ("令和", r"令和\s?(?P<era>\d{1,2}|元)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日"),
        ("", r"\b(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? (?:năm )?(?P<year>(?:19|20)\d\d)\b"),
        (".", rf"\b(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}"),
        ("/", r"\b(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)\b"),
    )
)
"""How days are written, each with a sign that it needs, which is looked for first."""
_ERA, _ERA_BEFORE = "令和", 2018
"""The era that Japanese offices count years by, and the year before its first."""
_PATH_DAY = (
    r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d{1,2}|[a-z]{3})(?P=mark)(?P<day>\d{1,2})"
    r"(?:(?=[/?#]|$)|(?<=-\d\d)(?=[_-]))|[/_-](?P<compact>(?:19|20)\d\d[01]\d[0-3]\d)(?=[/_.-]|$)"
)
"""A number in a part of the path that goes on is the headline's: “/2023/10/12-fires-in-the-north”."""
_LONGEST_ADDRESS = 1000
_ANY_YEAR = re.compile(r"19\d\d|20\d\d")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_MONTHS = 12
_ASCII_DIGITS = {
    first + value: str(value) for first in (0x660, 0x6F0, 0x966, 0x9E6) for value in range(10)
}
"""Arabic, Persian, Hindi and Bengali digits."""
_OTHER_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]")


def find_day(text: str, *, day_first: bool = False) -> tuple[date, int, int] | None:
    """The first day written out in `text`, with its range; `None` if there is none.

    `day_first`: of two numbers that can be either, the day comes first, as in most languages.
    """
    if not text.isascii() and _OTHER_DIGIT.search(text):
        text = text.translate(_ASCII_DIGITS)
    # Most lines of most pages show no year, and that is seen at once.
    shown = ("20" in text or "19" in text) and _ANY_YEAR.search(text)
    if not shown and (text.isascii() or _ERA not in text):
        return None
    firsts = [
        next(_days(form, text, day_first=day_first), None)
        for needed, form in _FORMS
        if needed in text
    ]
    return min(filter(None, firsts), key=lambda found: found[1], default=None)


def _days(form: Lazy, text: str, *, day_first: bool) -> Iterator[tuple[date, int, int]]:
    for found in form.finditer(text):
        parts = found.groupdict()
        start = found.start()
        if "first" in parts:
            first, second = int(parts["first"]), int(parts["second"])
            told = second <= _MOST_MONTHS and day_first
            month, day = (second, first) if told else _told_apart(first, second)
        else:
            name, day = parts["month"], int(parts["day"])
            month = int(name) if name.isdecimal() else MONTHS.get(name.lower(), 0)
            if not month and start == found.start("month"):
                start += (glued := [cut.end() for cut in _GLUED.finditer(name)] or [0])[-1]
                month = MONTHS.get(name[glued[-1] :].lower(), 0)
        if known := _known(_year(parts), month, day):
            yield known, start, found.end()


def _year(parts: Mapping[str, str]) -> int:
    """The year; that of an era, whose first is called so (元), counted from it."""
    era = parts.get("era")
    return int(parts["year"]) if not era else _ERA_BEFORE + (1 if era == "元" else int(era))


def _told_apart(first: int, second: int) -> tuple[int, int]:
    """Month and day of two numbers; (0, 0) where each can be either."""
    if first <= _MOST_MONTHS and second <= _MOST_MONTHS and first != second:
        return 0, 0
    return (first, second) if second > _MOST_MONTHS else (second, first)


def _known(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def address_day(address: str) -> date | None:
    """The day in the address of a page (“/2024/03/14/…”, “/2024/mar/14/…”, “-20240314”)."""
    for found in re.finditer(_PATH_DAY, address[:_LONGEST_ADDRESS].lower()):
        if compact := found["compact"]:
            parts = compact[:4], compact[4:6], compact[6:]
        else:
            parts = found["year"], found["month"], found["day"]
        year, name, day = parts
        month = int(name) if name.isdecimal() else MONTHS.get(name, 0)
        if known := _known(int(year), month, int(day)):
            return known
    return None
