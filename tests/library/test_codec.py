"""Values go to JSON and come back the same, whatever is in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.codec import UnreadableError, pack, unpack
from briefing.model.findings import SourceFindings
from briefing.model.library import Change, Edition, Said
from briefing.model.source import Evidence, Field, Kind, Notice, Segment, Source

texts = st.text(st.characters(exclude_categories=["Cs"]))
days = st.none() | st.dates()
sources = st.builds(
    Source,
    id=texts, path=texts, sha256=texts, media_type=texts, text=texts,
    segments=st.lists(
        st.builds(Segment, st.integers(0, 9), st.integers(0, 9), st.sampled_from(Kind))
    ).map(tuple),
    title=st.none() | texts, authors=st.lists(texts).map(tuple), published=days, accessed=days,
    evidence=st.dictionaries(
        st.sampled_from(Field), st.builds(Evidence, texts, st.none() | st.integers(0, 9))
    ),
    notices=st.lists(st.builds(Notice, texts, texts)).map(tuple),
    pages=st.lists(st.integers(0, 99)).map(tuple),
)  # fmt: skip


@given(sources)
def test_a_source_comes_back(source: Source) -> None:
    assert unpack(Source, pack(source)) == source


@pytest.mark.parametrize(
    "value",
    [
        SourceFindings("a"),
        Change("", "pin", "a/1/2/china", None, "true"),
        Edition(
            "Brief", 1, date(2024, 4, 12), "now", "0.1.0", "{}",
            (Said(1, "china", "a", "a.txt", 0, 4, "ff", "four"),),
        ),
    ],
)  # fmt: skip
def test_other_values_come_back(value: object) -> None:
    assert unpack(type(value), pack(value)) == value


def test_a_type_may_gain_fields_with_defaults() -> None:
    assert unpack(SourceFindings, '{"source": "a"}') == SourceFindings("a")


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"source": 3}', "[" * 5000])
def test_what_was_not_packed_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        unpack(SourceFindings, text)
