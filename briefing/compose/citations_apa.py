"""APA style (7th edition, 8.10–8.17 and 10.16) in notes, and its reference list."""

from datetime import date

from briefing.compose.citation_words import (
    family,
    file_name,
    full_stop,
    initials,
    joined,
    shorten,
    single_marks,
)
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source

_MANY = 3
_MOST_LISTED = 20
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def note(source: Source) -> Inlines:
    """Author and year, without the place; a title stands for an author who is not stated."""
    year = str(source.published.year) if source.published else "n.d."
    names = [family(author) for author in source.authors]
    if len(names) >= _MANY:
        return (Text(f"{names[0]} et al., {year}"),)
    if names:
        return (Text(f"{joined(names, '&')}, {year}"),)
    if source.title:
        title = single_marks(shorten(source.title))
        return (Text(f"“{title}{'' if title[-1] in '?!' else ','}” {year}"),)
    return (Text(f"[untitled document, {file_name(source)}], {year}"),)


def entry(source: Source) -> Inlines:
    """The source as an entry of the reference list."""
    title = source.title or f"[Untitled document, {file_name(source)}]"
    day = source.published
    told = f"{day.year}, {_spelt(day)}" if day else "n.d."
    parts: list[Inline]
    if source.authors:
        names = [initials(author, family_first=True) for author in source.authors]
        parts = [Text(f"{full_stop(_listed(names))} ({told}). ")]
        parts.append(Text(full_stop(title)))
    else:
        parts = [Text(f"{full_stop(title)} ({told}).")]
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),)), Text(".")]
    if source.url:
        seen = source.accessed if not day else None
        parts.append(Text(f" Retrieved {_spelt(seen)}, {seen.year}, from " if seen else " "))
        parts += [Link(source.url, (Text(source.url),))]
    return tuple(parts)


def _spelt(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}"


def _listed(names: list[str]) -> str:
    """The authors of an entry; of more than twenty the first nineteen and the last (9.8)."""
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[: _MOST_LISTED - 1])}, … {names[-1]}"
    return joined(names, "&", always_comma=True)
