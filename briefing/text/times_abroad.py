"""Finds days, months and years in prose of other languages: “12. März 2024”, “en mayo de 2023”.

Only what names a month, is all numbers, or stands behind a word that goes with a year is taken:
“2000 Soldaten” are no year. Days of the week are found by `days_abroad`.
"""

import re
from collections.abc import Iterator

from briefing.text.days_abroad import find_days
from briefing.text.lazy import Lazy
from briefing.text.months import MONTHS
from briefing.text.times import MONTHS as ENGLISH
from briefing.text.times import TimeWords

_YEAR = r"(?:1[6-9]|20)\d\d"
_JOIN = r"(?:de |del |di |of )?"
_DAY = Lazy(
    rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:\.|er|º|ª|°)? {_JOIN}(?P<month>[^\W\d_]{{3,}})"
    rf"(?:,? (?:de |del )?(?P<year>{_YEAR})(?!\d))?(?!\w)"
)
_MONTH = Lazy(rf"(?<!\w)(?P<month>[^\W\d_]{{3,}}) (?:de |del )?(?P<year>{_YEAR})(?![\w-])")
_NUMBERS = Lazy(
    rf"(?<![\w.,/-])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})(?!\d|\.\d)"
)
_BARE_YEAR = Lazy(
    r"\b(?:im Jahr(?:e)?|des Jahres|das Jahr|Anfang|Mitte|Ende|Sommer|Herbst|Winter|Frühjahr|Frühling|seit|"
    r"bis|ab|vor|nach|von|en|depuis|dès|jusqu’en|avant|desde|hasta|año|nel|dal|fino al|em|sinds|in|tot|"
    rf"sedan|från|siden|od|w|roku|v|roce|с|в|к|до|после)(?: l’année| el| il| de)? (?P<year>{_YEAR})"
    r"(?! ?(?:%|Uhr|[€$£]|(?-i:[A-ZÄÖÜ][a-zäöüß]+(?:en|er|e))\b))(?![\w.,/–-]*\d)(?!\w)",
    re.IGNORECASE,
)
_AHEAD = Lazy(
    r"\b(?:kommende[nrms]?|nächste[nrms]?|wird|werden|soll|sollen|geplant|bevorsteh\w+|"
    r"prochaine?s?|sera|seront|aura|auront|doit|doivent|devra|prévue?s?|"
    r"próxim[oa]s?|está previst[oa]|prossim[oaie]|previst[oaie]|sarà|saranno|"
    r"volgende|komende|zal|zullen|następn\w+|będzie|будет|будут|следующ\w+|"
    r"(?!está|más|además|quizá)[a-zñáéíóú]{3,}r(?:á|án|ão))\b",
    re.IGNORECASE,
)
"""Words that speak of what is to come."""
_SHORT = 4
_SHORT_BUT_WHOLE = frozenset(("mai", "maj", "mei"))
_MOST_DAYS, _MOST_MONTHS = 31, 12


def find_times_abroad(text: str, language: str = "") -> Iterator[TimeWords]:
    """The days, months and years named in `text`, in reading order; their parts as in English ones.

    Days of the week are read in the languages whose words for them are known.
    """
    named = find_days(text, language)
    dated = _found(text) if any(map(str.isdigit, text)) else ()
    found = sorted((*dated, *named), key=lambda one: (one.start, -one.end))
    done = 0
    for one in found:
        if one.start >= done:
            done = one.end
            yield one


def tells_of_the_future(text: str) -> bool:
    """Whether something in a sentence speaks of what is to come: else no day of it is taken for that."""
    return _AHEAD.search(text) is not None


def _found(text: str) -> Iterator[TimeWords]:
    for hit in _DAY.finditer(text):
        month = _month(hit["month"], whole=not hit["year"])
        if month and 0 < int(hit["day"]) <= _MOST_DAYS:
            parts = {"dd": hit["day"], "dm": month}
            if hit["year"]:
                parts["dy"] = hit["year"]
            yield TimeWords(hit.start(), hit.end(), "date", parts)
    for hit in _MONTH.finditer(text):
        if month := _month(hit["month"], whole=False):
            yield TimeWords(hit.start(), hit.end(), "month", {"mm": month, "my": hit["year"]})
    for hit in _NUMBERS.finditer(text):
        number = int(hit["month"])
        if 0 < int(hit["day"]) <= _MOST_DAYS and 0 < number <= _MOST_MONTHS:
            # The day goes first wherever these languages are written.
            parts = {"dd": hit["day"], "dm": ENGLISH[number - 1], "dy": hit["year"]}
            yield TimeWords(hit.start(), hit.end(), "date", parts)
    for hit in _BARE_YEAR.finditer(text):
        yield TimeWords(hit.start("year"), hit.end("year"), "year", {"yy": hit["year"]})


def _month(name: str, *, whole: bool) -> str | None:
    """The English name of a month; of a short form only where it stands with a year."""
    short = len(name) < _SHORT and name not in _SHORT_BUT_WHOLE
    if whole and short and not name[0].isupper():
        return None
    number = MONTHS.get(name.lower())
    return ENGLISH[number - 1] if number else None
