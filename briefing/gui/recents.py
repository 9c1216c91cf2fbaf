"""The briefings that were open lately, in whatever library, and those that are pinned."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.gui.settings import WindowSettings, is_possible

RECENTS = "recents"
"""The setting that holds the list."""
_MOST = 40
"""Briefings that are remembered; pinned ones always are."""


class Recent(Struct, frozen=True):
    """A briefing: the library it lies in, its name there, and its title when it was open."""

    library: str
    name: str
    title: str
    pinned: bool = False

    def is_missing(self) -> bool:
        """Whether its library is not where it was."""
        return not (is_possible(self.library) and Path(self.library).is_file())


class Recents:
    """Reads and keeps the list in the settings of the window; what cannot be read is left out."""

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings

    def all(self) -> list[Recent]:
        """Pinned ones first, in the order in which they were pinned, then the latest first."""
        lines = (line.split("\t") for line in self._settings.text(RECENTS).split("\n"))
        found = [
            Recent(library, name, title, pinned == "pinned")
            for pinned, library, name, title in (line for line in lines if len(line) == 4)  # noqa: PLR2004 - its parts
        ]
        return sorted(found, key=lambda one: not one.pinned)

    def touch(self, library: Path, name: str, title: str) -> None:
        """This one is open now."""
        there = self.find(library, name)
        if there and there.pinned:
            self._swap(there, replace(there, title=_plain(title)))
        else:
            made = Recent(str(library), name, _plain(title))
            others = [one for one in self.all() if one != there]
            at = sum(one.pinned for one in others)
            self._keep([*others[:at], made, *others[at:]])

    def pin(self, recent: Recent, *, on: bool) -> None:
        """Keep it above the others, or no longer."""
        others = [one for one in self.all() if one != recent]
        at = sum(one.pinned for one in others)
        self._keep([*others[:at], replace(recent, pinned=on), *others[at:]])

    def forget(self, recent: Recent) -> None:
        """Take it off the list; the briefing itself stays."""
        self._keep([one for one in self.all() if one != recent])

    def relocate(self, library: str, now: Path) -> None:
        """That library lies elsewhere now."""
        self._keep([
            replace(one, library=str(now)) if one.library == library else one for one in self.all()
        ])  # fmt: skip

    def find(self, library: Path, name: str) -> Recent | None:
        """The entry of a briefing, if there is one."""
        wanted = (str(library), name)
        return next((one for one in self.all() if (one.library, one.name) == wanted), None)

    def _swap(self, old: Recent, new: Recent) -> None:
        self._keep([new if one == old else one for one in self.all()])

    def _keep(self, found: list[Recent]) -> None:
        kept = [one for at, one in enumerate(found) if one.pinned or at < _MOST]
        self._settings.keep(
            RECENTS,
            "\n".join(
                "\t".join(("pinned" if one.pinned else "", one.library, one.name, one.title))
                for one in kept
            ),
        )


def _plain(title: str) -> str:
    return " ".join(title.split())
