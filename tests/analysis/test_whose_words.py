"""Whose the words are, where a text offers somebody who did not say them."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution, Form
from briefing.model.source import Kind, Segment, Source

VERBS = CueVerbs(
    frozenset("said says added claims told confirmed noted wrote".split()),
    frozenset("asked responded quipped".split()),
)


def _said(*paragraphs: str) -> tuple[Attribution, ...]:
    text = "\n".join(paragraphs)
    segments, at = [], 0
    for paragraph in paragraphs:
        segments.append(Segment(at, at + len(paragraph), Kind.BODY))
        at += len(paragraph) + 1
    return attributions(
        Source("a", "a", "", "text/plain", text, tuple(segments), language="en"), VERBS
    )


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
