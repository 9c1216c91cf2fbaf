"""British and American spellings are one word where sources are compared."""

import pytest

from briefing.text.variants import compared_stems
from briefing.text.words import content_stems


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("defence programmes", "defense programs"),
        ("labour organisations", "labor organizations"),
        ("a centre for neighbours", "a center for neighbors"),
        ("recognised licences", "recognized licenses"),
        ("travelled kilometres", "traveled kilometers"),
        ("favourable behaviour", "favorable behavior"),
    ],
)
def test_spellings_of_one_word_are_one(british: str, american: str) -> None:
    assert compared_stems(british) == compared_stems(american)
    assert content_stems(british) != content_stems(american)


@pytest.mark.parametrize("words", ["rise promise hour tour four source", "basis crisis paris"])
def test_words_that_only_look_like_it_stay(words: str) -> None:
    assert compared_stems(words) == content_stems(words)
