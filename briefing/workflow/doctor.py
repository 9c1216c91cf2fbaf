"""Looks at the machine: what is there, what is lacking, and the remedy for each."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from briefing.resources import asset, root, seeds, templates

SET_UP_AGAIN = "Run the set-up again: python3 start.py"
_LIBRARIES = {
    "Word writer": "docx",
    "PDF writer": "reportlab.pdfgen.canvas",
    "Web page reader": "trafilatura",
    "PDF reader": "pypdfium2",
    "Shaping of scripts": "uharfbuzz",
}
_QT_TEST = "from PySide6.QtWidgets import QApplication; QApplication([])"
_QT_SECONDS = 30
_DEBIAN_QT = "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0"


class Finding(Struct, frozen=True):
    """One thing looked at. `needed` tells whether briefings can be made without it."""

    name: str
    present: bool
    detail: str
    remedy: str | None = None
    needed: bool = True


def examine_machine() -> tuple[Finding, ...]:
    """Everything worth knowing about this machine, in reading order."""
    return (_python(), *_data(), *_libraries(), _scratch(), _screen())


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer.")


def _data() -> Iterator[Finding]:
    places = {
        "Fonts": asset("fonts"),
        "Word reference document": asset("reference.docx"),
        "Starter themes": seeds("themes"),
        "Templates": templates(),
    }
    for name, place in places.items():
        present = place.is_file() or (place.is_dir() and any(place.iterdir()))
        detail = str(place.relative_to(root())) if present else f"{place} is missing"
        yield Finding(name, present, detail, "Install the program anew.")


def _libraries() -> Iterator[Finding]:
    for name, module in _LIBRARIES.items():
        # Each is imported: it may be there while something that it needs is not.
        try:
            import_module(module)
        except ImportError as error:
            yield Finding(name, present=False, detail=str(error), remedy=SET_UP_AGAIN)
        else:
            yield Finding(name, present=True, detail=module)


def _scratch() -> Finding:
    folder = Path(tempfile.gettempdir())
    present = os.access(folder, os.W_OK)
    return Finding(
        "Folder for temporary files", present, str(folder), "Set TMPDIR to a writable folder."
    )


def _screen() -> Finding:
    """Whether Qt's window libraries load; tried in another process, as Qt aborts on failure."""
    name = "Screen libraries (desktop app)"
    if find_spec("PySide6") is None:
        return Finding(
            name, present=False, detail="PySide6 is missing", remedy=SET_UP_AGAIN, needed=False
        )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    try:
        tried = subprocess.run(
            [sys.executable, "-c", _QT_TEST],
            env=environment, capture_output=True, text=True, timeout=_QT_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return Finding(name, present=False, detail=f"Qt did not start: {error}", needed=False)
    if tried.returncode == 0:
        return Finding(name, present=True, detail="Qt starts", needed=False)
    lines = tried.stderr.strip().splitlines() or [f"Qt ended with status {tried.returncode}"]
    remedy = f"On Debian or Ubuntu: apt-get install --no-install-recommends {_DEBIAN_QT}"
    return Finding(name, present=False, detail=lines[-1], remedy=remedy, needed=False)
