"""The zip file around the parts of a Word file (PKWARE's APPNOTE), by the byte.

A long part is compressed in pieces, each in a thread of its own while the next are still being
written: zlib lets Python go on. A piece depends on its text alone, so the bytes are the same whatever
the machine can do at once.
"""

import threading
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from struct import pack

from msgspec import Struct

LEVEL = 1
"""Of compression: two fifths of the time of the usual 6, and an eighth more bytes."""
_PIECE = 1 << 19
_END = b"\x03\x00"
"""An empty last block, behind pieces that are none of them the last."""
_FIRST_DAY = 0x21
"""The first of January 1980, the earliest that a zip file can bear."""
_VERSION, _UNIX, _UTF_8, _DEFLATED = 20, 3 << 8, 0x800, 8
_RIGHTS = 0o600 << 16


class Piece(Struct, frozen=True):
    """Some bytes of a part, and what they are when compressed."""

    plain: bytes
    packed: bytes


class Awaited:
    """A piece that is compressed when it is asked for, or from when it is begun.

    `tell` says its text, and is called once.
    """

    def __init__(self, tell: Callable[[], str]) -> None:
        self._tell = tell
        self._thread: threading.Thread | None = None
        self._piece: Piece | None = None

    def begin(self) -> "Awaited":
        """Begin in a thread."""
        self._thread = threading.Thread(target=self._work)
        self._thread.start()
        return self

    def piece(self) -> Piece:
        """The piece, as soon as it is there; what `tell` raises is raised here."""
        if self._thread is not None:
            self._thread.join()
        return self._piece or self._work()

    def _work(self) -> Piece:
        plain = self._tell().encode("utf-8")
        self._piece = Piece(plain, _deflated(plain, zlib.Z_FULL_FLUSH))
        return self._piece


def begin_all(texts: Iterable[str]) -> list[Awaited]:
    """Begin to compress `texts`, as many together as make a piece."""
    pieces: list[Awaited] = []
    gathered: list[str] = []
    size = 0
    for text in texts:
        gathered.append(text)
        size += len(text)
        if size >= _PIECE:
            pieces.append(Awaited(partial("".join, gathered)).begin())
            gathered, size = [], 0
    return [*pieces, Awaited(partial("".join, gathered))]


def zipped(parts: Mapping[str, bytes | Sequence[Awaited]]) -> bytes:
    """The zip file of `parts` by name, in their order; times are fixed."""
    written: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name, content in parts.items():
        pieces, end = _pieces(content)
        check = 0
        for piece in pieces:
            check = zlib.crc32(piece.plain, check)
        packed = [*(piece.packed for piece in pieces), end]
        size, plain = sum(map(len, packed)), sum(len(piece.plain) for piece in pieces)
        called = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        told = pack(
            "<5H3L2H", _VERSION, flags, _DEFLATED, 0, _FIRST_DAY, check, size, plain, len(called), 0
        )
        written += [b"PK\x03\x04", told, called, *packed]
        listed += [
            b"PK\x01\x02", pack("<H", _UNIX | _VERSION), told, pack("<3H2L", 0, 0, 0, _RIGHTS, at), called,
        ]  # fmt: skip
        at += 4 + len(told) + len(called) + size
    index = b"".join(listed)
    end = pack("<4H2LH", 0, 0, len(parts), len(parts), len(index), at, 0)
    return b"".join([*written, index, b"PK\x05\x06", end])


def _pieces(content: bytes | Sequence[Awaited]) -> tuple[list[Piece], bytes]:
    """The pieces of a part, and what ends them."""
    if isinstance(content, bytes):
        return [Piece(content, _deflated(content, zlib.Z_FINISH))], b""
    return [awaited.piece() for awaited in content], _END


def _deflated(plain: bytes, end: int) -> bytes:
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(plain) + deflate.flush(end)
