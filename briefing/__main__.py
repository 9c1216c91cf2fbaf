"""The command `briefing`, also as `python -m briefing`."""

import atexit
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> int:
    """Run the command line; returns the exit status.

    Help and version are answered before anything heavy is imported: a person asks for them often
    and waits for nothing.
    """
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]) and not _speaks_otherwise():
        from briefing.cli.help_text import HELP

        sys.stdout.write(HELP)
        return 0
    if arguments == ["--version"]:
        from briefing import __version__

        sys.stdout.write(f"briefing {__version__}\n")
        return 0
    arguments = arguments or ["--help"]
    from briefing.finding import find_own

    find_own()
    from briefing.uncollected import collect_seldom

    collect_seldom()
    from briefing.lean import import_lean

    import_lean("urllib.parse", ("ipaddress",))  # which pathlib imports
    from briefing import patterns

    patterns.recall()
    from briefing.cli.early import begin

    begin(arguments)
    from briefing.cli.run import run

    try:
        return run(arguments)
    finally:
        patterns.keep()


def _speaks_otherwise() -> bool:
    """Whether the person's language may be another than English, by the variables of gettext."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next(filter(None, map(os.environ.get, names)), "C")
    return not f"{wanted.lower()}.".startswith(("c.", "en", "posix"))


def command() -> "NoReturn":
    """Run the command line as a process of its own, and end it.

    Processes that it starts take this module for what was run, and not the script that called it,
    which would begin the command anew in each of them.
    """
    sys.modules["__main__"].__spec__ = sys.modules[__name__].__spec__
    end(main())


def end(status: int) -> "NoReturn":
    """End this process with `status`.

    The system takes back memory faster than Python gives it up value by value, which would be a
    twentieth of a short run. What is registered for the end is done, and what was printed is out.
    """
    if (threads := sys.modules.get("threading")) and threads.active_count() > 1:
        sys.exit(status)  # which waits for them
    try:
        atexit._run_exitfuncs()
        for stream in filter(None, (sys.stdout, sys.stderr)):  # none where it was closed before
            stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # Python tells in its own way that nobody hears
    os._exit(status)


if __name__ == "__main__":
    command()
