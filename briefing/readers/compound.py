"""Compound files (MS-CFB): the streams in them, as Outlook's mails have them.

Chains of strangers may run in circles or out of the file: each is followed for as many sectors as the
file has, and what lies outside is not there.
"""

import struct
from collections.abc import Iterator
from pathlib import PurePath

from briefing.errors import SourceError

_HEADER = 512
_ENTRY = 128
_NAME = 64
_IN_HEADER = 109
"""Sectors of the allocation table that the header names."""
_LAST_SECTOR = 0xFFFFFFFA
_NONE = 0xFFFFFFFF
_STREAM, _STORAGE, _ROOT = 2, (1, 5), 5
_SHIFTS = (9, 12)
_MINI = 64
_MOST_ENTRIES = 20_000

Folder = dict[str, "bytes | Folder"]
"""The streams and folders in a folder, by their names."""


def read_compound(data: bytes, path: PurePath) -> Folder:
    """Everything in the compound file `data`.

    Raises:
        SourceError: if it is damaged.
    """
    try:
        return _File(data).folder()
    except (struct.error, IndexError, ValueError, RecursionError):
        raise SourceError("the file is damaged", where=path, remedy="Save it again.") from None


class _File:
    def __init__(self, data: bytes) -> None:
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in _SHIFTS:
            raise ValueError(shift)
        self.data, self.size = data, 1 << shift
        first, _, cutoff, mini, _, difat = struct.unpack_from("<IIIIII", data, 48)
        self.cutoff = min(cutoff, 1 << 16)
        self.table = self._table(difat)
        self.entries = self._entries(self._chain(first))
        roots = [index for index, entry in enumerate(self.entries) if entry[1] == _ROOT]
        self.root = roots[0]
        self.mini_data = self._chain(self.entries[self.root][5])
        self.mini_table = _numbers(self._chain(mini))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        return self.data[start : start + self.size]

    def _table(self, difat: int) -> tuple[int, ...]:
        """Which sector follows which."""
        named = list(struct.unpack_from(f"<{_IN_HEADER}I", self.data, 76))
        for _ in range(len(self.data) // self.size):
            if difat >= _LAST_SECTOR:
                break
            numbers = _numbers(self._sector(difat))
            named += numbers[:-1]
            difat = numbers[-1]
        most = len(self.data) // self.size
        known = [number for number in named if number < most][: most // 64 + 2]
        return _numbers(b"".join(map(self._sector, known)))

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(first, self.table))

    def _entries(self, data: bytes) -> list[tuple[str, int, int, int, int, int, int]]:
        """Name, sort, left, right, child, first sector and size of what the directory lists."""
        found = []
        for at in range(0, min(len(data), _MOST_ENTRIES * _ENTRY), _ENTRY):
            length, sort = struct.unpack_from("<HB", data, at + _NAME)
            name = data[at : at + max(0, min(length, _NAME) - 2)].decode("utf-16-le", "replace")
            left, right, child = struct.unpack_from("<III", data, at + 68)
            first, size = struct.unpack_from("<II", data, at + 116)
            found.append((name, sort, left, right, child, first, size))
        return found

    def folder(self) -> Folder:
        return self._folder(self.root, {self.root})

    def _folder(self, index: int, seen: set[int]) -> Folder:
        held: Folder = {}
        waiting = [self.entries[index][4]]
        while waiting:
            number = waiting.pop()
            if number >= len(self.entries) or number in seen:
                continue
            seen.add(number)
            name, sort, left, right, _, first, size = self.entries[number]
            waiting += (left, right)
            if sort == _STREAM:
                held[name] = self._stream(first, size)
            elif sort in _STORAGE:
                held[name] = self._folder(number, seen)
        return held

    def _stream(self, first: int, size: int) -> bytes:
        if size >= self.cutoff:
            return self._chain(first)[:size]
        numbers = _followed(first, self.mini_table)
        pieces = (self.mini_data[number * _MINI : (number + 1) * _MINI] for number in numbers)
        return b"".join(pieces)[:size]


def _followed(first: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors of a chain; one that runs in a circle ends where it would begin again."""
    for _ in range(len(table)):
        if first >= len(table):
            return
        yield first
        first = table[first]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
