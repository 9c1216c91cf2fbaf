"""Words that citation styles share."""

import pytest

from briefing.compose.citation_words import in_marks, place, shorten
from briefing.model.source import Source
from briefing.tongue import tongue


@pytest.mark.parametrize(
    ("title", "language", "short"),
    [
        ("The port of Lund is to be closed", "en", "port of Lund"),
        ("The port of Lund is to be closed", None, "port of Lund"),
        (
            "Ministerin Moss wird neue Chefin von drei Häfen",
            "de-AT",
            "Ministerin Moss wird neue Chefin",
        ),
        ("An der Grenze wird der Hafen teuer", "de", "An der Grenze"),
        ("Le port de Lund sera fermé en mai", "fr", "Le port de Lund sera"),
        ("Nog een jaar lang de haven dicht", "nl", "Nog een jaar lang"),
        ("A porta de Lund", "pt", "A porta de Lund"),
        ("Port opens: the mayor of Lund is glad", "en", "Port opens"),
        (".:: Lund Harbour ::. Tolls", "en", ".:: Lund Harbour ::. Tolls"),
        ("Порт Лунда и не только он закрыт", "ru", "Порт Лунда и не только"),
    ],
)
def test_a_short_title_is_not_cut_where_words_hang(
    title: str, language: str | None, short: str
) -> None:
    assert shorten(title, language) == short


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ((), "p.\N{NO-BREAK SPACE}2"),
        (("iv", "v"), "p.\N{NO-BREAK SPACE}v"),
        (("1", ""), "p.\N{NO-BREAK SPACE}2\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}the\N{NO-BREAK SPACE}file"),
    ],
)  # fmt: skip
def test_a_page_is_called_what_is_printed_on_it(labels: tuple[str, ...], said: str) -> None:
    text = "The port of Moss is shut.\nIt reopens in May."
    at = text.index("It")
    source = Source(
        "a" * 16,
        "report.pdf",
        "a" * 64,
        "application/pdf",
        text,
        (),
        pages=(0, at),
        page_labels=labels,
    )

    assert place(source, at, tongue("en")) == said


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Le port sur la « gravité » du moment",
            "«\N{NO-BREAK SPACE}Le port sur la “gravité” du moment\N{NO-BREAK SPACE}»",
        ),
        (
            "Le port sur la «\N{NARROW NO-BREAK SPACE}gravité\N{NARROW NO-BREAK SPACE}»",
            "«\N{NO-BREAK SPACE}Le port sur la “gravité”\N{NO-BREAK SPACE}»",
        ),
        (
            "Le port sur la «gravité»",
            "«\N{NO-BREAK SPACE}Le port sur la “gravité”\N{NO-BREAK SPACE}»",
        ),
    ],
)
def test_marks_inside_a_french_title_stand_close_to_its_words(title: str, told: str) -> None:
    assert in_marks(title, tongue("fr")) == told
