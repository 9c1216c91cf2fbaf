"""`briefing gui`: opens the desktop app, in a process of its own; Qt is never imported here."""

import os
import subprocess
import sys
from pathlib import Path

import click

from briefing.cli.options import LIBRARY, common
from briefing.errors import UsageError
from briefing.words import say

_PACKAGES = (
    "libgl1 libegl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libdbus-1-3"
)
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@LIBRARY
@click.option("--safe-mode", is_flag=True, help="Leave the settings of the window alone.")
@common
def command(
    files: tuple[Path, ...],
    library: Path | None,
    safe_mode: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Open the desktop app, and add FILES to its library.

    Example: briefing gui
    """
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        raise UsageError(
            say("there is no screen here to open a window on"),
            remedy=say("The command line does the same: `briefing build --help`."),
        )
    named: list[object] = ["--library", library] if library else []
    named += ["--safe-mode"] if safe_mode else []
    app = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "briefing.gui", *map(str, named), "--", *map(str, files)],
        check=False, stderr=None if debug else subprocess.PIPE, text=True,
    )  # fmt: skip
    if app.returncode:
        raise UsageError(_why(app.returncode, app.stderr or ""), remedy=_remedy(app.stderr or ""))


def _why(status: int, told: str) -> str:
    if "ImportError" in told or "platform plugin" in told:
        return say("a library that Qt needs is missing, or the screen cannot be reached")
    return say(
        "the desktop app ended unexpectedly (status {status}); all changes up to then are kept",
        status=str(status),
    )


def _remedy(told: str) -> str:
    if "ImportError" in told or "platform plugin" in told:
        return say(
            "On Debian or Ubuntu, as root: {command}", command=f"apt-get install {_PACKAGES}"
        )
    return say("`briefing gui --debug` shows more.")
