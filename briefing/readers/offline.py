"""Imports the libraries for web pages without what they bring to fetch pages.

trafilatura and htmldate import a web client, what it needs to know of addresses and encodings, and
their second opinions, which nobody asks here: four fifths of the time that importing them takes,
longer than reading a dozen pages. While they are imported, stand-ins take the place of these
modules. A stand-in for a function is the function: it is imported when it is called. Those for the
web client do nothing, for nothing is ever fetched.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_LATER = (
    "charset_normalizer", "courlan", "dateutil.parser", "htmldate", "importlib.metadata", "justext",
    "justext.core", "justext.utils", "trafilatura.downloads",
)  # fmt: skip
"""Modules of which functions alone are used; some are needed for other pages than ours."""
_NEVER = ("urllib3", "urllib3.response")
"""The web client, of which classes are used too while others are being defined."""


def page_library(name: str) -> ModuleType:
    """The module `name`, one of trafilatura's or htmldate's, imported without the web.

    Where it is already imported, where threads could meet the stand-ins, and where the library does
    not bear them, it is imported as ever.
    """
    if name not in sys.modules and threading.active_count() == 1:
        try:
            with _stand_ins(name):
                return import_module(name)
        except (ImportError, AttributeError, TypeError):
            for half in [half for half in sys.modules if half.partition(".")[0] == name]:
                del sys.modules[half]
    return import_module(name)


@contextmanager
def _stand_ins(name: str) -> Iterator[None]:
    """Let stand-ins be imported in the place of what nobody has imported yet."""
    placed: dict[str, ModuleType] = {other: _Later(other) for other in _LATER if other != name}
    placed |= {other: _Never(other) for other in _NEVER}
    placed = {other: module for other, module in placed.items() if other not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for other in placed:
            del sys.modules[other]


class _Later(ModuleType):
    """Stands in for a module: each of its names is looked up when it is used."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if (self.__name__, name) == ("importlib.metadata", "version"):
            # Asked at once, to be written into a format that nobody asks for.
            return lambda _: ""
        return _Name(self.__name__, name)


class _Name:
    """A function, or a class of functions, that is imported when it is used."""

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def _found(self) -> Any:
        place, name = self._place
        module = import_module(place)
        if isinstance(module, _Later):
            raise TypeError(f"{place} is used while it is stood in for")
        return getattr(module, name)

    def __call__(self, *given: object, **named: object) -> object:
        return self._found()(*given, **named)

    def __getattr__(self, name: str) -> object:
        return getattr(self._found(), name)


class _Anything(type):
    """The type of a class that has whatever it is asked for: itself."""

    def __getattr__(cls, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls


class _Nothing(metaclass=_Anything):
    """Stands in for the classes and functions of the web client."""

    def __init__(self, *given: object, **named: object) -> None: ...


class _Never(ModuleType):
    """Stands in for a module of the web client."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing
