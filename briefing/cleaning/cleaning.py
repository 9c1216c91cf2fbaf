"""Article → Source: judges the lines, reads the metadata, names the parts of the head."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from briefing.cleaning.amendments import find_amendments
from briefing.cleaning.doubts import find_doubts
from briefing.cleaning.hand_copies import with_head_by_hand
from briefing.cleaning.heads import read_head
from briefing.cleaning.known import Known, body_lines
from briefing.cleaning.language import guess_language
from briefing.cleaning.lines import Feature, features
from briefing.cleaning.listed import (
    Houses,
    with_house_of_address,
    with_house_of_menus,
    without_houses,
)
from briefing.cleaning.metadata import collect
from briefing.cleaning.page import page_kinds
from briefing.cleaning.releases import EMBARGO, as_release, find_release
from briefing.cleaning.sites import house_key
from briefing.cleaning.stated import mended, stated, told_kinds, with_told
from briefing.cleaning.tagged import with_tags
from briefing.cleaning.textcopy import kinds
from briefing.digests import digest
from briefing.model.source import (
    Amendment,
    Article,
    Evidence,
    Field,
    Kind,
    Notice,
    Segment,
    Source,
)
from briefing.text.spoilt import unspoilt

_NO_HOUSES = Houses()


def clean(article: Article, houses: Houses = _NO_HOUSES) -> Source:
    """Judge each line of `article` and read what it says of itself.

    Every line becomes one segment; what is not found stays `None`. `houses` are the outlets that are known.
    """
    article = _with_right_words(article)
    told = told_kinds(article)
    if told is not None:
        return _source(article, told, told, stated(article))
    found = features(article)
    judged = (
        page_kinds(article, found)
        if article.media_type == "text/html"
        else _copy_kinds(article, found)
    )
    judged = with_told(article, judged)
    release = find_release(article, found, judged)
    if release:
        judged = as_release(judged, release)
    head = read_head(article, found, judged)
    renamed = list(judged)
    for index, kind in head.kinds().items():
        renamed[index] = kind
    named = tuple(renamed)
    doubts = find_doubts(article, found, named)
    said = doubts.told
    if release and release.embargo:
        said = (*said, EMBARGO)
    if doubts.lines:
        judged = tuple(
            Kind.NOTE if index in doubts.lines else kind for index, kind in enumerate(judged)
        )
        named = tuple(
            Kind.NOTE if index in doubts.lines else kind for index, kind in enumerate(named)
        )
    known = collect(article, found, judged, head)
    if release and release.issuer:
        known.setdefault(Field.PUBLISHER, release.issuer)
    source = with_head_by_hand(_source(article, judged, named, known), houses)
    source = with_house_of_menus(without_houses(source, houses), houses)
    source = with_house_of_address(source, houses)
    notices = tuple(Notice(str(article.path), sentence) for sentence in said)
    return replace(source, notices=(*source.notices, *notices)) if notices else source


def _with_right_words(article: Article) -> Article:
    """`article` with what its fields say as it was before programs spoilt it."""
    clues = tuple(
        clue
        if (value := mended(clue.field, clue.value)) == clue.value
        else replace(clue, value=value)
        for clue in article.clues
    )
    return article if clues == article.clues else replace(article, clues=clues)


def _copy_kinds(article: Article, found: Sequence[Feature]) -> tuple[Kind, ...]:
    """The kinds of the lines of a copy; the running heads of printed pages do not part its article."""
    lines = article.lines
    apart = article.pages or article.media_type == "text/plain"
    if not apart or all(line.kind is None for line in lines):
        return with_tags(lines, found, kinds(found))
    open_lines = [index for index, line in enumerate(lines) if line.kind is None]
    some_lines, some = [lines[at] for at in open_lines], [found[at] for at in open_lines]
    judged = dict(zip(open_lines, with_tags(some_lines, some, kinds(some)), strict=True))
    return tuple(judged.get(index, Kind.BOILERPLATE) for index in range(len(lines)))


def _source(
    article: Article, judged: Sequence[Kind], named: Sequence[Kind], known: dict[Field, Known]
) -> Source:
    amended = find_amendments(article, named)
    known = _without_own_name(known)
    return Source(
        id=digest(f"{article.sha256}:{article.index}".encode())[:16],
        path=str(article.path),
        sha256=article.sha256,
        media_type=article.media_type,
        text=article.text,
        segments=_segments(article, named, amended),
        language=_text(known, Field.LANGUAGE) or guess_language(_said(article, judged)),
        title=unspoilt(known[Field.TITLE].values[0]) if Field.TITLE in known else None,
        publisher=_text(known, Field.PUBLISHER),
        authors=known[Field.AUTHORS].values if Field.AUTHORS in known else (),
        published=_day(known, Field.PUBLISHED),
        accessed=_day(known, Field.ACCESSED),
        url=_text(known, Field.URL),
        evidence={field: _evidence(value) for field, value in known.items()},
        notices=article.notices,
        pages=article.pages,
        amendments=tuple(amended.values()),
        page_labels=article.page_labels,
    )


def _without_own_name(known: dict[Field, Known]) -> dict[Field, Known]:
    """`known` without an author who is the house itself: “By The Daily Harbour” names nobody."""
    authors, publisher = known.get(Field.AUTHORS), known.get(Field.PUBLISHER)
    if authors is None or publisher is None:
        return known
    house = house_key(publisher.values[0])
    people = tuple(name for name in authors.values if house_key(name) != house)
    if people == authors.values:
        return known
    others = dict(known)
    del others[Field.AUTHORS]
    return {**others, Field.AUTHORS: replace(authors, values=people)} if people else others


def _segments(
    article: Article, kinds: Sequence[Kind], amended: Mapping[int, Amendment]
) -> tuple[Segment, ...]:
    if amended:
        kinds = [Kind.NOTE if index in amended else kind for index, kind in enumerate(kinds)]
    return tuple(
        [
            Segment(line.start, line.end, kind)
            for line, kind in zip(article.lines, kinds, strict=True)
        ]
    )


def _said(article: Article, judged: Sequence[Kind]) -> Iterator[str]:
    """The article's lines."""
    for index in body_lines(judged):
        line = article.lines[index]
        yield article.text[line.start : line.end]


def _text(known: dict[Field, Known], field: Field) -> str | None:
    return known[field].values[0] if field in known else None


def _day(known: dict[Field, Known], field: Field) -> date | None:
    return date.fromisoformat(known[field].values[0]) if field in known else None


def _evidence(value: Known) -> Evidence:
    return Evidence(value.found_in, value.start, value.end)
