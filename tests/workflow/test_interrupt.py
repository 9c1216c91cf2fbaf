"""Ctrl-C or `kill` while many files are read: one sentence, and no process left behind."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_PAGE = (
    "<!doctype html><title>{0}</title><h1>The port of Moss will reopen, part {0}</h1>"
    + "<p>Ships from Lund are to call there twice a week, and the old ferry is to be sold.</p>"
    * 200
)
_PATIENCE = 60


@pytest.mark.usefixtures("_heard")
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks Linux for the children")
@pytest.mark.parametrize(
    ("sent", "status", "word"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "ended from outside")],
)
def test_an_interrupt_ends_all_and_says_so(
    tmp_path: Path, sent: signal.Signals, status: int, word: str
) -> None:
    for number in range(600):
        (tmp_path / f"{number}.html").write_text(_PAGE.format(number), encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "sources", str(tmp_path), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    readers = _wait_for_readers(process)

    process.send_signal(sent)
    printed, told = process.communicate(timeout=_PATIENCE)

    assert process.returncode == status
    assert told.strip().startswith(f"briefing: error: {word}.")
    assert "Traceback" not in told
    assert printed == ""
    assert readers
    assert [pid for pid in readers if _is_running(pid)] == []


@pytest.fixture
def _heard() -> Iterator[None]:
    """A shell lets what it starts in the background ignore interrupts, and its children inherit it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _wait_for_readers(process: subprocess.Popen[str]) -> list[int]:
    """The processes that read, as soon as there are some."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if readers := list(_children(process.pid)):
            time.sleep(0.2)
            return readers
        time.sleep(0.02)
    return []


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, task.read_text().split())


def _is_running(pid: int) -> bool:
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False
