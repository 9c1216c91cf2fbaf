"""Gaps as they are printed: what is to be said of several themes is said once."""

from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.workflow.build import build
from briefing.workflow.order import Order

THEMES = ("ferry", "lock", "trade")
_TITLED = {"ferry": "Ferry", "lock": "Lock", "trade": "Trade, aid"}


def _built(folder: Path, template: str, language: str = "en", *, titled: bool = True) -> str:
    """A briefing on one old article, for which only some of the themes have words."""
    article = "Harbour Gazette\n\nThe ferry is late\n\n2 January 2024\n\n"
    (folder / "a.txt").write_text(f"{article}The ferry to Moss was late again, said the pilot.\n")
    if titled:
        for name, title in _TITLED.items():
            told = f'id = "{name}"\ntitle = "{title}"\nquestion = "?"\n'
            (folder / f"{name}.toml").write_text(f'{told}[[match]]\nany = ["{name}"]\n')
    themes = tuple(f"{name}.toml" for name in THEMES) if titled else ("china", "industry")
    brief = Brief(date=date(2024, 8, 1), themes=themes, template=template, language=language)
    made = folder / "made.md"
    build(Order(brief, (folder / "a.txt",), (made,), base=folder))
    return made.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")


def test_themes_without_an_answer_stand_in_one_line(tmp_path: Path) -> None:
    text = _built(tmp_path, "full")

    assert "- **Lock; Trade, aid**: no source at hand answers.\n" in text
    assert "- **Ferry**: the newest source that answers is of 2 January 2024.\n" in text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "- **China, Industrie**: keine der vorliegenden Quellen äußert sich dazu.\n"),
        ("fr", "- **Chine, Industrie** : aucune source disponible n’y répond.\n"),
    ],
)
def test_they_are_named_as_their_headings_name_them(
    language: str, line: str, tmp_path: Path
) -> None:
    assert line in _built(tmp_path, "full", language, titled=False)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_short_page_says_once_that_nothing_answers(language: str, tmp_path: Path) -> None:
    text = _built(tmp_path, "one-page", language, titled=False)

    assert "Industr" in text
    assert ("Gap, " in text, "lücke, " in text) == (False, False)
