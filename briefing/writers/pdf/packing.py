"""Objects become a file: compressed object streams and a cross-reference stream (ISO 32000-1, 7.5)."""

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256

from msgspec import Struct, field

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_MOST_KNOWN = 400
_IN_STREAM = 200
"""Objects in one object stream."""


class Pack(Struct):
    """The objects of one file, by number from 1; `known` keeps what was compressed before."""

    objects: dict[int, bytes] = field(default_factory=dict)
    streams: dict[int, bytes] = field(default_factory=dict)
    count: int = 0
    known: dict[bytes, bytes] = field(default_factory=dict)

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self.count += 1
        return self.count

    def put(self, body: str, number: int = 0) -> int:
        """Add the object `body`; its number."""
        number = number or self.reserve()
        self.objects[number] = body.encode("latin-1")
        return number

    def stream(
        self, data: bytes, entries: str = "", number: int = 0, *, plain: bool = False
    ) -> int:
        """Add a stream, compressed unless it must be `plain`; its number."""
        number = number or self.reserve()
        packed = data if plain else self._compressed(data)
        coded = "" if plain else "/Filter/FlateDecode"
        head = f"<<{entries}{coded}/Length {len(packed)}>>\nstream\n".encode("latin-1")
        self.streams[number] = b"%b%b\nendstream" % (head, packed)
        return number

    def _compressed(self, data: bytes) -> bytes:
        packed = self.known.get(data)
        if packed is None:
            packed = zlib.compress(data, 6)
            if len(self.known) > _MOST_KNOWN:
                self.known.clear()
            self.known[data] = packed
        return packed

    def file(self, root: int, info: int) -> bytes:
        """The whole file. Its identifier is made of its content, so that it is always the same."""
        places: dict[int, tuple[int, int, int]] = {}
        groups = list(_groups(sorted(self.objects)))
        for group in groups:
            holder = self._hold(group)
            places |= {number: (2, holder, at) for at, number in enumerate(group)}
        parts = [_HEAD]
        offset = len(_HEAD)
        for number in sorted(self.streams):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, self.streams[number])
            places[number] = (1, offset, 0)
            parts.append(part)
            offset += len(part)
        own = self.reserve()
        places[own] = (1, offset, 0)
        mark = sha256(b"".join(parts)).hexdigest()[:32].upper()
        entries = (
            f"/Type/XRef/Size {own + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{mark}><{mark}>]"
        )
        self.stream(_table(places, own), entries, own)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (own, self.streams[own]))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)

    def _hold(self, group: Sequence[int]) -> int:
        """Put a group of objects into an object stream; its number."""
        heads: list[str] = []
        bodies: list[bytes] = []
        at = 0
        for number in group:
            body = self.objects[number]
            heads.append(f"{number} {at}")
            bodies.append(body)
            at += len(body) + 1
        head = (" ".join(heads) + "\n").encode()
        entries = f"/Type/ObjStm/N {len(group)}/First {len(head)}"
        return self.stream(head + b"\n".join(bodies), entries)


def _groups(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[at : at + _IN_STREAM] for at in range(0, len(numbers), _IN_STREAM))


def _table(places: dict[int, tuple[int, int, int]], last: int) -> bytes:
    rows = [b"\0\0\0\0\0\xff\xff"]
    for number in range(1, last + 1):
        kind, second, third = places.get(number, (0, 0, 0))
        rows.append(bytes((kind,)) + second.to_bytes(4, "big") + third.to_bytes(2, "big"))
    return b"".join(rows)


def text_string(text: str) -> str:
    """`text` as a text string object: plain where it can be, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    marked = "\ufeff" + text
    return f"<{marked.encode('utf-16-be', 'replace').hex().upper()}>"


_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}
