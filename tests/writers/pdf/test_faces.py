"""Which font a character is taken from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.writers.pdf import faces


@pytest.fixture(autouse=True)
def _forgetting() -> Iterator[None]:
    """What was found for a made machine is not remembered."""
    faces.fallback.cache_clear()
    yield
    faces.fallback.cache_clear()


def test_fonts_of_the_machine_are_looked_for_only_where_ours_lack_a_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []

    def none() -> tuple[Path, ...]:
        looked.append("machine")
        return ()

    monkeypatch.setattr(faces, "_system_fonts", none)

    assert all(faces.fallback(one, "SourceSerif4-Regular") for one in "岸نЛ")
    assert looked == []
    assert faces.fallback("\U00010380", "SourceSerif4-Regular") is None
    assert looked == ["machine"]
