"""What the commands print as JSON: the shapes of `briefing.sources/1` and `briefing.excerpts/1`."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.analysis.candidates import score_paragraph
from briefing.analysis.themes import Matcher
from briefing.model.findings import (
    Attribution,
    Claim,
    Conflict,
    Figure,
    Findings,
    Origin,
    Overtaken,
    Selected,
    SourceFindings,
)
from briefing.model.library import UNGRADED
from briefing.model.passage import Excerpt
from briefing.model.source import Kind, Segment, Source
from briefing.workflow.ingest import Ingested

Json = dict[str, Any]


def sources_report(
    ingested: Ingested,
    found: Sequence[SourceFindings],
    matchers: Sequence[Matcher],
    grades: Mapping[str, str] = {},
) -> Json:
    """`briefing.sources/1`: how each source was read, and what was found in it."""
    by_id = {item.source: item for item in found}
    return {
        "schema": "briefing.sources/1",
        "sources": [
            _source(source, by_id[source.id], matchers, grades.get(source.id, UNGRADED))
            for source in ingested.sources
        ],
        "refused": [{"path": item.where, "error": item.text} for item in ingested.refused],
        "notices": [str(notice) for notice in ingested.notices],
    }


def excerpts_report(findings: Findings) -> Json:
    """`briefing.excerpts/1`: ranked excerpts with reasons, and what stands behind them."""
    return {
        "schema": "briefing.excerpts/1",
        "themes": [
            {
                "id": found.theme.id,
                "title": found.theme.title,
                "excerpts": [_selected(item) for item in found.excerpts],
            }
            for found in findings.themes
        ],
        "corroboration": [
            {
                "theme": found.theme.id,
                "rank": item.rank,
                "sources": [place["source"] for place in (_place(item.excerpt), *_echoes(item))],
                "independent_origins": item.independent_origins,
            }
            for found in findings.themes
            for item in found.excerpts
            if item.also_in
        ]
        + [_claim(claim) for claim in findings.claims],
        "conflicts": [_conflict(conflict) for conflict in findings.conflicts],
        "figures": [_figure(item) for item in findings.figures],
        "chronology": [
            {
                "on": item.on.isoformat(),
                "precision": item.precision.value,
                "words": item.words,
                "inferred_from": item.inferred_from,
                **_place(item.excerpt),
            }
            for item in findings.chronology
        ],
        "gaps": [{"theme": gap.theme, "text": gap.text} for gap in findings.gaps],
        "events": [{"sources": list(event.sources)} for event in findings.events],
        "overtaken": [_overtaken(item) for item in findings.overtaken],
    }


def _source(source: Source, found: SourceFindings, matchers: Sequence[Matcher], grade: str) -> Json:
    return {
        "id": source.id,
        "path": source.path,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "language": source.language,
        "title": source.title,
        "publisher": source.publisher,
        "authors": list(source.authors),
        "published": source.published.isoformat() if source.published else None,
        "accessed": source.accessed.isoformat() if source.accessed else None,
        "url": source.url,
        "evidence": {
            name.value: {"from": item.found_in, "start": item.start, "end": item.end}
            for name, item in source.evidence.items()
        },
        "text": source.text,
        "passages": [_passage(source, segment, matchers) for segment in source.segments],
        "quotations": [_quotation(item) for item in found.attributions],
        "origins": [_origin(item) for item in found.origins],
        "grade": grade,
        "amendments": [
            {
                "start": said.start,
                "end": said.end,
                "text": source.text[said.start : said.end],
                "kind": said.sort.value,
            }
            for said in source.amendments
        ],
    }


def _passage(source: Source, segment: Segment, matchers: Sequence[Matcher]) -> Json:
    scores = (
        [score_paragraph(source, segment, matcher) for matcher in matchers]
        if segment.kind is Kind.BODY
        else []
    )
    return {
        "start": segment.start,
        "end": segment.end,
        "text": source.text[segment.start : segment.end],
        "kind": segment.kind.value,
        "themes": [
            {"id": score.theme, "score": score.value, "because": list(score.because)}
            for score in scores
            if score.value > 0
        ],
    }


def _quotation(item: Attribution) -> Json:
    return {
        "start": item.passage.start,
        "end": item.passage.end,
        "text": item.text,
        "speaker": item.speaker,
        "speaker_as_written": item.as_written,
        "role": item.role,
        "cue": item.cue,
        "form": item.form.value,
    }


def _origin(item: Origin) -> Json:
    return {
        "name": item.name,
        "evidence": item.evidence,
        "start": item.passage.start,
        "end": item.passage.end,
    }


def _selected(item: Selected) -> Json:
    return {
        "rank": item.rank,
        **_place(item.excerpt),
        "score": item.score,
        "because": list(item.because),
        "speaker": item.speaker,
        "origin": item.origin,
        "also_in": _echoes(item),
        "independent_origins": item.independent_origins,
    }


def _echoes(item: Selected) -> list[Json]:
    return [
        {
            "source": echo.excerpt.passage.source,
            "start": echo.excerpt.passage.start,
            "end": echo.excerpt.passage.end,
            "similarity": echo.similarity,
        }
        for echo in item.also_in
    ]


def _claim(claim: Claim) -> Json:
    return {
        "theme": None,
        "rank": None,
        "claim": claim.excerpts[0].exact,
        "sources": [excerpt.passage.source for excerpt in claim.excerpts],
        "places": [_place(excerpt) for excerpt in claim.excerpts],
        "independent_origins": claim.independent_origins,
    }


def _figure(item: Figure) -> Json:
    return {
        "value": item.value,
        "unit": item.unit,
        "amount": item.amount,
        "bound": item.bound.value,
        "subject": item.subject,
        "time": item.time,
        **_place(item.excerpt),
        "also_in": [_place(excerpt) for excerpt in item.also_in],
        "independent_origins": item.independent_origins,
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "about": conflict.about,
        "because": list(conflict.because),
        "positions": [
            {
                "value": position.value,
                **_place(position.excerpt),
                "also_in": [_place(excerpt) for excerpt in position.also],
            }
            for position in conflict.positions
        ],
    }


def _overtaken(item: Overtaken) -> Json:
    return {
        "plan": _place(item.plan),
        "report": _place(item.report),
        "because": list(item.because),
    }


def _place(excerpt: Excerpt) -> Json:
    passage = excerpt.passage
    return {
        "source": passage.source,
        "start": passage.start,
        "end": passage.end,
        "text": excerpt.exact,
    }
