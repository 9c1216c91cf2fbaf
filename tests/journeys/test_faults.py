"""Two programs on one library, and a disk that takes no more: real processes, the command line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library import Access, open_library
from briefing.library.checking import check
from briefing.resources import seeds
from briefing.workflow.progress import silent

if sys.platform != "win32":
    import resource

SMALL = 1_000_000
"""Bytes that a file may have on the full disk."""


def _import(
    folder: Path, library: Path, before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "briefing", "import", folder, "--library", library]
    return subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=before,  # noqa: PLW1509 - the limit must be the child's alone
        env={**os.environ, "XDG_CACHE_HOME": str(library.parent / "cache")},
    )  # fmt: skip


def _damages(library: Path) -> list[object]:
    with open_library(library) as opened:
        return list(check(opened.store, silent))


def test_programs_that_import_at_once_keep_all_that_each_told(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    for name in "abc":
        (tmp_path / name).mkdir()
        for number in range(40):
            (tmp_path / name / f"{number}.txt").write_text(
                f"Port {name}{number} to reopen\n\nThe port of Moss will reopen, an office said.\n"
            )

    running = [_import(tmp_path / name, library) for name in "abc"]
    told = [process.communicate()[0] for process in running]

    assert [process.returncode for process in running] == [0, 0, 0]
    assert [text.count("new ") for text in told] == [40] * 3
    with open_library(library, Access.READ) as opened:
        assert opened.counts()["sources"] == 120
    assert _damages(library) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Linux and macOS")
@pytest.mark.parametrize("limit", [10_000, SMALL])
def test_a_full_disk_is_told_in_a_sentence_and_the_next_run_goes_on(
    tmp_path: Path, limit: int
) -> None:
    library = tmp_path / "library.db"
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        words = " ".join(f"word{number}x{place}" for place in range(4000))
        (folder / f"{number}.txt").write_text(f"Port {number} to reopen\n\n{words}\n")

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    refused = _import(folder, library, full)
    _, trouble = refused.communicate()

    assert refused.returncode == 2
    assert trouble.count("briefing: error:") == 1
    assert "Traceback" not in trouble
    if library.exists():
        assert _damages(library) == []
    again = _import(folder, library)
    again.communicate()
    assert again.returncode == 0
    with open_library(library, Access.READ) as opened:
        assert opened.counts()["sources"] == 60
    assert not list(tmp_path.glob(".*"))


def test_a_build_from_the_library_reads_while_another_program_writes(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    _import(seeds("articles"), library).communicate()
    command = [sys.executable, "-m", "briefing", "build", "--library", library,
               "-o", tmp_path / "brief.md"]  # fmt: skip

    with open_library(library) as opened, opened.store.writing() as writer:
        writer.execute("INSERT INTO run (began) VALUES ('')")
        done = subprocess.run(
            [str(part) for part in command], check=False, capture_output=True, text=True
        )

    assert (done.returncode, done.stderr.count("error")) == (0, 0)
    assert (tmp_path / "brief.md").exists()
