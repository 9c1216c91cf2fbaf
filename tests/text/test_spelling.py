"""Which word was meant: within few letters, the nearest, then the most frequent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.spelling import distance, nearest

_WORDS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        pytest.param("glide", "gilde", 1, id="swapped"),
        pytest.param("glide", "gllde", 1, id="wrong"),
        pytest.param("glide", "gliide", 1, id="too many"),
        pytest.param("command", "comand", 1, id="missing"),
        pytest.param("hangar", "hanger", 1, id="a vowel"),
        pytest.param("", "abc", 3, id="nothing"),
    ],
)
def test_distance_counts_slips_of_the_hand(one: str, other: str, far: int) -> None:
    assert distance(one, other) == far


@given(_WORDS, _WORDS)
def test_distance_is_the_same_both_ways_and_bounded(one: str, other: str) -> None:
    far = distance(one, other)

    assert far == distance(other, one)
    assert abs(len(one) - len(other)) <= far <= max(len(one), len(other))
    assert (far == 0) is (one == other)


_KNOWN = [
    ("glide", 12),
    ("slide", 90),
    ("guide", 40),
    ("missile", 70),
    ("missiles", 71),
    ("sea", 9),
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("gllde", "glide", id="the nearest"),
        pytest.param("mssile", "missile", id="nearer than a frequent one"),
        pytest.param("xlide", "slide", id="of equals the frequent one"),
        pytest.param("submarine", None, id="nothing is near"),
        pytest.param("se", None, id="too short to tell"),
        pytest.param("seq", "sea", id="short words by one letter"),
        pytest.param("sqx", None, id="and no more"),
    ],
)
def test_nearest_word(word: str, meant: str | None) -> None:
    assert nearest(word, _KNOWN) == meant
