"""Chicago notes and bibliography (17th edition, 14.191–14.200)."""

from briefing.compose.citation_words import (
    family,
    full_stop,
    in_marks,
    inverted,
    joined,
    shorten,
    untitled,
)
from briefing.compose.dates import spell_day_american
from briefing.model.document import Emphasis, Inline, Inlines, Link, Text
from briefing.model.source import Source
from briefing.words import ENGLISH, Speech

_MOST_AUTHORS = 3
_MOST_LISTED, _LISTED = 10, 7


def full_note(source: Source, tongue: Speech) -> Inlines:
    """The first note on a source, without its place; its link stands in the bibliography."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_running(source.authors, tongue) + ", "))
    parts += [*with_comma(Text(_title(source, tongue)), tongue), Text(" ")]
    if source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(", ")]
    return (*parts, Text(_day(source, tongue)))


def short_note(source: Source, tongue: Speech) -> Inlines:
    """A later note on a source, without its place."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_running(tuple(map(family, source.authors)), tongue) + ", "))
    elif source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(", ")]
    if not source.title:
        return (*parts, Text(_title(source, tongue)))
    return (*parts, Text(in_marks(shorten(source.title, source.language), tongue)))


def entry(source: Source, tongue: Speech) -> Inlines:
    """The source as an entry of the bibliography; an unsigned one stands under its publisher."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(full_stop(_listed(source.authors, tongue)) + " "))
    elif source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(". ")]
    parts.append(Text(f"{_stop_inside(_title(source, tongue), tongue)} "))
    if source.authors and source.publisher:
        parts += [Emphasis((Text(source.publisher),)), Text(", ")]
    parts.append(Text(full_stop(_day(source, tongue))))
    if source.url and source.accessed and not source.published:
        seen = spell_day_american(source.accessed, tongue)
        parts.append(Text(f" {tongue.say('Accessed {day}.', day=seen)}"))
    if source.url:
        parts += [Text(" "), Link(source.url, (Text(source.url),)), Text(".")]
    return tuple(parts)


def with_comma(inline: Inline, tongue: Speech) -> Inlines:
    """`inline` with a comma behind it; inside closing quotation marks, as American usage has it."""
    american = tongue.language == ENGLISH
    match inline:
        case Text(text) if american and text.endswith(("?”", "!”")):
            return (inline,)
        case Text(text) if american and text.endswith("”"):
            return (Text(f"{text[:-1]},”"),)
        case Text(text):
            return (Text(f"{text},"),)
        case _:
            return (inline, Text(","))


def _title(source: Source, tongue: Speech) -> str:
    return in_marks(source.title, tongue) if source.title else untitled(source, tongue)


def _stop_inside(title: str, tongue: Speech) -> str:
    if title.endswith("”") and tongue.language == ENGLISH:
        return title if title[-2] in "?!." else f"{title[:-1]}.”"
    return f"{title[0].upper()}{title[1:]}."


def _day(source: Source, tongue: Speech) -> str:
    # For translators: no date, as a reference says it.
    return spell_day_american(source.published, tongue) if source.published else tongue.say("n.d.")


def _listed(authors: tuple[str, ...], tongue: Speech) -> str:
    """The authors of an entry; of more than ten only the first seven (14.76)."""
    first, *others = authors
    names = [inverted(first), *others]
    if len(names) > _MOST_LISTED:
        return f"{', '.join(names[:_LISTED])}, {tongue.say('et al.')}"
    return joined(names, tongue, always_comma=True)


def _running(authors: tuple[str, ...], tongue: Speech) -> str:
    if len(authors) > _MOST_AUTHORS:
        return f"{authors[0]} {tongue.say('et al.')}"
    return joined(list(authors), tongue)
