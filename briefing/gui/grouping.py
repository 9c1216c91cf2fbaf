"""By what "In briefing" is grouped: the sections of the page or, for looking only, something else.

Whatever is chosen, the order of the page stays: within a group quotations stand as they do there.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QCollator, Qt

from briefing.gui.item_models.cards import spell, spell_month
from briefing.gui.language import locale
from briefing.model.desk import Included
from briefing.words import mark, say

SECTIONS, NOTHING = "", "nothing"
GROUPINGS = {
    SECTIONS: mark("Template sections"),
    "speaker": mark("Speaker"),
    "publisher": mark("Publisher"),
    "date": mark("Date"),
    NOTHING: mark("Nothing"),
}
TOLD = {
    SECTIONS: mark("Group: template sections"),
    "speaker": mark("Group: speaker"),
    "publisher": mark("Group: publisher"),
    "date": mark("Group: date"),
    NOTHING: mark("Group: nothing"),
}
"""How it is said which one is chosen."""
_Key = TypeVar("_Key")
_MONTH = 31
"""Days of which each has a group of its own; over a longer time each month has."""


class Group(Struct, frozen=True):
    """Quotations that have something in common, in the order of the page."""

    title: str
    items: tuple[Included, ...]


def is_of_page(by: str) -> bool:
    """Whether lines stand as on the page, so that one can be moved by letting go between others."""
    return by in (SECTIONS, NOTHING)


def grouped(items: Sequence[Included], by: str) -> tuple[Group, ...]:
    """`items` by one of `GROUPINGS`: names by their letters, the latest day first, the unknown last."""
    if by == "date":
        return _by_date(items)
    if by == "speaker":
        return _by_name(items, lambda item: item.by, say("speaker unknown"))
    return _by_name(items, lambda item: item.publisher, say("publisher unknown"))


def _by_name(
    items: Sequence[Included], name: Callable[[Included], str | None], unknown: str
) -> tuple[Group, ...]:
    found = _sorted_out(items, name)
    order = QCollator(locale())
    order.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    known = sorted(filter(None, found), key=order.sortKey)
    return _groups(found, known, str, unknown)


def _by_date(items: Sequence[Included]) -> tuple[Group, ...]:
    days = [item.published for item in items if item.published]
    by_day = not days or (max(days) - min(days)).days < _MONTH

    def when(item: Included) -> date | None:
        day = item.published
        return day if day is None or by_day else day.replace(day=1)

    found = _sorted_out(items, when)
    known = sorted(filter(None, found), reverse=True)
    return _groups(found, known, spell if by_day else spell_month, say("no date"))


def _sorted_out(
    items: Sequence[Included], key: Callable[[Included], _Key | None]
) -> dict[_Key | None, list[Included]]:
    found: dict[_Key | None, list[Included]] = {}
    for item in items:
        found.setdefault(key(item) or None, []).append(item)
    return found


def _groups(
    found: Mapping[_Key | None, list[Included]],
    known: Sequence[_Key],
    told: Callable[[_Key], str],
    unknown: str,
) -> tuple[Group, ...]:
    groups = [Group(told(key), tuple(found[key])) for key in known]
    if None in found:
        groups.append(Group(unknown, tuple(found[None])))
    return tuple(groups)
