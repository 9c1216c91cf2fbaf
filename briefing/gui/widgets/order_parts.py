"""What "In briefing" lists: its heads, and what stands below each, as they are grouped."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing.gui.grouping import NOTHING, SECTIONS, grouped
from briefing.gui.widgets.landing import PARKED
from briefing.gui.widgets.order_lines import Head, first_title
from briefing.model.desk import Desk, Included
from briefing.model.theme import Theme
from briefing.words import say, say_many

_KEY_POINTS = "key-points"


class OwnText(Struct, frozen=True):
    """Where the analyst's own words of a section stand; without `text` they can be written there."""

    section: str
    title: str
    text: str | None


class Part(Struct, frozen=True):
    """A head with what stands below it; without a head, lines that stand for themselves.

    `section` is the theme under which one comes by letting go there, or `PARKED`; in another
    grouping it only names the part. `lines_of` is the theme whose lines of the page are counted.
    """

    section: str
    head: Head | None
    lines: tuple[OwnText | Included, ...]


def parts(
    desk: Desk, themes: Sequence[Theme], by: str, lines_of: Mapping[str, int]
) -> tuple[Part, ...]:
    """All parts, `by` what quotations are grouped; `lines_of` has the lines of the page, by theme."""
    notes = {note.section: note.text for note in desk.notes}
    if by == SECTIONS:
        listed = [_first(desk, notes), *_sections(desk, themes, notes, lines_of)]
    elif by == NOTHING:
        listed = _one_by_one(desk, themes, notes)
    else:
        listed = [
            Part(f"{by}:{group.title}", Head(group.title, _much(group.items)), group.items)
            for group in grouped(desk.included, by)
        ]
    if desk.parked:
        aside = say("kept with the briefing, not printed")
        head = Head(say("Parked ({n})", n=len(desk.parked)), "", aside)
        listed.append(Part(PARKED, head, desk.parked))
    return tuple(listed)


def _first(desk: Desk, notes: Mapping[str, str]) -> Part:
    title = first_title(desk.settings.template)
    words = sum(len(note.text.split()) for note in desk.notes if note.section == _KEY_POINTS)
    much = say_many("{n} word", "{n} words", words) if words else ""
    own = OwnText(_KEY_POINTS, title, notes.get(_KEY_POINTS))
    return Part("", Head(title, much, say("you write this")), (own,))


def _sections(
    desk: Desk, themes: Sequence[Theme], notes: Mapping[str, str], lines_of: Mapping[str, int]
) -> list[Part]:
    found = []
    for theme in themes:
        items = tuple(item for item in desk.included if item.theme == theme.id)
        if items:
            own = OwnText(theme.id, theme.title, notes.get(theme.id))
            head = Head(theme.title, _much(items, lines_of.get(theme.id, 0)))
            found.append(Part(theme.id, head, (own, *items)))
    return found


def _one_by_one(desk: Desk, themes: Sequence[Theme], notes: Mapping[str, str]) -> list[Part]:
    """The page from top to bottom, without heads: quotations, and own words where some are written."""
    first = first_title(desk.settings.template)
    found = []
    for section, title in ((_KEY_POINTS, first), *((theme.id, theme.title) for theme in themes)):
        lines: list[OwnText | Included] = [item for item in desk.included if item.theme == section]
        if section in notes and (lines or section == _KEY_POINTS):
            lines.insert(0, OwnText(section, title, notes[section]))
        if lines:
            found.append(Part("" if section == _KEY_POINTS else section, None, tuple(lines)))
    return found


def _much(items: Sequence[Included], lines: int = 0) -> str:
    """How much there is: in lines of the page, in words until they are counted."""
    if lines:
        much = say_many("{n} line", "{n} lines", lines)
    else:
        words = sum(len(item.text.split()) for item in items)
        much = say_many("{n} word", "{n} words", words)
    return f"{len(items)} · {much}"
