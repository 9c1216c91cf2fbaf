"""The digest that a file is told by (SHA-256), and a quick one for what the program keeps for itself.

`hashlib` loads OpenSSL, which takes longer than a page takes to read, for all that Python has its own.
"""

from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

_OWN = ("_sha2", "_sha256")
"""Where Python has its own, from 3.12 on and before."""
_LARGE = 2**22
"""From so many bytes on OpenSSL, which is five times as fast, was worth loading: 3 to 10 ms."""


class _Digested:
    """How many bytes this process has had digested."""

    size = 0


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    _Digested.size += len(data)
    found: str = _library(own=_Digested.size < _LARGE).sha256(data).hexdigest()
    return found


def mark(data: bytes, size: int = 16) -> bytes:
    """So many bytes that tell `data` from other data (BLAKE2b): for what only this program reads."""
    found: bytes = _quick().blake2b(data, digest_size=size).digest()
    return found


@cache
def _quick() -> Any:
    try:
        return import_module("_blake2")
    except ImportError:
        return import_module("hashlib")


@cache
def _library(*, own: bool) -> Any:
    for name in _OWN if own else ():
        with suppress(ImportError):
            return import_module(name)
    return import_module("hashlib")
