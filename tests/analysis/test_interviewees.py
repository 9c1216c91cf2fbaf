"""Whom a label or an opening names, and whom it does not."""

import pytest
from msgspec.structs import replace

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from tests.sources import make_source

CUES = CueVerbs(frozenset({"said"}), frozenset())


def _turns(
    label: str, *opening: str, asks: str = "Brandt", title: str = "", author: str = ""
) -> set[str | None]:
    """Who speaks in an interview whose answers stand behind `label`."""
    source = make_source(
        *opening,
        f"{asks}: When will the port open?",
        f"{label}: I hope that it opens in May.",
        f"{asks}: Who pays you?",
        f"{label}: We are paid by the state.",
        title=title,
        authors=(author,) if author else (),
    )
    return {item.speaker for item in attributions(source, CUES)}


def _answers(opening: str, *, title: str = "", language: str = "en") -> set[str | None]:
    """Who speaks behind “A:”, in an interview that `opening` introduces."""
    source = make_source(
        opening,
        "Q: When?", "A: I hope, mir, je, in May.", "Q: Who pays?", "A: We, wir, nous, ourselves.",
        title=title,
    )  # fmt: skip
    return {item.speaker for item in attributions(replace(source, language=language), CUES)}


@pytest.mark.parametrize(
    ("label", "opening", "name"),
    [
        pytest.param("Pelham", "It was Pelham who built the port.", "Pelham", id="told of"),
        pytest.param("Moss", "Ada Moss built the port.", "Ada Moss", id="by the full name"),
        pytest.param("Ada", "Ada Moss built the port.", "Ada Moss", id="by the given name"),
        pytest.param("Dr. Ada Moss", "The port is old.", "Ada Moss", id="with a title"),
        pytest.param("Frau Ada Moss", "The port is old.", "Ada Moss", id="with another title"),
        pytest.param("ADA MACMOSS", "Ada MacMoss is old.", "Ada MacMoss", id="in capitals"),
        pytest.param("ADA MACMOSS", "Ada MacMoss, Groß.", "Ada Macmoss", id="not to be found"),
        pytest.param("ADA MOSS", "ADA MOSS, an Ada Moss.", "Ada Moss", id="in capitals twice"),
    ],
)
def test_a_label_names(label: str, opening: str, name: str) -> None:
    assert _turns(label, opening) == {name}


@pytest.mark.parametrize(
    ("label", "opening"),
    [
        pytest.param("Pelham", "The port is old.", id="only as a label"),
        pytest.param("Pelham", "The Pelhams built it.", id="only within a longer word"),
        pytest.param("Pelham", "The NewPelham quay is old.", id="only as the end of one"),
        pytest.param("Caller", "A Caller was heard.", id="nobody"),
        pytest.param("President", "The President was heard.", id="an office"),
        pytest.param("Ada moss", "Ada moss grows on the quay.", id="a thing"),
        pytest.param("Ada Eve Ida Una Moss", "The port is old.", id="a row of names"),
    ],
)
def test_a_label_names_nobody(label: str, opening: str) -> None:
    assert _turns(label, opening) == set()


def test_who_writes_and_the_paper_ask() -> None:
    assert _turns("Ada Moss", "The port is old.", author="Ada Moss") == set()
    assert _turns("Harbour Gazette", "The Harbour Gazette is old.") == set()


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        pytest.param("en", "We sat down with Ada Moss. She is late.", id="English"),
        pytest.param("en", "An interview with Harbour Director Ada Moss.", id="role"),
        pytest.param("de", "Interview mit Hafenchefin Ada Moss", id="German role"),
        pytest.param("fr", "Entretien avec Ada Moss", id="French"),
    ],
)
def test_an_opening_names_who_is_asked(language: str, opening: str) -> None:
    assert _answers(opening, language=language) == {"Ada Moss"}


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        pytest.param("de", "Interview mit Der Spiegel", id="an article"),
        pytest.param("de", "Interview mit ADA MOSS", id="capitals"),
        pytest.param("de", "Interview mit Ada Moss. Interview mit Leo Brandt.", id="two"),
        pytest.param("de", "Ada Moss leitet den Hafen. Sie ist streng.", id="no interview"),
        pytest.param("en", "An interview with Vance Harbour. It is old.", id="a place"),
        pytest.param("en", "The port is old. Nobody is named.", id="nobody"),
    ],
)
def test_an_opening_names_nobody(language: str, opening: str) -> None:
    assert _answers(opening, language=language) == set()


def test_the_title_says_which_of_two_is_asked() -> None:
    opening = (
        "Ada Moss and Leo Brandt run the port. She is strict, he is not. Ada Moss said she is."
    )

    assert _answers(opening, title="Moss on her port") == {"Ada Moss"}
    assert _answers(opening, title="Mossy ports") == set()


def test_a_headline_may_name_who_is_asked() -> None:
    assert _answers("The port is old.", title="An interview with Ada Moss") == {"Ada Moss"}
