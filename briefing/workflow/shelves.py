"""How a library is kept up to date with the program."""

from collections.abc import Sequence
from contextlib import suppress

from briefing.analysis.body import Body
from briefing.analysis.differences import claims_of, differences_among
from briefing.analysis.events import ALONE, company_of
from briefing.analysis.examining import examine
from briefing.analysis.rating import rate
from briefing.analysis.themes import Matcher, compile_themes
from briefing.errors import LibraryDamagedError, UsageError
from briefing.library import Access, Library
from briefing.model.findings import SourceFindings
from briefing.model.library import Examined
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.workflow.opening import library_path, open_shelf
from briefing.workflow.program import analysis_version, theme_version
from briefing.workflow.progress import Progress, silent
from briefing.workflow.wording import lexicon

__all__ = ["Access", "Library", "library_path", "only", "open_shelf", "settle"]

_TOGETHER = 200
"""Sources that are analysed anew in one transaction."""


def settle(library: Library, themes: Sequence[Theme], progress: Progress = silent) -> None:
    """Analyse anew what another version of the program analysed, and rate what `themes` lack."""
    library.register([(theme.id, theme.title, theme_version(theme)) for theme in themes])
    versions = {theme.id: theme_version(theme) for theme in themes}
    matchers = compile_themes(themes)
    total = library.total()
    done = _renew(library, matchers, versions, progress, total)
    if done >= total:
        library.completed(versions)
    for matcher in matchers:
        _rate(library, matcher, versions, progress, total)
    compare(library, progress)


def examined(source: Source, matchers: Sequence[Matcher]) -> Examined:
    """A source with all that is found in it."""
    body = Body(source)
    found = examine(source, lexicon(), body.words)
    rated = rate(body, matchers, found)
    return Examined(source, found, rated, claims_of(body))


def compare(library: Library, progress: Progress = silent) -> None:
    """Look for what contradicts the sources that were not yet compared with the others."""
    while new := library.uncompared(_TOGETHER):
        progress("Comparing", new[0][0], new[-1][0])
        last = new[-1][0]
        rivals = {source_id: library.rivals(number) for number, source_id in new}
        groups = [[*others, source_id] for source_id, others in rivals.items() if others]
        # What is rare among the latest sources tells one event from another.
        company = (
            company_of(_sound(library, library.last_sources(last, _TOGETHER))) if groups else ALONE
        )
        found = [(group, differences_among(_sound(library, group), company)) for group in groups]
        library.keep_conflicts(last, found)


def _sound(library: Library, ids: Sequence[str]) -> list[Source]:
    """Those sources that are whole: `check` tells of the others, and the rest is worked with."""
    found: list[Source] = []
    for source_id in ids:
        with suppress(LibraryDamagedError):
            found += library.sources([source_id], as_read=True)
    return found


def _renew(
    library: Library, matchers: Sequence[Matcher], versions: dict[str, str], progress: Progress,
    total: int,
) -> int:  # fmt: skip
    program = analysis_version()
    done = 0
    while ids := library.stale(program, _TOGETHER):
        progress("Analysing again", done, total)
        sources = library.sources(ids, as_read=True)
        library.renew([examined(source, matchers) for source in sources], program, versions)
        done += len(ids)
    return done


def _rate(
    library: Library, matcher: Matcher, versions: dict[str, str], progress: Progress, total: int
) -> None:
    theme = matcher.theme.id
    done = 0
    while ids := library.unrated(theme, _TOGETHER):
        progress(f"Looking for {matcher.theme.title}", done, total)
        sources = library.sources(ids, as_read=True)
        found = library.findings(sources, analysis_version())
        rated = [_rated(source, matcher, found.get(source.id)) for source in sources]
        library.rate(theme, rated, versions)
        done += len(ids)


def _rated(source: Source, matcher: Matcher, found: SourceFindings | None) -> Examined:
    found = found or examine(source, lexicon())
    return Examined(source, found, rate(Body(source), (matcher,), found))


def only(ids: Sequence[str], named: str) -> str:
    """The one source that `named` leads to.

    Raises:
        UsageError: if there is none, or several.
    """
    if len(ids) == 1:
        return ids[0]
    trouble = "no source in the library" if not ids else f"{len(ids)} sources"
    raise UsageError(f"“{named}” names {trouble}", remedy="`briefing search` shows the ids.")
