"""What the format itself says: kinds of lines, and metadata in fields of their own.

Exports of news databases label every line and value; nothing is left to judge.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.cleaning.known import Known
from briefing.cleaning.language import stated_tag
from briefing.cleaning.names import byline_authors, is_named
from briefing.model.source import Article, Clue, Field, Kind
from briefing.text.dates import find_day
from briefing.text.spoilt import closed, unspoilt

_LONGEST_NAME = 40


def told_kinds(article: Article) -> tuple[Kind, ...] | None:
    """The kinds of the lines, if the format tells all of them."""
    if article.lines and article.lines[0].kind is None:
        return None
    told = tuple(line.kind for line in article.lines if line.kind is not None)
    return told if len(told) == len(article.lines) else None


def with_told(article: Article, judged: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds `judged`, but for lines whose kind the format tells."""
    return tuple(line.kind or kind for line, kind in zip(article.lines, judged, strict=True))


def stated(article: Article) -> dict[Field, Known]:
    """The metadata that `article` states in fields; the first place with a value counts."""
    known: dict[Field, Known] = {}
    for clue in article.clues:
        before = known.get(clue.field)
        if before is None and (values := _values(clue)):
            known[clue.field] = Known(values, clue.found_in, clue.start, clue.end)
        elif before and clue.field is Field.AUTHORS and clue.found_in == before.found_in:
            names = dict.fromkeys((*before.values, *_values(clue)))
            known[clue.field] = replace(before, values=tuple(names))
    return known


def mended(field: Field, value: str) -> str:
    """What a field says, as it was before programs spoilt it."""
    match field:
        case Field.TITLE | Field.AUTHORS:
            return unspoilt(value)
        case Field.PUBLISHER:
            return closed(unspoilt(value))
        case _:
            return value


def _is_short(name: str) -> bool:
    """Whether `name` can be that of an agency: the field itself says that it is an author."""
    return 0 < len(name) < _LONGEST_NAME and is_named(name) and not any(map(str.isdigit, name))


def _values(clue: Clue) -> tuple[str, ...]:
    value = clue.value.strip()
    match clue.field:
        case Field.AUTHORS:
            named = byline_authors(value) or byline_authors(f"By {value}")
            return named or ((value,) if _is_short(value) else ())
        case Field.PUBLISHED | Field.ACCESSED:
            found = find_day(value)
            return (found[0].isoformat(),) if found else ()
        case Field.LANGUAGE:
            return (tag,) if (tag := stated_tag(value)) else ()
        case _:
            return (value,) if value else ()
