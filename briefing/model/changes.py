"""What changed from one edition to the next."""

from enum import StrEnum

from msgspec import Struct

from briefing.model.findings import Conflict
from briefing.model.library import Said
from briefing.model.passage import Excerpt, Passage


class ChangeSort(StrEnum):
    """What became of an excerpt."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CONTRADICTED = "newly contradicted"
    CORROBORATED = "newly corroborated"
    CORRECTED = "corrected at its source"
    WITHDRAWN = "withdrawn by its publisher"


class EditionChange(Struct, frozen=True):
    """One change. `said` is the excerpt in the newer edition, or in the older if it is gone.

    Of a correction or withdrawal, `successor` is the source in the place of the one quoted, `stands`
    whether the words still stand there, as far as that is known, and `now` how they read there.
    """

    sort: ChangeSort
    said: Said
    detail: str = ""
    successor: str = ""
    stands: bool | None = None
    now: Excerpt | None = None
    was: str = ""
    """The theme that it moved from; empty where only its place in the order is another."""

    def told(self) -> Excerpt | None:
        """The words to print with it: how they read now, or those that are newly contradicted."""
        said = self.said
        if self.sort is ChangeSort.CONTRADICTED:
            return Excerpt(said.passage, said.text)
        return self.now


class Changes(Struct, frozen=True):
    """All changes since an edition, which `since` names in words.

    `differences` are matters on which sources differ of which that edition told nothing.
    """

    since: str
    changes: tuple[EditionChange, ...]
    differences: tuple[Conflict, ...] = ()

    def told(self) -> tuple[Excerpt, ...]:
        """The words to print with them, in their order."""
        return tuple(words for change in self.changes if (words := change.told()))

    def reworded(self) -> tuple[Passage, ...]:
        """Where words that were corrected read otherwise now."""
        return tuple(change.now.passage for change in self.changes if change.now)


class Successor(Struct, frozen=True):
    """The source that came in the place of one that was corrected or withdrawn.

    Where its text is not at hand as a `whole`, it is what is known of it.
    """

    source: str
    text: str
    whole: bool = True
