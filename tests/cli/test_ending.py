"""The command ends as a process: with its status, and with all it said told or its silence shown."""

import os
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("streams", "status"), [(">/dev/full", 2), (">&-", 0), (">&- 2>&-", 0), ("<&- >&-", 0)]
)
def test_output_that_goes_nowhere_is_no_fault_of_the_code(streams: str, status: int) -> None:
    call = f'"{sys.executable}" -m briefing themes list {streams}'

    done = subprocess.run(
        ["sh", "-c", call], check=False, capture_output=True, text=True, timeout=60
    )

    assert done.returncode == status
    assert (
        done.stderr.startswith("briefing: error: the disk has no room")
        if status
        else not done.stderr
    )


def test_a_reader_who_has_seen_enough_is_no_answer() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(COMMAND, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)

    assert done.returncode == 0
    assert done.stderr == b""
