"""Who said what in other languages than English."""

from functools import cache

import pytest
from msgspec.structs import replace

from briefing.analysis.examining import examine
from briefing.analysis.lexicon import Lexicon, parse_lexicon
from briefing.errors import RecipeError
from briefing.model.findings import Attribution, Form
from briefing.resources import seeds
from briefing.workflow.wording import speech_lists
from tests.sources import make_source


@cache
def lexicon() -> Lexicon:
    return parse_lexicon("", "", speech_lists())


def heard(language: str, *paragraphs: str) -> tuple[Attribution, ...]:
    source = replace(make_source(*paragraphs), language=language)
    return examine(source, lexicon()).attributions


def speakers(language: str, *paragraphs: str) -> list[str | None]:
    return [item.speaker for item in heard(language, *paragraphs)]


GERMAN = [
    ("„Der Hafen wird bald geöffnet“, sagte Ada Moss.", "Ada Moss"),
    ("„Der Hafen wird bald geöffnet“, sagte am Dienstag Ada Moss vor Reportern.", "Ada Moss"),
    ("»Der Hafen wird bald geöffnet«, sagte Ada Moss dem Sender.", "Ada Moss"),
    ("«Der Hafen wird bald geöffnet», so die Sprecherin Ada Moss.", "Ada Moss"),
    ('"Der Hafen wird bald geöffnet", sagte Österreichs Hafenminister Leo Brandt.', "Leo Brandt"),
    ("„Der Hafen wird bald geöffnet“, erklärte der Sprecher des Hafens, Leo Brandt.", "Leo Brandt"),
    ("Die Hafenchefin Ada Moss (SPD) sagte: „Der Hafen wird bald geöffnet.“", "Ada Moss"),
    ("Ada Moss, Leiterin des Hafens, betonte: „Der Hafen wird bald geöffnet.“", "Ada Moss"),
    ("Am Montag sagte Leo Brandt der Zeitung: „Der Hafen wird bald geöffnet.“", "Leo Brandt"),
    ("Leo Brandt aus Bremen kritisierte, der Hafen sei „viel zu spät“ geöffnet worden.", "Leo Brandt"),
    ("Laut Ada Moss ist der Hafen „noch lange nicht“ offen.", "Ada Moss"),
    ("„Der Hafen wird bald geöffnet“, sagte Ursula van der Moss.", "Ursula van der Moss"),
    ("„Der Hafen wird bald geöffnet“, teilte das Hafenministerium mit.", "das Hafenministerium"),
    ("„Der Hafen wird bald geöffnet“, sagte ein Anwohner.", None),
    ("„Der Hafen wird bald geöffnet“, hieß es am Montag.", None),
    ("Der Vertrag nennt Ada Moss „die Eignerin des Hafens“ und Leo Brandt ihren Vertreter.", None),
    ("„Der Hafen wird bald geöffnet“, sagten Ada Moss und der Hafenchef.", None),
    ("Leo Brandt kam. Brandts Formel lautet: „Der Hafen wird bald geöffnet.“", None),
    ("Der Film „Der alte Hafen“ von Ada Moss läuft.", None),
]  # fmt: skip
FRENCH = [
    ("« Le port rouvrira bientôt », a déclaré Ada Moss.", "Ada Moss"),
    ("«Le port rouvrira bientôt», explique Ada Moss, directrice du port.", "Ada Moss"),
    ("« Le port rouvrira bientôt », a affirmé mardi le ministre des Ports, Léo Brandt.", "Léo Brandt"),
    ("« Le port rouvrira bientôt », a assuré la présidente de la République Anne Moss.", "Anne Moss"),
    ("Selon Ada Moss, « le port rouvrira bientôt ».", "Ada Moss"),
    ("Le maire de Bréval, Léo Brandt, a annoncé : « Le port rouvrira bientôt. »", "Léo Brandt"),
    ("Ada Moss a déclaré que le port était « plus sûr que jamais ».", "Ada Moss"),
    ("« Le port rouvrira bientôt », a indiqué la préfecture.", "la préfecture"),
    ("« Le port rouvrira bientôt », lit-on sur une affiche.", None),
    ("« Le port rouvrira bientôt », regrette une habitante.", None),
]  # fmt: skip
OTHERS = [
    ("es", "“El puerto abrirá pronto”, dijo Ada Moss.", "Ada Moss"),
    ("es", "“El puerto abrirá pronto”, ha explicado el alcalde de Vance, Leo Brandt.", "Leo Brandt"),
    ("es", "“El puerto abrirá pronto” —aseguró Ada Moss—.", "Ada Moss"),
    ("es", "Según Ada Moss, “el puerto abrirá muy pronto”.", "Ada Moss"),
    ("es", "El ministro del Interior, Leo Brandt, afirmó que el puerto es “más seguro”.", "Leo Brandt"),
    ("es", "“El puerto abrirá pronto”, reza un cartel.", None),
    ("it", "«Il porto riaprirà presto», ha detto Ada Moss.", "Ada Moss"),
    ("it", "Il sindaco di Vance, Leo Brandt, ha dichiarato: «Il porto riaprirà presto».", "Leo Brandt"),
    ("nl", "“De haven gaat snel weer open”, zegt woordvoerder Ada Moss.", "Ada Moss"),
    ("nl", "“De haven gaat snel weer open”, aldus Ada Moss.", "Ada Moss"),
    ("pt", "“O porto vai reabrir em breve”, disse Ada Moss.", "Ada Moss"),
    ("pt", "“O porto vai reabrir em breve”, afirmou o prefeito Leo Brandt.", "Leo Brandt"),
]  # fmt: skip

