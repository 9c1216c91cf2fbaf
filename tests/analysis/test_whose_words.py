"""Whose the words are, where a text offers somebody who did not say them."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution, Form
from briefing.model.source import Kind, Segment, Source
from tests.sources import make_source

VERBS = CueVerbs(
    frozenset("said says added claims told confirmed noted wrote".split()),
    frozenset("asked responded quipped".split()),
)


def _said(*paragraphs: str) -> tuple[Attribution, ...]:
    return attributions(make_source(*paragraphs, publisher=None), VERBS)


def _speakers(*paragraphs: str) -> list[str | None]:
    return [item.speaker for item in _said(*paragraphs)]


MOSS = "“The port is open,” said Ada Moss, a pilot."


@pytest.mark.parametrize(
    "marks", [pytest.param(("''", "''"), id="apostrophes"), pytest.param(("``", "''"), id="graves")]
)
def test_two_signs_are_a_mark(marks: tuple[str, str]) -> None:
    opening, closing = marks
    (said,) = _said(f"{opening}The port isn't open yet,{closing} said Ada Moss, a pilot.")

    assert (said.speaker, said.text) == ("Ada Moss", "The port isn't open yet,")


def test_a_plural_and_a_year_open_no_quotation() -> None:
    assert _said("The pilots' boats of the '90s were slow.") == ()


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(
            (
                "The dockers want another port. “It is far too small for us all.",
                "“We need more room than that.”",
            ),
            id="who goes on with words of nobody known",
        ),
        pytest.param(
            ("Leo Brandt was asked, “Will the port ever be opened again?”",), id="who is asked"
        ),
        pytest.param(
            ("Asked whether he knew the Harbour Board, he quipped, “I know its door quite well.”",),
            id="whom a question was about",
        ),
        pytest.param(
            ("She met a Norlander who said that the wharf of the village had “disappeared.”",),
            id="who is only one of a nation",
        ),
        pytest.param(
            ("A docker speaking from the shed inside Vance said the wharf was “far too small.”",),
            id="where somebody is",
        ),
        pytest.param(
            ("He left before the wharf shut when the company said in May it was “far too small.”",),
            id="a clause before who says it",
        ),
        pytest.param(
            ("Chart: “A Year of Ships in Moss and Vance, by the Month”",), id="what a chart shows"
        ),
        pytest.param(
            (
                "Men of the Pier, the Harbour Office and the Harbour Office said it was “far too small.”",
            ),
            id="two of one name",
        ),
        pytest.param(
            ("“No ship may enter,” says an order from the Harbour Board in Vance.",),
            id="what an order says",
        ),
        pytest.param(
            (
                "Brandt is of the Front, which says on its page that it aims to “protect all dockers now.”",
            ),
            id="who belongs to those who say it",
        ),
    ],
)
def test_nobody_is_named_who_is_only_at_hand(paragraphs: tuple[str, ...]) -> None:
    assert set(_speakers(MOSS, *paragraphs)[1:]) <= {None}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param("“I am scared of it,” mumbles Leo Brandt, a docker.", "Leo Brandt", id="unknown verb"),
        pytest.param("Objected Brandt: “We were not asked at all.”", "Leo Brandt", id="verb first"),
        pytest.param(
            "“It is full,” minister of ports and fisheries Leo Brandt told reporters.",
            "Leo Brandt",
            id="office of two things",
        ),
        pytest.param(
            "“It is full,” chairman, CEO and president Leo Brandt said.", "Leo Brandt", id="three offices"
        ),
        pytest.param(
            "The ships are drier than the quay, said port engineer Leo Brandt, a harbour board fellow.",
            "Leo Brandt",
            id="behind a comma",
        ),
        pytest.param(
            "He saw it in Lund. Leo Brandt said that the ship had left before noon.", "Leo Brandt",
            id="behind the end of a sentence",
        ),
        pytest.param("“It is full,” Rear Admiral Leo Brandt said.", "Leo Brandt", id="rank of two words"),
    ],
)  # fmt: skip
def test_the_name_alone_speaks(words: str, speaker: str) -> None:
    assert _speakers("The port lets Leo Brandt in.", words)[-1] == speaker


@pytest.mark.parametrize("family", ["Gilhooly", "Kelly", "Daly"])
def test_a_family_name_is_no_adverb(family: str) -> None:
    (said,) = _said(f"Leo {family} said that the refunds would be paid by the end of May.")

    assert (said.speaker, said.as_written) == (f"Leo {family}", f"Leo {family}")


def test_what_opens_a_sentence_is_no_other_person() -> None:
    said = _speakers(
        "Leo Brandt runs it.", "Hosting Brandt was a dream.", "“It is full of ships,” Brandt said."
    )

    assert said == ["Leo Brandt"]


def test_of_two_men_the_one_of_the_last_paragraph_is_meant() -> None:
    said = _speakers(
        "“We saw the smoke,” said Leo Holm.",
        "On Sunday, Otto Vance went to the quay himself.",
        "“There was no smoke at all,” he said.",
    )

    assert said == ["Leo Holm", "Otto Vance"]


def test_a_study_has_no_role_and_is_nobody() -> None:
    *_, said = _said(
        "Ada Moss, a co-author of the study, is a pilot.",
        "Ships come late because of “a lack of tugs in the outer harbour,” according to the study.",
    )

    assert (said.speaker, said.form) == (None, Form.MIXED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ada Moss told Norland Radio’s “This Week” that “the port is open to all ships.”",
                     ["the port is open to all ships."], id="behind a possessive"),
        pytest.param("“The port is open,” said Ada Moss on “Harbour News Sunday.”",
                     ["The port is open,"], id="behind on"),
        pytest.param("Ada Moss said in her book “The Old Harbour” that “the port is open to all ships.”",
                     ["the port is open to all ships."], id="behind a noun"),
        pytest.param("Ada Moss called Leo Brandt “Harbour Rat” at the hearing.", ["Harbour Rat"],
                     id="a name that somebody is called"),
    ],
)  # fmt: skip
def test_where_somebody_speaks_is_not_what_he_says(text: str, words: list[str]) -> None:
    verbs = CueVerbs(frozenset({"said", "told"}), frozenset({"called"}))
    segments = (Segment(0, len(text), Kind.BODY),)
    said = attributions(Source("a", "a", "", "text/plain", text, segments), verbs)

    assert [item.text for item in said] == words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ada Moss over the weekend said that the port had been closed by the storm.",
                     "Ada Moss", id="when"),
        pytest.param("Ada Moss earlier this year said that the port had been closed by the storm.",
                     "Ada Moss", id="earlier"),
        pytest.param("Ada Moss in an interview said that the port had been closed by the storm.",
                     "Ada Moss", id="in an interview"),
        pytest.param("Ada Moss, Leo Brandt’s adviser, opposed the plan, saying the port was closed by it.",
                     "Ada Moss", id="a role that is no name"),
        pytest.param("Norland’s minister, Ada Moss, a pilot, said the port was closed by the storm.",
                     "Ada Moss", id="between two roles"),
        pytest.param("Ada Moss called it “very unfair,” saying she and Leo Brandt were closing the port.",
                     "Ada Moss", id="a participle behind the words"),
    ],
)  # fmt: skip
def test_what_stands_between_name_and_verb_is_nobody(text: str, speaker: str) -> None:
    verbs = CueVerbs(frozenset({"said", "saying"}), frozenset({"called"}))
    segments = (Segment(0, len(text), Kind.BODY),)
    said = attributions(Source("a", "a", "", "text/plain", text, segments), verbs)

    assert said[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In the evening, Ada Moss, the envoy, and two others, testified before the Harbour "
                     "Committee.", id="a body behind a preposition"),
        pytest.param("The port got a letter signed by Ada Moss, which said, “We will not agree to it.”",
                     id="a letter that was signed"),
        pytest.param("Ada Moss got a letter from the board, which said, “We will not agree to it.”",
                     id="a letter that was got"),
    ],
)  # fmt: skip
def test_who_is_only_named_in_the_sentence_does_not_speak(text: str) -> None:
    verbs = CueVerbs(frozenset({"said", "testified"}), frozenset())
    segments = (Segment(0, len(text), Kind.BODY),)
    said = attributions(Source("a", "a", "", "text/plain", text, segments), verbs)

    assert [item.speaker for item in said if item.speaker] == []


def test_who_opens_a_sentence_before_a_colon_is_not_who_spoke_last() -> None:
    paragraph = (
        f"{MOSS} Vance, who wrote from the deck of “The Ship,” knew it too: "
        "“It was the feeling that the port was open at last.”"
    )

    assert _speakers(paragraph)[-1] != "Ada Moss"
