"""Keeps the memory of a window small that is open all day: what was freed goes back to the system.

glibc gives each thread a heap of its own and lets large pieces, such as pictures of pages, come out
of them once one has been freed; what lies free between others then stays taken. Elsewhere nothing
is done.
"""

import ctypes
import linecache
import sys

_MOST_HEAPS = -8
_LARGE = -3
"""Parameters of glibc's `mallopt`."""
_HEAPS = 2
_ALONE = 128 * 1024
"""Bytes from which a piece is asked of the system alone, and given back alone."""


def _libc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") and hasattr(libc, "mallopt") else None


def spare() -> None:
    """Have few heaps, and large pieces beside them; for a program that begins."""
    linecache.clearcache()
    if libc := _libc():
        libc.mallopt(_MOST_HEAPS, _HEAPS)
        libc.mallopt(_LARGE, _ALONE)


def give_back() -> None:
    """Give back what is free: some milliseconds, for a thread that nobody waits for."""
    linecache.clearcache()  # Qt for Python has the lines of all that is imported read
    if libc := _libc():
        libc.malloc_trim(0)