SPANISH = "“El puerto abrirá pronto”, dijo Ada Moss."


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        *(("de", *case) for case in GERMAN),
        *(("fr", *case) for case in FRENCH),
        *OTHERS,
        ("de-AT", *GERMAN[0]),
    ],
)
def test_the_speaker_of_a_quotation(language: str, text: str, speaker: str | None) -> None:
    said = [item for item in heard(language, text) if item.form is not Form.INDIRECT]

    assert [item.speaker for item in said if item.speaker] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("de", "Ada Moss sagte, der Hafen sei seit Mai wieder offen.",
         "der Hafen sei seit Mai wieder offen"),
        ("de", "Ada Moss erklärte am Montag, dass der Hafen wieder offen ist.",
         "der Hafen wieder offen ist"),
        ("de", "Der Hafen sei seit Mai wieder offen, sagte Ada Moss.",
         "Der Hafen sei seit Mai wieder offen"),
        ("de", "Nach Angaben von Ada Moss ist der Hafen wieder offen.", "ist der Hafen wieder offen"),
        ("fr", "Ada Moss a déclaré que le port était ouvert depuis mai.",
         "le port était ouvert depuis mai"),
        ("fr", "Le port est ouvert depuis le mois de mai, selon Ada Moss.",
         "Le port est ouvert depuis le mois de mai"),
        ("es", "Ada Moss afirmó que el puerto está abierto desde mayo.",
         "el puerto está abierto desde mayo"),
        ("pt", "Ada Moss disse que o porto está aberto desde maio.", "o porto está aberto desde maio"),
    ],
)  # fmt: skip
def test_what_is_reported_without_marks(language: str, text: str, content: str) -> None:
    (said,) = heard(language, text)

    assert (said.speaker, said.text, said.form) == ("Ada Moss", content, Form.INDIRECT)


@pytest.mark.parametrize(
    ("language", "paragraphs", "names"),
    [
        ("de", ("Die Hafenchefin Ada Moss kam. „Der Hafen wird geöffnet“, sagte Moss.",), ["Ada Moss"]),
        ("de", ("Die Hafenchefin Ada Moss kam. „Der Hafen wird geöffnet“, sagte sie.",), ["Ada Moss"]),
        ("de", ("Die Hafenchefin Ada Moss kam. „Der Hafen wird geöffnet“, sagte er.",), [None]),
        ("de", ("Ada Moss traf den Autor Noor Vance. „Der Hafen wird geöffnet“, sagte sie.",),
         ["Ada Moss"]),
        ("de", ("Der Minister Leo Brandt kam. „Der Hafen wird geöffnet“, sagte der Minister.",),
         ["Leo Brandt"]),
        ("de", ("„Der Hafen wird geöffnet“, sagte Leo Brandt. „Das ist gut so“, meinte Ada Moss.",
                "„Er wird schön und gut“, sagte sie."), ["Leo Brandt", "Ada Moss", "Ada Moss"]),
        ("de", ("Leo Brandt und Max Vance kamen. „Der Hafen wird geöffnet“, sagte er.",), [None]),
        ("fr", ("« Le port rouvrira bientôt », a dit Léo Brandt.",
                "« Il est sûr et beau », a-t-il ajouté."),
         ["Léo Brandt", "Léo Brandt"]),
        ("fr", ("Anne Moss est arrivée. « Le port rouvrira bientôt », dit-elle.",), ["Anne Moss"]),
        ("fr", ("Anne Moss est arrivée. « Le port rouvrira bientôt », dit-il.",), [None]),
        ("fr", ("Anne Moss est arrivée. « Le port rouvrira bientôt », a affirmé Mme Moss.",),
         ["Anne Moss"]),
        ("es", (f"{SPANISH} “Será más seguro que antes”, añadió.",),
         ["Ada Moss", "Ada Moss"]),
        ("es", (f"{SPANISH} “Será más seguro que antes”, opinó en Vance Leo Brandt.",),
         ["Ada Moss", None]),
    ],
)  # fmt: skip
def test_short_forms_lead_to_the_full_name(
    language: str, paragraphs: tuple[str, ...], names: list[str | None]
) -> None:
    assert speakers(language, *paragraphs) == names


def test_a_role_goes_with_its_name() -> None:
    (said,) = heard(
        "de", "„Der Hafen wird bald geöffnet“, sagte die Sprecherin des Hafens, Ada Moss."
    )

    assert (said.role, said.cue, said.form) == ("die Sprecherin des Hafens", "sagte", Form.DIRECT)


def test_a_quotation_goes_on_behind_the_verb() -> None:
    text = "„Der Hafen wird geöffnet“, sagte Ada Moss, „und das schon im Mai dieses Jahres.“"

    assert speakers("de", text) == ["Ada Moss", "Ada Moss"]


def test_a_question_in_marks_is_not_answered_by_whom_the_next_sentence_names() -> None:
    text = "Der Reporter Max Vance fragte: „Wird der Hafen geöffnet?“ Ada Moss sagte leise: „Ja, bald.“"

    assert speakers("de", text) == ["Max Vance", "Ada Moss"]


def test_a_language_without_its_words_names_nobody() -> None:
    assert speakers(
        "sv", "”Hamnen öppnar snart igen”, sade Ada Moss. “Den öppnar i maj igen.”"
    ) == [None]


def test_every_list_of_words_can_be_read() -> None:
    assert sorted(lexicon().tongues) == sorted(file.stem for file in seeds("speech").glob("*.toml"))
    assert {"de", "es", "fr", "it", "nl", "pt"} <= lexicon().tongues.keys()


def test_a_fault_in_a_list_is_named_with_its_file() -> None:
    with pytest.raises(RecipeError, match=r"de\.toml.*sayings|sayings.*de\.toml"):
        parse_lexicon("", "", {"de": 'sayings = ["sagte"]\n'})
