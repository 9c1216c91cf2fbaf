"""Reads a PDF file in a process of its own: a hostile one may end that process, never this one."""

import pickle
import subprocess
import sys

from briefing.errors import ProofError
from briefing.verify.paper import Paper
from briefing.verify.pdf import read_pdf

PATIENCE = 25
"""Seconds a file may take."""
MEMORY = 2**30
"""Bytes a file may need."""


def read_pdf_apart(data: bytes) -> Paper:
    """The PDF file `data` as a reader sees it, read in a child process with limits.

    Raises:
        ProofError: if it cannot be read within the limits.
    """
    command = [sys.executable, "-m", "briefing.workflow.pdf_child"]
    try:
        done = subprocess.run(  # noqa: S603 - this very Python
            command, input=data, capture_output=True, timeout=2 * PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise ProofError(f"the PDF file takes more than {PATIENCE} seconds to read") from None
    if done.returncode != 0:
        raise ProofError(
            "the PDF file cannot be read: it needs too much memory or is built to harm"
        )
    answer = pickle.loads(done.stdout)  # noqa: S301 - what our own child wrote
    if isinstance(answer, Paper):
        return answer
    raise ProofError(str(answer))


def main() -> None:
    """Read a PDF file from standard input, write what was read to standard output."""
    _limit()
    try:
        answer: Paper | str = read_pdf(sys.stdin.buffer.read(), closely=True)
    except ProofError as error:
        answer = error.what
    sys.stdout.buffer.write(pickle.dumps(answer))


def _limit() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


if __name__ == "__main__":
    main()
