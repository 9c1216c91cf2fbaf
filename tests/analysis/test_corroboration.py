"""How many voices stand behind the sources."""

import pytest

from briefing.analysis.corroboration import (
    independent_origins,
    of_one_origin,
    speaker_in,
    voices,
)
from briefing.model.findings import Attribution, Form, Origin, SourceFindings
from briefing.model.passage import Passage
from briefing.model.source import Kind, Segment, Source

TEXT = "One.\nTwo.\nThree.\nFour.\nFive."
BODY = tuple(
    Segment(TEXT.index(word), TEXT.index(word) + len(word), Kind.BODY) for word in TEXT.split("\n")
)
OPENING, LATE = TEXT.index("Two"), TEXT.index("Five")


def source(name: str, publisher: str | None = None) -> Source:
    return Source(name, name, "", "text/plain", TEXT, BODY, publisher=publisher)


def leans(name: str, on: str, at: int, words: str = "told") -> SourceFindings:
    return SourceFindings(name, (), (Origin(on, f"{words} {on}", Passage(name, at, at + 3)),))


@pytest.mark.parametrize(
    ("found", "first", "groups"),
    [
        pytest.param([], {}, [("a",), ("b",), ("c",)], id="each for itself"),
        pytest.param([], {"a": "a", "b": "a", "c": "c"}, [("a", "b"), ("c",)], id="a reprint"),
        pytest.param([leans("a", "Wire", OPENING), leans("b", "Wire", OPENING)], {},
                     [("a", "b"), ("c",)], id="two lean on one"),
        pytest.param([leans("a", "Quay Times", OPENING)], {}, [("a", "c"), ("b",)],
                     id="one leans on another at hand"),
        pytest.param([leans("a", "Wire", LATE), leans("b", "Wire", OPENING)], {},
                     [("a",), ("b",), ("c",)], id="a detail at the end"),
        pytest.param([leans("a", "Wire", LATE, "first reported by"), leans("b", "Wire", OPENING)],
                     {}, [("a", "b"), ("c",)], id="who had it first, wherever it stands"),
    ],
)  # fmt: skip
def test_sources_of_one_origin_are_one_voice(
    found: list[SourceFindings], first: dict[str, str], groups: list[tuple[str, ...]]
) -> None:
    sources = [source("a"), source("b"), source("c", "Quay Times")]

    assert list(voices(sources, {item.source: item for item in found}, first)) == groups


def says(name: str, speaker: str | None) -> SourceFindings:
    said = Attribution(Passage(name, 0, 4), "One.", speaker, speaker, None, "said", Form.DIRECT)
    return SourceFindings(name, (said,), ())


@pytest.mark.parametrize(
    ("found", "origins"),
    [
        pytest.param([], 3, id="each in its own words"),
        pytest.param([says("a", "Ada Moss"), says("b", "Ada Moss")], 2, id="two quote one"),
        pytest.param([says("a", "Ada C. Moss"), says("b", "Moss")], 2, id="one by the surname"),
        pytest.param([says("a", "Ada Moss"), says("b", "Leo Brandt")], 3, id="two quote two"),
        pytest.param([says("a", "Ada Moss"), says("b", None)], 2, id="one names who it was"),
        pytest.param([says("a", None), says("b", None)], 2, id="nobody does"),
    ],
)
def test_who_is_quoted_twice_is_one_origin(found: list[SourceFindings], origins: int) -> None:
    sources = {name: source(name) for name in "abc"}
    places = [Passage(name, 0, 4) for name in sources]

    counted = independent_origins(places, sources, {item.source: item for item in found}, {})

    assert counted == origins


LONG = "The ministry signed a plan of 40 ships to guard the northern harbours through autumn."


@pytest.mark.parametrize(
    ("other", "origins"),
    [
        pytest.param(LONG, 1, id="word for word"),
        pytest.param(f"{LONG[:-1]}, and the sailors cheered it.", 1, id="and more"),
        pytest.param("A plan of 40 ships for the harbours was signed.", 2, id="in its own words"),
    ],
)
def test_what_two_papers_have_word_for_word_is_of_one_origin(other: str, origins: int) -> None:
    texts = {"a": LONG, "b": other}
    sources = {
        name: Source(name, name, "", "text/plain", text, (Segment(0, len(text), Kind.BODY),))
        for name, text in texts.items()
    }
    places = [Passage(name, 0, len(text)) for name, text in texts.items()]

    assert independent_origins(places, sources, {}, {}) == origins
    assert not of_one_origin(places, sources, {}, {})  # of two houses, whatever they share


def test_a_long_quotation_is_of_one_origin() -> None:
    text = f"“{LONG}”"
    body = (Segment(0, len(text), Kind.BODY),)
    said = Attribution(Passage("a", 0, len(text)), text, None, None, None, "said", Form.DIRECT)
    found = {"a": SourceFindings("a", (said,), ())}
    sources = {"a": Source("a", "a", "", "text/plain", text, body)}

    assert of_one_origin([Passage("a", 0, len(text))], sources, found, {})


@pytest.mark.parametrize(
    ("speaker", "form", "end", "named"),
    [
        pytest.param("Ada Moss", Form.INDIRECT, 12, "Ada Moss", id="most of it is hers"),
        pytest.param("Ada Moss", Form.INDIRECT, 6, None, id="little of it is hers"),
        pytest.param("Ada Moss", Form.MIXED, 6, "Ada Moss", id="a few words in marks"),
        pytest.param("The group", Form.DIRECT, 12, None, id="who names nobody to the reader"),
        pytest.param("A copy of the letter", Form.DIRECT, 12, None, id="what is written"),
        pytest.param("The Harbour Group", Form.DIRECT, 12, "The Harbour Group", id="a group"),
    ],
)
def test_an_excerpt_bears_the_name_of_who_tells_enough_of_it(
    speaker: str, form: Form, end: int, named: str | None
) -> None:
    said = Attribution(Passage("a", 0, end), "", speaker, speaker, None, "said", form)

    assert speaker_in(Passage("a", 0, 25), SourceFindings("a", (said,))) == named
