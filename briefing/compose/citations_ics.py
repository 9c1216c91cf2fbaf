"""Source reference citations after US ICS 206-01 (December 2024): each field said, or said unknown."""

from briefing.compose.citation_words import file_name, joined, shorten, single_marks
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source
from briefing.text.times import spell_day

MEDIA = {
    "text/html": "saved web page",
    "text/plain": "text copy of an article",
    "application/pdf": "PDF document",
    "message/rfc822": "e-mail",
    "multipart/related": "saved web page",
    "text/rtf": "RTF document",
    "application/rtf": "RTF document",
}


def full_note(source: Source) -> Inlines:
    """The first citation: originator, title, publisher's date, information type."""
    parts: list[Inline] = [Text(f"{_originator(source)}; {_title(source)}; ")]
    if source.authors and source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text("; ")]
    parts.append(Text(f"published {_day(source)}; publicly available information (PAI);"))
    return tuple(parts)


def short_note(source: Source) -> Inlines:
    """A later citation of the same source."""
    title = f"“{single_marks(shorten(source.title))}”" if source.title else _title(source)
    return (Text(f"{_originator(source)}; {title};"),)


def entry(source: Source) -> Inlines:
    """All fields of the source, in the standard's order."""
    parts: list[Inline] = [Text(f"{_originator(source)}; {_title(source)}; ")]
    if source.url:
        parts += [Link(source.url, (Text(source.url),)), Text("; ")]
    else:
        parts.append(Text("URL not stated; "))
    accessed = spell_day(source.accessed) if source.accessed else "date not stated"
    media = MEDIA.get(source.media_type, "document")
    publisher = f"{source.publisher}; " if source.authors and source.publisher else ""
    parts.append(
        Text(
            f"{publisher}media type: {media}; information type: PAI; published {_day(source)}; "
            f"accessed: {accessed}; archived: copy held as {file_name(source)}; tool: collected and "
            "cited by a deterministic program, no generative AI."
        )
    )
    return tuple(parts)


def brief(source: Source) -> Inlines:
    """What names a source that was read and is not cited."""
    publisher = f"; {source.publisher}" if source.authors and source.publisher else ""
    words = f"{_originator(source)}; {_title(source)}{publisher}; published {_day(source)}"
    link: Inlines = (Text("; "), Link(source.url, (Text(source.url),))) if source.url else ()
    return (Text(words), *link, Text("."))


def _originator(source: Source) -> str:
    if source.authors:
        return joined(list(source.authors))
    return source.publisher or "Originator not stated"


def _title(source: Source) -> str:
    return (
        f"“{single_marks(source.title)}”"
        if source.title
        else f"untitled document ({file_name(source)})"
    )


def _day(source: Source) -> str:
    return spell_day(source.published) if source.published else "on a date not stated"
