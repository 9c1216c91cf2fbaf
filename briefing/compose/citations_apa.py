"""APA style (7th edition, 8.10–8.17 and 10.16) in notes, and its reference list.

Names and titles are leaves of their own: words from right to left then turn nothing around them.
"""

from briefing.compose.citation_words import (
    family,
    file_name,
    full_stop,
    in_marks,
    initials,
    joined,
    shorten,
)
from briefing.compose.dates import month_of, number_of, spell_day_american
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source
from briefing.words import ENGLISH, Speech, mark

_MANY = 3
_MOST_LISTED = 20
_AND = mark("&")


def note(source: Source, tongue: Speech) -> Inlines:
    """Author and year, without the place; a title stands for an author who is not stated."""
    year = str(source.published.year) if source.published else tongue.say("n.d.")
    names = [family(author) for author in source.authors]
    if len(names) >= _MANY:
        return Text(names[0]), Text(f" {tongue.say('et al.')}, {year}")
    if names:
        return Text(joined(names, tongue, _AND)), Text(f", {year}")
    if source.title:
        title = shorten(source.title, source.language)
        comma = "" if title[-1] in "?!" and tongue.language == ENGLISH else ","
        return Text(in_marks(title, tongue, comma)), Text(f" {year}")
    unnamed = tongue.say("[untitled document, {file}]", file=file_name(source))
    return (Text(f"{unnamed}, {year}"),)


def entry(source: Source, tongue: Speech) -> Inlines:
    """The source as an entry of the reference list."""
    unnamed = tongue.say("[Untitled document, {file}]", file=file_name(source))
    title = source.title or unnamed
    told = _told(source, tongue)
    parts: list[Inline]
    if source.authors:
        names = [initials(author, family_first=True) for author in source.authors]
        parts = [Text(full_stop(_listed(names, tongue))), Text(f" ({told}). ")]
        parts.append(Text(full_stop(title)))
    else:
        parts = [Text(full_stop(title)), Text(f" ({told}).")]
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),)), Text(".")]
    if source.url:
        lead = ""
        if source.accessed and not source.published:
            seen = spell_day_american(source.accessed, tongue)
            lead = f"{tongue.say('Retrieved {day}, from', day=seen)} "
        parts.append(Text(f" {lead}"))
        parts += [Link(source.url, (Text(source.url),))]
    return tuple(parts)


def _told(source: Source, tongue: Speech) -> str:
    """The day behind the authors of an entry."""
    day = source.published
    if day is None:
        return tongue.say("n.d.")
    month, number = month_of(day, tongue), number_of(day, tongue)
    # For translators: the day behind the authors of an entry, as APA has it: (2024, April 12).
    return tongue.say("{year}, {month} {day}", year=str(day.year), month=month, day=number)


def _listed(names: list[str], tongue: Speech) -> str:
    """The authors of an entry; of more than twenty the first nineteen and the last (9.8)."""
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[: _MOST_LISTED - 1])}, … {names[-1]}"
    return joined(names, tongue, _AND, always_comma=True)
