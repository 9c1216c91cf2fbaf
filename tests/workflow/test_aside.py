"""Work done by a copy of this process: the same answer, also where the copy cannot be or dies."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from briefing.workflow.aside import Channel, aside, companion

_HERE = os.getpid()


_NESTED = """
from briefing.workflow.aside import aside, companion
from briefing.workflow.cores import cores
def inner():
    copy = companion(lambda channel: channel.receive())
    return b"copied" if copy else b"here"
told = aside(inner)()
raise SystemExit((told == b"copied") != (cores() > 2) or (inner() == b"copied") != (cores() > 1))
"""


_COPY = """
import os
from briefing.workflow.aside import aside
from briefing.workflow.cores import cores
copied = int(aside(lambda: b"%d" % os.getpid())()) != os.getpid()
raise SystemExit(copied != (cores() > 1))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_a_copy_does_the_work_where_it_can() -> None:
    # In a process of its own: the one that runs the tests may have threads.
    assert subprocess.run([sys.executable, "-c", _COPY], check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_a_copy_makes_no_copy_of_its_own_where_no_core_is_left() -> None:
    assert subprocess.run([sys.executable, "-c", _NESTED], check=False).returncode == 0


def test_a_long_answer_comes_whole() -> None:
    answer = aside(lambda: bytes(3_000_000))
    assert answer() == bytes(3_000_000)


def test_a_copy_that_dies_is_made_good_here() -> None:
    def work() -> bytes:
        if os.getpid() != _HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"here"

    assert aside(work)() == b"here"


def test_what_the_work_raises_is_raised_here() -> None:
    def work() -> bytes:
        raise LookupError("not found")

    waits = aside(work)
    with pytest.raises(LookupError, match="not found"):
        waits()


def test_a_process_with_threads_is_not_copied() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert aside(lambda: b"%d" % os.getpid())() == b"%d" % _HERE
    finally:
        over.set()
        thread.join()


def test_a_machine_that_starts_no_process_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr(os, "fork", refused)
    assert aside(lambda: b"%d" % os.getpid())() == b"%d" % _HERE


def test_a_companion_answers_as_often_as_it_is_asked_and_ends_when_left() -> None:
    def work(channel: Channel) -> None:
        while True:
            channel.send(channel.receive()[::-1])

    if (copy := companion(work)) is None:
        pytest.skip("this machine copies no process, or has one core")
    for words in (b"", b"once", bytes(range(256)) * 4000):
        copy.send(words)
        assert copy.receive() == words[::-1]
    copy.close()

    with pytest.raises(ChildProcessError):
        os.waitpid(copy.process, os.WNOHANG)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_threads_that_python_does_not_know_of_hinder_a_copy() -> None:
    program = (
        "import _thread, time\n"
        "from briefing.workflow.cores import may_be_copied\n"
        "assert may_be_copied()\n"
        "_thread.start_new_thread(time.sleep, (60,))\n"
        "assert not may_be_copied()\n"
        "import os; os._exit(0)\n"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
