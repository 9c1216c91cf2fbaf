"""The command `briefing`, also as `python -m briefing`."""

import atexit
import gc
import sys


def main() -> int:
    """Run the command line; returns the exit status.

    Help and version are answered before anything heavy is imported: a person asks for them often
    and waits for nothing.
    """
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]):
        from briefing.cli.help_text import HELP

        sys.stdout.write(HELP)
        return 0
    if arguments == ["--version"]:
        from briefing import __version__

        sys.stdout.write(f"briefing {__version__}\n")
        return 0
    # A run makes many values and few circles: collecting less often saves a tenth of its time.
    gc.set_threshold(50_000, 20, 50)
    atexit.register(gc.freeze)  # all go at the end: they are not looked through once more
    from briefing import patterns

    patterns.recall()
    from briefing.cli.run import run

    try:
        return run(arguments)
    finally:
        patterns.keep()


if __name__ == "__main__":
    sys.exit(main())
