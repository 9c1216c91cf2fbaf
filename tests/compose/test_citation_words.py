"""Words that citation styles share."""

import pytest

from briefing.compose.citation_words import shorten


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
        ("Порт Лунда и не только он закрыт", "ru", "Порт Лунда и не только"),
    ],
)
def test_a_short_title_is_not_cut_where_words_hang(
    title: str, language: str | None, short: str
) -> None:
    assert shorten(title, language) == short
