"""The library as sources to compare with."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from briefing.library.holding import Library
from briefing.model.report import Strength
from briefing.verify.shelf import Clue, Held, tell

_AT_ONCE = 500


class LibraryShelf(Struct):
    """Sources of `library`, loaded when a citation tells them; all of them only when need be."""

    library: Library
    strength: Strength = Strength.LIBRARY
    _held: dict[str, Held] = field(default_factory=dict)
    _told: dict[Clue, Sequence[Held]] = field(default_factory=dict)

    def told(self, clue: Clue) -> Sequence[Held]:
        """The sources that `clue` tells."""
        if clue not in self._told:
            ids = [key for head in clue.digests for key in self.library.resolve(head)]
            self._told[clue] = tell(clue, self._load(ids) if ids else self.every())
        return self._told[clue]

    def every(self, probes: Sequence[str] = ()) -> Iterable[Held]:  # noqa: ARG002 - all are asked
        """All sources."""
        ids = self.library.ids()
        for at in range(0, len(ids), _AT_ONCE):
            yield from self._load(ids[at : at + _AT_ONCE])

    def _load(self, ids: Sequence[str]) -> list[Held]:
        lacking = [key for key in ids if key not in self._held]
        for source in self.library.sources(lacking, as_read=True) if lacking else ():
            self._held[source.id] = Held(source)
        return [self._held[key] for key in ids if key in self._held]
