"""Text as bare words, every character in its place."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.plain import plain


@given(st.text())
def test_every_character_stays_in_its_place(text: str) -> None:
    made = plain(text)

    assert len(made) == len(text)
    assert all(
        new in (old, " ") or (old.isascii() and new == old.lower())
        for old, new in zip(text, made, strict=True)
    )


@given(st.text(st.characters(codec="utf-8")))
def test_a_word_of_letters_stays_one_word(text: str) -> None:
    letters = "".join(filter(str.isalpha, text))

    assert plain(letters).split() == ([plain(letters)] if letters else [])


def test_punctuation_parts_words() -> None:
    assert plain("“The PORT’s open,” he said—1,200 Ämter.").split() == [
        "the", "port", "s", "open", "he", "said", "1", "200", "Ämter",
    ]  # fmt: skip
