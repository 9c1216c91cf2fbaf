"""Runs the whole analysis: sources and themes in, findings out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.backing import backing
from briefing.analysis.body import Body, Wording
from briefing.analysis.candidates import Candidate, candidates
from briefing.analysis.corroboration import independent_origins, origin_at, speaker_in, voices
from briefing.analysis.differences import Evidence, Matters, find_matters, look_ahead, look_closer
from briefing.analysis.events import find_events
from briefing.analysis.examining import examine
from briefing.analysis.gaps import Behind, find_gaps
from briefing.analysis.lexicon import Lexicon
from briefing.analysis.selection import Choice, Wishes, select
from briefing.analysis.themes import Matcher, compile_themes
from briefing.model.brief import Drop, Pin
from briefing.model.findings import Findings, Selected, SourceFindings, ThemeFindings
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.uncollected import uncollected

_FIGURES = 2
"""Figures that are handed on for each excerpt a theme may have: talking points stay short."""

_MANY = 4_000_000
"""Characters of sources from which on their words are not kept, but cut again by who needs them."""


class Scope(Struct, frozen=True):
    """How much is chosen: excerpts a theme, words an excerpt, and the analyst's pins and drops.

    `today` is the day of the briefing.
    """

    limit: int
    longest: int | None = None
    pins: tuple[Pin, ...] = ()
    drops: tuple[Drop, ...] = ()
    today: date | None = None


class Known(Struct, frozen=True):
    """What was found before, so that nobody looks again: by source id, and among all sources.

    `matters` is asked late, for it may be a wait; it may know nothing.
    """

    findings: Mapping[str, SourceFindings] = {}
    matters: Callable[[], Matters | None] | None = None


NOTHING = Known()


class Survey(Struct, frozen=True):
    """What was found in sources for themes before anything is chosen: the costly part."""

    sources: Mapping[str, Source]
    found: Mapping[str, SourceFindings]
    first: Mapping[str, str]
    by_theme: Mapping[str, Sequence[Candidate]]
    answered: frozenset[str]
    """The themes to which something answers, be it too long to be printed."""
    rest: Findings
    """All that does not hang on what is chosen."""


def analyse(
    sources: Sequence[Source],
    themes: Sequence[Theme],
    lexicon: Lexicon,
    scope: Scope,
    known: Known = NOTHING,
) -> Findings:
    """Find the excerpts of each theme within `scope`, and what stands behind them.

    Raises:
        PassageRangeError: if a pin lies outside its source.
    """
    return choose(survey(sources, themes, lexicon, scope, known), themes, scope)


def survey(
    sources: Sequence[Source],
    themes: Sequence[Theme],
    lexicon: Lexicon,
    scope: Scope,
    known: Known = NOTHING,
) -> Survey:
    """Look through `sources`; of `scope` only the words an excerpt may have and the day count."""
    with uncollected():
        return _survey(sources, themes, lexicon, scope, known)


def _survey(
    sources: Sequence[Source],
    themes: Sequence[Theme],
    lexicon: Lexicon,
    scope: Scope,
    known: Known,
) -> Survey:
    by_id = {source.id: source for source in sources}
    # First, while nothing else is held: what groups them takes much memory, and leaves it again.
    events = None if known.matters else find_events(sources)
    evidence, answers = _read(sources, lexicon, known.findings, themes)
    matters = (known.matters and known.matters()) or find_matters(evidence, events)
    found, first = evidence.found, matters.reprint_of
    rest = replace(
        look_closer(evidence, matters, answers),
        by_source=tuple(found.values()),
        gaps=tuple(find_gaps(themes, answers, sources, Behind(found, first, scope.today))),
        voices=voices(sources, found, first),
    )
    answered = frozenset(theme for theme, items in answers.items() if items)
    by_theme = {theme: _of_length(items, scope.longest) for theme, items in answers.items()}
    return Survey(by_id, found, first, by_theme, answered, rest)


def _of_length(items: Sequence[Candidate], longest: int | None) -> Sequence[Candidate]:
    """The candidates of at most `longest` words: a page may want them short."""
    if longest is None:
        return items
    return [item for item in items if item.words <= longest]


def _read(
    sources: Sequence[Source],
    lexicon: Lexicon,
    known: Mapping[str, SourceFindings],
    themes: Sequence[Theme] = (),
) -> tuple[Evidence, dict[str, list[Candidate]]]:
    """What is in each source, and the candidates of each theme: one source after the other."""
    told: dict[str, Wording] = {}
    found: list[tuple[Matcher, list[Candidate]]] = [
        (matcher, []) for matcher in compile_themes(themes)
    ]
    many = sum(len(source.text) for source in sources) > _MANY
    bodies: list[Body] = []
    findings: dict[str, SourceFindings] = {}
    for source in sources:
        body = Body(source, told)
        bodies.append(body)
        findings[source.id] = known.get(source.id) or examine(source, lexicon, body.words)
        for matcher, items in found:
            items.extend(candidates(body, matcher))
        body.words.forget()
        if many:
            look_ahead(body)
            body.forget()
    by_theme = {matcher.theme.id: items for matcher, items in found}
    return Evidence(sources, findings, bodies), by_theme


def matters_among(
    sources: Sequence[Source], lexicon: Lexicon, known: Mapping[str, SourceFindings]
) -> Matters:
    """What `sources` tell of the same things; `known` is what was found in each."""
    evidence, _ = _read(sources, lexicon, known)
    return find_matters(evidence)


def choose(surveyed: Survey, themes: Sequence[Theme], scope: Scope) -> Findings:
    """Choose from what was surveyed.

    Raises:
        PassageRangeError: if a pin lies outside its source.
    """
    by_id, found, first = surveyed.sources, surveyed.found, surveyed.first
    behind = backing(by_id, found, first, surveyed.rest)
    wishes = Wishes(scope.limit, scope.pins, scope.drops)
    chosen = select(surveyed.by_theme, by_id, wishes, surveyed.rest.conflicts, behind)
    results = tuple(
        ThemeFindings(
            theme,
            tuple(
                _selected(rank, choice, by_id, found, first)
                for rank, choice in enumerate(chosen[theme.id], 1)
            ),
            theme.id in surveyed.answered,
        )
        for theme in themes
    )
    figures = surveyed.rest.figures[: scope.limit * _FIGURES]
    return replace(surveyed.rest, themes=results, figures=figures)


def _selected(
    rank: int,
    choice: Choice,
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    first: Mapping[str, str],
) -> Selected:
    excerpt = choice.candidate.excerpt
    place = excerpt.passage
    places = [place, *(echo.excerpt.passage for echo in choice.echoes)]
    count = independent_origins(places, sources, found, first)
    origin = origin_at(place, sources[place.source], found.get(place.source))
    because = choice.candidate.because
    if choice.echoes:
        because += (_echoed(len(places), count),)
    return Selected(
        rank=rank,
        excerpt=excerpt,
        score=round(choice.candidate.score, 3),
        because=because,
        speaker=speaker_in(place, found.get(place.source)),
        origin=origin.name if origin else None,
        also_in=choice.echoes,
        independent_origins=count,
        pinned=choice.pinned,
    )


def _echoed(places: int, count: int) -> str:
    behind = "one origin" if count == 1 else f"{count} independent origins"
    return f"said in {places} sources, {behind}"
