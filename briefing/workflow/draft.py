"""The briefing in the making as a document: what the window's page shows is what export writes.

A draft is made on the library's thread and is values only; from there on everything is pure, so it
can be set on another thread. What was found in the same sources is not looked for again.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.analyse import Known, Scope, Survey, choose, survey
from briefing.analysis.bearing import bearing_on_themes, resting_on
from briefing.compose import Material, Template, compose
from briefing.model.brief import Brief
from briefing.model.changes import Changes, Successor
from briefing.model.document import Document
from briefing.model.findings import Findings, SourceFindings
from briefing.model.library import Edition
from briefing.model.output import Written
from briefing.model.source import Source, notices_of
from briefing.model.theme import Theme
from briefing.workflow.editions import changes_since, said_in
from briefing.workflow.wording import lexicon
from briefing.workflow.writing import press

__all__ = ["Draft", "Drafted", "LivePage", "Survey", "survey_of", "whole"]

if TYPE_CHECKING:
    from briefing.writers.pdf import Press


class Draft(Struct, frozen=True):
    """All that a document is made of: the order, the sources quoted, what is known of them."""

    brief: Brief
    sources: tuple[Source, ...]
    themes: tuple[Theme, ...]
    template: Template
    known: Mapping[str, SourceFindings]
    previous: Edition | None = None
    successors: Mapping[str, Successor] = {}
    named: int = 0
    """Quotations whose speaker the analyst named."""
    marks_changes: bool = False
    """Whether the document says what changed since `previous`."""


class Drafted(Struct, frozen=True):
    """A draft made into a document. It is `whole` once the evidence is that of today's sources."""

    draft: Draft
    document: Document
    findings: Findings
    whole: bool = True
    changes: Changes | None = None


class LivePage:
    """Sets one draft after another; not for use by two threads at once."""

    def __init__(self) -> None:
        self._press: Press | None = None
        self._seen: Survey | None = None
        self._key: object = None

    def quick(self, draft: Draft) -> Drafted:
        """The document with the evidence known so far, if that can be printed; else `whole`."""
        if self._seen is None or self._key == _key(draft):
            return self.whole(draft)
        now = {source.id: source for source in draft.sources}
        by_theme = {
            theme.id: tuple(
                item
                for item in self._seen.by_theme.get(theme.id, ())
                if item.excerpt.passage.source in now
            )
            for theme in draft.themes
        }
        seen = replace(
            self._seen, sources=now, found=draft.known, by_theme=by_theme,
            first={source_id: self._seen.first.get(source_id, source_id) for source_id in now},
            rest=_within(self._seen.rest, now.keys()),
        )  # fmt: skip
        return _drafted(draft, seen, whole=False)

    def whole(self, draft: Draft) -> Drafted:
        """The document with everything that is found in its sources."""
        if self._seen is None or self._key != _key(draft):
            self._seen = _surveyed(draft)
            self._key = _key(draft)
        return _drafted(draft, self._seen)

    def adopt(self, draft: Draft, seen: Survey) -> Drafted:
        """The whole document, with what `survey_of` found for this draft elsewhere meanwhile."""
        self._seen, self._key = seen, _key(draft)
        return _drafted(draft, seen)

    def write(self, document: Document) -> Written:
        """The PDF that export would write, not compressed, with where everything lies on it."""
        if self._press is None:
            self._press = press()
        return self._press.write(document)


def survey_of(draft: Draft) -> Survey:
    """What is found in the sources of `draft`: the part that takes time, for another thread."""
    return _surveyed(draft)


def whole(draft: Draft) -> Drafted:
    """The document of `draft`, with everything that is found in its sources."""
    return _drafted(draft, _surveyed(draft))


def _within(found: Findings, ids: AbstractSet[str]) -> Findings:
    """What of `found` rests on the sources `ids` alone."""
    return replace(
        resting_on(found, lambda words: all(item.passage.source in ids for item in words)),
        by_source=tuple(item for item in found.by_source if item.source in ids),
        events=tuple(item for item in found.events if set(item.sources) <= ids),
        voices=tuple(group for group in found.voices if set(group) <= ids),
    )


def _key(draft: Draft) -> object:
    """What the survey hangs on."""
    ids = tuple(source.id for source in draft.sources)
    return ids, draft.themes, draft.template.longest, draft.brief.date, dict(draft.known)


def _scope(draft: Draft) -> Scope:
    return Scope(0, draft.template.longest, draft.brief.pins, (), draft.brief.date)


def _surveyed(draft: Draft) -> Survey:
    return survey(draft.sources, draft.themes, lexicon(), _scope(draft), Known(draft.known))


def _drafted(draft: Draft, seen: Survey, *, whole: bool = True) -> Drafted:
    findings = bearing_on_themes(choose(seen, draft.themes, _scope(draft)))
    changes = None
    if draft.previous:
        said = said_in(findings, draft.sources, draft.template.names())
        changes = changes_since(
            draft.previous, said, draft.sources, draft.successors, findings.conflicts
        )
    notices = notices_of(draft.sources)
    told = changes if draft.marks_changes else None
    material = Material(draft.brief, draft.sources, findings, (), notices, None, told)
    return Drafted(draft, compose(material, draft.template), findings, whole, changes)
