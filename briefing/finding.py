"""Finds this program's own modules sooner than Python does, of which a short run imports two hundred.

Python looks for any module in every place where one may be, and for each in any form. Ours are
sources with what was compiled of them beside. What is not just so is left to Python.
"""

import marshal
import os
import sys
from os import O_RDONLY, close, read, stat
from os import open as opened

TYPE_CHECKING = False
if TYPE_CHECKING:  # this is imported before `typing`
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from importlib.util import MAGIC_NUMBER
    from types import CodeType, ModuleType
else:  # where they are from: importing them by their names would take half of what is won here
    from _frozen_importlib import ModuleSpec
    from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader

_OWN = "briefing."
_BEHIND = f".{sys.implementation.cache_tag}.pyc"
_BY_TIME = MAGIC_NUMBER + b"\0\0\0\0"
"""How a compiled module begins that goes by the time of its source."""
_WORD = 0xFFFFFFFF
_MOST = 1 << 16
_AS_IT_IS = O_RDONLY | getattr(os, "O_BINARY", 0)
"""Windows would change what looks like ends of lines."""


class _Compiled(SourceFileLoader):
    """Loads a module whose code was found with it."""

    code: "CodeType | None" = None

    def get_code(self, fullname: str) -> "CodeType | None":
        """The code that was found, or as ever."""
        return self.code or super().get_code(fullname)


class _Finder:
    """Finds modules of our packages that were compiled."""

    @staticmethod
    def find_spec(
        name: str, path: "Sequence[str] | None", target: "ModuleType | None" = None
    ) -> "ModuleSpec | None":
        """Where module `name` is; nothing where Python is to look for it."""
        del target
        if not path or not name.startswith(_OWN):
            return None
        folder, tail = path[0], name.rpartition(".")[2]
        source, compiled = f"{folder}/{tail}.py", f"{folder}/__pycache__/{tail}{_BEHIND}"
        try:
            data = _read(compiled)
            told = stat(source)  # noqa: PTH116 - paths are not yet imported
        except OSError:
            return None
        changed, size = int(told.st_mtime) & _WORD, told.st_size & _WORD
        if data[:16] != _BY_TIME + changed.to_bytes(4, "little") + size.to_bytes(4, "little"):
            return None
        loader = _Compiled(name, source)
        loader.code = marshal.loads(memoryview(data)[16:])  # noqa: S302 - as Python does
        spec = ModuleSpec(name, loader, origin=source)
        spec.has_location = True
        spec.cached = compiled
        return spec


def _read(file: str) -> bytes:
    number = opened(file, _AS_IT_IS)
    try:
        data = read(number, _MOST)
    finally:
        close(number)
    if len(data) == _MOST:
        raise OSError(file)  # what is so large is left to Python
    return data


def find_own() -> None:
    """From now on find our modules so, where Python keeps what it compiles in the usual way."""
    if sys.pycache_prefix is None and not sys.flags.optimize and _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)
