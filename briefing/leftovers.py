"""Scratch files that are written beside their target, and what a killed program left of them.

Their names hold the number of the process that writes: `.brief.pdf.4711-x2f.part`.
"""

import glob
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PART = ".part"
"""Ending of a file that is being written."""


def scratch_head(target: Path) -> str:
    """How the names of this process's scratch files for `target` begin; then comes `-…` or `PART`."""
    return f".{target.name}.{os.getpid()}"


def leftovers(target: Path) -> Iterator[Path]:
    """The scratch files beside `target` of processes that run no more."""
    head = f".{target.name}."
    for left in target.parent.glob(f"{glob.escape(head)}*{PART}"):
        number = left.name.removeprefix(head).removesuffix(PART).partition("-")[0]
        if number.isdecimal() and not _runs(int(number)):
            yield left


def take_away(scratch: Path) -> None:
    """Delete what a write left; a folder that lets nothing be written lets nothing be deleted either."""
    with suppress(OSError):
        scratch.unlink()


def _runs(process: int) -> bool:
    """Whether a process of this machine runs; where that cannot be asked, it may."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
