"""What changed since the edition before: told line by line, and marked beside the quotations."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse

from msgspec.structs import replace

from briefing.compose.citation_words import capital
from briefing.compose.retelling import retold
from briefing.compose.sealing import Leaf
from briefing.compose.views import ChangedView, ChangeView, DifferenceView
from briefing.model.changes import Changes, ChangeSort, EditionChange
from briefing.model.document import Block, Inline, Quotation, Quoted, Text
from briefing.model.findings import Conflict
from briefing.model.passage import Excerpt
from briefing.words import Speech, mark

_WORDS = {
    ChangeSort.NEW: mark("NEW"),
    ChangeSort.CONTRADICTED: mark("CHANGED"),
    ChangeSort.CORROBORATED: mark("CHANGED"),
}
"""What is said beside an excerpt; one that only moved is as it was."""
_APART = " · "


Alike = tuple[str, str | None, str | None, Excerpt | None]
"""What became of excerpts, the title of their theme, more on it, and the words to print."""


def told_in_views(
    changes: Changes,
    titles: Mapping[str, str],
    tongue: Speech,
    quote: Callable[[Excerpt], Leaf],
    cite: Callable[[Excerpt], Leaf],
    name: Callable[[str, str, int], ChangedView],
    side_by_side: Callable[[Conflict], DifferenceView],
) -> Iterator[ChangeView]:
    """What the template sees: what weighs, then matters that newly differ, then the others.

    `name` makes a source of its id, what the edition called it, and in how many places it changed.
    """

    def views(some: Iterable[EditionChange], *, weighs: bool = False) -> Iterator[ChangeView]:
        for (what, theme, detail, words), sources in alike(some, titles, tongue).items():
            named = tuple(name(*source, places) for source, places in sources.items())
            shown = quote(words) if words else None, cite(words) if words else None
            yield ChangeView(what, theme, named, detail, *shown, weighs=weighs)

    yield from views(filter(_weighs, changes.changes), weighs=True)
    for matter in map(side_by_side, changes.differences):
        yield ChangeView(
            tongue.say("Newly differing"), matter.about, (ChangedView(matter.sides, None, 1),), None
        )
    yield from views(filterfalse(_weighs, changes.changes))


def _weighs(change: EditionChange) -> bool:
    """Whether what was told before does not stand as it did."""
    lost = change.sort is ChangeSort.CORRECTED and not change.stands
    return lost or change.sort in (ChangeSort.CONTRADICTED, ChangeSort.WITHDRAWN)


def alike(
    changes: Iterable[EditionChange], titles: Mapping[str, str], tongue: Speech
) -> dict[Alike, Counter[tuple[str, str]]]:
    """`changes` in words; of those of which the same is to be said, the sources and in how many places.

    A source is its id and what the edition called it; themes are named by `titles`.
    """
    found: defaultdict[Alike, Counter[tuple[str, str]]] = defaultdict(Counter)
    for item in changes:
        said = item.said
        # Of one that left its place in the order, the two numbers say nothing to a reader.
        turned = item.sort is ChangeSort.MOVED and not item.was
        about = (
            capital(retold(item.sort.value, tongue)) or "",
            titles.get(said.theme, said.theme) or None,  # one that the document lacks, by its id
            None if turned else retold(item.detail, tongue) or None,
            item.told(),
        )
        called = said.label or said.path.rsplit("/", 1)[-1]
        found[about][item.successor or said.source, called] += 1
    return found


def marked(
    blocks: Iterable[Block], changes: Sequence[EditionChange], tongue: Speech
) -> Iterator[Block]:
    """`blocks` in which the displayed quotations that `changes` tell of begin with NEW or CHANGED."""
    words = {
        change.said.passage: _WORDS[change.sort] for change in changes if change.sort in _WORDS
    }
    # What is told of a correction is the excerpt as it stood in the source before.
    corrected = {
        change.said.text: change.said.source
        for change in changes
        if change.sort in (ChangeSort.CORRECTED, ChangeSort.WITHDRAWN)
    }
    reworded = [change.now.passage for change in changes if change.now]
    for block in blocks:
        word = ""
        for inline in block.inlines if isinstance(block, Quotation) else ():
            if isinstance(inline, Quoted):
                before = corrected.get(inline.excerpt.exact, inline.excerpt.passage.source)
                place = inline.excerpt.passage
                other = before != place.source or any(place.overlaps(now) for now in reworded)
                word = word or words.get(place, "CHANGED" if other else "")
        yield _saying(tongue.say(word), block) if word and isinstance(block, Quotation) else block


def _saying(word: str, quotation: Quotation) -> Quotation:
    lead: tuple[Inline, ...] = (Text(word + _APART * bool(quotation.lead)), *quotation.lead)
    return replace(quotation, lead=lead, changed=True)
