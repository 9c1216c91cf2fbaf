"""Builds compound files (MS-CFB) as Outlook writes them, small streams in a stream of their own."""

import struct

Held = dict[str, "bytes | Held"]
_NONE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_CUTOFF = 4096
_SECTOR, _MINI = 512, 64


class _Writer:
    def __init__(self) -> None:
        self.entries: list[bytes] = []
        self.small = bytearray()
        self.large = bytearray()
        self.small_table: list[int] = []
        self.table: list[int] = []

    def add(self, held: Held) -> int:
        """List what is in `held`, each with the one before as its right neighbour."""
        right = _NONE
        for name, each in held.items():
            if isinstance(each, dict):
                entry = _entry(name, 1, right=right, child=self.add(each))
            else:
                entry = _entry(name, 2, right=right, first=self.put(each), size=len(each))
            self.entries.append(entry)
            right = len(self.entries) - 1
        return right

    def put(self, data: bytes) -> int:
        """Store `data`; gives its first sector."""
        if len(data) < _CUTOFF:
            return _stored(data, self.small, self.small_table, _MINI)
        return _stored(data, self.large, self.table, _SECTOR)


def compound(folder: Held) -> bytes:
    """A compound file of the streams and folders in `folder`."""
    writer = _Writer()
    top = writer.add(folder)
    mini = _stored(bytes(writer.small), writer.large, writer.table, _SECTOR)
    root = _entry("Root Entry", 5, child=top, first=mini, size=len(writer.small))
    directory = b"".join([*writer.entries, root])
    first = _stored(directory, writer.large, writer.table, _SECTOR)
    minis = struct.pack(f"<{len(writer.small_table)}I", *writer.small_table)
    minis_at = _stored(minis, writer.large, writer.table, _SECTOR, fill=b"\xff")
    count = 1 + len(writer.table) * 4 // (_SECTOR - 8)
    named = range(len(writer.table), len(writer.table) + count)
    numbers = [*writer.table, *([0xFFFFFFFD] * count)]
    table = struct.pack(f"<{len(numbers)}I", *numbers).ljust(count * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6).ljust(20, b"\0")
    head += struct.pack("<IIIIIIIII", count, first, 0, _CUTOFF, minis_at, 1, _END, 0, named[0])
    return head + struct.pack("<108I", *named[1:], *[_NONE] * (109 - count)) + writer.large + table


def _entry(
    name: str, sort: int, *, right: int = _NONE, child: int = _NONE, first: int = 0, size: int = 0
) -> bytes:
    shown = name.encode("utf-16-le")
    head = shown.ljust(64, b"\0") + struct.pack("<HBB", len(shown) + 2, sort, 1)
    place = struct.pack("<III", _NONE, right, child).ljust(48, b"\0")
    return head + place + struct.pack("<IQ", first, size)


def _stored(
    data: bytes, room: bytearray, table: list[int], step: int, *, fill: bytes = b"\0"
) -> int:
    first, count = len(table), -(-len(data) // step)
    room += data.ljust(count * step, fill)
    table += [*range(first + 1, first + count), _END] if count else []
    return first
