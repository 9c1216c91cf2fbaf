"""Files taken in: nothing twice, nothing lost, a changed file is a new version."""

from pathlib import Path

import pytest

from briefing.errors import LibraryError
from tests.libraries import article, keep, new_library, taken

MOSS = article("moss", "The port of Moss will reopen.", "The harbour office said so on Friday.")
MOSS_LATER = article("moss", "The port of Moss will stay closed.", "The harbour office said so.")


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", MOSS)])
        before = library.counts()

        outcome = keep(library, [taken("/a/moss.txt", MOSS)])

        assert outcome == ["same"]
        assert library.counts() == before


def test_a_kept_source_comes_back_as_it_was(tmp_path: Path) -> None:
    file = taken("/a/moss.txt", MOSS)
    with new_library(tmp_path) as library:
        keep(library, [file])

    with new_library(tmp_path) as library:
        sources = library.sources([MOSS.id])
        assert sources == (file.sources[0].source,)
        assert library.findings(sources, "p1") == {MOSS.id: file.sources[0].findings}
        assert library.original(file.sha256) == file.data


def test_a_changed_file_is_a_new_version_and_the_old_words_stay(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", MOSS)])

        outcome = keep(library, [taken("/a/moss.txt", MOSS_LATER)])

        kept = library.kept([MOSS.id, MOSS_LATER.id])
        assert outcome == ["changed"]
        assert library.ids() == [MOSS_LATER.id]
        assert (kept[MOSS.id].current, kept[MOSS_LATER.id].version) == (False, 2)
        assert library.sources([MOSS.id])[0].text == MOSS.text


def test_a_file_that_goes_back_to_its_former_words_has_its_former_source(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        for source in (MOSS, MOSS_LATER, MOSS):
            keep(library, [taken("/a/moss.txt", source)])

        assert library.ids() == [MOSS.id]
        assert library.counts()["former"] == 1


def test_the_same_bytes_under_two_names_are_one_source(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", MOSS)])

        assert keep(library, [taken("/b/copy.txt", MOSS)]) == ["twin"]
        assert library.counts()["sources"] == 1


def test_a_twin_keeps_the_source_in_use_when_the_first_file_changes(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", MOSS), taken("/b/copy.txt", MOSS)])

        keep(library, [taken("/a/moss.txt", MOSS_LATER)])

        assert set(library.ids()) == {MOSS.id, MOSS_LATER.id}
        assert library.kept([MOSS.id])[MOSS.id].path == "/b/copy.txt"


def test_an_article_that_left_its_file_is_a_former_version(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/export.txt", MOSS, MOSS_LATER)])

        keep(library, [taken("/a/export.txt", MOSS_LATER)])

        assert library.ids() == [MOSS_LATER.id]


def test_a_failing_batch_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    unkeepable = article("bad", "A port.", title="half a \ud800 character")
    with new_library(tmp_path) as library:
        before = library.counts()

        with pytest.raises(LibraryError, match="cannot be kept"):
            keep(library, [taken("/a/moss.txt", MOSS), taken("/a/bad.txt", unkeepable)])

        assert library.counts() == before


def test_files_of_one_transaction_may_meet_one_another(tmp_path: Path) -> None:
    later = taken("/a/moss.txt", MOSS_LATER)
    with new_library(tmp_path) as library:
        outcome = keep(
            library, [taken("/a/moss.txt", MOSS), taken("/b/copy.txt", MOSS), later, later]
        )

        assert outcome == ["new", "twin", "changed", "same"]
        assert set(library.ids()) == {MOSS.id, MOSS_LATER.id}
        assert library.kept([MOSS.id])[MOSS.id].path == "/b/copy.txt"


def test_an_article_that_stands_twice_in_one_file_is_one_source(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        outcome = keep(library, [taken("/a/digest.txt", MOSS, MOSS_LATER, MOSS)])

        assert outcome == ["new"]
        assert sorted(library.ids()) == sorted((MOSS.id, MOSS_LATER.id))
        assert keep(library, [taken("/a/digest.txt", MOSS, MOSS_LATER, MOSS)]) == ["same"]
