"""Themes of the person's own: what a new one is known by, and the way back from copies of starters."""

import json
import re
import unicodedata
from collections.abc import Collection

import msgspec
from msgspec.structs import replace

from briefing.errors import UsageError
from briefing.library import Library
from briefing.model.theme import Theme
from briefing.workflow.catalogue import STARTERS, starter_themes
from briefing.workflow.session import Session, Wanted
from briefing.workflow.shown import place_key

OWN = "-own"
"""How the id of a copy of a starter theme ends."""


def new_id(title: str, taken: Collection[str]) -> str:
    """An id for a new theme of that title: none of those `taken`, and none that a copy of a starter has.

    A theme is kept in the place of the one that has its id, so two titles never share one: neither two
    in letters that an id may not hold, nor one that is named as a theme that there is.
    """
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "theme"
    ids = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 4)))
    return next(one for one in ids if one not in taken and not one.endswith(OWN))


def starter_of(theme_id: str) -> str | None:
    """The id of the starter of which that theme is a copy, or `None` if it is none."""
    bundled = theme_id.removesuffix(OWN)
    return bundled if theme_id.endswith(OWN) and bundled in STARTERS else None


def reset_theme(session: Session, theme_id: str) -> None:
    """Go back from a copy to the starter: ticked in its place, with what stood under the copy.

    Where another briefing uses the copy too, that stays, with the rules of the starter.

    Raises:
        UsageError: if it is no copy of a starter.
    """
    bundled = starter_of(theme_id)
    known = {theme.id: theme for theme in session.themes}
    if bundled is None or theme_id not in known:
        raise UsageError(f"“{theme_id}” is no changed starter theme", remedy="Choose one that is.")
    library, title = session.library, known[theme_id].title
    starter = next(theme for theme in starter_themes() if theme.id == bundled)
    if _is_used_elsewhere(library, session.name, theme_id):
        rules = replace(starter, id=theme_id, title=title)
        wanted: list[Wanted] = [("theme", theme_id, msgspec.to_builtins(rules))]
    else:
        wanted = [("theme", theme_id, None), ("colour", theme_id, None)]
        wanted += _ticks(session, theme_id, bundled)
        wanted += _moved(session, theme_id, starter)
    library.decide(session.name, f"Reset theme {title} to bundled", wanted)


def can_be_removed(theme_id: str) -> bool:
    """Whether it is a theme of the person's own that is no copy of a starter."""
    return theme_id not in STARTERS and starter_of(theme_id) is None


def remove_theme(session: Session, theme_id: str) -> None:
    """Take a theme of the person's own away, under which no excerpt stands.

    Raises:
        UsageError: if the program brings it, or excerpts stand under it in a briefing of the library.
    """
    known = {theme.id: theme for theme in session.themes}
    if theme_id not in known or not can_be_removed(theme_id):
        raise UsageError(f"“{theme_id}” is no theme of your own", remedy="Choose one that is.")
    library, title = session.library, known[theme_id].title
    for desk in library.desks():
        if any(pin.theme == theme_id for pin in library.pins(desk)):
            raise UsageError(
                f"excerpts of the briefing “{Session(library, desk).series}” stand under “{title}”",
                remedy="Move them to another theme, or take them out, before it is removed.",
            )
    wanted: list[Wanted] = [("theme", theme_id, None), ("colour", theme_id, None)]
    library.decide(session.name, f"Remove theme {title}", wanted)


def _is_used_elsewhere(library: Library, name: str, theme_id: str) -> bool:
    others = (desk for desk in library.desks() if desk and desk != name)
    return any(pin.theme == theme_id for desk in others for pin in library.pins(desk))


def _ticks(session: Session, theme_id: str, bundled: str) -> list[Wanted]:
    ticked = session.desk().settings.themes
    if not ticked:
        return []
    swapped = dict.fromkeys(bundled if one == theme_id else one for one in ticked)
    return [("setting", "themes", list(swapped))]


def _moved(session: Session, theme_id: str, starter: Theme) -> list[Wanted]:
    """Every excerpt under the copy goes under the starter, with its trim and its place."""
    library, name, desk = session.library, session.name, session.desk()
    trims = {item.key: json.loads(item.value) for item in library.decisions(name, "trim")}
    parked = {item.key for item in library.decisions(name, "parked")}
    notes = [note.text for note in desk.notes if note.section == theme_id]
    mine = [whole for whole, theme in desk.order if theme == theme_id]
    there = [whole for whole, theme in desk.order if theme == starter.id]
    wanted: list[Wanted] = []
    for whole in mine:
        old, new = place_key(whole, theme_id), place_key(whole, starter.id)
        wanted += [("pin", old, None), ("trim", old, None), ("parked", old, None)]
        if whole not in there:
            wanted += [("pin", new, True), ("trim", new, trims.get(old))]
            wanted.append(("parked", new, (old in parked) or None))
    every = dict.fromkeys((*there, *mine))
    wanted.append(("order", theme_id, None))
    wanted.append(("order", starter.id, [place_key(whole, starter.id) for whole in every]))
    if notes:
        kept = [note.text for note in desk.notes if note.section == starter.id]
        wanted += [("note", theme_id, None), ("note", starter.id, [*kept, *notes])]
    return wanted
