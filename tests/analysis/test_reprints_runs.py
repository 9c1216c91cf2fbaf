"""The same text under other headlines."""

import random

import pytest

from briefing.analysis.reprints import Shelf, first_of_each, reprints
from briefing.model.source import Kind, Segment, Source


def source(name: str, text: str) -> Source:
    return Source(name, name, "", "text/plain", text, (Segment(0, len(text), Kind.BODY),))


def prose(seed: int, count: int = 400) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices("abcdefghij", k=5)) for _ in range(count)]


BASE = prose(1)


@pytest.mark.parametrize(
    ("other", "is_reprint"),
    [
        pytest.param(BASE, True, id="same"),
        pytest.param(BASE[:150], True, id="shortened"),
        pytest.param(BASE + prose(2, 500), True, id="extended"),
        pytest.param([word.upper() for word in BASE], True, id="other capitals"),
        pytest.param(prose(3), False, id="another text"),
        pytest.param(prose(4, 380) + BASE[:20], False, id="one sentence in common"),
    ],
)
def test_a_reprint_shares_its_runs(other: list[str], is_reprint: bool) -> None:
    found = reprints([source("a", " ".join(BASE)), source("b", " ".join(other))])

    assert [(pair.a, pair.b) for pair in found] == ([("a", "b")] if is_reprint else [])


def test_standing_text_of_a_paper_joins_nothing() -> None:
    standing = prose(5, 130)
    many = [source(str(at), " ".join(prose(at + 10, 300) + standing)) for at in range(12)]

    assert reprints(many) == ()


def test_each_leads_to_the_first() -> None:
    text = " ".join(BASE)

    assert first_of_each([source(name, text) for name in "abc"]) == {"a": "a", "b": "a", "c": "a"}


def test_one_by_one_finds_what_all_at_once_finds() -> None:
    text = " ".join(BASE)
    sources = [source(name, text + name) for name in "abc"] + [source("d", " ".join(prose(7)))]
    shelf = Shelf()

    one_by_one = [pair for each in sources for pair in shelf.add(each)]

    assert len(one_by_one) == 3
    assert sorted(one_by_one, key=lambda pair: (pair.a, pair.b)) == list(reprints(sources))
