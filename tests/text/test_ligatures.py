"""Ligatures that a program wrote the wrong way round are read as what the page shows."""

import pytest

from briefing.text.ligatures import unscrambled


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("the 昀椀rst o昀케cer", "the first officer"),
        ("ba昀툀ed, o昀昀 the 昀氀eet", "baffled, off the fleet"),
        (
            "the se琀\ufffdng of a Gaze琀琀e’s ar琀椀cle, so昀琀",
            "the setting of a Gazette’s article, soft",
        ),
        ("the 昀椀 alone", "the 昀椀 alone"),
        ("昀昀は稀な字", "昀昀は稀な字"),
    ],
)
def test_only_beside_latin_letters(told: str, shown: str) -> None:
    assert unscrambled(told) == shown
