"""Numbered references in the manner of the IEEE's (Reference Guide, 2023)."""

from datetime import date

from briefing.compose.citation_words import in_marks, initials, joined, untitled
from briefing.compose.dates import number_of
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source
from briefing.words import ENGLISH, Speech, mark

_MOST_AUTHORS = 6
_MONTHS = (
    mark("Jan."), mark("Feb."), mark("Mar."), mark("Apr."), mark("May"), mark("Jun."), mark("Jul."),
    mark("Aug."), mark("Sep."), mark("Oct."), mark("Nov."), mark("Dec."),
)  # fmt: skip


def entry(source: Source, tongue: Speech) -> Inlines:
    """The source as an entry of the list, without its number."""
    parts: list[Inline] = []
    if source.authors:
        names = [initials(author, family_first=False) for author in source.authors]
        many = len(names) > _MOST_AUTHORS
        parts.append(
            Text(f"{names[0]} {tongue.say('et al.')}, " if many else f"{joined(names, tongue)}, ")
        )
    goes_on = bool(source.publisher or source.published)
    parts.append(Text(_title(source, "," if goes_on else ".", tongue)))
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),))]
    if source.published:
        comma = "," if source.publisher else ""
        parts.append(Text(f"{comma} {_spelt(source.published, tongue)}"))
    if goes_on:
        parts.append(Text("."))
    if source.url:
        lead = tongue.say("Available:")
        if source.accessed:
            seen = _spelt(source.accessed, tongue)
            lead = tongue.say("Accessed: {day}. [Online]. Available:", day=seen)
        parts += [Text(f" {lead} "), Link(source.url, (Text(source.url),))]
    return tuple(parts)


def _spelt(day: date, tongue: Speech) -> str:
    number = f"{day.day:02}" if tongue.language == ENGLISH else number_of(day, tongue)
    month = tongue.say(_MONTHS[day.month - 1])
    return tongue.say("{month} {day}, {year}", month=month, day=number, year=str(day.year))


def _title(source: Source, mark: str, tongue: Speech) -> str:
    if not source.title:
        return f"{untitled(source, tongue)}{mark}"
    if source.title[-1] in "?!" and tongue.language == ENGLISH:
        return in_marks(source.title, tongue)
    return in_marks(source.title.rstrip("."), tongue, mark)
