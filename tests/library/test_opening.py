"""A library is looked at before it is touched: what is not ours is left as it was."""

import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.errors import (
    LibraryError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryReadOnlyError,
)
from briefing.library import Access, open_library
from briefing.library.opening import apply
from briefing.library.schema import APPLICATION_ID, CURRENT, MIGRATIONS
from tests.libraries import article, keep, new_library, taken

MOSS = article("moss", "The port of Moss will reopen.")


def test_no_library_is_made_where_one_is_expected(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError, match="briefing import"):
        open_library(tmp_path / "none.db")

    assert list(tmp_path.iterdir()) == []


def test_a_newer_library_is_refused_and_not_touched(tmp_path: Path) -> None:
    new_library(tmp_path).close()
    path = tmp_path / "library.db"
    raw = bytearray(path.read_bytes())
    raw[60:64] = (CURRENT + 1).to_bytes(4)
    path.write_bytes(raw)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    with pytest.raises(LibraryNewerError, match="newer version"):
        open_library(path)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (a)",
        "CREATE TRIGGER sly AFTER INSERT ON body BEGIN UPDATE body SET text = 'x'; END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n",
        "DROP TABLE finding",
    ],
)
def test_a_library_with_another_shape_is_refused(tmp_path: Path, statement: str) -> None:
    new_library(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "library.db")
    connection.execute(statement)
    connection.close()

    with pytest.raises(LibraryForeignError):
        open_library(tmp_path / "library.db")


def test_an_older_library_is_brought_up_to_date(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    apply(connection, 0, until=1)
    connection.close()

    with open_library(tmp_path / "library.db") as library:
        names = library.store.rows("SELECT name FROM migration ORDER BY number")

    assert [name for (name,) in names] == [name for name, _ in MIGRATIONS]


def test_a_copy_made_while_the_library_is_open_is_whole(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", MOSS)])
        library.copy(tmp_path / "copy.db")

    with open_library(tmp_path / "copy.db", Access.READ) as copy:
        assert copy.sources([MOSS.id])[0].text == MOSS.text


def test_reading_needs_no_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", MOSS)])
    monkeypatch.setattr("os.access", lambda path, mode: False)

    with open_library(tmp_path / "library.db") as library:
        assert library.search("port").total == 1
        with pytest.raises(LibraryReadOnlyError, match="briefing library copy"):
            library.begin_run()
    assert [file.name for file in tmp_path.iterdir()] == ["library.db"]


def test_hostile_files_are_refused_with_a_sentence(shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "hostile").glob("lib-*.db"))
    assert len(files) > 8

    for file in files:
        copy = tmp_path / file.name
        shutil.copy(file, copy)
        before = sha256(copy.read_bytes()).hexdigest()
        with pytest.raises(LibraryError) as caught:
            open_library(copy)
        assert str(caught.value).count(str(copy)) == 1
        assert sha256(copy.read_bytes()).hexdigest() == before


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryForeignError, match="folder"):
        open_library(tmp_path)
