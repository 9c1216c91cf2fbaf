"""The briefings of one library: which there are, a new one, a copy, the next edition."""

import json
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from briefing.library import Library
from briefing.model.desk import Settings
from briefing.workflow.session import Session, Wanted


class Shown(Struct, frozen=True):
    """A briefing as the list shows it; `issue` and `day` are those of its last edition."""

    name: str
    title: str
    quotations: int
    issue: int = 0
    day: date | None = None
    new: int = 0
    """Sources that came to the library since that edition."""


class Begun(Struct, frozen=True):
    """An edition that was begun: its number, and whether anything went for it."""

    number: int
    cleared: bool


def briefings(library: Library) -> tuple[Shown, ...]:
    """The briefings there are, by their names."""
    found = []
    for name in library.desks():
        settings = {item.key: item.value for item in library.decisions(name, "setting")}
        title = str(json.loads(settings.get("title", "null")) or name)
        last = library.latest(title)
        found.append(
            Shown(
                name, title, len(library.pins(name)),
                last.issue if last else 0, last.date if last else None,
                library.search("is:new", 1, desk=title).total if last else 0,
            )
        )  # fmt: skip
    return tuple(found)


def start(library: Library, title: str, standard: Settings) -> Session:
    """A new briefing called `title`, with the look that is `standard`."""
    session = Session(library, _free(library, title))
    wanted: list[Wanted] = [("setting", "title", title)]
    wanted += [
        ("setting", name, getattr(standard, name))
        for name in ("template", "citation_style", "language", "author", "recipient")
        if getattr(standard, name)
    ]
    library.decide(session.name, f"New briefing {title}", wanted)
    return session


def duplicate(session: Session) -> Session:
    """A copy of a briefing: its quotations, order, own text and look."""
    library, title = session.library, f"{session.series} (copy)"
    copy = Session(library, _free(library, title))
    wanted: list[Wanted] = [
        (item.sort, item.key, json.loads(item.value))
        for item in library.decisions(session.name)
        if (item.sort, item.key) != ("setting", "title")
    ]
    library.decide(copy.name, f"Copy of {session.series}", [*wanted, ("setting", "title", title)])
    return copy


def next_edition(session: Session) -> Begun:
    """Begin the next edition: quotations, order and look stay, own text and what was parked go.

    It is one act, so that undoing brings everything back; where nothing goes, there is none.
    """
    library = session.library
    last = library.latest(session.series)
    number = (last.issue if last else 0) + 1
    wanted: list[Wanted] = [
        (item.sort, item.key, None) for item in library.decisions(session.name, "note")
    ]
    for item in library.decisions(session.name, "parked"):
        wanted += [("parked", item.key, None), ("pin", item.key, None)]
    act = library.decide(session.name, f"Begin edition {number}", wanted)
    return Begun(number, act is not None)


def _free(library: Library, title: str) -> str:
    """A name that no briefing of the library has yet."""
    known: Sequence[str] = library.desks()
    names = (title, *(f"{title} ({number})" for number in range(2, len(known) + 3)))
    return next(name for name in names if name not in known)
