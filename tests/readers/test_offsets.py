"""Whatever a file holds, every place in its source is a place in its text, and the words there."""

from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.passage import Excerpt
from briefing.model.source import Article, Source
from briefing.readers import read
from briefing.text.sentences import sentences

_WORDS = st.text(
    st.sampled_from("aB. ,“”\"'’!?1é岸🙂\u00a0\u200b\u202e\u0007\ufb01e\u0301&;<>/\t"), max_size=60
)
_TAGS = st.sampled_from(["p", "h1", "li", "div", "figcaption", "span", "a", "aside", "script"])


@st.composite
def _pages(draw: st.DrawFn) -> str:
    """A web page of nested and unclosed elements."""
    parts = draw(st.lists(st.tuples(_TAGS, _WORDS, st.booleans()), min_size=1, max_size=12))
    inner = "".join(f"<{tag}>{words}{f'</{tag}>' * closed}" for tag, words, closed in parts)
    return f"<!doctype html><html><body>{inner}</body></html>"


def _copies(words: st.SearchStrategy[str] = _WORDS) -> st.SearchStrategy[str]:
    """A text copy: lines with blank ones among them."""
    breaks = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"])
    return st.lists(st.tuples(words, breaks), max_size=12).map(
        lambda rows: "".join(words + end for words, end in rows)
    )


def _articles(data: bytes) -> tuple[Article, ...]:
    try:
        return read(data, PurePath("any"))
    except SourceError:
        return ()


def _in_order(ranges: list[tuple[int, int]], length: int) -> bool:
    edges = [edge for pair in ranges for edge in pair]
    return edges == sorted(edges) and all(0 <= a < b <= length for a, b in ranges)


def _check(source: Source) -> None:
    assert _in_order([(part.start, part.end) for part in source.segments], len(source.text))
    for part in source.body():
        inside = sentences(source.text, part.start, part.end)
        assert all(part.start <= start and end <= part.end for start, end in inside)
        for start, end in inside:
            exact = Excerpt.cut(source, start, end).exact
            assert exact == source.text[start:end]
            assert exact == exact.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@settings(max_examples=60)
@given(text=_copies())
def test_places_in_a_text_copy(encoding: str, text: str) -> None:
    for article in _articles(text.encode(encoding)):
        assert _in_order([(line.start, line.end) for line in article.lines], len(article.text))
        _check(clean(article))


@settings(max_examples=60)
@given(_pages())
def test_places_in_a_web_page(page: str) -> None:
    for article in _articles(page.encode()):
        assert _in_order([(line.start, line.end) for line in article.lines], len(article.text))
        _check(clean(article))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    for article in _articles(data):
        _check(clean(article))


@given(_copies(st.text("aB. ,\"'!?1-", min_size=1, max_size=60)))
def test_reading_changes_no_word(text: str) -> None:
    for article in _articles(f"a{text}".encode()):
        assert article.text.split() == f"a{text}".split()
