"""Source reference citations after US ICS 206-01 (December 2024): each field said, or said unknown."""

from briefing.compose.citation_words import file_name, in_marks, joined, shorten, untitled
from briefing.compose.dates import spell_day
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source
from briefing.words import Speech, mark

MEDIA = {
    "text/html": mark("saved web page"),
    "text/plain": mark("text copy of an article"),
    "application/pdf": mark("PDF document"),
    "message/rfc822": mark("e-mail"),
    "multipart/related": mark("saved web page"),
    "text/rtf": mark("RTF document"),
    "application/rtf": mark("RTF document"),
}


def full_note(source: Source, tongue: Speech) -> Inlines:
    """The first citation: originator, title, publisher's date, information type."""
    apart = tongue.say("; ")
    parts: list[Inline] = [*_head(source, tongue), Text(apart)]
    if source.authors and source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(apart)]
    told = tongue.say("publicly available information (PAI)")
    parts.append(Text(f"{_published(source, tongue)}{apart}{told}{apart.rstrip(' ')}"))
    return tuple(parts)


def short_note(source: Source, tongue: Speech) -> Inlines:
    """A later citation of the same source."""
    title = (
        in_marks(shorten(source.title, source.language), tongue)
        if source.title
        else _title(source, tongue)
    )
    apart = tongue.say("; ")
    return Text(_originator(source, tongue)), Text(apart), Text(title), Text(apart.rstrip(" "))


def entry(source: Source, tongue: Speech) -> Inlines:
    """All fields of the source, in the standard's order."""
    apart = tongue.say("; ")
    parts: list[Inline] = [*_head(source, tongue), Text(apart)]
    if source.url:
        parts += [Link(source.url, (Text(source.url),)), Text(apart)]
    else:
        parts.append(Text(tongue.say("URL not stated") + apart))
    unknown = tongue.say("date not stated")
    accessed = spell_day(source.accessed, tongue) if source.accessed else unknown
    told = tongue.say(
        "media type: {media}; information type: PAI; {published}; accessed: {day}; archived: copy held "
        "as {file}; tool: collected and cited by a deterministic program, no generative AI.",
        media=tongue.say(MEDIA.get(source.media_type, mark("document"))),
        published=_published(source, tongue), day=accessed, file=file_name(source),
    )  # fmt: skip
    publisher = f"{source.publisher}{apart}" if source.authors and source.publisher else ""
    parts.append(Text(f"{publisher}{told}"))
    return tuple(parts)


def brief(source: Source, tongue: Speech) -> Inlines:
    """What names a source that was read and is not cited."""
    apart = tongue.say("; ")
    publisher = f"{apart}{source.publisher}" if source.authors and source.publisher else ""
    words = f"{publisher}{apart}{_published(source, tongue)}"
    link: Inlines = (Text(apart), Link(source.url, (Text(source.url),))) if source.url else ()
    return (*_head(source, tongue), Text(words), *link, Text("."))


def _head(source: Source, tongue: Speech) -> Inlines:
    """Originator and title, leaves of their own: words from right to left then turn nothing around them."""
    apart = Text(tongue.say("; "))
    return Text(_originator(source, tongue)), apart, Text(_title(source, tongue))


def _originator(source: Source, tongue: Speech) -> str:
    if source.authors:
        return joined(list(source.authors), tongue)
    return source.publisher or tongue.say("Originator not stated")


def _title(source: Source, tongue: Speech) -> str:
    return in_marks(source.title, tongue) if source.title else untitled(source, tongue)


def _published(source: Source, tongue: Speech) -> str:
    if source.published is None:
        return tongue.say("published on a date not stated")
    return tongue.say("published {day}", day=spell_day(source.published, tongue))
