"""A damaged library is made anew from its originals, with what was decided and issued."""

from pathlib import Path

import pytest

from briefing.errors import LibraryDamagedError, SourceError
from briefing.library import Access, open_library
from briefing.model.source import Field, Source
from briefing.resources import seeds
from briefing.workflow import mending
from briefing.workflow.importing import import_paths
from briefing.workflow.mending import Rebuilt, check_library, rebuild_library
from briefing.workflow.shelves import open_shelf


def test_a_damaged_text_is_read_again_from_its_original(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_shelf(path, Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))
        ids = library.ids()
        texts = [source.text for source in library.sources(ids)]
        library.correct("", ids[0], Field.PUBLISHER, "Moss Times")
        library.grade("", ids[1], "B2")
        differing = library.conflicts()
    assert check_library(path) == ()
    with open_library(path) as library, library.store.writing() as connection:
        connection.execute("UPDATE body SET text = replace(text, 'China', 'Chile')")

    found = check_library(path)
    done = rebuild_library(path)

    assert found
    assert all(damage.mendable for damage in found)
    assert (done.lost, done.sources) == ((), len(ids))
    assert check_library(path) == ()
    with open_shelf(path) as library:
        again = library.sources(ids)
        assert [source.text for source in again] == texts
        assert library.conflicts() == differing != ()
        assert again[0].publisher == "Moss Times"
        assert library.kept(ids)[ids[1]].grade == "B2"
        assert {item.outcome.value for item in import_paths(library, [seeds("articles")])} == {
            "same"
        }
    assert done.kept is not None
    assert done.kept.name == "library.db.damaged-1"
    assert done.kept.exists()


def test_one_of_which_nothing_can_be_read_is_not_sent_in_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_shelf(path, Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))
    path.write_bytes(path.read_bytes()[:3000])

    with pytest.raises(LibraryDamagedError, match="nothing of it") as told:
        rebuild_library(path)
    assert "rebuild" not in told.value.remedy
    assert not [*tmp_path.glob("*damaged*"), *tmp_path.glob(".*part*")]


def test_of_a_sound_library_that_is_made_anew_no_second_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_shelf(path, Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))
        ids = library.ids()
        library.grade("", ids[1], "B2")

    done = rebuild_library(path)

    assert done == Rebuilt(len(ids), (), None)
    assert {file.name for file in tmp_path.iterdir()} <= {
        "library.db",
        "library.db-wal",
        "library.db-shm",
    }
    with open_shelf(path) as library:
        assert library.kept(ids)[ids[1]].grade == "B2"


def test_a_sound_library_of_which_something_is_lost_is_kept_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with open_shelf(path, Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))

    def unreadable(_: bytes, name: str) -> tuple[Source, ...]:
        raise SourceError("this version cannot read it", where=name)

    monkeypatch.setattr(mending, "sources_in", unreadable)
    done = rebuild_library(path)

    assert done.lost
    assert done.kept is not None
    assert done.kept.name == "library.db.before-1"
    assert check_library(done.kept) == ()
