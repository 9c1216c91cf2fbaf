"""What the machine lacks is named, with what to do about it."""

import pytest

from briefing.workflow import doctor


def test_a_library_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_LIBRARIES", {"Web page reader": "no_such_library"})

    lacking = [found for found in doctor.examine_machine() if not found.present]

    assert [found.name for found in lacking if found.needed] == ["Web page reader"]
    assert "no_such_library" in lacking[0].detail
    assert lacking[0].remedy == doctor.SET_UP_AGAIN
