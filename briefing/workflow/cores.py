"""How much work the machine can do at once, and whether this process may be copied for it."""

import os
import sys
from pathlib import Path


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def may_be_copied() -> bool:
    """Whether a copy of this process can go on from here: on Linux, where it has but one thread.

    A copy has one thread alone, and whatever another held at that moment, a lock say, is held for
    good. Threads of libraries count too, which Python does not know of: those of Qt, for example.
    """
    # Only Linux: the libraries of macOS do not stand being copied.
    try:
        return sys.platform == "linux" and len([*Path("/proc/self/task").iterdir()]) == 1
    except OSError:
        return False
