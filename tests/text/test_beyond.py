"""The signs of a text that are none of ASCII's."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.beyond import beyond_ascii


@given(st.text(st.characters(exclude_categories=())))
def test_they_are_those_of_the_text_in_their_order(text: str) -> None:
    assert beyond_ascii(text) == "".join(sign for sign in text if not sign.isascii())
