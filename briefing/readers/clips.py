"""Notes that say where their words were clipped: OneNote sets the address below, its own day above.

The day above is that of the note and not of publication.
"""

import re

from msgspec.structs import replace

from briefing.model.source import Article, Clue, Field, Kind, Line
from briefing.text.dates import find_day

_FROM = re.compile(
    r"^(?:(?:Clipped|Inserted|Pasted) from|From|Aus|Eingefügt aus|Ausgeschnitten aus|"
    r"À partir de l[’']adresse|De|Da|Van|Desde|Depuis):?\s*"
    r"<?(?P<address>https?://[^\s<>]{4,2000})>?\s*$"
)
_TIME = re.compile(r"^\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?| Uhr)?$")
_LAST, _FIRST = 3, 4
"""Lines at the end and at the beginning that are looked at."""
_REACH = 3000
"""Characters at the end within which there must be an address: most articles are passed over by that."""


def with_clip(article: Article) -> Article:
    """`article` with the address it was clipped at, if it says so at its end."""
    if "://" not in article.text[-_REACH:] or not article.lines or article.lines[0].kind:
        return article
    for index in range(max(0, len(article.lines) - _LAST), len(article.lines)):
        line = article.lines[index]
        found = _FROM.match(article.text[line.start : line.end])
        if found and index:
            return _clipped(article, index, found["address"])
    return article


def _clipped(article: Article, index: int, address: str) -> Article:
    lines = list(article.lines)
    start = article.text.index(address, lines[index].start)
    end = start + len(address)
    clues = [Clue(Field.URL, address, "address it was clipped from", start, end)]
    lines[index] = replace(lines[index], kind=Kind.URL)
    for at in range(1, min(_FIRST, len(lines))):
        day = find_day(_words(article, lines[at - 1]))
        if day and _TIME.match(_words(article, lines[at])):
            where = lines[at - 1].start
            told = (day[0].isoformat(), "day of the note", where + day[1], where + day[2])
            clues.append(Clue(Field.ACCESSED, *told))
            lines[at - 1] = replace(lines[at - 1], kind=Kind.NOTE)
            lines[at] = replace(lines[at], kind=Kind.NOTE)
            break
    return replace(article, lines=tuple(lines), clues=(*clues, *article.clues))


def _words(article: Article, line: Line) -> str:
    return article.text[line.start : line.end]
