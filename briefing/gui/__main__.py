"""`python -m briefing.gui [--library FILE] [FILE]...`: the desktop app in a process of its own."""

import argparse
import sys
from pathlib import Path

from briefing import patterns


def main() -> int:
    """Open the window; returns the exit status."""
    parser = argparse.ArgumentParser(prog="briefing gui")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--library", type=Path)
    given = parser.parse_args()
    from briefing.gui.app import run

    try:
        return run(given.files, given.library)
    finally:
        patterns.keep()


if __name__ == "__main__":
    sys.exit(main())
