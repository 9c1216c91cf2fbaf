"""Work that makes many values and no cycles, done without looking for cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_seldom() -> None:
    """Let the collector look for cycles seldom: a run makes many values and few of them."""
    gc.set_threshold(100_000, 20, 50)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of cycles rest meanwhile: it would look at all values again and again."""
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
