"""Citations and references in words: Chicago notes (17th edition, 14.191–14.200) and numbered.

What a source does not say is left out of a note as the style demands, and said to be unknown in
the source list; nothing is filled in.
"""

from msgspec import Struct

from briefing.compose.dates import spell_day_american
from briefing.errors import UnknownNameError
from briefing.model.document import Emphasis, Inline, Inlines, Link, SourceLink, Text
from briefing.model.source import Field, Source

STYLES = ("chicago-notes", "numbered")
_SHORT_TITLE_WORDS = 5
_LEADING_ARTICLES = frozenset({"a", "an", "the"})
_LOOSE_ENDS = _LEADING_ARTICLES | {"and", "as", "at", "by", "for", "from", "in", "of", "on", "to"}
_MOST_AUTHORS = 3


def check_style(name: str) -> None:
    """Raise `UnknownNameError` if there is no citation style of that name."""
    if name not in STYLES:
        raise UnknownNameError("citation style", name, STYLES)


class Numbered(Struct, frozen=True):
    """A source and its number in the source list."""

    number: int
    source: Source


def note(cited: Numbered, offset: int, style: str, *, first: bool) -> Inlines:
    """The note on words at `offset` of the source: in full the first time, short afterwards."""
    paragraph = f"para. {cited.source.paragraph_number(offset)}"
    link = SourceLink(cited.number, (Text(f"[{cited.number}]"),))
    if style == "numbered":
        return (link, Text(f", {paragraph}"))
    words = _full(cited.source) if first else _short(cited.source)
    return (*words[:-1], *_comma(words[-1]), Text(f" {paragraph} "), link, Text("."))


def entry(source: Source) -> Inlines:
    """The source as an entry of the source list."""
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_stop(_listed_authors(source.authors)) + " "))
    parts.append(Text(f"{_stop_inside(_title(source))} "))
    if source.publisher:
        parts.append(Emphasis((Text(source.publisher),)))
    if source.published:
        comma = ", " if source.publisher else ""
        parts.append(Text(f"{comma}{spell_day_american(source.published)}"))
    if source.publisher or source.published:
        parts.append(Text("."))
    if source.url:
        parts += [Text(" "), Link(source.url, (Text(source.url),))]
    return tuple(parts)


def unknown_fields(source: Source) -> tuple[str, ...]:
    """What the document does not say of itself, in words."""
    missing = {
        "title": source.title,
        "author": source.authors,
        "publisher": source.publisher,
        "date": source.published,
        "link": source.url,
    }
    return tuple(name for name, value in missing.items() if not value)


def found_form(source: Source) -> str | None:
    """How a link stood in the document, where it was unwrapped from another one."""
    evidence = source.evidence.get(Field.URL)
    if evidence and evidence.start is not None and evidence.end is not None:
        found = source.text[evidence.start : evidence.end]
        return found if found != source.url else None
    return None


def _full(source: Source) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    if source.authors:
        parts.append(Text(_running_authors(source.authors) + ", "))
    title = Text(_title(source))
    parts += _comma(title) if source.publisher or source.published else (title,)
    if source.publisher:
        parts += [Text(" "), Emphasis((Text(source.publisher),))]
    if source.published:
        comma = "," if source.publisher else ""
        parts.append(Text(f"{comma} {spell_day_american(source.published)}"))
    return tuple(parts)


def _comma(inline: Inline) -> tuple[Inline, ...]:
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


def _short(source: Source) -> tuple[Inline, ...]:
    name = f"{_family(source.authors[0])}, " if source.authors else ""
    if not source.title:
        return (Text(f"{name}{_title(source)}"),)
    return (Text(f"{name}“{_inner(_shorten(source.title))}”"),)


def _shorten(title: str) -> str:
    """The first words of the main title, without the article before and loose ends behind."""
    words = title.partition(": ")[0].split()
    if len(words) > 1 and words[0].lower() in _LEADING_ARTICLES:
        words = words[1:]
    if len(words) > _SHORT_TITLE_WORDS:
        words = words[:_SHORT_TITLE_WORDS]
        while len(words) > 1 and words[-1].lower() in _LOOSE_ENDS:
            words.pop()
    return " ".join(words).rstrip(",.;:–—-")


def _title(source: Source) -> str:
    if source.title:
        return f"“{_inner(source.title)}”"
    return f"untitled document ({source.path.rsplit('/', 1)[-1]})"


def _inner(title: str) -> str:
    """Marks inside a title that stands in marks become single ones."""
    return title.translate({0x201C: 0x2018, 0x201D: 0x2019})


def _stop_inside(title: str) -> str:
    if title.endswith("”"):
        return title if title[-2] in "?!." else f"{title[:-1]}.”"
    return f"{title[0].upper()}{title[1:]}."


def _stop(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _running_authors(authors: tuple[str, ...]) -> str:
    if len(authors) > _MOST_AUTHORS:
        return f"{authors[0]} et al."
    return _and(list(authors))


def _listed_authors(authors: tuple[str, ...]) -> str:
    first, *others = authors
    return _and([_inverted(first), *others])


def _and(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    comma = "," if len(names) > 2 else ""  # noqa: PLR2004 - the serial comma
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def _inverted(name: str) -> str:
    """Family name first, where the name is plainly given name and family name."""
    given, _, family = name.rpartition(" ")
    plain = given and family.isalpha() and not name.isupper()
    return f"{family}, {given}" if plain and len(name.split()) <= 3 else name  # noqa: PLR2004


def _family(name: str) -> str:
    return name.rpartition(" ")[2] if len(name.split()) <= 3 else name  # noqa: PLR2004
