"""Reads a calendar day as newspapers write it. What is ambiguous (03/04/2024) is not read."""

import re
from datetime import date

_NAMES = (
    "january february march april may june july august september october november december"
).split()
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}\.?,? (?P<year>(?:19|20)\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})-{_MONTH}-(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日",
        r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b",
    )
)
_MOST_MONTHS = 12


def find_day(text: str) -> tuple[date, int, int] | None:
    """The first day written out in `text`, with its range; `None` if there is none."""
    hits = sorted(
        (found.start(), order, found)
        for order, form in enumerate(_FORMS)
        if (found := form.search(text))
    )
    for _, _, found in hits:
        if day := _day(found):
            return day, *found.span()
    return None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= _MOST_MONTHS and second <= _MOST_MONTHS and first != second:
            return None
        month, day = (first, second) if second > _MOST_MONTHS else (second, first)
    else:
        name = parts["month"].lower()
        month = (
            int(name) if name.isdigit() else _MONTHS[name[:4] if name[:4] == "sept" else name[:3]]
        )
        day = int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
