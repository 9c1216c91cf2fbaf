"""Finds expressions of time in English news prose: “Thursday”, “last month”, “September 1951”.

What is found is taken apart and not yet led to a calendar day; `calendar` does that.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from briefing.text.lazy import Lazy
from briefing.text.number_words import PARTS, SPELT
from briefing.text.phrases import Row, row_of
from briefing.text.remembered import Remembered
from briefing.text.word_signs import Signs

Sort = Literal[
    "date", "numeric", "month", "weekday", "deictic", "relative", "ago", "decade", "year", "feast",
    "anaphoric", "clock",
]  # fmt: skip

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS_AS_WRITTEN = frozenset(
    form for month in MONTHS for form in (month, month[:3], month.upper(), month[:3].upper())
) | {"Sept"}
_MISSPELT = frozenset(
    month[:at] + month[at + 1 :]
    for month in MONTHS
    if len(month) > len("August")
    for at in range(3, len(month))
)
"""Long months with a letter left out behind the third: “Febuary”, “Novemer”."""
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "couple": 2}
_SHORT_DAYS = "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun MON TUE WED THU FRI SAT SUN"
_SIGNS = Signs(
    {
        "month": " ".join(MONTHS_AS_WRITTEN | _MISSPELT),
        "day": " ".join(f"{day} {day.upper()}" for day in DAYS),
        "short": _SHORT_DAYS,
    }
)
_MONTH = rf"(?P<{{0}}>{_SIGNS.of('month')})"
_DAY_NAME = _SIGNS.of("day")
_LEAD = rf"(?:(?:{_DAY_NAME}|{_SIGNS.of('short')}\.?),? (?:the )?)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_HOUR = r"(?: (?:night|morning|afternoon|evening))?"
_COUNT = (
    r"(?P<{0}>\d{{1,3}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|a couple of)"
)
# A sign may stand for the first letter of a month or a day here too.
_FEASTS = (
    r"Thanksgiving(?: Day)?|Christmas (?:Eve|Day)|Christmas|New Year'?s (?:Eve|Day)|"
    r"(?:the )?(?:Fourth of \wuly|\wuly Fourth)|Independence Day|Labor Day|Memorial Day|Halloween|"
    r"Election Day|Veterans Day|Valentine'?s Day|Easter(?: \wunday| \wonday)?|Good Friday"
)
_DATE_FORM = (
    rf"(?:(?P<dwhich>[Ll]ast|[Nn]ext) )?{_LEAD}{_MONTH.format('dm')}\.? ?"
    r"(?P<dd>\d{1,2})(?:st|nd|rd|th)?(?!:?\d|[,.]\d)"
    rf"(?:(?:,? ?| - )(?P<dy>{_YEAR})(?!\d))?"
)
_DAY_FIRST_FORM = (
    rf"{_LEAD}(?P<ed>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format('em')}\b\.?"
    rf"(?:,? ?(?P<ey>{_YEAR}|\d\d(?= ?$))(?!\d))?"
)
_ISO_FORM = rf"(?P<iy>{_YEAR})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d)"
_NUMERIC_FORM = (
    r"(?P<n1>\d{1,2}) ?(?P<sep>[/.]) ?(?P<n2>\d{1,2}) ?(?P=sep) ?(?P<ny>(?:19|20)\d\d|\d\d)(?!\d)"
)
_MONTH_FORM = (
    r"(?:(?P<mwhich>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:previous|following)) )?"
    rf"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[ -])?{_MONTH.format('mm')}\b\.?"
    rf"(?:(?:,? of)?,? (?P<my>{_YEAR}|(?:this|last|next|that) year)(?!\d)"
    # “In April and May of 2012” both are of that year.
    rf"|(?= (?:and|or|to|through|until) {_SIGNS.of('month')}\.?(?:,? of)?,? (?P<mz>{_YEAR})(?!\d)))?"
)
_DATED_DAY = rf" {_DAY_NAME}, {_SIGNS.of('month')}\.? \d"
_WEEKDAY_FORM = (
    # “In this Thursday, Aug. 31, 2017, photo” gives a date.
    rf"(?:(?P<which>[Tt]his(?!{_DATED_DAY})|[Ll]ast|[Nn]ext|[Tt]his (?:past|coming)"
    rf"|[Tt]he (?:previous|following)) )"
    rf"?(?<!\bBlack )(?<!\bCyber )(?<!\bSuper )(?<!\bGiving )(?<!\bBloody )(?<!\bGood )(?<!\bAsh )"
    rf"(?<!\bPalm )(?<!\bMaundy )(?<!\bHoly )(?<!\bBowl )"
    rf"(?P<wd>{_DAY_NAME}){_HOUR}(?P<week>,? (?:last|next|this) week)?(?P<own>'s)?"
)
_DEICTIC_FORM = (
    r"(?P<deictic>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Tt]oday|[Yy]esterday|"
    r"[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))" + _HOUR
)
_RELATIVE_FORM = (
    r"(?:(?P<early>[Ee]arlier|[Ll]ater) )?(?P<rel>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he past|"
    r"[Tt]he coming) (?P<unit>weekend|week|month|year|spring|summer|autumn|fall|winter)\b"
)
_AGO_FORM = (
    rf"(?:(?P<exact>[Ee]xactly) )?{_COUNT.format('ac')} (?P<au>day|week|month|year|decade)s? "
    r"(?P<dir>ago|earlier|from now|later|hence)\b"
)
_DECADE_FORM = r"(?:the )?(?:(?P<dpart>early|late|mid)[ -])?(?P<dec>(?:1[6-9]|20)\d0)'?s\b"
_YEAR_FORM = (
    rf"(?<![\d$.,/-])(?P<yy>{_YEAR})(?![\d]|[.,/]\d|'s\b| ?(?:%|per ?cent|km|miles|people|"
    r"troops|soldiers|tons|tonnes|meters|metres|feet|votes|pounds|dollars|euros|yen))"
)
_FEAST_FORM = (
    rf"(?:(?P<fwhich>[Tt]his|[Ll]ast|[Nn]ext) )?(?P<feast>{_FEASTS})(?:,? (?P<fy>{_YEAR}))?"
)
_ANAPHORIC_FORM = (
    r"(?P<ana>(?:[Tt]he |[Aa] )?(?:day before|previous (?:day|night|evening)|"
    r"(?:(?:an?|one) )?day (?:after|later|following)|"
    r"(?:next|following) (?:day|morning|night|evening))|(?:[Ee]arlier )?(?:that|the same) "
    r"(?:day|morning|night|evening|afternoon)|(?:earlier|later) in the day)\b|"
    r"(?:(?<=spend )|(?<=spent )|(?<=spending )|(?<=during )|(?<=through )|(?<=in ))(?P<night>the night)\b"
)
_CLOCK_FORM = (
    r"(?P<clock>(?:\d{1,2}[:.] ?\d\d|\d{1,2}) ?(?:[ap]\. ?m\.|[AP]\. ?M\.|[ap]m\b|[AP]M\b)|"
    r"\d\d:? ?\d\d (?:GMT|UTC|BST|EST|EDT)\b|[Nn]oon\b|[Mm]id(?:day|night)\b|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
    r"(?:straight |consecutive |successive )?(?:day|night)\b)"
)
_FORMS = (
    _DATE_FORM,
    _DAY_FIRST_FORM,
    _ISO_FORM,
    _NUMERIC_FORM,
    _MONTH_FORM,
    _WEEKDAY_FORM,
    _DEICTIC_FORM,
    _RELATIVE_FORM,
    _AGO_FORM,
    _DECADE_FORM,
    _YEAR_FORM,
    _FEAST_FORM,
    _ANAPHORIC_FORM,
    _CLOCK_FORM,
)
_LONGEST_LEAD = 9
_ANY = Lazy(r"(?<![\w-])(?:" + "|".join(_FORMS) + r")(?!\w)")
_SORTS: tuple[tuple[str, Sort], ...] = (
    ("dd", "date"), ("ed", "date"), ("id", "date"), ("n1", "numeric"), ("mm", "month"),
    ("wd", "weekday"), ("deictic", "deictic"), ("rel", "relative"), ("ac", "ago"),
    ("dec", "decade"), ("yy", "year"), ("feast", "feast"), ("ana", "anaphoric"),
    ("night", "anaphoric"), ("clock", "clock"),
)  # fmt: skip
# A month that is also a name or a verb is one only behind a word that goes with a time.
_DOUBTFUL = frozenset({"May", "March", "Mar", "Jan", "April", "June", "August", "Dec"})
_GOES_WITH_TIME = Lazy(
    r"\b(?:in|of|since|until|till|by|last|this|next|late|early|mid|from|to|and|through|for|during|"
    r"before|after|between|every)[ -]$",
    re.IGNORECASE,
)


# In every expression of time stands a number or one of these, in small letters.
_TELLING = frozenset(word.lower() for word in _SIGNS.known) | frozenset(
    "day days week weeks weekend month months year years decade decades today tonight yesterday tomorrow "
    "morning afternoon evening night spring summer autumn fall winter noon midday midnight "
    "thanksgiving christmas halloween easter".split()
)
# Of these, the ones with which an expression can begin.
_AT_HEAD = frozenset(
    "day today tonight yesterday tomorrow noon midday midnight thanksgiving christmas halloween "
    "easter".split()
)
# And it begins with one of those, a number, or one of these, with a small letter or a capital.
_BEGINNING = frozenset(
    "this last next the that early late mid earlier later exactly a an one two three four five six seven "
    "eight nine ten eleven twelve fifteen twenty couple new fourth independence labor memorial election "
    "veterans valentine good previous following second third fourth fifth sixth seventh eighth ninth "
    "tenth".split()
)
# What stands second in one is a word of all these sorts, or one of these.
_SECOND = frozenset("s of in past coming same straight consecutive successive".split())


def _letter(word: str) -> str:
    """A letter for what a word can begin.

    `n` is the name of a month or a day, `d` begins with a digit, `t` tells of a time otherwise and
    may begin an expression, `e` tells of one and never does; `b` may begin one; `s` is a number in
    letters that may begin one, `c` another or a part of one; `l` may stand second.
    """
    if word in _SIGNS.known if word.isascii() and word.isalpha() else _SIGNS.mark(word) != word:
        return "n"
    if word[0].isdigit():
        return "d"
    lowered = word.lower()
    if lowered in _TELLING:
        return "t" if lowered in _AT_HEAD else "e"
    if lowered in SPELT:
        return "s" if lowered in _BEGINNING else "c"
    if lowered in PARTS:
        return "c"
    if lowered in _BEGINNING:
        return "b"
    return "l" if lowered in _SECOND else "-"


LETTERS = Remembered(_letter)
"""What each word can begin: the letters of a sentence tell at once whether to look for more."""
# At most four words stand before the telling one: “exactly a couple of days ago”.
_BEGINS = Lazy(r"[ndt]|[bs](?=[ndtebsl])(?=.{0,4}[ndte])")
_TELLS = re.compile("[ndte]")


class TimeWords(Struct, frozen=True):
    """An expression of time: where it stands, what sort it is, and its parts by name."""

    start: int
    end: int
    sort: Sort
    parts: dict[str, str]


def spell_day(day: date) -> str:
    """12 April 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def letters_of(written: Iterable[str]) -> str:
    """What each of the words `written` can begin, by its letter in `LETTERS`."""
    return "".join(map(LETTERS.__getitem__, written))


