"""What the document of an open briefing is made of, read from its library."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefing.library import Library
from briefing.model.brief import NAMING, Brief, Pin
from briefing.model.citing import mentions_in
from briefing.model.desk import Desk
from briefing.model.passage import Passage
from briefing.model.theme import Theme
from briefing.workflow.catalogue import find_template
from briefing.workflow.desk_sources import DeskSources
from briefing.workflow.draft import Draft
from briefing.workflow.editions import successors_of
from briefing.workflow.order import today
from briefing.workflow.witnesses import Witnesses

_NEAREST = 60
"""Excerpts of each theme whose sources an excerpt is compared with."""
_COMPARED = 60
"""Most sources it is compared among."""


class Drafting:
    """Makes drafts from the decisions of a desk, the sources of a library and its editions."""

    def __init__(self, library: Library, sources: DeskSources, witnesses: Witnesses) -> None:
        self._library, self._sources, self._witnesses = library, sources, witnesses

    def draft(self, desk: Desk, themes: Mapping[str, Theme], against: int | None = None) -> Draft:
        """All that the document is made of, as values; `against` numbers the edition to compare with."""
        settings, series = desk.settings, desk.settings.title or desk.name
        # A theme may be on its way to the disk still.
        included = [item for item in desk.included if item.theme in themes]
        used = {item.theme for item in included}
        printed = tuple(theme for theme in themes.values() if theme.id in used)
        brief = Brief(
            date=today(),
            title=series,
            recipient=settings.recipient or None,
            author=settings.author or None,
            marking=settings.marking or None,
            themes=tuple(theme.id for theme in printed),
            template=settings.template,
            citation_style=settings.citation_style,
            limit=0,
            notes=desk.notes,
            pins=tuple(Pin(item.passage, item.theme) for item in included),
            source_list=not (settings.no_source_list and settings.citation_style in NAMING),
            language=settings.language,
        )
        ids = [item.passage.source for item in included]
        ids += self._cited(desk, ids)
        sources = self._sources.load(list(dict.fromkeys(ids)))
        previous = self._library.edition(against) if against else self._library.latest(series)
        return Draft(
            brief, sources, printed, find_template(settings.template),
            self._sources.known(sources), previous,
            successors_of(previous, sources, self._library) if previous else {},
            named=len(self._library.speakers().keys() & {item.whole for item in included}),
            marks_changes=settings.mark_changes,
        )  # fmt: skip

    def _cited(self, desk: Desk, ids: Sequence[str]) -> list[str]:
        """Ids of the sources that the analyst's own words cite; they may stand in `ids` already."""
        found = []
        for head in (mention.source for note in desk.notes for mention in mentions_in(note.text)):
            known = [one for one in ids if one.startswith(head)]
            found += known or self._library.resolve(head)[:1]
        return found

    def comparing(self, passage: Passage, desk: Desk, themes: Mapping[str, Theme]) -> Draft:
        """What an excerpt is compared among: the briefing's sources and those nearest to its themes."""
        draft = self.draft(desk, themes)
        answering = self._library.answering(tuple(themes), _NEAREST, None, None)
        mine = [source.id for source in draft.sources]
        near = [*self._witnesses.near(passage), *sorted(answering)]
        ids = list(dict.fromkeys([*mine, passage.source, *near]))[:_COMPARED]
        sources = self._sources.load(ids)
        pins = draft.brief.pins
        if passage not in {pin.passage for pin in pins}:
            pins = (*pins, Pin(passage, next(iter(themes))))
        return replace(
            draft, brief=replace(draft.brief, pins=pins), sources=sources,
            themes=tuple(themes.values()), known=self._sources.known(sources), previous=None,
        )  # fmt: skip
