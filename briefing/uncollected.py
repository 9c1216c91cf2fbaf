"""Work that makes many values and no cycles: nothing is looked for among them, memory stays at hand."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_LARGE = 4 << 20
"""Bytes: of so much memory twice as much is kept."""


@cache
def keep_freed() -> None:
    """Have the C library keep some memory that is given back, which is soon asked for again.

    Else it goes to the system piece by piece, and comes back empty page by page: compressing a page
    of a PDF took a twentieth longer. glibc goes by the largest piece that was given back (mallopt(3),
    M_MMAP_THRESHOLD), of which none is touched; elsewhere this does nothing.
    """
    bytes(_LARGE)


def collect_seldom() -> None:
    """Let the collector look for cycles seldom: a run makes many values and few of them."""
    gc.set_threshold(100_000, 20, 50)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of cycles rest meanwhile: it would look at all values again and again."""
    keep_freed()
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            # What was made counts as old at once: it would be looked through for next to nothing.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
