"""Sentences keep every word, at its exact place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sentences import sentences


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(("U.S. officials spoke.", "They left."), id="initials inside"),
        pytest.param(("The port cost $14.9 billion.", "It opened."), id="decimal amount"),
        pytest.param(("Robert Moss Jr. agreed.", "Others did not."), id="junior"),
        pytest.param(("“We waited. Nobody came,” she said.", "It rained."), id="quotation"),
        pytest.param(("It ends at 5 p.m. Monday.", "Then it starts."), id="hour and weekday"),
        pytest.param(("Ships of the U.S. Army Corps. of Engineers sail.", "So?"), id="lower case"),
        pytest.param(("He called it “a start and left.", "She stayed."), id="mark never closed"),
        pytest.param(("It was over..", "Nobody objected."), id="doubled stop"),
        pytest.param(("Gen. Marsh met Adm. Reyes.", "Both sailed."), id="ranks"),
        pytest.param(("It is on Moss.TV, a channel.", "It is so."), id="a site"),
        pytest.param(("They met Wash. Gov. Ada Moss.", "Both sailed."), id="of a state"),
        pytest.param(("Mme. Moss met MM. Vance.", "Both sailed."), id="titles abroad"),
    ],
)
def test_sentences_of_news_prose(expected: tuple[str, ...]) -> None:
    text = " ".join(expected)

    assert tuple(text[start:end] for start, end in sentences(text)) == expected


def test_a_space_without_width_belongs_to_no_sentence() -> None:
    text = "It was over.\u200b The ships left.\ufeff"

    found = [text[start:end] for start, end in sentences(text)]

    assert found == ["It was over.", "The ships left."]


@given(st.text(alphabet=st.sampled_from("aB. ,“”\"'’!?\n1é岸")), st.integers(0, 5))
def test_sentences_lose_no_character(text: str, start: int) -> None:
    start = min(start, len(text))
    ranges = sentences(text, start)

    assert all(left < right for left, right in ranges)
    edges = [edge for pair in ranges for edge in pair]
    assert edges == sorted(edges)
    kept = "".join(text[left:right] for left, right in ranges)
    assert "".join(kept.split()) == "".join(text[start:].split())


@pytest.mark.parametrize(("language", "count"), [("de", 2), ("de-AT", 2), ("en", 3), ("xx", 3)])
def test_an_ordinal_ends_a_sentence_in_no_language_that_writes_it_so(
    language: str, count: int
) -> None:
    text = "Der Hafen schloss am 12. März. Er blieb leer."

    assert len(sentences(text, language=language)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Zginęło ok. 70 osób. Port zamknięto.", 2),
        ("Im Haus Nr. 5 brannte es.", 1),
        ("A tűzben kb. 70 ember volt. A port lezárták.", 2),
        ("Dl. Popescu a venit pe str. Mihai. Portul e închis.", 2),
        ("It was ok. Then 70 came.", 2),
    ],
)
def test_what_is_cut_short_before_a_number_ends_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text, language="pl")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Erst im 19. Jahrhundert entstand der Hafen. Er blieb klein.", 2),
        ("Der 1. FC Moss und die 5. Flotte trafen sich.", 1),
        ("Im 19. und 20. Jahrhundert wuchs er.", 1),
        ("Sie wurde 19. Die Schleuse stand offen.", 2),
        ("Die Zahl stieg auf 12. Danach sank sie.", 2),
        ("Er kam am 19. Die Schleuse stand offen.", 2),
    ],
)
def test_a_german_ordinal_ends_no_sentence_before_its_noun(text: str, count: int) -> None:
    assert len(sentences(text, language="de")) == count


def test_a_stop_that_opens_a_name_ends_no_sentence() -> None:
    text = "Shares of Vance outside Norland .VNPJ0000 closed higher. The port closed."

    assert len(sentences(text)) == 2
