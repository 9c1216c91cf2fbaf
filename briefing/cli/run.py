"""Runs the command line and tells every failure in one sentence."""

import errno
import os
import signal
import sys
from collections.abc import Sequence

import click

import briefing.model  # noqa: F401 - first: it imports msgspec the quick way
from briefing.cli import group
from briefing.cli.terminal import retold, visible
from briefing.errors import REFUSED, BriefingError, UsageError
from briefing.words import mark, of_environment, say, speak, translates

INTERRUPTED = 130
ENDED = 143
"""As shells tell a program that ended by SIGTERM."""

_INTERRUPTED = mark("interrupted. Finished files are whole; nothing else was written.")
_FULL = mark("the disk has no room left for what is printed or written.")
_ENDED = mark("ended from outside. Finished files are whole; nothing else was written.")


class Ended(KeyboardInterrupt):
    """The system, or another program, asked this one to end."""


def run(arguments: Sequence[str]) -> int:
    """Carry out `arguments`; returns the exit status of the contract (0, 1, 2; 130 interrupted).

    What `kill` or the system's shutting down sends ends a run as an interrupt does, with 143.
    """
    debug = "--debug" in arguments
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    _speak_utf8()
    speak(of_environment())
    try:
        status = group.briefing.main(list(arguments), prog_name="briefing", standalone_mode=False)
    except BriefingError as error:
        return _tell(_told(error), error.status, debug=debug)
    except click.UsageError as error:
        # Of an option without its value click names no command.
        command = error.ctx.command_path if error.ctx else f"briefing {arguments[0]}"
        what = retold(error.format_message()).rstrip(".")
        told = say("{what}. See `{command} --help`.", what=what, command=command)
        return _tell(told, REFUSED, debug=debug)
    except click.ClickException as error:
        return _tell(retold(error.format_message()), REFUSED, debug=debug)
    except (KeyboardInterrupt, click.Abort) as error:
        # Click hands an interrupt on as its own; what it was is its cause.
        ended = isinstance(error.__cause__ or error, Ended)
        why, status = (_ENDED, ENDED) if ended else (_INTERRUPTED, INTERRUPTED)
        return _tell(say(why), status)
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has seen enough. Click exits with 1 then, and only then, here.
        _silence()
        return 0
    except OSError as error:
        if error.errno == errno.ENOSPC and error.filename is None:
            # Briefings and libraries tell this by themselves, with their names.
            _silence()
            return _tell(say(_FULL), REFUSED, debug=debug)
        if error.errno != errno.ENAMETOOLONG:
            raise
        # Whatever looks whether there is a file of that name meets it, the first of all.
        what = f"the file cannot be opened: {error.strerror}"
        return _tell(_told(UsageError(what, where=error.filename)), REFUSED, debug=debug)
    return int(status or 0)


def _silence() -> None:
    """Send what is left to print nowhere: Python must not complain of it when it closes stdout."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(_number: int, _frame: object) -> None:
    raise Ended


def _speak_utf8() -> None:
    """Print every character whatever the terminal's code page; a plain `?` beats a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _told(error: BriefingError) -> str:
    """A fault in the person's language."""
    if not translates():
        return str(error)
    from briefing.retold import told

    return told(error)


def _tell(sentence: str, status: int, *, debug: bool = False) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    click.echo(f"briefing: error: {visible(sentence)}", err=True)
    return status
