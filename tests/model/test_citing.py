"""What own words cite stands between two brackets; anything else there is words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.citing import Mention, mentions_in, parts_of

_IDS = st.text("0123456789abcdef", min_size=6, max_size=64)
_PLACES = st.builds(Mention, _IDS, st.integers(0, 10**6), st.integers(0, 10**6))
_WORDS = st.text(st.characters(exclude_characters="[] \u00a0"), min_size=1, max_size=8)


@given(st.lists(st.tuples(_WORDS, _PLACES), max_size=4), _WORDS)
def test_words_and_mentions_come_as_they_stand(told: list[tuple[str, Mention]], last: str) -> None:
    text = "".join(f"{words} {place}" for words, place in told) + last
    flat = [part for pair in told for part in pair]

    assert list(parts_of(text)) == [*flat, last]
    assert list(mentions_in(text)) == [place for _, place in told]


@pytest.mark.parametrize("text", ["[[1]]", "[[abc/1-2]]", "[[abcdef/1]]", "[ [abcdef/1-2]]", "[["])
def test_other_brackets_are_words(text: str) -> None:
    assert list(parts_of(text)) == [text]
    assert mentions_in(text) == ()
