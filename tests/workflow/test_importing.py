"""Folders taken in: only what is new or changed, bad files named, and watched until stopped."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model.library import Imported, Outcome
from briefing.model.source import Field
from briefing.resources import seeds
from briefing.workflow.importing import all_themes, import_paths
from briefing.workflow.shelves import Access, Library, open_shelf
from briefing.workflow.watching import watch

NEWS = "Port to reopen\n\nThe port of Moss will reopen on 4 May 2024, the harbour office said.\n"


def outcomes(found: list[Imported]) -> list[str]:
    return [item.outcome.value for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "moss.txt").write_text(NEWS)
    return made


def shelf(tmp_path: Path) -> Library:
    return open_shelf(tmp_path / "library.db", Access.MAKE)


def test_the_same_folder_twice_changes_nothing(tmp_path: Path) -> None:
    with shelf(tmp_path) as library:
        list(import_paths(library, [seeds("articles")]))
        before = library.store.rows("SELECT * FROM source"), library.store.rows("SELECT * FROM run")

        again = list(import_paths(library, [seeds("articles")]))

        assert set(outcomes(again)) == {"same"}
        after = library.store.rows("SELECT * FROM source"), library.store.rows("SELECT * FROM run")
        assert before == after


def test_a_bad_file_is_named_and_the_rest_goes_on(tmp_path: Path, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    with shelf(tmp_path) as library:
        found = list(import_paths(library, [folder]))

    assert sorted(outcomes(found)) == ["new", "refused"]
    assert any("empty" in item.told for item in found if item.outcome is Outcome.REFUSED)


def test_stopping_keeps_what_is_done(tmp_path: Path) -> None:
    with shelf(tmp_path) as library:
        found = list(import_paths(library, [seeds("articles")], stop=lambda: True))

        assert len(found) == library.counts()["sources"] == 1


def test_watching_takes_in_what_is_dropped_and_what_changes(tmp_path: Path, folder: Path) -> None:
    found: list[Imported] = []
    acts: list[Callable[[], object]] = [
        lambda: (folder / "late.txt").write_text(NEWS.replace("Moss", "Oslo")),
        lambda: (folder / "moss.txt").write_text(NEWS.replace("4 May", "5 May")),
        (folder / "late.txt").unlink,
    ]
    until = time.monotonic() + 60

    def stop() -> bool:
        if acts and len(found) >= 3 - len(acts) + (len(acts) < 3):
            acts.pop(0)()
        return not acts or time.monotonic() > until

    with shelf(tmp_path) as library:
        before = import_paths(library, [folder])
        found.extend(watch(library, [folder], all_themes(()), before, stop, every=0.05))

        assert outcomes(found) == ["new", "new", "changed"]
        assert library.counts()["sources"] == 2


BIBTEX = """@article{moss, title = {Port to reopen}, author = {Brandt, Leo}, journal = {Harbour Gazette},
  date = {2024-05-04}, file = {moss.txt}}
"""


@pytest.mark.parametrize("late", [False, True], ids=["with the article", "after it"])
def test_a_bibliography_beside_the_files_is_taken_over(
    tmp_path: Path, folder: Path, late: bool
) -> None:
    with shelf(tmp_path) as library:
        if late:
            list(import_paths(library, [folder]))
        (folder / "desk.bib").write_text(BIBTEX)

        list(import_paths(library, [folder]))

        (source,) = library.sources(library.ids())
        assert (source.publisher, source.authors) == ("Harbour Gazette", ("Leo Brandt",))
        assert source.evidence[Field.PUBLISHER].found_in == "the bibliography desk.bib"
        assert library.search("source:harbour").total == 1


def test_the_analyst_goes_before_a_bibliography(tmp_path: Path, folder: Path) -> None:
    (folder / "desk.bib").write_text(BIBTEX)
    with shelf(tmp_path) as library:
        list(import_paths(library, [folder]))
        (source_id,) = library.ids()

        library.correct("", source_id, Field.PUBLISHER, "Moss Daily")

        assert library.sources([source_id])[0].publisher == "Moss Daily"
        library.undo("")
        assert library.sources([source_id])[0].publisher == "Harbour Gazette"


def test_many_files_are_read_by_children_and_come_to_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(70):
        (folder / f"{number:02}.txt").write_text(f"Port {number} to reopen\n\n{NEWS}")
    (folder / "70.pdf").write_bytes(b"%PDF-1.7 broken")
    with shelf(tmp_path) as several, open_shelf(tmp_path / "one.db", Access.MAKE) as one:
        here = list(import_paths(one, [folder], jobs=1))

        there = list(import_paths(several, [folder], jobs=2))

        assert [item.outcome for item in here].count(Outcome.REFUSED) == 1
        assert there == here
        question = "SELECT key, day, source, value FROM claim ORDER BY 1, 2, 3, 4"
        assert several.store.rows(question) == one.store.rows(question)
        assert several.sources(several.ids()) == one.sources(one.ids())
