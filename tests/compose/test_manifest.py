"""The manifest says what a document was made of."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.manifest import make_manifest
from briefing.compose.standing_then import StandingThen
from briefing.model.brief import Brief
from briefing.model.document import (
    Block,
    Citation,
    Cite,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    SourceList,
)
from briefing.model.passage import Excerpt
from tests.sources import make_source

SOURCE = make_source()
EXCERPT = Excerpt.cut(SOURCE, 0, 16)
DAY = date(2024, 4, 12)
BARE = StandingThen({}, (), frozenset())


def _excerpts(*blocks: Block) -> list[tuple[str, list[int]]]:
    made = make_manifest(Brief(date=DAY), [SOURCE], {SOURCE.id: 1}, blocks, "Briefing", BARE)
    return [(item["exact"], item["cited"]) for item in json.loads(made)["excerpts"]]


def test_an_excerpt_is_cited_by_the_next_note() -> None:
    cite = Cite((Citation(1, SOURCE.id, ()), Citation(2, "bbbb", ())))

    assert _excerpts(Quotation((Quoted(EXCERPT), cite))) == [("The port of Moss", [1, 2])]


def test_words_in_the_source_list_belong_to_its_entry() -> None:
    reference = Reference(4, SOURCE.id, (), ((Quoted(EXCERPT),),))

    assert _excerpts(SourceList((reference,))) == [("The port of Moss", [4])]


def test_words_without_a_note_are_cited_by_none() -> None:
    assert _excerpts(Paragraph((Quoted(EXCERPT),))) == [("The port of Moss", [])]


@given(st.text(st.characters(), min_size=1, max_size=30))
def test_any_words_come_back_and_stand_in_printable_json(words: str) -> None:
    source = make_source(words)
    quoted = Quoted(Excerpt.cut(source, 0, len(words)))

    made = make_manifest(
        Brief(date=DAY), [source], {source.id: 1}, [Quotation((quoted,))], "Briefing", BARE
    )

    assert made.removesuffix("\n").isprintable()
    assert json.loads(made)["excerpts"][0]["exact"] == words


def test_no_folder_of_the_machine_is_named() -> None:
    brief = Brief(date=DAY, template="/secret/place/mine")

    assert "secret" not in make_manifest(brief, [SOURCE], {SOURCE.id: 1}, [], "Briefing", BARE)


def test_what_is_quoted_for_a_correction_alone_is_no_excerpt_of_the_edition() -> None:
    block = Quotation((Quoted(EXCERPT),))
    place = EXCERPT.passage
    behind = StandingThen({place: {"theme": "ports"}}, (place,), frozenset({place}))

    def excerpts(*blocks: Block) -> list[dict[str, object]]:
        made = make_manifest(Brief(date=DAY), [SOURCE], {SOURCE.id: 1}, blocks, "Briefing", behind)
        found: list[dict[str, object]] = json.loads(made)["excerpts"]
        return found

    (alone,) = excerpts(block)
    assert alone["listed"]
    for printed in excerpts(block, block):
        assert "listed" not in printed
        assert printed["theme"] == "ports"
        assert printed["disputed"]
