"""Keeps Qt's binding from reading the source of every module that is imported.

It looks for its own name in each, so that a module may ask for other spellings of Qt's names
(`__feature__`), and Python keeps all lines that were read: some ten megabytes, and a tenth of the
time until the window is painted. No module of ours asks for that.
"""

import sys
from types import ModuleType

import shiboken6  # noqa: F401 - brings what looks

_LOOKS = "_mod_uses_pyside"


def _never(_: ModuleType) -> bool:
    """Whether a module may ask."""
    return False


def leave_unread() -> None:
    """Have no source read from now on, if the binding looks for its name in the way we know."""
    looking = sys.modules.get("shibokensupport.feature")
    if looking and _LOOKS in vars(looking):
        vars(looking)[_LOOKS] = _never
