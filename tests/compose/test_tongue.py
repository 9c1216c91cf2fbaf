"""A document in the language that its order names: every word of its own, and no other."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing import words
from briefing.compose.citations import leaning_remark
from briefing.compose.retelling import themes_retold
from briefing.errors import UsageError
from briefing.model.brief import Brief
from briefing.model.document import Document
from briefing.model.findings import Findings, ThemeFindings
from briefing.model.passage import Excerpt, Passage
from briefing.model.plain import plain_text
from briefing.model.theme import Theme
from briefing.resources import seeds
from briefing.tongue import tongue
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.starters import starter_themes


def _built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **wanted: object
) -> tuple[Document, str]:
    monkeypatch.chdir(seeds(""))
    brief = Brief(**{"date": date(2024, 4, 1), "title": "Lage", **wanted})  # type: ignore[arg-type]
    made = tmp_path / "made.md"
    built = build(Order(brief, (Path("articles"),), (made,)))
    return built.document, made.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            ["## Kernpunkte", "1. April 2024", "**Quellenlage**", "Abs. 3", "„Tokyo and Washington",
             "ohne Datum", "o. D.", "Im Dokument nicht angegeben: ", "## Wo die Quellen",
             "8.–14. April 2024"],
        ),
        (
            "fr",
            ["## Points clés", "1er avril 2024", "**Synthèse des sources**", "par. 3",
             "« Tokyo and Washington", "sans date", "Non indiqué dans le document : ", "8–14 avril 2024"],
        ),
    ],
)  # fmt: skip
def test_a_document_speaks_the_language_of_its_order(
    language: str, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, text = _built(tmp_path, monkeypatch, language=language)

    assert document.language == language
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert [one for one in said if one not in text] == []


def test_it_does_not_hang_on_what_the_person_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = _built(tmp_path, monkeypatch)
    german = _built(tmp_path, monkeypatch, language="de")
    words.speak(["fr"])
    try:
        assert _built(tmp_path, monkeypatch) == english
        assert _built(tmp_path, monkeypatch, language="de") == german
        assert words.spoken() == "fr"
    finally:
        words.use(None)


def test_the_programs_own_themes_are_named_in_it_and_those_of_a_person_as_they_wrote_them() -> None:
    ours = next(theme for theme in starter_themes() if theme.id == "command-structure")
    renamed = replace(ours, title="Kommando (neu)")
    theirs = Theme("mine", "Industry", "What is built in Moss?", ())
    themes = tuple(ThemeFindings(theme, ()) for theme in (ours, renamed, theirs))
    findings = Findings(themes)

    told = [found.theme for found in themes_retold(findings, tongue("de")).themes]

    assert told[0].title == "Kommandostruktur"
    assert [(one.title, one.question) for one in told[1:]] == [
        ("Kommando (neu)", told[0].question),
        ("Industry", "What is built in Moss?"),
    ]
    assert told[0].question != ours.question
    assert themes_retold(findings, tongue("en")) == findings


def test_a_language_that_there_is_not_is_told_with_those_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"the language “es”\. Choose one of en, de, fr\."):
        _built(tmp_path, monkeypatch, language="es")


@pytest.mark.parametrize(
    ("language", "words", "printed"),
    [
        ("en", "laut “Hafenbote”", "Leans on another report: “laut “Hafenbote””."),
        ("en", 'laut "Hafenbote', 'Leans on another report: ‘laut "Hafenbote’.'),
        ("de", "laut Hafenbote", "Stützt sich auf einen anderen Bericht: „laut Hafenbote“."),
        ("de", 'laut "Hafenbote', 'Stützt sich auf einen anderen Bericht: »laut "Hafenbote«.'),
        ("fr", "selon «Le Quai", "S’appuie sur un autre article : “selon «Le Quai”."),
    ],
)
def test_marks_around_words_are_none_that_the_words_have(
    language: str, words: str, printed: str
) -> None:
    excerpt = Excerpt(Passage("s", 0, len(words)), words)

    told = plain_text(leaning_remark([excerpt], tongue(language)))

    assert told.replace("\N{NO-BREAK SPACE}", " ") == printed
