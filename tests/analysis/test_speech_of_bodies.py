"""A body that speaks is itself: nobody who spoke for it before, and nobody whose role names it."""

import pytest

from tests.analysis.test_speech_attribution import heard


@pytest.mark.parametrize(
    ("first", "text", "speaker"),
    [
        pytest.param("Ada Moss, a lawyer for the campaign, said the port would open again in May.",
                     "The campaign said it had hired the harbour's old lawyer.",
                     "The campaign", id="whose lawyer spoke"),
        pytest.param("Ada Moss, who leads the harbour team, said the port would open again in May.",
                     "The team said it had found the old anchor of the port.",
                     "The team", id="whose head spoke"),
        pytest.param("Ada Moss, a member of the court, spoke in Lund.",
                     "The court said it would not hear that case again.", "The court", id="a judge's"),
        pytest.param("Ada Moss, who leads the team, said the port would open again in May.",
                     "Her team said it had found the old anchor of the port.", None, id="hers"),
        pytest.param("Ada Moss, head of the group of pilots, said the port would open in May.",
                     "The head of the group said it had been a long year for them.",
                     "Ada Moss", id="who heads it"),
    ],
)  # fmt: skip
def test_a_body_speaks_for_itself(first: str, text: str, speaker: str | None) -> None:
    assert heard(first, text)[-1].speaker == speaker
