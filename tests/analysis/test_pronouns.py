"""Whether an article calls somebody he or she is read off that name alone."""

import pytest

from briefing.analysis.speakers import Cast


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Jones opened the lock. Jones said that she was glad.", "she"),
        ("Mr Jones came late.", "he"),
        ("Mrs McJones left. The board heard Jones.", None),
        ("Mrs. Joneson left. Jones stayed.", None),
        ("Jones, who lost his seat, spoke. Mr. Jones then left with his papers.", "he"),
        ("Jones and Ada Moss said that she would stay.", None),
    ],
)
def test_a_longer_name_says_nothing_of_a_shorter(text: str, expected: str | None) -> None:
    assert Cast(text).pronoun("Brandt Jones") == expected
