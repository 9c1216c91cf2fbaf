"""Inlines become runs: stretches of text of one face, size and colour, with their links."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.bidi import has_rightward
from briefing.model.document import (
    Cite,
    Emphasis,
    Inline,
    Inlines,
    Judgment,
    Link,
    Quoted,
    SourceLink,
    Strong,
    Text,
)
from briefing.model.passage import Passage
from briefing.model.typography import bare, curl
from briefing.writers.pdf.faces import face
from briefing.writers.pdf.look import MARK_RISE, MARK_SHARE, Style

_SCHEMES = ("http://", "https://", "mailto:")
# Soft hyphen, zero-width spaces and joiners: they have no shape.
_SHAPELESS = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060))
_JOINERS = (0x200C, 0x200D)
"""They steer how letters that read from the right are joined, as Persian wants it."""


class Run(Struct, frozen=True, gc=False):
    """Text of one kind. `url` leads out, `goto` to a place in the document.

    `note` is not negative in a mark: how many marks of the paragraph stand before it. Its text is as
    many noughts as its number has digits, which are all of one width.
    """

    text: str
    font: str
    size: float
    colour: str
    rise: float = 0.0
    url: str | None = None
    goto: str | None = None
    note: int = -1
    passage: Passage | None = None

    @property
    def linked(self) -> bool:
        """Whether it leads somewhere."""
        return self.url is not None or self.goto is not None or self.note >= 0


class Flat(Struct, gc=False):
    """The runs of a paragraph and the citations of its marks, in order."""

    runs: list[Run]
    cites: list[Cite]


def flatten(inlines: Sequence[Inline], style: Style, noted: int) -> Flat:
    """The runs of `inlines` set in `style`; `noted` notes have gone before."""
    flat = Flat([], [])
    _all(flat, inlines, Run("", style.font, style.size, style.colour), style, noted)
    return flat


def _all(flat: Flat, inlines: Iterable[Inline], like: Run, style: Style, noted: int) -> None:
    """Add runs; what is not said of them is as in `like`."""
    runs = flat.runs
    font, size, colour, rise = like.font, like.size, like.colour, like.rise
    for inline in inlines:
        match inline:
            case Text(text) | Judgment(text):
                if text:
                    runs.append(Run(cleaned(text), font, size, colour, rise, like.url, like.goto))
            case Quoted(excerpt, language):
                text = cleaned(curl(excerpt.exact, language=language))
                leads = like.url, like.goto
                runs.append(Run(text, font, size, colour, rise, *leads, passage=excerpt.passage))
            case Cite():
                flat.cites.append(inline)
                place = len(flat.cites)
                runs.append(_mark(len(str(noted + place)), place - 1, like, style.accent))
            case SourceLink(number, inner):
                goto = f"source-{number}"
                linked = Run("", font, size, style.accent, rise, like.url, goto)
                _all(flat, inner, linked, style, noted)
            case Link(url, inner):
                safe = url if url.startswith(_SCHEMES) else None
                linked = Run(
                    "", font, size, style.accent if safe else colour, rise, safe, like.goto
                )
                _all(flat, inner, linked, style, noted)
            case Emphasis(inner):
                _all(flat, inner, replace(like, font=_italic(style)), style, noted)
            case Strong(inner):
                _all(flat, inner, replace(like, font=_bold(style)), style, noted)
            case _:
                assert_never(inline)


def _mark(digits: int, place: int, like: Run, colour: str) -> Run:
    size, rise = like.size * MARK_SHARE, like.size * MARK_RISE
    return Run("0" * digits, like.font, size, colour, rise, note=place)


def _italic(style: Style) -> str:
    return style.face.font(bold=style.bold, italic=not style.italic)


def _bold(style: Style) -> str:
    return style.face.font(bold=True, italic=style.italic)


def cleaned(text: str) -> str:
    """`text` without what has no shape; what cannot be shown becomes a visible stand-in."""
    if text.isprintable():
        return text
    shapeless = _SHAPELESS
    if has_rightward(text):
        shapeless = {code: None for code in _SHAPELESS if code not in _JOINERS}
    return bare(text.encode("utf-8", "replace").decode("utf-8")).translate(shapeless)


@cache
def switch(font: str, size: float, colour: str, rise: float) -> bytes:
    """The operators that set face, size, colour and rise."""
    return f"/{face(font).alias} {size:g} Tf {shares(colour)} rg {rise:.4g} Ts".encode()


@cache
def shares(ink: str) -> str:
    """A colour as three shares."""
    return " ".join(f"{int(ink[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def languages(inlines: Iterable[Inline]) -> list[str]:
    """The languages of the quotations among `inlines`, where they are known."""
    return [one.language for one in inlines if type(one) is Quoted and one.language]


def has_marks(inlines: Sequence[Inline]) -> bool:
    """Whether there are marks of notes among `inlines`."""
    if len(inlines) == 1 and type(inlines[0]) is Text:
        return False
    for inline in inlines:
        match inline:
            case Cite():
                return True
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | SourceLink(_, inner):
                if has_marks(inner):
                    return True
            case _:
                pass
    return False


def without_marks(inlines: Sequence[Inline]) -> Inlines:
    """Inlines of a note: a note has no notes."""
    return tuple([inline for inline in inlines if type(inline) is not Cite])
