"""What does not show is told; of many pieces at one place the first and the last."""

import pytest

from briefing.verify.beside import check_unseen
from briefing.verify.paper import Paper, Part, Printed


def _paper(*pieces: tuple[str, str]) -> Paper:
    paragraphs = tuple(
        Printed("text", Part.BODY, number, place, (), (), (f"text that does not show: “{words}”",))
        for number, (place, words) in enumerate(pieces)
    )
    return Paper("pdf", paragraphs, {}, (), None, ())


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        pytest.param(
            [("page 1", "one"), ("page 1", "two")],
            ["text that does not show: “one”", "text that does not show: “two”"],
            id="few",
        ),
        pytest.param(
            [*(("page 1", word) for word in "abcde"), ("page 2", "f")],
            [
                "5 pieces of text that does not show, from “a” to “e”",
                "text that does not show: “f”",
            ],
            id="a stamp over a page",
        ),
    ],
)
def test_unseen_pieces(pieces: list[tuple[str, str]], told: list[str]) -> None:
    found = list(check_unseen(_paper(*pieces)))

    assert [finding.text for finding in found] == told
    assert all(finding.grave for finding in found)
