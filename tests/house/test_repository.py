"""What lies in the repository: nothing large, nothing borrowed, nobody's own paths."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.house.code import ROOT

LARGEST = 1 << 20
LARGEST_FONT = 3_000_000
"""The fonts for names in Chinese, Japanese and Korean: thousands of outlines."""
LONG_LINE = 90
OWN_PATH = re.compile(r"(?<![\w.>}/-])/(?:home|Users|root|work)/\w+|\b[A-Z]:\\Users\\\w+")


@pytest.fixture(scope="module")
def tracked() -> tuple[Path, ...]:
    """Every file of the repository; skipped where there is only a copy of the files."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    # Continuous integration often checks out as another user, which git refuses unless told.
    command = [git, "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    files = tuple(ROOT / name for name in listed if name and (ROOT / name).is_file())
    assert len(files) > 50
    return files


def texts(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The files that are text, with what they say."""
    for path in files:
        data = path.read_bytes()
        if b"\0" not in data:
            yield path, data.decode("utf-8", errors="replace")


def flat(text: str) -> str:
    """`text` with every run of white space as one space, so that wrapping hides nothing."""
    return " ".join(text.split())


def long_lines(documents: Iterable[str]) -> set[str]:
    """Lines long enough to be somebody's sentence."""
    lines = {flat(line) for text in documents for line in text.splitlines()}
    return {line for line in lines if len(line) > LONG_LINE}


def test_nothing_large_is_kept(tracked: tuple[Path, ...]) -> None:
    large = [
        path
        for path in tracked
        if path.stat().st_size > (LARGEST_FONT if path.suffix == ".ttf" else LARGEST)
    ]

    assert large == []


def test_no_path_of_somebodys_machine_is_named(tracked: tuple[Path, ...]) -> None:
    found = {str(path): OWN_PATH.findall(text) for path, text in texts(tracked)}

    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("folder", ["home", "Users", "root"])
def test_a_planted_path_is_caught(folder: str) -> None:
    assert OWN_PATH.search(f"see /{folder}/someone/notes.txt")


def test_locks_name_no_host(tracked: tuple[Path, ...]) -> None:
    locks = {path: text for path, text in texts(tracked) if path.parent.name == "requirements"}

    assert [path for path, text in locks.items() if "://" in text] == []
    assert all("--hash=sha256:" in text for text in locks.values())
    assert locks


def test_the_real_documents_are_not_kept(tracked: tuple[Path, ...], shared: Path) -> None:
    real = long_lines(path.read_text(encoding="utf-8") for path in (shared / "seeds").glob("*.txt"))
    assert len(real) > 20

    kept = [path for path, text in texts(tracked) if any(line in flat(text) for line in real)]

    assert kept == []
