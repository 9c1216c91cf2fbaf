"""The folder in which the program keeps what it can make again."""

import os
import sys
from pathlib import Path


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
