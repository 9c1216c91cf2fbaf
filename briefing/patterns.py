"""Keeps compiled regular expressions from one run to the next, as Python keeps compiled modules.

A cold build compiles four hundred, which took a seventh of its CPU time; taking them from a file
takes a thirtieth of that. Only patterns that stand in code are kept, never one that was made of what
was read. Where this Python does not keep patterns as we know it, or nothing can be read or written,
they are compiled as ever.
"""

import marshal
import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any
from zlib import crc32

from briefing.places import cache_folder

_MOST = 2000
"""Patterns kept; a program of this size has some hundreds."""
_MADE_OF_SETS = frozenset({"reportlab.lib.rl_safe_eval"})
"""Modules whose patterns are written in another order in each run: they would fill the file."""
_CELL = 4
"""Bytes of a number in the file."""
CO_OPTIMIZED = 1
"""As `inspect` has it, which takes longer to import than this saves."""
_Key = tuple[str | bytes, int]
"""A pattern and its flags."""
_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All its flags, its code, and how its groups are counted and named."""


class _Shelf:
    """A file of kept patterns: an entry is looked at when it is asked for.

    It holds how many there are, then the checksums of their keys in order, where each begins, and a
    checksum of all that; then the entries, each behind its own.
    """

    def __init__(self, data: bytes = b"") -> None:
        """Takes what the file holds; it is as empty where it is not as it was written."""
        count = int.from_bytes(data[:_CELL], sys.byteorder)
        head = _CELL * (2 * count + 2)
        whole = len(data) > head and data[head : head + _CELL] == _sum(data[:head])
        numbers = memoryview(data)[_CELL:head].cast("I") if whole else memoryview(b"")
        self._marks, self._starts = numbers[:count], numbers[count:]
        self._entries = memoryview(data)[head + _CELL :]

    @classmethod
    def made(cls, entries: "Iterable[tuple[_Key, _Compiled]]") -> bytes:
        """What a file of `entries` holds."""
        told = sorted((_mark(key), marshal.dumps((key, value))) for key, value in entries)
        starts, packed = [0], []
        for _, entry in told:
            packed.append(_sum(entry) + entry)
            starts.append(starts[-1] + len(packed[-1]))
        head = array("I", [len(told), *(mark for mark, _ in told), *starts]).tobytes()
        return b"".join([head, _sum(head), *packed])

    def get(self, key: _Key) -> "_Compiled | None":
        """What was kept under `key`."""
        mark = _mark(key)
        at = bisect_left(self._marks, mark)
        while at < len(self._marks) and self._marks[at] == mark:
            found = self._entry(at)
            if found is not None and found[0] == key:
                return found[1]
            at += 1
        return None

    def all(self) -> "dict[_Key, _Compiled]":
        """Every entry that is whole."""
        return dict(filter(None, map(self._entry, range(len(self._marks)))))

    def _entry(self, at: int) -> "tuple[_Key, _Compiled] | None":
        told = self._entries[self._starts[at] : self._starts[at + 1]]
        if bytes(told[:_CELL]) != _sum(told[_CELL:]):
            return None
        found: tuple[_Key, _Compiled] = marshal.loads(told[_CELL:])  # noqa: S302 - ours, and whole
        return found


def _mark(key: _Key) -> int:
    pattern, flags = key
    told = pattern if isinstance(pattern, bytes) else pattern.encode("utf-8", "surrogatepass")
    return crc32(told, flags)


def _sum(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(_CELL, sys.byteorder)


class _Store:
    """What was kept before, and what was compiled since."""

    def __init__(self, compiler: Any, engine: Any) -> None:
        self.compiler = compiler
        self.engine = engine
        self.plainly: Callable[..., re.Pattern[Any]] = compiler.compile
        self.known = _Shelf()
        self.new: set[_Key] = set()

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """In the place of the compiler's own `compile`."""
        asked = isinstance(pattern, str | bytes)
        kept = self.known.get((pattern, flags)) if asked else None
        if kept is not None:
            whole, code, groups, numbers, names = kept
            words = memoryview(code).cast("I").tolist()
            made: re.Pattern[Any] = self.engine.compile(
                pattern, whole, words, groups, numbers, names
            )
            return made
        if asked and _stands_in_code(pattern, sys._getframe(1)):
            self.new.add((pattern, flags))
        return self.plainly(pattern, flags)

    def taken_apart(self, key: _Key) -> _Compiled:
        """What `compile` needs to have the pattern again."""
        pattern, flags = key
        parsed = self.compiler._parser.parse(pattern, flags)
        numbers = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in numbers.items():
            names[number] = name
        code = array("I", self.compiler._code(parsed, flags)).tobytes()
        return (
            flags | parsed.state.flags, code, parsed.state.groups - 1, dict(numbers), tuple(names)
        )  # fmt: skip


def recall() -> None:
    """From now on take patterns from the user's cache where it has them."""
    store = _store()
    if store is None or store.compiler.compile == store.compile:
        return
    store.known = _Shelf(_read())
    store.compiler.compile = store.compile


def keep() -> None:
    """Keep what was compiled since, for the next run."""
    store = _store()
    if store is None or not store.new:
        return
    # Another process of this run may have kept its own meanwhile.
    known = _Shelf(_read()).all()
    fresh = store.new - known.keys()
    if len(known) + len(fresh) > _MOST:
        known.clear()  # what older versions of the program asked for
    for key in sorted(fresh, key=_mark)[:_MOST]:
        known[key] = store.taken_apart(key)
    store.new.clear()
    with suppress(OSError):
        _write(_Shelf.made(known.items()))


@cache
def _store() -> _Store | None:
    """Nothing where this Python compiles in another way than we know."""
    with suppress(ImportError, AttributeError):
        compiler, engine = import_module("re._compiler"), import_module("_sre")
        store = _Store(compiler, engine)
        key = (r"(?i:(?P<first>\w+)|[à-þ]){2,3}?", int(re.MULTILINE))
        if array("I").itemsize != engine.CODESIZE or engine.CODESIZE != _CELL:
            return None
        store.known = _Shelf(_Shelf.made([(key, store.taken_apart(key))]))
        if store.compile(*key) == store.plainly(*key):
            return store
    return None


def _stands_in_code(pattern: str | bytes, frame: FrameType | None) -> bool:
    """Whether the code that asked holds or names the pattern, or is that of a module or class.

    Those, and only those, are not optimized.
    """
    while frame is not None and frame.f_globals.get("__name__") == "re":
        frame = frame.f_back
    if frame is None:
        return False
    if frame.f_globals.get("__name__") in _MADE_OF_SETS:
        return False
    code, names = frame.f_code, frame.f_globals
    if names.get("__name__") == "briefing.text.lazy" or not code.co_flags & CO_OPTIMIZED:
        return True
    return pattern in code.co_consts or any(names.get(name) is pattern for name in code.co_names)


def _file() -> Path:
    return cache_folder() / f"kept-patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"


def _read() -> bytes:
    with suppress(OSError):
        return _file().read_bytes()
    return b""


def _write(value: bytes) -> None:
    place = _file()
    place.parent.mkdir(parents=True, exist_ok=True)
    # One name for all: a process that is ended here leaves nothing that gathers. Where two write at
    # once, what comes of it does not bear its checksums, and is not read.
    new = place.with_suffix(".new")
    new.write_bytes(value)
    new.replace(place)
