"""The library as sources to compare with."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, field

from briefing.library.holding import Library
from briefing.model.findings import Attribution, SourceFindings
from briefing.model.report import Strength
from briefing.verify.searching import Index
from briefing.verify.shelf import Clue, Held, tell, tell_likely
from briefing.workflow.program import analysis_version
from briefing.workflow.reckoning import times_of
from briefing.workflow.shown import name_speakers

_AT_ONCE = 500
_MOST = 60
"""Likely sources that are asked whether a citation tells them."""


class LibraryShelf(Struct):
    """Sources of `library`, loaded when a citation tells them; all are read through once, if need be."""

    library: Library
    strength: Strength = Strength.LIBRARY
    _held: dict[str, Held] = field(default_factory=dict)
    _told: dict[Clue, Sequence[Held]] = field(default_factory=dict)
    _heard: dict[str, SourceFindings] = field(default_factory=dict)
    _index: Index = field(default_factory=Index)
    _ids: Sequence[str] = ()

    def told(self, clue: Clue) -> Sequence[Held]:
        """The sources that `clue` tells."""
        if clue not in self._told:
            ids = [key for head in clue.digests for key in self.library.resolve(head)]
            named = self._load(ids)
            self._told[clue] = tell(clue, named) if named else tell_likely(clue, self, _MOST)
        return self._told[clue]

    def likely(self, printed: str, most: int) -> Sequence[Held]:
        """At most so many sources that may hold the words `printed`, the likeliest first."""
        if not self._index.count:
            self._ids = self.library.ids()
            for at in range(0, len(self._ids), _AT_ONCE):
                for source in self.library.sources(self._ids[at : at + _AT_ONCE], as_read=True):
                    self._index.add(
                        f"{source.text} {source.title or ''} {source.url or ''} {source.path}"
                    )
        return self._load([self._ids[number] for number in self._index.likely(printed, most)])

    def said(self, held: Held) -> Sequence[Attribution]:
        """What is reported in a source as said, the analyst's names of speakers among it."""
        key = held.source.id
        if key not in self._heard:
            found = self.library.findings((held.source,), analysis_version())
            self._heard |= name_speakers(found, self.library.speakers())
        return self._heard[key].attributions if key in self._heard else ()

    def times(self, words: str, day: date, language: str | None) -> Sequence[str]:
        """The days that `words` in a language lead to when written on `day`."""
        return times_of(words, day, language)

    def _load(self, ids: Sequence[str]) -> list[Held]:
        lacking = [key for key in ids if key not in self._held]
        for source in self.library.sources(lacking, as_read=True) if lacking else ():
            self._held[source.id] = Held(source)
        return [self._held[key] for key in ids if key in self._held]
