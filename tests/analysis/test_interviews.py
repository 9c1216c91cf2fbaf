"""What stands as the answer of somebody named in an interview or a transcript is his."""

import pytest
from msgspec.structs import replace

from briefing.analysis import interviewees, names
from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from tests.sources import make_source

CUES = CueVerbs(frozenset({"said"}), frozenset())
ASKED = "Ada Moss runs the harbour office of Vance. We spoke with Ada Moss in her office."


def heard(
    *paragraphs: str, title: str = "Port to reopen", language: str = "en"
) -> list[tuple[str | None, str]]:
    source = replace(make_source(*paragraphs, title=title), language=language)
    return [(item.speaker, item.text) for item in attributions(source, CUES)]


def test_answers_under_letters_are_of_the_one_who_is_asked() -> None:
    said = heard(
        ASKED,
        "Q: When will your port open?",
        "A: I hope that it opens in May.",
        "We have worked on it for years, and it shows.",
        "Q: Who pays you?",
        "A: We are paid by the state.",
    )

    assert said == [
        ("Ada Moss", "I hope that it opens in May."),
        ("Ada Moss", "We have worked on it for years, and it shows."),
        ("Ada Moss", "We are paid by the state."),
    ]


@pytest.mark.parametrize(
    ("language", "title", "lines"),
    [
        pytest.param("de", "Interview mit der Hafenchefin Ada Moss", (
            "Frage: Wann öffnen Sie?", "Antwort: Ich hoffe, im Mai.",
            "Frage: Wer bezahlt Sie?", "Antwort: Uns bezahlt das Land."), id="German"),
        pytest.param("fr", "Entretien avec la directrice Ada Moss", (
            "Q. Quand ouvrez-vous ?", "R. J’espère en mai.",
            "Q. Qui vous paie ?", "R. Nous sommes payés par l’État."), id="French"),
        pytest.param("es", "Entrevista a la directora Ada Moss", (
            "P. ¿Cuándo abre usted?", "R. Espero que nos dejen en mayo.",
            "P. ¿Quién le paga?", "R. Creo que el Estado."), id="Spanish"),
        pytest.param("ru", "Интервью с Адой Мосс", (
            "Вопрос: Когда вы откроетесь?", "Ответ: Я надеюсь, в мае.",
            "Вопрос: Кто вам платит?", "Ответ: Нам платит государство."), id="Russian"),
    ],
)  # fmt: skip
def test_letters_and_words_of_other_languages(
    language: str, title: str, lines: tuple[str, ...]
) -> None:
    said = heard("…", *lines, title=title, language=language)

    name = "Адой Мосс" if language == "ru" else "Ada Moss"
    assert said == [(name, line.split(maxsplit=1)[1]) for line in lines[1::2]]


def test_turns_under_names_in_capitals() -> None:
    said = heard(
        "Ada Moss of the harbour office spoke to the board.",
        "LEO BRANDT: When will the port open?",
        "ADA MOSS: I hope that it opens in May.",
        "BRANDT: So it is late.",
        "MOSS: We are late, yes.",
        "(LAUGHTER)",
        "BRANDT: Who pays?",
        "MOSS: The state.",
    )

    assert [one for one in said if one[0] == "Ada Moss"] == [
        ("Ada Moss", "I hope that it opens in May."),
        ("Ada Moss", "We are late, yes."),
        ("Ada Moss", "The state."),
    ]
    assert not any(words.endswith("?") or "LAUGHTER" in words for _, words in said)


def test_initials_stand_for_the_names_given_first() -> None:
    said = heard(
        "Leo Brandt: When will the port open?",
        "Ada Moss: “I hope that it opens in May.”",
        "LB: Who pays?",
        "AM: The state pays, I hear.",
    )

    assert said == [
        ("Ada Moss", "I hope that it opens in May."),
        ("Ada Moss", "The state pays, I hear."),
    ]


def test_who_answers_the_first_question_answers_those_without_names() -> None:
    said = heard(
        "Gazette: Der Hafen ist zu. Wann öffnet er?",
        "Ada Moss: Im Mai, wenn das Wetter hält.",
        "Wer bezahlt das alles?",
        "Das Land bezahlt den größten Teil.",
        "Was kostet es?",
        "Es kostet sehr viel Geld.",
        "Das Gespräch führte Leo Brandt.",
        language="de",
    )

    assert said == [
        ("Ada Moss", "Im Mai, wenn das Wetter hält."),
        ("Ada Moss", "Das Land bezahlt den größten Teil."),
        ("Ada Moss", "Es kostet sehr viel Geld."),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param((
            "Ada Moss, the minister, closed the port.", "Q: Why was it closed?",
            "A: Ada Moss says that it was old.", "Q: When will it open?",
            "A: It may open in May."), id="a paper answers its own questions"),
        pytest.param((
            "Ada Moss and Leo Brandt run the port. She is strict, he is not.",
            "Q: When do you open?", "A: I hope in May.", "Q: Who pays you?",
            "A: We are paid by the state."), id="two may be asked"),
        pytest.param((
            "Port Moss: a quay of 500 metres", "Port Vance: a quay of 300 metres",
            "Port Moss: closed", "Port Vance: open"), id="places compared"),
        pytest.param((
            "Ada Moss was right. I once called her late.", "Who is late now?",
            "I am not the one to say so.", "Why should you care?", "We all should.",
            "What else is new?", "My own port is closed."), id="a columnist asks"),
        pytest.param((
            "What is open in Moss?", "Total Closure: What happened on Monday?",
            "The lock of Moss closed at noon, and nobody had been told of it.", "Who closed it?",
            "The office says that a ship had struck the gate."), id="a matter over a question"),
    ],
)  # fmt: skip
def test_who_is_not_plainly_asked_is_not_named(paragraphs: tuple[str, ...]) -> None:
    assert heard(*paragraphs) == []


