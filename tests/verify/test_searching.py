"""Among many texts, those that have the rarest of the printed words come first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.verify.searching import Index

WORDS = st.lists(st.sampled_from("port moss quay ship crew tide dock 14".split()), min_size=1)


def index_of(*texts: str) -> Index:
    index = Index()
    for text in texts:
        index.add(text)
    return index


def test_rare_words_tell_more_than_common_ones() -> None:
    index = index_of("the port of the town", "the lighthouse", "the port of the strait")

    assert index.likely("the port of the lighthouse", 1) == [1]


def test_scripts_without_spaces_are_searched_sign_by_sign() -> None:
    index = index_of("首相は記者団に語った。", "港は再開する見通しだ。", "the port")

    assert index.likely("港は再開する", 1) == [1]


@given(st.lists(WORDS, min_size=2, max_size=8, unique_by=frozenset))
def test_a_text_is_found_by_its_own_words(texts: list[list[str]]) -> None:
    index = index_of(*(" ".join(words) for words in texts), "nothing of that")

    for number, words in enumerate(texts):
        assert number in index.likely(" ".join(words), len(texts))


def test_words_that_no_text_has_find_none() -> None:
    assert index_of("the port", "the quay").likely("umbrellas", 5) == []


@pytest.mark.parametrize(
    "text",
    ["co-operate_14: don't (quay)", "“co-operate”_14… don’t—quay\xa0é", "co/operate 港 14 quay"],
)
def test_words_end_at_every_sign_whatever_the_text_is_written_in(text: str) -> None:
    index = index_of(text, "nothing of that")

    for word in ("operate", "14", "quay"):
        assert index.likely(word, 2) == [0]
    assert not index.likely("rate", 2)
