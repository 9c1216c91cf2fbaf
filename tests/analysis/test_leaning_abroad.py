"""On whom articles in other languages than English lean."""

from functools import cache

import pytest
from msgspec.structs import replace

from briefing.analysis.examining import examine
from briefing.analysis.lexicon import Lexicon, parse_lexicon
from briefing.workflow.wording import speech_lists
from tests.sources import make_source

OUTLETS = """
[[outlet]]
name = "Vance Kurier"
aliases = ["Kurier"]
[[outlet]]
name = "Moss Press Agency"
aliases = ["mpa"]
[[outlet]]
name = "Vance Diario"
"""


@cache
def lexicon() -> Lexicon:
    return parse_lexicon(OUTLETS, "", speech_lists())


def leans(language: str, *paragraphs: str) -> list[tuple[str, str]]:
    source = replace(make_source(*paragraphs), language=language)
    return [(item.name, item.evidence) for item in examine(source, lexicon()).origins]


@pytest.mark.parametrize(
    ("language", "text", "name", "evidence"),
    [
        ("de", "Der Hafen schließt, berichtet der Vance Kurier.", "Vance Kurier",
         "berichtet der Vance Kurier"),
        ("de", "Wie der „Kurier“ berichtet, schließt der Hafen.", "Vance Kurier", "Kurier“ berichtet"),
        ("de", "Laut dem britischen Sender Vance Kurier schließt der Hafen.", "Vance Kurier",
         "Laut dem britischen Sender Vance Kurier"),
        ("de", "Der Hafen schließt, sagte Ada Moss dem „Kurier“.", "Vance Kurier",
         "sagte Ada Moss dem „Kurier"),
        ("de", "Der Hafen schließt im Mai. (mpa)", "Moss Press Agency", "(mpa)"),
        ("de", "Der Hafen schließt im Mai. (mit Material von mpa/xyz)", "", ""),
        ("de", "Der Hafen schließt im Mai. (mit mpa)", "Moss Press Agency", "mpa"),
        ("de", "suc/mpa", "Moss Press Agency", "mpa"),
        ("de", "Bremen (mpa) - Der Hafen schließt im Mai.", "Moss Press Agency", "(mpa)"),
        ("de", "Der Kurier hat ein neues Haus am Hafen.", "", ""),
        ("fr", "Le port fermera, selon le Vance Diario.", "Vance Diario", "selon le Vance Diario"),
        ("fr", "Le port fermera, a indiqué Ada Moss à l’agence mpa.", "Moss Press Agency",
         "indiqué Ada Moss à l’agence mpa"),
        ("es", "El puerto cerrará, según el diario Vance Diario.", "Vance Diario",
         "según el diario Vance Diario"),
        ("es", "El puerto cerrará, confirmó a mpa un portavoz.", "Moss Press Agency", "confirmó a mpa"),
        ("it", "Il porto chiuderà, scrive il Vance Diario.", "Vance Diario", "scrive il Vance Diario"),
        ("nl", "De haven gaat dicht, meldt persbureau mpa.", "Moss Press Agency",
         "meldt persbureau mpa"),
        ("pt", "O porto vai fechar, segundo o jornal Vance Diario.", "Vance Diario",
         "segundo o jornal Vance Diario"),
    ],
)  # fmt: skip
def test_the_outlet_whose_report_is_passed_on(
    language: str, text: str, name: str, evidence: str
) -> None:
    assert leans(language, text) == ([(name, evidence)] if name else [])


def test_a_paper_is_not_its_own_origin() -> None:
    source = replace(
        make_source("Laut dem „Kurier“ schließt der Hafen.", publisher="Vance Kurier"),
        language="de",
    )

    assert examine(source, lexicon()).origins == ()
