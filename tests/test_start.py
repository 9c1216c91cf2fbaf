"""`start.py pack` makes a folder that sets the program up where there is no network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NO_INDEX = {
    **os.environ,
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_RETRIES": "0",
}


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "start.py", *arguments],
        cwd=folder, env=NO_INDEX, capture_output=True, text=True, check=False,
    )  # fmt: skip


def packed(folder: Path) -> Path:
    """The program packed into `folder`, from the index that pip is configured for."""
    done = subprocess.run(
        [sys.executable, "start.py", "pack", folder],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode and not os.environ.get("CI"):
        pytest.skip(f"no package index can be reached: {done.stderr[-200:]}")
    assert done.returncode == 0, done.stderr
    assert f"wrote {folder}" in done.stdout
    return folder


def test_what_was_packed_sets_itself_up_without_an_index(tmp_path: Path) -> None:
    away = packed(tmp_path / "away")

    done = start(away)

    assert done.returncode == 0, done.stderr
    assert (away / "out" / "sample.pdf").read_bytes().startswith(b"%PDF-")
    made_for = away / "wheels" / "made-for.txt"
    made_for.write_text("Python 3.1, plan9-alpha", encoding="utf-8")
    (away / "requirements" / "run.txt").write_text("", encoding="utf-8")
    refused = start(away, "setup")
    assert refused.returncode == 1
    assert "are for Python 3.1, plan9-alpha; this is Python 3." in refused.stderr


def test_a_folder_that_holds_something_is_not_packed_into(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    done = start(ROOT, "pack", str(tmp_path))

    assert done.returncode == 1
    assert "is there and not empty. Name another folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
