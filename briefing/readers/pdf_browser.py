"""What a browser prints at the edges of pages: the day of printing, the title, the address, a number.

All of it is good to know and none of it is the article. The day is that on which somebody looked at
the page. The address may be cut short; a link of the page that begins alike says the rest.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefing.model.source import Clue, Field
from briefing.text.links import CUT_SHORT, URL, unwrap

_DAY = (
    "|".join(
        rf"(?:\d{{4}}{line}\d\d?{line}\d\d?|\d\d?{line}\d\d?{line}(?:\d{{4}}|\d\d))\.?"
        for line in (r"/", r"\. ?", r"-")
    )
    + r"|\d\d\. \d\d?\. \d\d?\."
)
_TIME = r",?\s(?:\S{2}\s)?\d{1,2}:\d\d(?:\s?[ap]\.?\s?m\b\.?)?"
"""As browsers write them in their languages, all in figures."""
_COUNT = r"(?:(?:page|seite|p[áa]gina)\s)?\d{1,4}\s?(?:/|of|von|de|di|sur|van|av|z)\s?\d{1,4}"
_OPENS = re.compile(rf"(?P<day>{_DAY}){_TIME}(?:\s(?P<title>.+))?", re.IGNORECASE)
_ENDS = re.compile(rf"(?P<title>.{{1,300}}?)\s(?P<day>{_DAY}){_TIME}", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"(?:https?|file)://\S+(?:\s+{_COUNT})?|{_COUNT}\s(?:https?|file)://\S+", re.IGNORECASE
)
_COUNTED = re.compile(_COUNT, re.IGNORECASE)
_BEFORE_ADDRESS = re.compile(r"(?P<title>.{1,300}?)\s(?:https?|file)://\S+")
"""The head of a page that Firefox printed."""
_AFTERNOON = re.compile(r"\d\s?[AP]M\b")
"""Only where the month comes first, hours are counted to twelve in capitals."""
_NEAR = timedelta(days=1)
"""Clocks of the file and of the place may be a day apart."""
_MOST_DAYS, _CENTURY = 31, 2000
_BROWSER = re.compile(r"^(?:Skia/PDF|Mozilla|Safari|Firefox)\b")
_SHORTEST_TITLE = 12


def is_of_browser(producer: str, creator: str) -> bool:
    """Whether a browser printed the file, by the programs it names."""
    return any(map(_BROWSER.match, (producer, creator)))


def is_printed_edge(words: str, made: date | None) -> bool:
    """Whether a line at the edge of a page is one that a browser prints there, be it of a single page.

    `made` is the day on which a browser made the file: an article's own day is another.
    """
    printed = _first_match((_OPENS, _ENDS), words)
    dated = printed is not None and _day(words, printed["day"], made) is not None
    return dated or _ADDRESS.fullmatch(words) is not None


def edge_title(words: str, made: date | None) -> str:
    """The page's title in a line at its edge; empty where there is none, or not all of it."""
    found = _first_match((_OPENS, _ENDS, _BEFORE_ADDRESS) if made else (_OPENS, _ENDS), words)
    title = (found["title"] or "").strip() if found else ""
    short = len(title) < _SHORTEST_TITLE or title.endswith(("…", "..."))
    return "" if short or _COUNTED.fullmatch(title) else title


def edge_clues(words: str, start: int, links: Iterable[str], made: date | None) -> Iterator[Clue]:
    """The address and the day of printing in a line at the edge of a page, which begins at `start`.

    `links` is where the page's links lead, `made` the day on which a browser made the file.
    """
    if found := URL.search(words):
        where, end = start + found.start(), start + found.end()
        address, how = _whole(found.group(), links)
        yield Clue(Field.URL, address, f"running foot{how}", where, end)
    printed = _first_match((_OPENS, _ENDS), words)
    day = _day(words, printed["day"], made) if printed else None
    if printed and day:
        where, end = start + printed.start("day"), start + printed.end("day")
        yield Clue(Field.ACCESSED, day.isoformat(), "running head", where, end)


def _whole(address: str, links: Iterable[str]) -> tuple[str, str]:
    """`address` and how it was found: one cut short is completed where links begin alike and agree."""
    begun = address.rstrip("….")
    if begun == address:
        return address, ""
    alike = {link.partition("#")[0] for link in map(unwrap, links) if link.startswith(begun)}
    shortest = min(alike, key=len, default="")
    if shortest and all(link.startswith(shortest) for link in alike):
        return shortest, ", completed by a link"
    return begun, CUT_SHORT


def _day(words: str, told: str, made: date | None) -> date | None:
    """The day `told` in a line that a browser printed; one far from that of the file is another's."""
    figures = [int(figure) for figure in re.findall(r"\d+", told)]
    if figures[0] > _MOST_DAYS or ". " in told:
        year, month, day = figures
    else:
        day, month, year = figures
        if _AFTERNOON.search(words) and "/" in told:
            day, month = month, day
    try:
        found = date(year if year > _CENTURY else _CENTURY + year, month, day)
    except ValueError:
        return None
    return found if made is None or abs(found - made) <= _NEAR else None


def _first_match(forms: Iterable[re.Pattern[str]], words: str) -> re.Match[str] | None:
    return next(filter(None, (form.fullmatch(words) for form in forms)), None)
