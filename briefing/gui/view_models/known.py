"""Excerpts that were shown already: what an act makes of the briefing shows without asking for them."""

from collections.abc import Iterable

from briefing.model.desk import Included, ShownCard, ShownSource
from briefing.model.passage import Passage

_MOST = 4096
"""Cards that are remembered."""
_ON_ITS_WAY = "…"


class Known:
    """Remembers the cards of the list, and the source that was looked at last."""

    def __init__(self) -> None:
        self._cards: dict[Passage, ShownCard] = {}
        self._source: ShownSource | None = None

    def remember(self, cards: Iterable[ShownCard]) -> None:
        """These cards were shown."""
        self._cards |= {card.passage: card for card in cards}
        for passage in list(self._cards)[:-_MOST]:
            del self._cards[passage]

    def remember_source(self, shown: ShownSource) -> None:
        """This source was shown."""
        self._source = shown

    def words(self, passage: Passage) -> str:
        """The words at `passage`, as far as they were shown; an ellipsis else."""
        if card := self._cards.get(passage):
            return card.text
        source = self._source.source if self._source else None
        if source and source.id == passage.source:
            return source.text[passage.start : passage.end]
        return _ON_ITS_WAY

    def included(self, passage: Passage, theme: str) -> Included:
        """The excerpt at `passage` as it will stand under `theme`."""
        card = self._cards.get(passage)
        if card is not None:
            return Included(
                passage, theme, card.text, card.speaker, card.label, card.published, passage,
                card.publisher,
            )  # fmt: skip
        kept = (
            self._source.kept if self._source and self._source.kept.id == passage.source else None
        )
        label = (kept.publisher or kept.title or "") if kept else ""
        day = kept.published if kept else None
        name = kept.publisher if kept else None
        return Included(passage, theme, self.words(passage), None, label, day, passage, name)
