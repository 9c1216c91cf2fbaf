"""The blocks of a document set one after the other, and kept for the next document that has them."""

from collections.abc import Sequence

from briefing.model.document import Document
from briefing.writers.pdf.items import Piece
from briefing.writers.pdf.setting import Setter
from briefing.writers.pdf.tagging import Stretch
from briefing.writers.pdf.units import Unit, matched


class Keeper:
    """Has the blocks of one document set, and after that those of the next one that are new."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.units: list[Unit] = []
        self.stay = 0
        self._known: Sequence[Unit | None] = ()

    def again(self, document: Document) -> None:
        """Take `document` in place of the one before. The first blocks of both `stay` as they are."""
        setter = self.setter
        known = self._known = matched(setter.document, self.units, document)
        same = [unit is old for unit, old in zip(known, self.units, strict=False)]
        self.stay = same.index(False) if False in same else len(same)
        setter.document = document
        del self.units[self.stay :]
        last = self.units[-1] if self.units else None
        setter.behind(last)
        stretch = last.stretch if last else setter.head
        del setter.tree.pack.objects[stretch.base + stretch.count :]

    def pieces(self, end: int | None = None) -> list[Piece]:
        """What the document is made of up to block `end`, notes apart, which go with their items."""
        setter, known, start = self.setter, self._known, len(self.units)
        for at, block in enumerate(setter.document.blocks[start:end], start):
            unit = known[at] if known else None
            if unit and setter.fits(unit):
                setter.renew(unit)
            else:
                unit = setter.unit(block)
            self.units.append(unit)
        self._known = ()
        return [piece for unit in self.units for piece in unit.pieces]

    def drop(self, unit: int) -> None:
        """Forget the blocks from `unit` on."""
        del self.setter.tree.pack.objects[self.units[unit].stretch.base :]
        del self.units[unit:]
        self.setter.behind(self.units[-1])

    def anchors(self) -> set[str]:
        """Where links may lead."""
        return {anchor for unit in self.units for anchor in unit.anchors}

    def stretches(self) -> list[Stretch]:
        """The elements of the whole document."""
        return [self.setter.head, *(unit.stretch for unit in self.units)]

    def let_go(self) -> None:
        """Forget all that was set but its elements: nothing is set after it."""
        for unit in self.units:
            unit.pieces, unit.notes = [], []

    def forget(self) -> None:
        """Forget all elements but those that are still asked for: all have been painted."""
        for unit in self.units:
            unit.stretch.leaves, unit.stretch.groups = [], unit.stretch.notes()
