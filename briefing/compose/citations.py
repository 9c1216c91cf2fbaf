"""Citations and references in words: five styles of our own, and any style from a `.csl` file.

What a source does not say is left out of a note as the style demands, and said to be unknown in
the source list; nothing is filled in.
"""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from briefing.compose import (
    citations_apa,
    citations_chicago,
    citations_ics,
    citations_numbered,
)
from briefing.compose.citation_words import place
from briefing.errors import UnknownNameError
from briefing.model.document import Inline, Inlines, Quoted, SourceLink, Text
from briefing.model.passage import Excerpt
from briefing.model.source import Amending, Field, Source

_DONE = {
    Amending.RETRACTION: "withdrawn",
    Amending.CORRECTION: "corrected",
    Amending.UPDATE: "updated",
}
SEE_ENTRY = "; see its entry"
"""What a note says where the entry of its source tells more."""
STYLES = ("chicago-notes", "apa", "numbered", "ics-206")
_ENTRIES = {
    "chicago-notes": citations_chicago.entry,
    "apa": citations_apa.entry,
    "numbered": citations_numbered.entry,
    "ics-206": citations_ics.entry,
}


class OtherStyle(Protocol):
    """A style from a file: the words of notes and entries."""

    def note(self, source: Source, offset: int) -> Inlines:
        """The words of a note, with the place."""

    def entry(self, source: Source) -> Inlines:
        """The words of an entry."""


def check_style(name: str) -> None:
    """Raise `UnknownNameError` if there is no citation style of that name."""
    if name not in STYLES and not name.lower().endswith(".csl"):
        raise UnknownNameError("citation style", name, STYLES)


class Numbered(Struct, frozen=True):
    """A source and its number in the source list."""

    number: int
    source: Source


def note(
    cited: Numbered,
    offset: int,
    style: str,
    *,
    first: bool,
    last: bool = True,
    other: OtherStyle | None = None,
) -> Inlines:
    """The note on words at `offset` of the source: in full the first time, short afterwards.

    Of several citations in one note only the `last` ends in a full stop, the others in a semicolon.
    """
    where = place(cited.source, offset)
    link = SourceLink(cited.number, (Text(f"[{cited.number}]"),))
    end = Text(f"{_amended(cited.source)}{'.' if last else ';'}")
    if other is not None:
        return (*_bare(other.note(cited.source, offset)), Text(" "), link, end)
    if style == "numbered":
        return (link, Text(f", {where}{end.text}"))
    words = _words(cited.source, style, first=first)
    if style == "ics-206":
        return (*words, Text(f" {where} "), link, end)
    return (*words[:-1], *citations_chicago.with_comma(words[-1]), Text(f" {where} "), link, end)


def entry(
    source: Source,
    style: str = "chicago-notes",
    other: OtherStyle | None = None,
    *,
    cited: bool = True,
) -> Inlines:
    """The source as an entry of the source list; one that is not `cited` has no more than a line or two."""
    if other is not None:
        return other.entry(source)
    return (
        citations_ics.brief(source) if style == "ics-206" and not cited else _ENTRIES[style](source)
    )


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


def amended_remarks(source: Source) -> list[Inlines]:
    """What the entry of a source says of its correction, withdrawal or update, in its own words."""
    return [
        (
            Text(f"The document says that it was {_DONE[said.sort]}: “"),
            Quoted(Excerpt.cut(source, said.start, said.end)),
            Text("”."),
        )
        for said in source.amendments
    ]


def leaning_remark(leaning: Sequence[Excerpt]) -> Inlines:
    """On whose reports a source leans, in its own words, in one remark."""
    words: list[Inline] = []
    for excerpt in leaning:
        words += [Text("”, “")] if words else []
        words.append(Quoted(excerpt))
    lead = "Leans on another report: “" if len(leaning) == 1 else "Leans on other reports: “"
    return (Text(lead), *words, Text("”."))


def _amended(source: Source) -> str:
    """What a note adds where the document itself says that it was put right or taken back."""
    sort = source.amended()
    return f" ({_DONE[sort]}{SEE_ENTRY})" if sort else ""


def _words(source: Source, style: str, *, first: bool) -> Inlines:
    match style:
        case "apa":
            return citations_apa.note(source)
        case "ics-206":
            return citations_ics.full_note(source) if first else citations_ics.short_note(source)
        case _:
            full = citations_chicago.full_note(source)
            return full if first else citations_chicago.short_note(source)


def _bare(words: Sequence[Inline]) -> Inlines:
    """`words` without the full stop at their end, which comes behind the link."""
    match words:
        case [*head, Text(text)]:
            return (*head, Text(text.rstrip().removesuffix(".")))
        case _:
            return tuple(words)
