"""Keeps what was made of the program's own files, as Python keeps compiled modules.

Parsing the list of outlets and compiling the templates takes as long as reading a folder of
articles. What comes out depends on the files' text and on the program alone, so it is kept in the
user's cache folder under a digest of both. A cache that cannot be read or written is no fault:
then it is made again.
"""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from briefing import __version__
from briefing.digests import mark
from briefing.places import cache_folder

_T = TypeVar("_T")
_MOST = 64
"""Files kept; the oldest go first."""
_DIGEST = len(mark(b""))


def prepared(sort: type[_T], make: Callable[..., _T], *parts: object) -> _T:
    """What `make(*parts)` gives, kept from the time before where the same was asked.

    `sort` is its type, which msgspec must know how to write and read, as it must the parts. What
    `make` raises is raised.
    """
    place = _place(make, parts)
    if place is not None:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            return msgspec.msgpack.decode(_whole(place.read_bytes()), type=sort)
    value = make(*parts)
    if place is not None:
        with suppress(OSError):
            _keep(place, msgspec.msgpack.encode(value))
    return value


def _place(make: Callable[..., object], parts: Sequence[object]) -> Path | None:
    """Where the value is kept: its name tells the program, the Python and every part."""
    folder = _folder()
    if folder is None:
        return None
    # While the program is being worked on, its version stays; a module's time does not.
    made_by = (make.__qualname__, _state(sys.modules[make.__module__].__file__))
    told = (__version__, sys.implementation.cache_tag, made_by, parts)
    return folder / mark(msgspec.msgpack.encode(told)).hex()


def _state(code: str | None) -> tuple[object, ...]:
    if code is None:
        return ()
    with suppress(OSError):
        found = Path(code).stat()
        return (found.st_size, found.st_mtime_ns)
    return ()


@cache
def _folder() -> Path | None:
    folder = cache_folder() / "prepared"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _whole(data: bytes) -> bytes:
    """The value in a kept file.

    Raises:
        ValueError: if the file is not as it was written.
    """
    value = data[_DIGEST:]
    if mark(value) != data[:_DIGEST]:
        raise ValueError("not as it was written")
    return value


def _keep(place: Path, value: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(dir=place.parent, delete=False) as file:
        file.write(mark(value) + value)
    Path(file.name).replace(place)
    kept = sorted(place.parent.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    for old in kept[:-_MOST]:
        old.unlink(missing_ok=True)
