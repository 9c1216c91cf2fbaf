"""Where the program keeps things: what it can make again, and the libraries of a person."""

import os
import sys
from pathlib import Path

RESUMED = "batches"
"""The folder of the cache that says how far batches are that were stopped."""


def cache_folder() -> Path:
    """The user's cache folder for this program, whether it is there or not.

    It is what platformdirs says. On Linux that is said here too, for it is the first thing that a
    run asks, and importing platformdirs takes a twentieth of a short one.
    """
    if sys.platform == "linux":
        named = Path(os.environ.get("XDG_CACHE_HOME", ""))
        home = Path(os.environ.get("HOME", ""))
        if named.is_absolute():
            return named / "briefing"
        if home.is_absolute():
            return home / ".cache" / "briefing"
    import platformdirs

    return Path(platformdirs.user_cache_dir("briefing", appauthor=False))


def own_library() -> Path:
    """The library of the user's own, in the platform's data folder, whether it is there or not."""
    import platformdirs

    return Path(platformdirs.user_data_dir("briefing", appauthor=False)) / "library.db"


def sample_library() -> Path:
    """The library of the samples, beside the user's own."""
    return own_library().with_name("samples.db")


def library_to_open(
    named: Path | None = None, *, own: bool = False, samples: bool = False
) -> Path:  # fmt: skip
    """The library that the window is to open: the one named, else the user's own, else the samples.

    With `own` the user's own is wanted even where there is none yet, with `samples` the samples are.
    """
    if samples:
        return sample_library()
    if named is not None:
        return named
    mine = own_library()
    return mine if own or mine.exists() else sample_library()
