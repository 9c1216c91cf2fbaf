"""A damaged library is made anew from its originals, with what was decided and issued."""

from pathlib import Path

from briefing.library import Access, open_library
from briefing.model.source import Field
from briefing.resources import seeds
from briefing.workflow.importing import import_paths
from briefing.workflow.mending import check_library, rebuild_library
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
    assert done.kept.exists()
