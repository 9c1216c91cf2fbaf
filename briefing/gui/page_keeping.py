"""Keeping a reader's place while the page changes: which printed words are which. No Qt.

Lengths are pixels of the view, as in `page_layout`.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from briefing.gui.page_layout import PageLayout, excerpts
from briefing.model.output import Region
from briefing.model.passage import Passage


class Held(Struct, frozen=True):
    """Where a view is scrolled to, and by the how manieth quotation of its page it was held there."""

    top: float = 0.0
    by: int | None = None


def place_after(
    old: PageLayout, was: Iterable[Region], new: PageLayout, now: Iterable[Region], held: Held
) -> Held:
    """Where to scroll in `new` so that what stood at the top of the view in `old` stays there.

    `was` and `now` are the regions of the two in the order of the page. What held the view before
    holds it again, for a person who has not scrolled since looks at that; else it is the quotation
    nearest below the top that is in both, or the one nearest above.
    """
    before, after = _begins(was), _begins(now)
    offsets = [old.box(region)[1] - held.top for region in before]

    def nearness(pair: tuple[int, int]) -> tuple[bool, bool, float]:
        offset = offsets[pair[0]]
        return pair[0] != held.by, offset < 0, abs(offset)

    pairs = list(_same(before, after))
    if not pairs:
        return Held(held.top)
    here, there = min(pairs, key=nearness)
    return Held(new.box(after[there])[1] - offsets[here], there)


def _same(before: Sequence[Region], after: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Which of `before` is which of `after`.

    Words may be printed often, under a theme, in a summary, beside what differs from them: what
    stands around them tells which is which.
    """
    old, new = ([region.passage for region in regions] for regions in (before, after))
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield block.a + step, block.b + step


def _begins(regions: Iterable[Region]) -> list[Region]:
    """Where each quotation begins, as often as it is printed; not where it goes on over a page."""
    found: list[Region] = []
    last: Passage | None = None
    for region in excerpts(regions):
        if region.passage and region.passage != last:
            found.append(region)
        last = region.passage
    return found
