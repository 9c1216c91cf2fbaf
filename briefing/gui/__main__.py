"""`python -m briefing.gui [--library FILE] [--safe-mode] [FILE]...`: the desktop app as a process."""

import argparse
import sys
from pathlib import Path

from briefing import patterns
from briefing.finding import find_own


def main() -> int:
    """Open the window; returns the exit status."""
    find_own()
    parser = argparse.ArgumentParser(prog="briefing gui")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--safe-mode", action="store_true")
    given = parser.parse_args()
    from briefing.gui.app import run

    try:
        return run(given.files, given.library, safe=given.safe_mode)
    finally:
        patterns.keep()


if __name__ == "__main__":
    sys.exit(main())