def test_a_paragraph_that_tells_of_the_speaker_is_the_papers() -> None:
    said = heard(
        "Ada Moss: We are late, I know.",
        "Then Moss left the room, and it was our last question for the day.",
        "Leo Brandt: When will the port open?",
        "Ada Moss: I hope in May.",
        "We all had hoped that the port would be open by the end of winter, and so had the board.",
        "Leo Brandt: Who pays?",
        "Ada Moss: We do.",
    )

    assert [words for speaker, words in said if speaker == "Ada Moss"] == [
        "We are late, I know.",
        "I hope in May.",
        "We do.",
    ]


def test_names_in_lines_of_their_own_label_what_stands_below() -> None:
    said = heard(
        "ada moss",
        "I run the port, and I have news.",
        "leo brandt",
        "When will it open?",
        "ada moss",
        "We open in May.",
        "recorded voice It will never open, and we shall see to that.",
        "leo brandt",
        "Thank you.",
        "ada moss",
        "Thank you.",
    )

    assert [one for one in said if one[0] == "Ada Moss"] == [
        ("Ada Moss", "I run the port, and I have news."),
        ("Ada Moss", "We open in May."),
        ("Ada Moss", "Thank you."),
    ]
    assert not any("never open" in words for _, words in said)


def test_a_long_list_of_labels_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0

    def counted(words: str, at: int) -> names.Named | None:
        nonlocal looked
        looked += 1
        return names.trim(words, at)

    monkeypatch.setattr(interviewees, "trim", counted)
    many = [f"{first}{second}ORN" for first in "BCDFGHJKLM" for second in "AEIOUÄÖÜ"]

    said = heard(ASKED, *(f"{name}: Is it my {name.title()}?" for name in many * 2))

    assert said == []
    assert len(many) <= looked <= 2 * len(many)


def test_who_is_said_to_be_asked_answers_questions_in_paragraphs_of_their_own() -> None:
    said = heard(
        ASKED,
        "When will your port open?",
        "I hope that it opens in May.",
        "Who pays you?",
        "[We hear a ship.]",
        "We are paid by the state.",
        "And what do you think of Vance?",
        "My office has no view on that.",
        "This interview was edited for length, and we thank her.",
        "I shall not be heard.",
    )

    assert said == [
        ("Ada Moss", "I hope that it opens in May."),
        ("Ada Moss", "We are paid by the state."),
        ("Ada Moss", "My office has no view on that."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("When will it open?", "I hope in May.", "Who pays?", "We are paid.",
                      "What of Vance?", "My office has no view."), id="spoken to nobody"),
        pytest.param(("When do you open?", "In May.", "Who pays you?", "The state.",
                      "What do you think of Vance?", "It has no view."), id="not in person"),
        pytest.param(("When do you open?", "I hope in May.", "Who pays you?",
                      "We are paid."), id="two questions"),
    ],
)  # fmt: skip
def test_questions_alone_are_no_interview(lines: tuple[str, ...]) -> None:
    assert heard(ASKED, *lines) == []


def test_who_tells_a_report_is_not_asked() -> None:
    said = heard(
        "ADA MOSS, HOST: We are in Vance, and I have news.",
        "LEO BRANDT: I hope that the port opens in May.",
        "ADA MOSS, HOST: I hear that it is late.",
        "LEO BRANDT: We are late, yes.",
    )

    assert {speaker for speaker, _ in said} == {"Leo Brandt"}


def test_one_who_speaks_alone_has_no_turns() -> None:
    lines = [f"Ada Moss: I have {many} ships. Do you?" for many in ("two", "three", "four")]

    assert heard("Ada Moss runs the port.", *lines, "Ada Moss: I have none.") == []


def test_a_sound_within_an_answer_is_not_said() -> None:
    said = heard(
        "Leo Brandt: When will the port open?",
        "Ada Moss: I hope in May.",
        "(We hear a ship.)",
        "We all hope so.",
        "Leo Brandt: Who pays?",
        "Ada Moss: We do.",
    )

    assert [words for _, words in said] == ["I hope in May.", "We all hope so.", "We do."]
