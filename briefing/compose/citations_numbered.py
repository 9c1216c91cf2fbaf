"""Numbered references in the manner of the IEEE's (Reference Guide, 2023)."""

from datetime import date

from briefing.compose.citation_words import file_name, initials, joined, single_marks
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source

_MOST_AUTHORS = 6
_MONTHS = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()


def entry(source: Source) -> Inlines:
    """The source as an entry of the list, without its number."""
    parts: list[Inline] = []
    if source.authors:
        names = [initials(author, family_first=False) for author in source.authors]
        many = len(names) > _MOST_AUTHORS
        parts.append(Text(f"{names[0]} et al., " if many else f"{joined(names)}, "))
    goes_on = bool(source.publisher or source.published)
    parts.append(Text(_title(source, "," if goes_on else ".")))
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),))]
    if source.published:
        comma = "," if source.publisher else ""
        parts.append(Text(f"{comma} {_spelt(source.published)}"))
    if goes_on:
        parts.append(Text("."))
    if source.url:
        seen = f" Accessed: {_spelt(source.accessed)}. [Online]." if source.accessed else ""
        parts += [Text(f"{seen} Available: "), Link(source.url, (Text(source.url),))]
    return tuple(parts)


def _spelt(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day:02}, {day.year}"


def _title(source: Source, mark: str) -> str:
    if not source.title:
        return f"untitled document ({file_name(source)}){mark}"
    title = single_marks(source.title)
    return f"“{title}”" if title[-1] in "?!" else f"“{title.rstrip('.')}{mark}”"
