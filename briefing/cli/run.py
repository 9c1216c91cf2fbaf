"""Runs the command line and tells every failure in one sentence."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

import briefing.model  # noqa: F401 - first: it imports msgspec the quick way
from briefing.cli import group
from briefing.cli.terminal import visible
from briefing.errors import REFUSED, BriefingError

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Carry out `arguments`; returns the exit status of the contract (0, 1, 2; 130 interrupted)."""
    debug = "--debug" in arguments
    _speak_utf8()
    try:
        status = group.briefing.main(list(arguments), prog_name="briefing", standalone_mode=False)
    except BriefingError as error:
        return _tell(str(error), error.status, debug=debug)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "briefing"
        what = error.format_message().rstrip(".")
        return _tell(f"{what}. See `{command} --help`.", REFUSED, debug=debug)
    except click.ClickException as error:
        return _tell(error.format_message(), REFUSED, debug=debug)
    except (KeyboardInterrupt, click.Abort):
        return _tell(
            "interrupted. Finished files are whole; nothing else was written.", INTERRUPTED
        )
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(status or 0)


def _speak_utf8() -> None:
    """Print every character whatever the terminal's code page; a plain `?` beats a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _tell(sentence: str, status: int, *, debug: bool = False) -> int:
    if debug:
        traceback.print_exc()
    click.echo(f"briefing: error: {visible(sentence)}", err=True)
    return status
