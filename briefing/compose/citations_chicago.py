"""Chicago notes and bibliography (17th edition, 14.191–14.200)."""

from briefing.compose.citation_words import (
    family,
    file_name,
    full_stop,
    inverted,
    joined,
    shorten,
    single_marks,
)
from briefing.compose.dates import spell_day_american
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source

_MOST_AUTHORS = 3


def full_note(source: Source) -> Inlines:
    """The first note on a source, without its place."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_running(source.authors) + ", "))
    title = Text(_title(source))
    parts += with_comma(title) if source.publisher or source.published else (title,)
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),))]
    if source.published:
        comma = "," if source.publisher else ""
        parts.append(Text(f"{comma} {spell_day_american(source.published)}"))
    return tuple(parts)


def short_note(source: Source) -> Inlines:
    """A later note on a source, without its place."""
    names = _running(tuple(map(family, source.authors))) + ", " if source.authors else ""
    if not source.title:
        return (Text(f"{names}{_title(source)}"),)
    return (Text(f"{names}“{single_marks(shorten(source.title))}”"),)


def entry(source: Source) -> Inlines:
    """The source as an entry of the bibliography."""
    parts: list[Inline] = []
    if source.authors:
        first, *others = source.authors
        names = joined([inverted(first), *others], always_comma=True)
        parts.append(Text(full_stop(names) + " "))
    parts.append(Text(f"{_stop_inside(_title(source))} "))
    if source.publisher:
        parts.append(Emphasis((Text(source.publisher),)))
    if source.published:
        comma = ", " if source.publisher else ""
        parts.append(Text(f"{comma}{spell_day_american(source.published)}"))
    if source.publisher or source.published:
        parts.append(Text("."))
    if source.url:
        parts += [Text(" "), Link(source.url, (Text(source.url),)), Text(".")]
    return tuple(parts)


def with_comma(inline: Inline) -> Inlines:
    """`inline` with a comma behind it; inside closing quotation marks, as American usage has it."""
    match inline:
        case Text(text) if text.endswith(("?”", "!”")):
            return (inline,)
        case Text(text) if text.endswith("”"):
            return (Text(f"{text[:-1]},”"),)
        case Text(text):
            return (Text(f"{text},"),)
        case _:
            return (inline, Text(","))


def _title(source: Source) -> str:
    if source.title:
        return f"“{single_marks(source.title)}”"
    return f"untitled document ({file_name(source)})"


def _stop_inside(title: str) -> str:
    if title.endswith("”"):
        return title if title[-2] in "?!." else f"{title[:-1]}.”"
    return f"{title[0].upper()}{title[1:]}."


def _running(authors: tuple[str, ...]) -> str:
    return f"{authors[0]} et al." if len(authors) > _MOST_AUTHORS else joined(list(authors))
