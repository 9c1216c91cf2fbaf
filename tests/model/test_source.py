"""What of a source is its article."""

import pytest
from msgspec.structs import replace

from briefing.model.source import Kind, Notice, Segment, Source, notices_of

_BODY, _HEADING, _OTHER = Kind.BODY, Kind.HEADING, Kind.TEASER


def _source(kinds: tuple[Kind, ...]) -> Source:
    parts = tuple(Segment(at, at + 1, kind) for at, kind in enumerate(kinds))
    return Source("s", "s.txt", "0", "text/plain", "x" * len(kinds), parts)


@pytest.mark.parametrize(
    ("kinds", "article"),
    [
        pytest.param((_BODY, _HEADING, _BODY), [0, 1, 2], id="a heading between paragraphs"),
        pytest.param((_HEADING, _BODY, _HEADING), [1], id="headings above and below"),
        pytest.param((_BODY, _OTHER, _BODY), [0, 2], id="a link to another story between"),
        pytest.param((_HEADING, _OTHER), [], id="no paragraph"),
    ],
)
def test_the_article_is_its_paragraphs_and_the_headings_between(
    kinds: tuple[Kind, ...], article: list[int]
) -> None:
    assert [part.start for part in _source(kinds).article()] == article


def test_what_is_told_of_an_article_among_several_of_a_file_names_it() -> None:
    odd = (Notice("s.txt", "It is odd."),)
    one = replace(_source((_BODY,)), title="Port opens", notices=odd)
    other = replace(_source((_BODY,)), title=None, notices=odd)

    assert notices_of([one]) == odd
    assert [notice.article for notice in notices_of([one, other])] == ["Port opens", ""]
