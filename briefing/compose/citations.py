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
from briefing.model.typography import curl
from briefing.words import ENGLISH, Speech, mark

_NOTED = {
    Amending.RETRACTION: (mark("withdrawn"), mark("withdrawn; see its entry")),
    Amending.CORRECTION: (mark("corrected"), mark("corrected; see its entry")),
    Amending.UPDATE: (mark("updated"), mark("updated; see its entry")),
}
"""What a note adds, without the list of sources and with it."""
_SAYS_SO = {
    Amending.RETRACTION: mark("The document says that it was withdrawn:"),
    Amending.CORRECTION: mark("The document says that it was corrected:"),
    Amending.UPDATE: mark("The document says that it was updated:"),
}
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
    tongue: Speech,
    *,
    first: bool,
    last: bool = True,
    other: OtherStyle | None = None,
) -> Inlines:
    """The note on words at `offset` of the source: in full the first time, short afterwards.

    Of several citations in one note only the `last` ends in a full stop, the others in a semicolon.
    """
    where = place(cited.source, offset, tongue)
    link = SourceLink(cited.number, (Text(f"[{cited.number}]"),))
    end = Text(f"{_amended(cited.source, tongue)}{'.' if last else tongue.say(';')}")
    if other is not None:
        return (*_bare(other.note(cited.source, offset)), Text(" "), link, end)
    if style == "numbered":
        return (link, Text(f", {where}{end.text}"))
    words = _words(cited.source, style, tongue, first=first)
    if style == "ics-206":
        return (*words, Text(f" {where} "), link, end)
    return (
        *words[:-1],
        *citations_chicago.with_comma(words[-1], tongue),
        Text(f" {where} "),
        link,
        end,
    )


def entry(
    source: Source,
    tongue: Speech,
    style: str = "chicago-notes",
    other: OtherStyle | None = None,
    *,
    cited: bool = True,
) -> Inlines:
    """The source as an entry of the source list; one that is not `cited` has no more than a line or two."""
    if other is not None:
        return other.entry(source)
    if style == "ics-206" and not cited:
        return citations_ics.brief(source, tongue)
    return _ENTRIES[style](source, tongue)


def unknown_fields(source: Source, tongue: Speech) -> tuple[str, ...]:
    """What the document does not say of itself, in words."""
    missing = {
        mark("title"): source.title,
        mark("author"): source.authors,
        mark("publisher"): source.publisher,
        mark("date"): source.published,
        mark("link"): source.url,
    }
    return tuple(tongue.say(name) for name, value in missing.items() if not value)


def found_form(source: Source) -> str | None:
    """How a link stood in the document, where it was unwrapped from another one."""
    evidence = source.evidence.get(Field.URL)
    if evidence and evidence.start is not None and evidence.end is not None:
        found = source.text[evidence.start : evidence.end]
        return found if found != source.url else None
    return None


def amended_remarks(source: Source, tongue: Speech) -> list[Inlines]:
    """What the entry of a source says of its correction, withdrawal or update, in its own words."""
    return [
        _quoting(
            tongue.say(_SAYS_SO[said.sort]), [Excerpt.cut(source, said.start, said.end)], tongue
        )
        for said in source.amendments
    ]


def leaning_remark(leaning: Sequence[Excerpt], tongue: Speech) -> Inlines:
    """On whose reports a source leans, in its own words, in one remark."""
    one, many = tongue.say("Leans on another report:"), tongue.say("Leans on other reports:")
    return _quoting(one if len(leaning) == 1 else many, leaning, tongue)


def _quoting(lead: str, excerpts: Sequence[Excerpt], tongue: Speech) -> Inlines:
    """`lead`, and words of sources in the quotation marks of the document's language."""
    opens, closes = _marks_around(excerpts, tongue)
    words: list[Inline] = []
    for excerpt in excerpts:
        words += [Text(f"{closes}, {opens}")] if words else []
        words.append(Quoted(excerpt))
    return (Text(f"{lead} {opens}"), *words, Text(f"{closes}."))


def _marks_around(excerpts: Sequence[Excerpt], tongue: Speech) -> list[str]:
    """The marks that open and close words of sources; other ones where those stand in the words."""
    first = tongue.say("“{words}”", words="\0").split("\0")
    # For translators: the marks that are set where those of “{words}” stand in the words themselves.
    second = tongue.say("‘{words}’", words="\0").split("\0")
    told = "".join(curl(excerpt.exact) for excerpt in excerpts)
    if tongue.language == ENGLISH:
        # Its marks may stand within one another, as long as each is closed.
        return first if told.count("“") == told.count("”") else second
    taken = {sign for sign in ("”", *"".join(first)) if not sign.isspace()}
    return first if taken.isdisjoint(told) else second


def unreferring(words: str, tongue: Speech) -> str:
    """The `words` of a note without what leads to the entry of its source."""
    for alone, seeing in _NOTED.values():
        words = words.replace(tongue.say(seeing), tongue.say(alone))
    return words


def _amended(source: Source, tongue: Speech) -> str:
    """What a note adds where the document itself says that it was put right or taken back."""
    sort = source.amended()
    return f" ({tongue.say(_NOTED[sort][1])})" if sort else ""


def _words(source: Source, style: str, tongue: Speech, *, first: bool) -> Inlines:
    match style:
        case "apa":
            return citations_apa.note(source, tongue)
        case "ics-206":
            cite = citations_ics.full_note if first else citations_ics.short_note
            return cite(source, tongue)
        case _:
            cite = citations_chicago.full_note if first else citations_chicago.short_note
            return cite(source, tongue)


def _bare(words: Sequence[Inline]) -> Inlines:
    """`words` without the full stop at their end, which comes behind the link."""
    match words:
        case [*head, Text(text)]:
            return (*head, Text(text.rstrip().removesuffix(".")))
        case _:
            return tuple(words)
