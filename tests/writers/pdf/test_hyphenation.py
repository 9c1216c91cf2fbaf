"""Hyphens stand where pyphen puts them, whose files are read another way."""

import pyphen
import pytest

from briefing.writers.pdf.hyphenation import hyphenator

WORDS = (
    "zusammenarbeit schifffahrt überall straßenbahn verteidigungsministerium gouvernement "
    "désormais responsabilité lettergrepen financiële asszonnyal kulisszák állampolgár "
    "правительство безопасность bezpieczeństwo försvarsdepartementet seguridad sicurezza"
).split()


@pytest.mark.parametrize(
    "language", ["de", "de-AT", "fr", "nl", "hu", "ru", "pl", "pt-BR", "sv", "es-MX", "it"]
)
def test_places_are_those_of_pyphen_three_letters_from_the_end(language: str) -> None:
    known = pyphen.Pyphen(lang=language)
    wanted = {
        word: tuple(int(at) for at in known.positions(word) if at <= len(word) - 3)
        for word in WORDS
    }

    assert {word: hyphenator(language)(word) for word in WORDS} == wanted
    assert sum(map(len, wanted.values())) > 3


def test_a_language_without_patterns_has_no_hyphens() -> None:
    assert hyphenator("tlh")("zusammenarbeit") == ()
