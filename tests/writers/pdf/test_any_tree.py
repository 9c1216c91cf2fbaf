"""Any tree at all is laid out: of every block, in any order, with any words in it."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    PageBreak,
    Paragraph,
    Quotation,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Strong,
    Table,
    Text,
)
from briefing.model.drawing import Box, Drawing, Ink, Label, Line
from briefing.writers.pdf import Press, write_pdf


def document(*blocks: Block, marking: str | None = None) -> Document:
    return Document("Channel", "en-GB", date(2024, 5, 3), blocks, "Channel", marking=marking)


def cite(words: str) -> Cite:
    return Cite((Citation(1, "s", (Text(words),)),))


_WORDS = st.one_of(
    st.text(max_size=60),
    st.text("ab אבشم 12.()—-\u00a0\u200b\n", max_size=60),  # both directions, odd spaces
)
_LEAVES: st.SearchStrategy[Inline] = st.one_of(
    _WORDS.map(Text), _WORDS.map(cite), st.just(Link("https://example.org/a", (Text("a/b"),)))
)
_INLINES = st.lists(
    st.recursive(
        _LEAVES,
        lambda inner: st.lists(inner, max_size=3).flatmap(
            lambda found: st.sampled_from(
                [Emphasis(tuple(found)), Strong(tuple(found)), SourceLink(1, tuple(found))]
            )
        ),
        max_leaves=5,
    ),
    max_size=4,
).map(tuple)
_NUMBERS = st.floats(-20, 700)
_MARKS = st.one_of(
    st.builds(Label, _NUMBERS, _NUMBERS, _WORDS),
    st.builds(Box, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, st.sampled_from(Ink)),
    st.builds(Line, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS),
)
_DRAWINGS = st.builds(
    Drawing, st.floats(1, 900), st.floats(1, 900), st.lists(_MARKS, max_size=3).map(tuple)
)
_FLAT: st.SearchStrategy[Block] = st.one_of(
    st.builds(Figure, _DRAWINGS, _INLINES, _WORDS),
    st.builds(Heading, st.integers(1, 3), _INLINES, st.uuids().map(str)),
    st.builds(Paragraph, _INLINES, st.sampled_from(Role)),
    st.builds(Quotation, _INLINES, _INLINES, st.booleans()),
    st.builds(
        lambda a, b, left: Table((a, b), ((b, a),), (left, 0.9)),
        _INLINES,
        _INLINES,
        st.floats(0.001, 3.0),
    ),
    st.builds(lambda entry: SourceList((Reference(1, "s", entry, (entry,)),)), _INLINES),
    st.sampled_from([Contents(), PageBreak()]),
)
_BLOCKS = st.recursive(
    _FLAT,
    lambda inner: st.lists(st.lists(inner, max_size=2).map(tuple), max_size=2).map(
        lambda items: BulletList(tuple(items))
    ),
    max_leaves=6,
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(_BLOCKS, max_size=5), st.sampled_from([None, "TLP:RED", "SECRET"]))
def test_write_pdf_lays_out_any_tree(blocks: list[Block], marking: str | None) -> None:
    assert write_pdf(document(*blocks, marking=marking)).data.startswith(b"%PDF-")


_LONG = "The harbour office gave notice that a survey of the channel would be published. " * 12
_FILLERS = st.integers(1, 9).map(lambda at: Paragraph((Text(f"{at} {_LONG}"), cite(f"Note {at}"))))
_PIECES = st.lists(st.one_of(_BLOCKS, _FILLERS, _FILLERS), max_size=14)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_PIECES, st.lists(st.tuples(st.integers(0, 14), st.integers(0, 2), _PIECES), max_size=4))
def test_a_press_gives_any_changed_tree_the_bytes_of_a_fresh_build(
    blocks: list[Block], changes: list[tuple[int, int, list[Block]]]
) -> None:
    press = Press()
    press.write(document(*blocks))
    for place, lost, new in changes:
        blocks = [*blocks[:place], *new[:2], *blocks[place + lost :]]
        assert press.write(document(*blocks)) == write_pdf(document(*blocks), live=True)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("y" * 20_000, id="a word without end"),
        pytest.param("\u00a0".join(["harbour"] * 2_000), id="words that no space parts"),
        pytest.param("a" + "\u0301" * 50_000, id="marks beyond any writing"),
    ],
)
def test_what_no_language_writes_is_laid_out(words: str) -> None:
    assert write_pdf(document(Paragraph((Text(words),)))).data.startswith(b"%PDF-")
