"""Letters that were taken for those of another table are read as they are shown; others stay."""

import pytest

from briefing.verify.pdf_page import Page
from briefing.verify.pdf_renamed import with_meant
from briefing.verify.pdf_run import Run


def _page(*runs: tuple[str, str]) -> Page:
    lines = tuple((Run(text, 50, 700, 10, 400, font, 0, None),) for font, text in runs)
    return Page(595, 842, lines)


def _read(*runs: tuple[str, str]) -> list[str]:
    (page,) = with_meant([_page(*runs)])
    return [run.text for line in page.lines for run in line]


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        pytest.param(
            ["ìThe oêcers signed,î he said ñ the Guardís pledge."],
            ["“The oﬃcers signed,” he said – the Guard’s pledge."],
            id="English marks",
        ),
        pytest.param(
            ["ÑDer Hafen ˆffnetì, sagt er."], ["„Der Hafen öffnet“, sagt er."], id="German"
        ),
        pytest.param(
            ["Chinaís first, and Japanís. A çrst."],
            ["China’s first, and Japan’s. A ﬁrst."],
            id="apostrophes",
        ),
        pytest.param(
            ["ìYes,î he said.", "A conèict"], ["“Yes,” he said.", "A conﬂict"], id="another line"
        ),
    ],
)
def test_letters_are_read_as_they_are_shown(shown: list[str], read: list[str]) -> None:
    assert _read(*(("F", words) for words in shown)) == read


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Così fu: l’isola, perché lì era più bella.", id="Italian"),
        pytest.param("El país y otro país son así", id="Spanish without other accents"),
        pytest.param("El president francès del país és així, i la plaça", id="Catalan"),
        pytest.param("El señor Núñez no leía en el país.", id="Spanish"),
        pytest.param("Île où naît le maître", id="French"),
        pytest.param("În România înșiși", id="Romanian"),
        pytest.param("ì and î are letters of Italian and French: lì, naît", id="both named"),
    ],
)
def test_other_languages_stay_as_they_are(words: str) -> None:
    assert _read(("F", words)) == [words]


def test_a_font_with_marks_of_its_own_is_right() -> None:
    assert _read(("F", "ìYes,î he said."), ("G", "“Señor Núñez,” he said.")) == [
        "“Yes,” he said.",
        "“Señor Núñez,” he said.",
    ]
