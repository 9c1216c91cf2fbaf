"""The line by which a copy of a printed page says where it stood.

“The Gazette · 3 May 2024 · A4 · By Ada Moss”.
"""

from collections.abc import Iterator

from msgspec import Struct

from briefing.cleaning.houses import has_outlet_word, is_outlet_name
from briefing.cleaning.names import byline_authors, is_person
from briefing.text.dates import find_day
from briefing.text.lazy import Lazy

_FIELD = Lazy(r"[^·|•]+")
_PAGE = Lazy(
    r"(?:(?:[Pp]age|PAGE|[Pp]p?\.|[Pp]g\.?|[Ss]eite|S\.|[Pp]ágina|[Pp]agina) ?)?[A-Z]{0,2}\d{1,3}[A-Za-z]?"
)
_PAPER = Lazy(
    r"\b(?:Gazette|Times|Herald|Tribune|Guardian|Telegraph|Chronicle|Courier|Observer|Dispatch|Sentinel|Examiner|"
    r"Economist|Spectator|Gazeta|Gazzetta|Corriere|Messaggero|Courant|Dagblad(?:et)?|Avisen)\b|"
    r"^(?:The|Le|La|El|O|Il) (?:[A-Z][\w-]+ )?(?:Post|Independent|Standard|Monde|Figaro|País|Mundo|Globo|"
    r"Stampa)$|[a-zß](?:zeitung|blatt|anzeiger|kurier|bote|rundschau)$|\b(?:Zeitung|Rundschau|Anzeiger|Kurier|Tagblatt)$"
)
"""Words that papers alone are called by."""
_WEEKDAY = Lazy(
    r"[,|·•–—-]? ?(?:\b(?:vom|on|du|del|den)|\b[A-ZÀ-Þ]?[a-zß-ÿ]{1,9}(?:day|tag|och)),? ?$"
)
_PLACED = Lazy(r" \([A-ZÀ-Þ][^()]{2,30}\)$")
_FIELDS = range(3, 7)
_LONGEST, _LONGEST_NAME = 160, 50


class IssueLine(Struct, frozen=True):
    """What such a line says: the house, where it stands in the line, and the authors."""

    house: str
    start: int
    authors: tuple[str, ...]


def issue_line(words: str) -> IssueLine | None:
    """What `words` say, if they begin with a house, and a day and a page follow, each by itself."""
    if len(words) > _LONGEST or not any(sign in words for sign in "·|•"):
        return None
    fields = list(_fields(words))
    if len(fields) not in _FIELDS:
        return None
    (start, house), *others = fields
    told = [field for _, field in others]
    if len(house) > _LONGEST_NAME or any(map(str.isdigit, house)) or not is_outlet_name(house):
        return None
    pages = [field for field in told if _PAGE.fullmatch(field)]
    if not pages or not any(map(_is_day, told)):
        return None
    authors = tuple(name for field in told for name in byline_authors(field))
    # A number alone may be that of comments, below the name of a writer or a section.
    told_otherwise = authors or not (is_person(house) or all(map(str.isdigit, pages)))
    return IssueLine(house, start, authors) if has_outlet_word(house) or told_otherwise else None


def dated_house(words: str) -> tuple[int, str] | None:
    """The paper before the day in a line that has nothing else, and where it stands in it.

    “The Gazette, 3 May 2024”. A word that papers alone are called by must be in it: sections are
    dated, too (“World News”).
    """
    found = find_day(words, day_first=True) if len(words) <= _LONGEST_NAME else None
    if found is None or words[found[2] :].strip(" ,.").partition(",")[0].strip(" S.p0123456789"):
        return None
    before = _WEEKDAY.sub("", words[: found[1]])
    name = _PLACED.sub("", before.strip(" ,|·•–—-"))
    return (words.index(name), name) if name and is_paper(name) else None


def is_paper(name: str) -> bool:
    """Whether a name is surely a paper's: by the word it is called by."""
    return is_outlet_name(name) and not is_person(name) and _PAPER.search(name) is not None


def _fields(words: str) -> Iterator[tuple[int, str]]:
    for found in _FIELD.finditer(words):
        field = found.group().strip()
        if field:
            yield found.start() + found.group().index(field), field


def _is_day(field: str) -> bool:
    """Whether a field is a day and nothing else."""
    found = find_day(field)
    if found is None:
        return False
    _, start, end = found
    weekday, rest = field[:start].strip(" ,."), field[end:].strip(" ,.")
    return not rest and (not weekday or weekday.isalpha())
