"""Phrases are found in their word forms and nowhere else."""

import pytest

from briefing.text.phrases import Phrases, Words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("exercise", "joint exercises", "exercises", id="plural"),
        pytest.param("upgrade", "was upgraded", "upgraded", id="past"),
        pytest.param("plan", "planning staff", "planning", id="doubled consonant"),
        pytest.param("ally", "the allies' ships", "allies", id="y to ies"),
        pytest.param(
            "command structure", "Command-structure reform", "Command-structure", id="hyphen"
        ),
        pytest.param("China", "China’s coast guard", "China’s", id="possessive of a name"),
        pytest.param("China", "fine china", None, id="a name keeps its capital"),
        pytest.param("US", "tell us more", None, id="initials keep their capitals"),
        pytest.param("U.S. Steel", "of U.S. Steel, which", "U.S. Steel", id="stops within"),
        pytest.param("art", "party", None, id="not inside a word"),
        pytest.param("defence industry", "the defense industries", "defense industries", id="US"),
        pytest.param("joint force", "joint, force", None, id="a comma parts"),
        pytest.param("organisation", "an organization", "organization", id="s and z"),
    ],
)
def test_phrases(phrase: str, text: str, found: str | None) -> None:
    spans = Phrases([[phrase]]).find(Words(text, ((0, len(text)),)))

    assert [text[start:end] for _, _, (start, end) in spans] == ([found] if found else [])


def test_the_longest_phrase_wins() -> None:
    text = "the Taiwan Strait and Taiwan"
    spans = Phrases([["Taiwan", "Taiwan Strait"]]).find(Words(text, ((0, len(text)),)))

    assert [text[start:end] for _, _, (start, end) in spans] == ["Taiwan Strait", "Taiwan"]


def test_groups_of_phrases_are_found_together_and_do_not_hide_one_another() -> None:
    text = "Taiwan Strait patrols of the strait"
    found = Phrases([["Taiwan Strait"], [], ["strait", "patrol"], ["Taiwan"]]).find(
        Words(text, ((0, len(text)),))
    )

    assert [(group, text[start:end]) for _, group, (start, end) in found] == [
        (0, "Taiwan Strait"), (3, "Taiwan"), (2, "Strait"), (2, "patrols"), (2, "strait"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "stretches",
    [
        pytest.param(((0, 12), (13, 31)), id="paragraphs"),
        pytest.param(((0, 6), (6, 15), (15, 31)), id="a word cut in two"),
        pytest.param(((0, 31),), id="one"),
    ],
)
def test_words_of_several_stretches_are_those_of_each(stretches: list[tuple[int, int]]) -> None:
    text = "Supply chain\nTaiwan Strait of it"
    each = [Words(text, (stretch,)) for stretch in stretches]

    together = Words(text, stretches)

    assert together.written == [word for one in each for word in one.written]
    assert list(together.starts) == [start for one in each for start in one.starts]
    assert list(map(together.end, range(len(together.written)))) == [
        one.end(at) for one in each for at in range(len(one.written))
    ]


def test_no_phrase_goes_over_the_end_of_a_stretch() -> None:
    text = "the supply\nchain of supply chain"

    spans = list(Phrases([["supply chain"]]).find(Words(text, ((0, 10), (11, len(text))))))

    assert [text[start:end] for _, _, (start, end) in spans] == ["supply chain"]
    assert spans[0][2][0] > 11
