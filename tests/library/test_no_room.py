"""A full disk is called so, also where SQLite calls it something else."""

import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.errors import LibraryFullError
from briefing.library.faults import explained


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_CANTOPEN])
@pytest.mark.parametrize(("free", "full"), [(0, True), (1 << 30, False)])
def test_without_room_for_a_log_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, free: int, full: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(1 << 30, (1 << 30) - free, free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code

    assert isinstance(explained(error, tmp_path / "a.db"), LibraryFullError) is full
