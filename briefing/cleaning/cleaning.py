"""Article → Source: judges the lines, reads the metadata, names the parts of the head."""

import hashlib
from collections.abc import Sequence
from datetime import date

from briefing.cleaning.heads import Head, read_head
from briefing.cleaning.language import guess_language
from briefing.cleaning.lines import features
from briefing.cleaning.metadata import Known, collect
from briefing.cleaning.page import page_kinds
from briefing.cleaning.textcopy import kinds
from briefing.model.source import Article, Evidence, Field, Kind, Segment, Source


def clean(article: Article) -> Source:
    """Judge each line of `article` and read what it says of itself.

    Every line becomes one segment; what is not found stays `None`.
    """
    found = features(article)
    judged = page_kinds(article, found) if article.media_type == "text/html" else kinds(found)
    head = read_head(article, found, judged)
    known = collect(article, found, judged, head)
    return Source(
        id=hashlib.sha256(f"{article.sha256}:{article.index}".encode()).hexdigest()[:16],
        path=str(article.path),
        sha256=article.sha256,
        media_type=article.media_type,
        text=article.text,
        segments=_segments(article, judged, head),
        language=_text(known, Field.LANGUAGE) or guess_language(_body_text(article, judged)),
        title=_text(known, Field.TITLE),
        publisher=_text(known, Field.PUBLISHER),
        authors=known[Field.AUTHORS].values if Field.AUTHORS in known else (),
        published=_day(known, Field.PUBLISHED),
        accessed=_day(known, Field.ACCESSED),
        url=_text(known, Field.URL),
        evidence={field: _evidence(value) for field, value in known.items()},
        notices=article.notices,
    )


def _segments(article: Article, judged: Sequence[Kind], head: Head) -> tuple[Segment, ...]:
    renamed = head.kinds()
    return tuple(
        Segment(line.start, line.end, renamed.get(index, kind))
        for index, (line, kind) in enumerate(zip(article.lines, judged, strict=True))
    )


def _body_text(article: Article, judged: Sequence[Kind]) -> str:
    lines = zip(article.lines, judged, strict=True)
    return " ".join(
        article.text[line.start : line.end] for line, kind in lines if kind is Kind.BODY
    )


def _text(known: dict[Field, Known], field: Field) -> str | None:
    return known[field].values[0] if field in known else None


def _day(known: dict[Field, Known], field: Field) -> date | None:
    return date.fromisoformat(known[field].values[0]) if field in known else None


def _evidence(value: Known) -> Evidence:
    return Evidence(value.found_in, value.start, value.end)
