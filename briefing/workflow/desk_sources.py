"""The sources of an open briefing: loaded once, with what was found in them and who speaks there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from briefing.errors import LibraryDamagedError
from briefing.library import Library
from briefing.library.deciding import CORRECTED
from briefing.library.locating import place_of
from briefing.model.brief import Pin
from briefing.model.desk import Included, ShownSource
from briefing.model.findings import Attribution, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.workflow.program import analysis_version
from briefing.workflow.shown import label_of, name_speakers, place_key, renamed


class DeskSources:
    """Sources of a library by id; one that was loaded is kept, since a source never changes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sources: dict[str, Source] = {}
        self._said: dict[str, tuple[Attribution, ...]] = {}

    def load(self, ids: Sequence[str]) -> tuple[Source, ...]:
        """The sources of those ids, with the analyst's corrections.

        Raises:
            LibraryDamagedError: if the library lacks one that it had when the briefing was made.
        """
        missing = [source_id for source_id in ids if source_id not in self._sources]
        if missing:
            self._sources |= {
                source.id: self._where_it_lies(source) for source in self._library.sources(missing)
            }
        if any(source_id not in self._sources for source_id in missing):
            raise LibraryDamagedError(
                "the library lacks a source that the briefing quotes",
                where=self._library.path,
                remedy="If it is a copy, copy the file that ends in -wal with it.",
            )
        return tuple(self._sources[source_id] for source_id in ids)

    def _where_it_lies(self, source: Source) -> Source:
        """The source with the path of its original as it is now: it may have been located anew."""
        found = place_of(self._library.store, source.id)
        return replace(source, path=found[0]) if found and found[0] != source.path else source

    def forget(self, source_id: str | None = None) -> None:
        """A source, or every one, may have been corrected: load it anew."""
        if source_id is None:
            self._sources.clear()
            self._said.clear()
        else:
            self._sources.pop(source_id, None)
            self._said.pop(source_id, None)

    def known(self, sources: tuple[Source, ...]) -> dict[str, SourceFindings]:
        """What was found inside the sources, with the speakers that the analyst named."""
        found = self._library.findings(sources, analysis_version())
        return name_speakers(found, self._library.speakers())

    def shown(self, source_id: str) -> ShownSource:
        """A source to look at."""
        (source,) = self.load([source_id])
        (found,) = self._library.sources([source_id], as_read=True)
        findings = self._library.findings((source,), analysis_version()).get(source_id)
        speakers = self._library.speakers()
        kept = self._library.kept([source_id])[source_id]
        began = self._library.began(kept.run)
        return ShownSource(
            source=source,
            kept=kept,
            found=found,
            excerpts=self._library.passages(source_id),
            said=findings.attributions if findings else (),
            corrected=frozenset(
                field for field, item in source.evidence.items() if item.found_in == CORRECTED
            ),
            named={place: name for place, name in speakers.items() if place.source == source_id},
            added=datetime.fromisoformat(began).astimezone().date() if began else None,
        )

    def included(self, pins: Sequence[Pin], trims: Mapping[str, Sequence[int]]) -> list[Included]:
        """What is printed of each of `pins`; `trims` gives start and end by the key of its place."""
        by_id = {
            source.id: source
            for source in self.load(list(dict.fromkeys(pin.passage.source for pin in pins)))
        }
        speakers = self._speakers(pins, by_id)
        made = []
        for pin in pins:
            source, trim = by_id[pin.passage.source], trims.get(place_key(pin.passage, pin.theme))
            start, end = trim or (pin.passage.start, pin.passage.end)
            made.append(
                Included(
                    Passage(source.id, start, end), pin.theme, source.text[start:end],
                    speakers.get(pin.passage), label_of(source), source.published, pin.passage,
                    source.publisher,
                )
            )  # fmt: skip
        return made

    def _speakers(self, pins: Sequence[Pin], by_id: Mapping[str, Source]) -> dict[Passage, str]:
        fresh = tuple(source for source in by_id.values() if source.id not in self._said)
        if fresh:
            found = self._library.findings(fresh, analysis_version())
            self._said |= {one: findings.attributions for one, findings in found.items()}
        named = self._library.speakers()
        said = dict(self._said)
        for place, speaker in named.items():
            if place.source in said:
                said[place.source] = renamed(said[place.source], place, speaker)
        found_in: dict[Passage, str] = {}
        for pin in pins:
            here = said.get(pin.passage.source, ())
            inside = {item.speaker for item in here if pin.passage.overlaps(item.passage)}
            if len(inside) == 1 and (name := inside.pop()):
                found_in[pin.passage] = name
        return found_in | named
