"""Words of documents in their languages that a proof looks for; it takes none from what prints them."""

import re
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
_NUMBERS = {month: number for months in _MONTHS for number, month in enumerate(months.split(), 1)}
_MONTH = "|".join(_NUMBERS)
_DAY = re.compile(
    rf"\b(?:(\d{{1,2}})(?:\.|er)? ({_MONTH})|({_MONTH}) (\d{{1,2}}),) (\d{{4}})\b"
)  # fmt: skip
_SHORT = (
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "Jan Feb März Apr Mai Jun Jul Aug Sept Okt Nov Dez",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "janv févr mars avr mai juin juill août sept oct nov déc",
)
_ANY_NUMBERS = _NUMBERS | {
    month: number for months in _SHORT for number, month in enumerate(months.split(), 1)
}
_ANY_MONTH = "|".join(sorted(_ANY_NUMBERS, key=len, reverse=True))
_NUMBERED_DAY = r"(\d{1,2})(?:\.|er|st|nd|rd|th)?"
_ANY_DAY = re.compile(
    rf"\b(?:{_NUMBERED_DAY} ({_ANY_MONTH})\b\.?,? (\d{{4}})"
    rf"|({_ANY_MONTH})\b\.? {_NUMBERED_DAY},? (\d{{4}})"
    rf"|(\d{{4}}), (?:{_NUMBERED_DAY} ({_ANY_MONTH})|({_ANY_MONTH})\b\.? {_NUMBERED_DAY}))\b"
)
"""A day as citations have it: the month may be shortened, the year may come first."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_MONTH_OF_YEAR = re.compile(rf"\b({_MONTH}) (\d{{4}})\b")
_UNDATED = r"(?:undated|ohne Datum|sans date)"
_DATED = re.compile(rf"(.+?),? {_UNDATED}\s*")
_TITLED = re.compile("“[^”]*”|„[^“]*“|«[^»]*»")

CHANGE = re.compile(r"^(?:NEW|CHANGED|NEU|GEÄNDERT|NOUVEAU|MODIFIÉ) · ")
"""What stands before a citation line that is not as it was in the edition before."""
IN = re.compile(r" (?:in:?|dans) ")
"""Between who speaks and where."""
_COMMA_IN = re.compile(f",{IN.pattern}")
_BY = re.compile(r"^(?:an article by|ein Artikel von|un article de) ", re.IGNORECASE)
PARAGRAPH = re.compile(r"\b(?:para|Abs|par)\.\s(\d+)")
PAGE = re.compile(r"(?:\bpp?|(?<![\w.])S)\.\s((?:[A-Z]{1,3}[-–.:/]?)?\d+|[ivxl]+\b)")
"""A page by its number, as it is printed: “p. 12”, “p. iv”, “p. A-3”."""
AGAIN = re.compile(r"^\W*(?:\d+\W+)?(?:ibid|ebd|ebenda)\b", re.IGNORECASE)
"""A note that names the source of the note before."""
JUDGMENT = frozenset({"analystsjudgment", "eigenebewertung", "appréciationdelanalyste"})
"""Letters of the labels above each paragraph of the analyst's own."""

INFERRED = re.compile(r"\((?:inferred|erschlossen|déduit)\)")
"""Behind a day that was reckoned, and stands in no source."""
ORIGINS = re.compile(
    r"\b\d+ (?:independent origins?|unabhängiger? Urspr(?:ung|ünge)|origines? indépendantes?)"
)
MONTH_DAY = re.compile(rf"\b\d{{1,2}}(?:\.|er)? (?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}\b")
"""A day with or without its year."""


def days_in(words: str) -> list[str]:
    """The days that are written out in `words`, as ISO 8601 has them; not those within a title."""
    return [_iso(found) for found in _ANY_DAY.finditer(_TITLED.sub("", words))]


def has_parts_of(day: date, words: str) -> bool:
    """Whether `words` have the year, the month and the number of `day`, in whatever order."""
    months = {name for name, number in _ANY_NUMBERS.items() if number == day.month}
    found = set(_WORD.findall(words))
    return {str(day.year), str(day.day)} <= found and bool(months & found)


def months_in(words: str) -> list[str]:
    """The months that are written out with their year in `words`, as ISO 8601 has them."""
    found = _MONTH_OF_YEAR.finditer(_TITLED.sub("", words))
    return [f"{it[2]}-{_NUMBERS[it[1]]:02}" for it in found]


def without_any_day(words: str) -> str:
    """`words` without days in whatever form a citation gives them."""
    return _ANY_DAY.sub("", words)


def without_days(words: str) -> str:
    """`words` without the days that are written out in them."""
    return _DAY.sub("", words)


def before_day(words: str) -> str | None:
    """What stands before the day of a citation line, or before the words that it has none."""
    dated = _DATED.fullmatch(_DAY.sub("undated", words))
    return dated[1] if dated else None


def parted(words: str) -> tuple[str, str]:
    """Who speaks and where, of a citation line that says both; else nobody and nothing."""
    found = _COMMA_IN.search(words)
    return (words[: found.start()], words[found.end() :]) if found else (words, "")


def where(words: str) -> str:
    """The name of a source in a citation line that may say before who speaks."""
    return _BY.sub("", _COMMA_IN.split(words)[-1])


def _iso(found: re.Match[str]) -> str:
    day, month = found[1] or found[5] or found[8] or found[11], found[2] or found[4]
    month = month or found[9] or found[10]
    return f"{found[3] or found[6] or found[7]}-{_ANY_NUMBERS[month]:02}-{int(day):02}"
