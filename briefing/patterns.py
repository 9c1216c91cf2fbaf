"""Keeps compiled regular expressions from one run to the next, as Python keeps compiled modules.

A cold build compiles four hundred, which took a seventh of its CPU time; taking them from a file
takes a thirtieth of that. Only patterns that stand in code are kept, never one that was made of what
was read. Where this Python does not keep patterns as we know it, or nothing can be read or written,
they are compiled as ever.
"""

import hashlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

from briefing.places import cache_folder

_MOST = 2000
"""Patterns kept; a program of this size has some hundreds."""
_MADE_OF_SETS = frozenset({"reportlab.lib.rl_safe_eval"})
"""Modules whose patterns are written in another order in each run: they would fill the file."""
_DIGEST = hashlib.sha256().digest_size
_Key = tuple[str, int]
"""A pattern and its flags."""
_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All its flags, its code, and how its groups are counted and named."""


class _Store:
    """What was kept before, and what was compiled since."""

    def __init__(self, compiler: Any, engine: Any) -> None:
        self.compiler = compiler
        self.engine = engine
        self.plainly: Callable[..., re.Pattern[Any]] = compiler.compile
        self.known: dict[_Key, _Compiled] = {}
        self.new: set[_Key] = set()

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """In the place of the compiler's own `compile`."""
        kept = self.known.get((pattern, flags)) if isinstance(pattern, str) else None
        if kept is not None:
            whole, code, groups, numbers, names = kept
            words = memoryview(code).cast("I").tolist()
            made: re.Pattern[Any] = self.engine.compile(
                pattern, whole, words, groups, numbers, names
            )
            return made
        if isinstance(pattern, str) and _stands_in_code(pattern, sys._getframe(1)):
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
    store.known = _read()
    store.compiler.compile = store.compile


def keep() -> None:
    """Keep what was compiled since, for the next run."""
    store = _store()
    if store is None or not store.new:
        return
    # Another process of this run may have kept its own meanwhile.
    known = _read()
    for key in sorted(store.new - known.keys())[: max(0, _MOST - len(known))]:
        known[key] = store.taken_apart(key)
    store.new.clear()
    with suppress(OSError):
        _write(marshal.dumps(known))


@cache
def _store() -> _Store | None:
    """Nothing where this Python compiles in another way than we know."""
    with suppress(ImportError, AttributeError):
        compiler, engine = import_module("re._compiler"), import_module("_sre")
        store = _Store(compiler, engine)
        key = (r"(?i:(?P<first>\w+)|[à-þ]){2,3}?", int(re.MULTILINE))
        if array("I").itemsize != engine.CODESIZE:
            return None
        store.known[key] = store.taken_apart(key)
        if store.compile(*key) == store.plainly(*key):
            return store
    return None


def _stands_in_code(pattern: str, frame: FrameType | None) -> bool:
    """Whether the code that asked holds the pattern, or asked while its module was imported."""
    while frame is not None and frame.f_globals.get("__name__") == "re":
        frame = frame.f_back
    if frame is None:
        return False
    if frame.f_globals.get("__name__") in _MADE_OF_SETS:
        return False
    code = frame.f_code
    lazy = frame.f_globals.get("__name__") == "briefing.text.lazy"
    return lazy or code.co_name == "<module>" or pattern in code.co_consts


def _file() -> Path:
    return cache_folder() / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"


def _read() -> dict[_Key, _Compiled]:
    """What the cache holds; nothing where it is not as it was written."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = _file().read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            return dict(marshal.loads(data[_DIGEST:]))  # noqa: S302 - ours, and whole
    return {}


def _write(value: bytes) -> None:
    place = _file()
    place.parent.mkdir(parents=True, exist_ok=True)
    # One name for all: a process that is ended here leaves nothing that gathers. Where two write at
    # once, what comes of it does not bear its digest, and is not read.
    new = place.with_suffix(".new")
    new.write_bytes(hashlib.sha256(value).digest() + value)
    new.replace(place)
