"""Finds the data the program brings: `assets/`, `seeds/` and `templates/`.

In a checkout they lie beside the package, in an installed copy inside it.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """The folder that holds `assets/`, `seeds/` and `templates/`."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent


def asset(name: str) -> Path:
    """Path of a file under `assets/`."""
    return root() / "assets" / name


def seeds(name: str) -> Path:
    """Path of a file or folder under `seeds/`."""
    return root() / "seeds" / name


def templates() -> Path:
    """The folder of the templates the program brings."""
    return root() / "templates"
