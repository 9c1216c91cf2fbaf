"""Patterns that compile themselves, and classes of words by their signs."""

import re

import pytest

from briefing.text.lazy import Lazy
from briefing.text.word_signs import Signs


def test_a_lazy_pattern_finds_what_a_compiled_one_finds() -> None:
    lazy, compiled = Lazy(r"(\w)oss", re.IGNORECASE), re.compile(r"(\w)oss", re.IGNORECASE)
    text = "Moss met Voss, said MOSS."

    assert [hit.span() for hit in lazy.finditer(text)] == [
        hit.span() for hit in compiled.finditer(text)
    ]
    assert lazy.sub("x", text) == compiled.sub("x", text)


def test_a_lazy_pattern_complains_when_it_is_used_and_no_sooner() -> None:
    broken = Lazy("(")

    with pytest.raises(re.error):
        broken.search("")
    assert not hasattr(broken, "pattern_of_nothing")


SIGNS = Signs(
    {"saying": "said report reports", "work": "report reports poll"},
    either=("work",),
)


@pytest.mark.parametrize(
    ("name", "capital", "text", "found"),
    [
        pytest.param("saying", False, "he said so", ["said"], id="a word of one class"),
        pytest.param("saying", False, "it reports", ["reports"], id="a word of two classes"),
        pytest.param("work", False, "it reports", ["reports"], id="by the other class too"),
        pytest.param("work", False, "a Poll", [], id="a capital where none is asked for"),
        pytest.param("work", True, "a Poll", ["Poll"], id="a capital where it is"),
        pytest.param("saying", True, "Said he", [], id="a class without capitals"),
        pytest.param("saying", False, "unsaid reporting", [], id="no part of a word"),
        pytest.param(
            "saying", False, "à côté: “said” ß", ["said"], id="foreign letters are no signs"
        ),
    ],
)
def test_a_sign_finds_the_words_of_its_class(
    name: str, capital: bool, text: str, found: list[str]
) -> None:
    marked = SIGNS.mark(text)

    assert len(marked) == len(text)
    hits = re.finditer(SIGNS.of(name, capital=capital), marked)
    assert [text[slice(*hit.span())] for hit in hits] == found
