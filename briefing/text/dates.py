"""Reads a calendar day as newspapers of many languages write it.

What is ambiguous (03/04/2024) is not read; with full stops (03.04.2024) the day comes first.
"""

import re
from datetime import date

_NAMES = (
    (
        "january january jan januar jänner janvier enero ene janeiro "
        "gennaio gen januari janv leden ocak январь января січня styczeń stycznia"
    ),
    (
        "february february feb februar feber février févr fév febrero "
        "fevereiro fev febbraio februari únor şubat февраль февраля лютого luty lutego"
    ),
    (
        "march march mar märz mrz mars marzo março maart "
        "mrt březen mart март марта березня marzec marca"
    ),
    "april april apr avril avr abril abr aprile duben nisan апрель апреля квітня kwiecień kwietnia",
    "may may mai mayo maio mag maggio mei maj květen mayıs май мая травня maja",
    (
        "june june jun juni juin junio junho giugno giu "
        "červen haziran июнь июня червня czerwiec czerwca"
    ),
    (
        "july july jul juli juillet juil julio julho luglio "
        "lug červenec temmuz июль июля липня lipiec lipca"
    ),
    (
        "august august aug août agosto ago augustus augusti srpen "
        "ağustos август августа серпня sierpień sierpnia"
    ),
    (
        "september september sep sept septembre septiembre setembro set settembre "
        "září eylül сентябрь сентября вересня wrzesień września"
    ),
    (
        "october october oct oktober okt octobre octubre outubro out "
        "ottobre ott říjen ekim октябрь октября жовтня październik października"
    ),
    ("november november nov novembre noviembre novembro kasım ноябрь ноября листопада"),
    (
        "december december dec dezember dez décembre déc diciembre dic "
        "dezembro dicembre prosinec aralık декабрь декабря грудня grudzień grudnia"
    ),
)
_MONTHS = {name: number for number, row in enumerate(_NAMES, 1) for name in row.split()}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=lambda name: (-len(name), name)))})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d{4})"
"""Copies glue the hour to the year (“April 28 20232:23 PM”)."""
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:\b|(?-i:(?<=[a-z])(?=[A-Z]))){_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)? (?:of |de )?{_MONTH}\.?,? (?:de |del )?{_YEAR}",
        rf"\b(?P<day>\d{{1,2}})-{_MONTH}-(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>(?:19|20)\d\d)년\s?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일",
        r"(?P<year>(?:19|20)\d\d)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日",
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
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
        month = int(name) if name.isdigit() else _MONTHS.get(name, 0)
        day = int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
