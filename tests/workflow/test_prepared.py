"""What is kept of the program's own files: made once, made again where it is not as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.workflow import prepared as room
from briefing.workflow.prepared import prepared

_CALLS: list[str] = []


def _upper(text: str) -> str:
    _CALLS.append(text)
    return text.upper()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    room._folder.cache_clear()
    _CALLS.clear()
    yield tmp_path / "briefing" / "prepared"
    room._folder.cache_clear()


def test_the_same_is_made_once(folder: Path) -> None:
    assert [prepared(str, _upper, "a") for _ in range(3)] == ["A", "A", "A"]
    assert _CALLS == ["a"]
    assert len(list(folder.iterdir())) == 1


def test_another_text_is_made_anew(folder: Path) -> None:
    assert prepared(str, _upper, "a") + prepared(str, _upper, "b") == "AB"
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_a_damaged_file_is_no_fault(folder: Path, damage: bytes | None) -> None:
    prepared(str, _upper, "a")
    (file,) = folder.iterdir()
    data = file.read_bytes()
    file.write_bytes(data[:-1] if damage is None else damage)
    assert prepared(str, _upper, "a") == "A"
    assert file.read_bytes() == data
    assert _CALLS == ["a", "a"]


def test_a_folder_that_cannot_be_made_is_no_fault(folder: Path) -> None:
    folder.parent.write_text("a file in the way")
    assert prepared(str, _upper, "a") == "A"
    assert folder.parent.read_text() == "a file in the way"


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST", 2)
    for text in "abcd":
        prepared(str, _upper, text)
    assert len(list(folder.iterdir())) == 2
    _CALLS.clear()
    prepared(str, _upper, "d")
    assert _CALLS == []
