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
_MOST_LISTED, _LISTED = 10, 7


def full_note(source: Source) -> Inlines:
    """The first note on a source, without its place; its link stands in the bibliography."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_running(source.authors) + ", "))
    parts += [*with_comma(Text(_title(source))), Text(" ")]
    if source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(", ")]
    return (*parts, Text(_day(source)))


def short_note(source: Source) -> Inlines:
    """A later note on a source, without its place."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_running(tuple(map(family, source.authors))) + ", "))
    elif source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(", ")]
    if not source.title:
        return (*parts, Text(_title(source)))
    return (*parts, Text(f"“{single_marks(shorten(source.title))}”"))


def entry(source: Source) -> Inlines:
    """The source as an entry of the bibliography; an unsigned one stands under its publisher."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(full_stop(_listed(source.authors)) + " "))
    elif source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(". ")]
    parts.append(Text(f"{_stop_inside(_title(source))} "))
    if source.authors and source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(", ")]
    parts.append(Text(full_stop(_day(source))))
    if source.url and source.accessed and not source.published:
        parts.append(Text(f" Accessed {spell_day_american(source.accessed)}."))
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


def _day(source: Source) -> str:
    return spell_day_american(source.published) if source.published else "n.d."


def _listed(authors: tuple[str, ...]) -> str:
    """The authors of an entry; of more than ten only the first seven (14.76)."""
    first, *others = authors
    names = [inverted(first), *others]
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[:_LISTED])}, et al."
    return joined(names, always_comma=True)


def _running(authors: tuple[str, ...]) -> str:
    return f"{authors[0]} et al." if len(authors) > _MOST_AUTHORS else joined(list(authors))
