"""Named versions of a briefing: all that stood decided at one time, to be gone back to."""

import json
from datetime import datetime

from msgspec import Struct

from briefing.errors import UsageError
from briefing.workflow.session import Session, Wanted

_SORT = "version"


class Version(Struct, frozen=True):
    """A version by its name; `at` is when it was named, in local time, `quotations` what it holds."""

    name: str
    at: str
    quotations: int


def name_version(session: Session, name: str) -> None:
    """Keep what stands decided now under `name`, in the place of an older one of that name."""
    decided = [
        [item.sort, item.key, item.value]
        for item in session.library.decisions(session.name)
        if item.sort != _SORT
    ]
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    kept = {"at": at, "decided": decided}
    session.library.decide(session.name, f"Name version {name}", [(_SORT, name, kept)])


def versions(session: Session) -> tuple[Version, ...]:
    """The versions there are, newest first."""
    found = []
    for item in session.library.decisions(session.name, _SORT):
        kept = json.loads(item.value)
        pins = sum(sort == "pin" for sort, _, _ in kept["decided"])
        found.append(Version(item.key, kept["at"], pins))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def go_to_version(session: Session, name: str) -> None:
    """Make the briefing what it was when the version was named; one act, which can be undone.

    Raises:
        UsageError: if there is no such version.
    """
    known = {item.key: item.value for item in session.library.decisions(session.name, _SORT)}
    if name not in known:
        raise UsageError(f"there is no version “{name}”", remedy="Choose one of the list.")
    decided = {(sort, key): value for sort, key, value in json.loads(known[name])["decided"]}
    now = [item for item in session.library.decisions(session.name) if item.sort != _SORT]
    wanted: list[Wanted] = [
        (item.sort, item.key, None) for item in now if (item.sort, item.key) not in decided
    ]
    wanted += [(sort, key, json.loads(value)) for (sort, key), value in decided.items()]
    session.library.decide(session.name, f"Go back to version {name}", wanted)
