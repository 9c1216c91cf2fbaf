"""The folding keeps words apart and typography together, and leads back to every place."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.verify.folding import fold, fold_print, fold_with_places

MIXED = st.text(st.sampled_from("ab1 \n\t\xa0-–—\"“”'’«»….;!?\xad\u200bﬁ\u202e"), max_size=40)


@given(MIXED)
def test_places_lead_back(text: str) -> None:
    folded = fold_with_places(text)

    assert folded.text == fold(text)
    for at, character in enumerate(folded.text):
        if character in "ab1":
            assert text[folded.origin(at)] == character


@given(MIXED)
def test_folding_twice_changes_nothing_in_words(text: str) -> None:
    letters = [c for c in fold(text) if c.isalnum()]

    assert letters == [c for c in fold(fold(text)) if c.isalnum()]
    assert letters == [c for c in text.replace("ﬁ", "fi") if c.isalnum()]


def test_a_hyphen_of_print_may_stand_or_fall() -> None:
    assert fold_print("re\ufffeopen") == "re\xadopen"
    assert fold("re\xadopen") == "reopen"


def test_ligatures_that_a_program_scrambled_are_their_letters_in_print() -> None:
    assert fold_print("the 昀椀rst o昀케cer, ba昀툀ed") == "the first officer, baffled"
    assert fold_print("the se琀\ufffdng of a Gaze琀琀e's ar琀椀cle, so昀琀") == (
        "the setting of a Gazette's article, soft"
    )
    assert fold_print("昀椀は稀な字") == "昀椀は稀な字"
    assert fold_print("a new 琀琀 7昀\ufffd") == "a new琀琀7fft"