def tell_of_times(letters: str) -> bool:
    """Whether words of these `letters` can hold an expression of time at all."""
    return _TELLS.search(letters) is not None


def find_times(
    text: str, row: Row | None = None, letters: str | None = None
) -> Iterator[TimeWords]:
    """The expressions of time in `text`, in reading order, none overlapping.

    `row` are the words of `text`, and `letters` theirs, where they are at hand already.
    """
    row = row or row_of(text)
    letters = letters_of(row.written) if letters is None else letters
    if not tell_of_times(letters):
        return
    for found in _found(text, row, letters):
        left, right = found.span()
        if text[left:right] in _DOUBTFUL and not _GOES_WITH_TIME.search(
            text[max(0, left - _LONGEST_LEAD) : left]
        ):
            continue
        parts = {
            name: text[found.start(name) : found.end(name)]
            for name, value in found.groupdict().items()
            if value is not None
        }
        sort = next(sort for key, sort in _SORTS if key in parts)
        if sort == "numeric" and not _could_be_day(parts):
            continue
        right -= len(parts.get("own", ""))
        right = left + len(text[left:right].rstrip(". "))
        yield TimeWords(left, right, sort, parts)


def _found(text: str, row: Row, letters: str) -> Iterator[re.Match[str]]:
    """Where a form is found, tried only at words with which one can begin."""
    begins = [place.start() for place in _BEGINS.finditer(letters)]
    named = [place for place in begins if letters[place] == "n"]
    starts, offset = row.starts, row.offset
    marked = _SIGNS.mark_some(text, [(starts[at] - offset, row.written[at]) for at in named])
    done = 0
    for place in begins:
        at = starts[place] - offset
        if at >= done and (found := _ANY.match(marked, at)):
            done = found.end()
            yield found


def _could_be_day(parts: dict[str, str]) -> bool:
    one, other = int(parts["n1"]), int(parts["n2"])
    return 1 <= min(one, other) <= len(MONTHS) and max(one, other) <= 31  # noqa: PLR2004 - days
