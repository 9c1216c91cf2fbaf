"""The analyst's own sentences as a document prints them: their words, and the notes they cite by."""

from collections.abc import Callable, Container, Iterator, Sequence

from msgspec import Struct

from briefing.compose.sealing import Leaf, leaf
from briefing.errors import RecipeError
from briefing.model.brief import Note
from briefing.model.citing import Mention, mentions_in, parts_of
from briefing.model.document import Inline, Judgment
from briefing.model.passage import Excerpt
from briefing.model.source import Source

KEY_POINTS = "key-points"
"""The section that is printed first."""
Cite = Callable[[Sequence[Excerpt]], Leaf]


class OwnWords(Struct, frozen=True):
    """The notes of a brief, by section; `cite` makes the citation of excerpts."""

    notes: Sequence[Note]
    sources: Sequence[Source]
    cite: Cite

    def printed(self, section: str) -> list[Leaf]:
        """The sentences of a section, each as one leaf.

        Raises:
            RecipeError: if a mention leads to no place in the sources.
        """
        return [self._leaf(note) for note in self.notes if note.section == section]

    def others(self, printed: Container[str]) -> dict[str, list[Leaf]]:
        """The sentences of all sections that are not among those `printed`."""
        names = dict.fromkeys(note.section for note in self.notes)
        return {name: self.printed(name) for name in names if name not in printed}

    def cited(self, section: str) -> Iterator[str]:
        """Ids of the sources that a section cites, in their order."""
        for note in self.notes:
            for mention in mentions_in(note.text) if note.section == section else ():
                yield excerpt_of(mention, self.sources).passage.source

    def _leaf(self, note: Note) -> Leaf:
        inlines: list[Inline] = []
        waiting: list[Excerpt] = []
        for part in (*parts_of(note.text), ""):
            if isinstance(part, Mention):
                waiting.append(excerpt_of(part, self.sources))
                continue
            if waiting:
                # What is mentioned side by side is one note.
                inlines += self.cite(waiting).inlines
                waiting = []
            if part:
                inlines.append(Judgment(part))
        return leaf(*inlines)


def excerpt_of(mention: Mention, sources: Sequence[Source]) -> Excerpt:
    """The words that are mentioned.

    Raises:
        RecipeError: if no source, or more than one, begins so, or it has no such place.
    """
    found = [source for source in sources if source.id.startswith(mention.source)]
    if len(found) != 1 or not 0 <= mention.start < mention.end <= len(found[0].text):
        raise RecipeError(
            f"a note cites “{mention}”, which is no place in a source of this briefing",
            remedy="Choose the quotation anew, or take the brackets out.",
        )
    return Excerpt.cut(found[0], mention.start, mention.end)
