"""Imports libraries without the parts that a run does not use, which takes most of their time.

While a library is imported, stand-ins take the place of those parts. Each finds the real part when
one of its names is used, so that nothing is missing; what nobody uses is never imported.
"""

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:  # this is imported before `typing`
    from collections.abc import Collection
    from typing import Any

_UNBEARABLE = (ImportError, AttributeError, TypeError)
"""What a library raises that uses a stand-in while it is imported, other than by taking names."""


def import_lean(name: str, without: "Collection[str]", never: "Collection[str]" = ()) -> ModuleType:
    """The module `name`, imported without the modules `without` it imports, until they are used.

    Those of `never` are stood in for, too, by something that takes every call and does nothing: what
    they do is not wanted here at all, but they are called while the library is imported. Where the
    library is already imported, where another thread could meet a stand-in, and where the library
    does not bear them, it is imported as ever.
    """
    threading = sys.modules.get("threading")
    if name not in sys.modules and (threading is None or threading.active_count() == 1):
        before = frozenset(sys.modules)
        placed = {
            one.__name__: one
            for one in (*map(Later, without), *map(_Never, never))
            if one.__name__ not in sys.modules
        }
        sys.modules.update(placed)
        try:
            return import_module(name)
        except _UNBEARABLE:
            root = name.partition(".")[0]
            for half in sys.modules.keys() - before - placed.keys():
                if half.partition(".")[0] == root:
                    del sys.modules[half]
        finally:
            for other in placed:
                del sys.modules[other]
    return import_module(name)


def import_dates() -> None:
    """Import `datetime` as it is made in C, if nobody has imported it yet.

    Up to Python 3.11 its twin in Python is defined before, and thrown away: a hundredth of a short run.
    """
    if sys.version_info < (3, 12) and "datetime" not in sys.modules:
        try:
            sys.modules["datetime"] = import_module("_datetime")
        except ImportError:
            return


class Later(ModuleType):
    """Stands in for a module: what is taken from it meanwhile is looked up when it is used."""

    def __getattr__(self, name: str) -> "Any":
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            return _Name(self.__name__, name)
        return getattr(import_module(self.__name__), name)


class _Name:
    """Stands in for a function or a class: looked up when it is called or asked for something."""

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def _found(self) -> "Any":
        place, name = self._place
        module = import_module(place)
        if isinstance(module, Later):
            raise TypeError(f"{place} is used while it is stood in for")
        return getattr(module, name)

    def __call__(self, *given: object, **named: object) -> "Any":
        return self._found()(*given, **named)

    def __getattr__(self, name: str) -> "Any":
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._found(), name)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, self._found())


class _Anything(type):
    """The type of a class that has whatever it is asked for: itself."""

    def __getattr__(cls, name: str) -> "Any":
        if name.startswith("__"):
            raise AttributeError(name)
        return cls


class _Nothing(metaclass=_Anything):
    """Stands in for classes and functions alike."""

    def __init__(self, *given: object, **named: object) -> None: ...


class _Never(ModuleType):
    """Stands in for a module that is not wanted."""

    def __getattr__(self, name: str) -> "Any":
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing
