"""Reads a PDF file in a process of its own: a hostile one may end that process, never this one."""

import signal
import subprocess
import sys

import msgspec

from briefing import patterns
from briefing.errors import ProofError
from briefing.verify.paper import Paper

PATIENCE = 10
"""Seconds of computing a file may take, and one more for each half megabyte."""
_HALF_MEGABYTE = 2**19
_WAITING = 6
"""How many times longer by the clock: the machine may have other work."""
MEMORY = 2**30
"""Bytes a file may need."""


def read_pdf_apart(data: bytes) -> Paper:
    """The PDF file `data` as a reader sees it, read in a child process with limits.

    Raises:
        ProofError: if it cannot be read within the limits.
    """
    patience = _allowed(data)
    command = [sys.executable, "-m", "briefing.workflow.pdf_child"]
    try:
        done = subprocess.run(  # noqa: S603 - this very Python
            command, input=data, capture_output=True, timeout=_WAITING * patience, check=False
        )
    except subprocess.TimeoutExpired:
        raise _too_long(patience) from None
    if sys.platform != "win32" and done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _too_long(patience)
    if done.returncode != 0:
        raise ProofError(
            "the PDF file cannot be read: it needs too much memory or is built to harm"
        )
    try:
        # Values of known types and nothing else: a hostile file may have taken the child over.
        answer = msgspec.msgpack.decode(done.stdout, type=Paper | str)
    except msgspec.MsgspecError:
        raise ProofError("the PDF file cannot be read: it is built to harm") from None
    if isinstance(answer, Paper):
        return answer
    raise ProofError(answer)


def main() -> None:
    """Read a PDF file from standard input, write what was read to standard output."""
    patterns.recall()
    from briefing.verify.pdf import read_pdf

    data = sys.stdin.buffer.read()
    _limit(_allowed(data))
    try:
        answer: Paper | str = read_pdf(data, closely=True)
    except ProofError as error:
        answer = error.what
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def _allowed(data: bytes) -> int:
    return PATIENCE + len(data) // _HALF_MEGABYTE


def _too_long(patience: int) -> ProofError:
    return ProofError(f"the PDF file takes more than {patience} seconds to read")


def _limit(patience: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))


if __name__ == "__main__":
    main()
