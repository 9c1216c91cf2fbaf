"""Searches answer with the right sources, excerpts and counts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.model.findings import SourceFindings
from briefing.model.library import Examined, Rated
from tests.libraries import THEMES, article, keep, new_library, taken

MOSS = article(
    "moss", "The port of Moss will reopen.", "Dredging is over, the harbour office said."
)
OSLO = article(
    "oslo", "The harbour of Oslo is closed.", "A café there may reopen.", publisher="Fjord Post"
)
BERGEN = article("bergen", "The port of Bergen said nothing.", title="Café at the quay")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path) as made:
        keep(made, [taken("/a/moss.txt", MOSS), taken("/a/oslo.txt", OSLO)])
        keep(made, [taken("/a/bergen.txt", BERGEN)])
        yield made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("reopen", {MOSS.id, OSLO.id}, id="a word"),
        pytest.param("moss reopen", {MOSS.id}, id="all words"),
        pytest.param('"port of Bergen"', {BERGEN.id}, id="a phrase"),
        pytest.param('"port Bergen"', set(), id="words that do not follow one another"),
        pytest.param("dredg*", {MOSS.id}, id="a prefix"),
        pytest.param("reopen -dredging", {OSLO.id}, id="without"),
        pytest.param("cafe", {OSLO.id, BERGEN.id}, id="accents"),
        pytest.param("title:cafe", {BERGEN.id}, id="in the title"),
        pytest.param("source:fjord", {OSLO.id}, id="publisher"),
        pytest.param("publisher:fjord", {OSLO.id}, id="publisher by its own name"),
        pytest.param("speaker:office", {MOSS.id}, id="speaker"),
        pytest.param("theme:harbour", {MOSS.id, BERGEN.id}, id="theme"),
        pytest.param("is:new", {BERGEN.id}, id="from the last import"),
        pytest.param("after:2024-04-13", set(), id="published later"),
        pytest.param("-reopen", {BERGEN.id}, id="only without"),
        pytest.param("source:100%", set(), id="a sign of LIKE is a sign"),
    ],
)
def test_search(library: Library, typed: str, found: set[str]) -> None:
    results = library.search(typed)

    assert {hit.kept.id for hit in results.hits} == found
    assert results.total == len(found)


def test_a_hit_shows_its_words_where_they_stand(library: Library) -> None:
    (hit,) = library.search("dredging harbour").hits

    assert MOSS.text[hit.start : hit.end] == hit.text
    assert [MOSS.text[start:end] for start, end in hit.marks] == ["Dredging", "harbour"]


def test_the_best_excerpts_of_a_theme_come_first(library: Library) -> None:
    cards = library.cards(library.excerpts(["harbour"]))

    assert cards[0].text == "The port of Moss will reopen."
    assert {card.kept.id for card in cards} == {MOSS.id, BERGEN.id}
    assert all(card.scores[0].because == ("speaks of a port",) for card in cards)
    assert [card.new for card in cards] == [False, True]


def test_excerpts_are_found_by_their_own_words(library: Library) -> None:
    numbers = library.excerpts(["harbour"], "berg", unfinished=True)

    assert [card.kept.id for card in library.cards(numbers)] == [BERGEN.id]


def test_facets_count_what_a_choice_would_show(library: Library) -> None:
    facets = {(facet.sort, facet.value): facet.count for facet in library.facets("reopen")}

    assert facets["publisher", "Fjord Post"] == 1
    assert facets["speaker", "the harbour office"] == 1
    assert facets["theme", "harbour"] == 1
    assert ("is", "new") in facets


def test_a_facets_own_filter_does_not_hide_its_other_values(library: Library) -> None:
    facets = {facet.value for facet in library.facets("source:fjord") if facet.sort == "publisher"}

    assert facets == {"Fjord Post", "Harbour Gazette"}


def test_what_was_put_away_is_not_counted(library: Library) -> None:
    before = library.counts()
    library.remove("weekly", [OSLO.id])

    after = library.counts()

    assert after["excerpts"] == before["excerpts"] - len(library.passages(OSLO.id))
    assert after["excerpts"] == len(library.excerpts(["harbour"]))


def _asked(library: Library, question: Callable[[], object]) -> list[str]:
    """What SQLite is asked meanwhile."""
    asked: list[str] = []
    library.store.connection.set_trace_callback(asked.append)
    question()
    library.store.connection.set_trace_callback(None)
    return asked


def _ships(library: Library) -> None:
    """Have two excerpts answer to a second theme: one to both, the other to it alone."""
    rated = [("The port of Bergen said nothing.", BERGEN, 9.0), ("may reopen.", OSLO, 0.5)]
    library.rate(
        "ships",
        [
            Examined(
                source, SourceFindings(source.id),
                (Rated("ships", at := source.text.index(words), at + len(words), value, (),
                       lead=True),),
            )
            for words, source, value in rated
        ],
        THEMES,
    )  # fmt: skip


def test_words_are_looked_up_once_for_all_themes(library: Library) -> None:
    asked = _asked(library, lambda: library.excerpts(["harbour", "ships"], "port"))

    assert sum("MATCH" in question for question in asked) == 1


@pytest.mark.parametrize("text", ["", "port"])
@pytest.mark.parametrize(
    ("ships", "best"),
    [
        pytest.param(1.0, BERGEN.id, id="alike"),
        pytest.param(0.01, MOSS.id, id="less than the other"),
    ],
)
def test_an_excerpt_of_two_themes_counts_once_by_what_counts_more(
    library: Library, ships: float, best: str, text: str
) -> None:
    _ships(library)
    cards = library.cards(
        library.excerpts(["harbour", "ships"], text, weights={"harbour": 1.0, "ships": ships})
    )

    assert cards[0].kept.id == best
    assert len({card.number for card in cards}) == len(cards)
    assert [card.kept.id for card in cards].count(BERGEN.id) == 1


def test_a_source_that_is_put_away_is_left_out_of_what_is_listed(library: Library) -> None:
    found = library.excerpts(["harbour"], "port")
    library.remove("weekly", [BERGEN.id])
    some = library.excerpts(["harbour"], "port")
    library.undo("weekly")

    assert len(some) == len(found) - 1
    assert list(library.excerpts(["harbour"], "port")) == list(found)
