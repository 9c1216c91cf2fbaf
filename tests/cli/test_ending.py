"""The command ends as a process: with its status, and with all it said told or its silence shown."""

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "briefing", "themes", "list"]


@pytest.mark.parametrize(("arguments", "status"), [(["list"], 0), (["no-such-thing"], 2)])
def test_status_and_words_reach_whoever_asked(arguments: list[str], status: int) -> None:
    done = subprocess.run([*COMMAND[:-1], *arguments], capture_output=True, text=True, check=False)

    assert done.returncode == status
    assert ("china" in done.stdout) == (status == 0)
    assert ("no-such-thing" in done.stderr) == (status != 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_words_that_nobody_takes_are_no_success() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(COMMAND, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode != 0
