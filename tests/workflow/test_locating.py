"""Originals that were moved are found by their bytes, with those that lay beside them."""

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.library import Access, Library, open_library
from briefing.workflow.importing import import_paths
from briefing.workflow.locating import locate


def _article(number: int) -> str:
    return f"Ships {number} leave\n\n" + f"China sent {number} ships, the ministry said. " * 40


def _filled(folder: Path, place: Path) -> Library:
    place.mkdir()
    for number in range(4):
        (place / f"{number}.txt").write_text(_article(number), encoding="utf-8")
    library = open_library(folder / "library.db", Access.MAKE)
    assert len(list(import_paths(library, [place]))) == 4
    return library


def _places(library: Library) -> dict[str, str]:
    return {Path(item.path).name: item.path for item in library.kept(library.ids()).values()}


def test_one_that_is_shown_leads_to_those_beside_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    library = _filled(tmp_path, old)
    old.rename(new)
    (new / "2.txt").write_text("other words", encoding="utf-8")
    old.mkdir()
    (new / "3.txt").rename(old / "3.txt")
    by_name = {Path(item.path).name: item.id for item in library.kept(library.ids()).values()}

    count = locate(library, by_name["0.txt"], new / "0.txt")

    assert count == 2
    assert _places(library) == {
        "0.txt": str(new / "0.txt"),
        "1.txt": str(new / "1.txt"),
        "2.txt": str(old / "2.txt"),
        "3.txt": str(old / "3.txt"),
    }
    # It is known there: reading the folder again adds nothing but what was changed.
    outcomes = [item.outcome.value for item in import_paths(library, [new])]
    assert sorted(outcomes)[-2:] == ["same", "same"]
    library.close()


def test_another_file_is_refused(tmp_path: Path) -> None:
    library = _filled(tmp_path, tmp_path / "old")
    other = tmp_path / "other.txt"
    other.write_text("other words", encoding="utf-8")
    before = _places(library)

    with pytest.raises(UsageError, match="another than the one that was read"):
        locate(library, library.ids()[0], other)

    assert _places(library) == before
    library.close()
