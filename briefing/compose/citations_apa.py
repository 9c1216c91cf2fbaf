"""APA style (7th edition, 8.10–8.17 and 10.16) in notes, and its reference list."""

from briefing.compose.citation_words import family, file_name, full_stop, initials, joined, shorten
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source

_MANY = 3
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
        return (Text(f"“{shorten(source.title)},” {year}"),)
    return (Text(f"[untitled document, {file_name(source)}], {year}"),)


def entry(source: Source) -> Inlines:
    """The source as an entry of the reference list."""
    title = source.title or f"[Untitled document, {file_name(source)}]"
    day = source.published
    told = f"{day.year}, {_MONTHS[day.month - 1]} {day.day}" if day else "n.d."
    parts: list[Inline]
    if source.authors:
        names = [initials(author, family_first=True) for author in source.authors]
        parts = [Text(f"{full_stop(joined(names, '&', always_comma=True))} ({told}). ")]
        parts.append(Text(full_stop(title)))
    else:
        parts = [Text(f"{full_stop(title)} ({told}).")]
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),)), Text(".")]
    if source.url:
        parts += [Text(" "), Link(source.url, (Text(source.url),))]
    return tuple(parts)
