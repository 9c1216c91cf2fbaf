"""Whom a pronoun, a bare family name or a title leads to, as a report goes on."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Form
from briefing.model.source import Kind, Segment, Source

VERBS = CueVerbs(frozenset("said warned added denied told calls noted".split()), frozenset())


def _speakers(*paragraphs: str, language: str | None = "en") -> list[str | None]:
    text = "\n".join(paragraphs)
    segments, at = [], 0
    for paragraph in paragraphs:
        segments.append(Segment(at, at + len(paragraph), Kind.BODY))
        at += len(paragraph) + 1
    source = Source("a", "a", "", "text/plain", text, tuple(segments), language=language)
    return [item.speaker for item in attributions(source, VERBS) if item.form is not Form.INDIRECT]


BEFORE = "“We saw the smoke from the quay,” said Leo Brandt, a pilot."


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        pytest.param(
            "Ada Moss runs the port. “It is full of ships,” she said.", "Ada Moss", id="full"
        ),
        pytest.param(
            "A spokesman for the Rygge Front, Otto Vance, denied it. “We had no part in it,” he said.",
            "Otto Vance",
            id="behind an office",
        ),
        pytest.param(
            "For his part, Otto Vance stayed away. “I have nothing to say,” he said.",
            "Otto Vance",
            id="behind what leads in",
        ),
        pytest.param(
            "When Leo Brandt named the price, Otto Vance left the room. “I had enough,” he said.",
            "Otto Vance",
            id="behind a clause of somebody else",
        ),
        pytest.param(
            "Brandt aide Otto Vance stayed away. “I have nothing to say,” he said.",
            "Otto Vance",
            id="who belongs to another",
        ),
        pytest.param(
            "The harbour is closed. “We shall see about that,” he said.",
            "Leo Brandt",
            id="nobody opens it",
        ),
        pytest.param(
            "Dockers’ leader Otto Vance, whose men left, was angry. “We were not asked,” he said.",
            "Otto Vance",
            id="who leads others",
        ),
        pytest.param(
            "Leo Brandt left early. Otto Vance, asked on the radio, disagreed: “That is what he says.”",
            "Otto Vance",
            id="in front of a colon",
        ),
        pytest.param(
            "The Otto Vance school was shut. “Nobody asked the pilots,” he said.",
            "Leo Brandt",
            id="the name of a thing",
        ),
        pytest.param(
            "Otto Vance met Dr. Hal Holm. “I have nothing to say,” he said.",
            "Otto Vance",
            id="a stop that ends no sentence",
        ),
        pytest.param(
            "If Otto Vance wins, he said, “the port will be sold off at once.”",
            "Leo Brandt",
            id="a clause of another",
        ),
    ],
)
def test_a_pronoun_leads_to_who_opens_the_sentence_before(paragraph: str, speaker: str) -> None:
    assert _speakers(BEFORE, paragraph)[-1] == speaker


def test_of_two_men_each_speaks_when_he_opens_the_sentence() -> None:
    said = _speakers(
        "Leo Brandt said he would look at it. “We expect an answer,” Brandt said. "
        "Otto Vance said he had listened with care. “Nobody wins from this,” he added."
    )

    assert said == ["Leo Brandt", "Otto Vance"]


def test_who_opens_the_paragraph_before_speaks_where_nobody_has_yet() -> None:
    said = _speakers(
        "Leo Brandt runs the port.", "“Sit where you like,” he said. “The dog will move.”"
    )

    assert said == ["Leo Brandt", "Leo Brandt"]


def test_she_is_nobody_who_was_he_before() -> None:
    said = _speakers(
        "Hal Brandt looked up. “We all knew of it,” he said. His wife made tea. "
        "“He knew before that,” she said."
    )

    assert said == ["Hal Brandt", None]


def test_a_family_name_that_goes_first_is_that_of_the_whole_name() -> None:
    assert _speakers("Xi Jinping met Ada Moss. “The road is long and open,” Xi said.") == [
        "Xi Jinping"
    ]


def test_a_name_with_an_article_is_later_used_without() -> None:
    said = _speakers(
        "Otto al-Vance was there. “I was born right here,” Vance said. “I stay here,” he added."
    )

    assert said == ["Otto al-Vance", "Otto al-Vance"]


def test_a_title_is_his_who_bears_it_and_spoke_last() -> None:
    said = _speakers(
        "Minister Ada Moss met Minister Otto Vance in Rygge.",
        "Minister Vance thanked the port. “We do not forget our friends,” said the Minister.",
    )

    assert said == ["Otto Vance"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The Joint Chiefs of Staff said: “We saw it fall at sea.”",
            "Joint Chiefs of Staff",
            id="of",
        ),
        pytest.param(
            "The Korean Harbour Agency said: “We saw it fall at sea.”",
            "Korean Harbour Agency",
            id="nation",
        ),
        pytest.param(
            "An aide said Vance had been told “within a few minutes” of it.",
            "An aide",
            id="the passive",
        ),
        pytest.param(
            "In the words of Ada Moss, “it is bread and silence.”", "Ada Moss", id="in the words of"
        ),
    ],
)
def test_who_speaks_by_the_words_beside_it(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


def test_the_sentence_behind_a_quotation_is_the_next() -> None:
    said = _speakers(
        "Ada Moss told us: “The lock was open.” That is a different thing, as Leo Brandt noted."
    )

    assert said == ["Ada Moss"]


def test_nobody_is_named_in_a_language_with_other_verbs() -> None:
    assert _speakers("Ada Moss kam. „Der Hafen ist ganz leer“, sagte Moss.", language="de") == [
        None
    ]


@pytest.mark.parametrize(
    "who",
    [
        "A majority of Rygge voters",
        "Some 60 percent of Republicans",
        "60% of Democrats",
        "Nearly half of Americans",
        "One third of those asked",
        "Most of the Republicans",
        "One in five Americans",
    ],
)
def test_so_many_of_those_polled_are_nobody(who: str) -> None:
    assert _speakers(f"{who} said: “The harbour is full of ships.”") == [None]


def test_a_person_behind_a_number_is_no_part_of_it() -> None:
    said = _speakers("For most of two weeks, Ada Moss said, “the harbour was full of ships.”")

    assert said == ["Ada Moss"]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        pytest.param("Otto Vance and Hal Holm met on Friday.", None, id="two men"),
        pytest.param(
            "Otto Vance and Mrs. Ada Moss met on Friday.", "Otto Vance", id="one is a woman"
        ),
        pytest.param(
            "Otto Vance met Hal Holm on Friday.", "Otto Vance", id="one who meets the other"
        ),
    ],
)
def test_of_two_who_do_it_together_nobody_is_he(before: str, speaker: str | None) -> None:
    assert _speakers(BEFORE, f"{before} “The harbour is full of ships,” he said.")[-1] == speaker
