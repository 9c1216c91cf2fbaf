"""A program killed at any moment leaves nothing half done; `tools/kill_anywhere.py` tries it more often."""

import sys
from pathlib import Path

import pytest

from tests.killing import JOBS, kill_once, lasts

POINTS = 3
"""Moments at which each job is killed."""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Linux and macOS")
@pytest.mark.parametrize("name", JOBS)
def test_what_was_told_stands_and_nothing_is_partial(tmp_path: Path, name: str) -> None:
    job = JOBS[name]
    seconds = lasts(job, tmp_path / "undisturbed")

    troubles = {seed: kill_once(job, tmp_path / str(seed), seed, seconds) for seed in range(POINTS)}

    assert troubles == {seed: [] for seed in range(POINTS)}
