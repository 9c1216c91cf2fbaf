"""Quotations that are new or changed since the edition before say so, and are marked for a bar."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefing.model.changes import ChangeSort, EditionChange
from briefing.model.document import Block, Inline, Quotation, Quoted, Text
from briefing.model.passage import Passage
from briefing.words import Speech, mark

_WORDS = {
    ChangeSort.NEW: mark("NEW"),
    ChangeSort.CONTRADICTED: mark("CHANGED"),
    ChangeSort.CORROBORATED: mark("CHANGED"),
}
"""What is said beside an excerpt; one that only moved is as it was."""
_APART = " · "


def marked(
    blocks: Iterable[Block], changes: Sequence[EditionChange], tongue: Speech
) -> Iterator[Block]:
    """`blocks` in which the displayed quotations that `changes` tell of begin with NEW or CHANGED."""
    words = {
        Passage(change.said.source, change.said.start, change.said.end): _WORDS[change.sort]
        for change in changes
        if change.sort in _WORDS
    }
    # What is told of a correction is the excerpt as it stood in the source before.
    corrected = {
        change.said.text: change.said.source
        for change in changes
        if change.sort is ChangeSort.CORRECTED
    }
    for block in blocks:
        word = ""
        for inline in block.inlines if isinstance(block, Quotation) else ():
            if isinstance(inline, Quoted):
                before = corrected.get(inline.excerpt.exact, inline.excerpt.passage.source)
                again = "CHANGED" if before != inline.excerpt.passage.source else ""
                word = word or words.get(inline.excerpt.passage, again)
        yield _saying(tongue.say(word), block) if word and isinstance(block, Quotation) else block


def _saying(word: str, quotation: Quotation) -> Quotation:
    lead: tuple[Inline, ...] = (Text(word + _APART * bool(quotation.lead)), *quotation.lead)
    return replace(quotation, lead=lead, changed=True)
