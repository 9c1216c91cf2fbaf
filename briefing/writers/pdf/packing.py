"""Objects become a file: compressed object streams and a cross-reference stream (ISO 32000-1, 7.5)."""

import zlib
from itertools import accumulate, chain, compress, pairwise

from msgspec import Struct, field

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ROUND = 256
_LIGHTLY = 1
"""How hard the table of objects is compressed: harder makes it larger, for its rows are all alike."""
_OBJECTS = 2
"""How hard objects are compressed at most: four would take a third longer for 1 % of the file."""
_IN_STREAM = 200
"""Objects in one object stream."""
_NONE = b"\0" * 6
_BEHIND = (1).__add__
"""Where what follows something of that length begins: a line's end is between them."""
_PLACES = [at.to_bytes(1, "big") for at in range(_IN_STREAM)]
Held = tuple[list[int], list[bytes], bytes]
"""Objects in one object stream: their numbers, they themselves, the stream."""


class Pack(Struct):
    """The objects of one file, by number from 1.

    `level` is how hard to compress, from 1 to 9. A `live` file is only looked at and then built anew:
    nothing in it is compressed, and its object streams are kept. No object stream goes over the
    numbers `cuts`; those that are `ready` are told by their first object, with all that they hold.
    """

    objects: list[bytes] = field(default_factory=lambda: [b""])
    streams: list[tuple[int, bytes]] = field(default_factory=list)
    live: bool = False
    level: int = 6
    cuts: tuple[int, ...] = ()
    ready: dict[int, tuple[list[int], bytes]] = field(default_factory=dict)
    _groups: list[Held] = field(default_factory=list)

    def forget(self) -> None:
        """Forget all streams."""
        self.streams.clear()
        self._groups.clear()

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self.objects.append(b"null")
        return len(self.objects) - 1

    def round_up(self) -> None:
        """Leave numbers free, so that those behind stay as they are when a few more come before."""
        self.objects += [b""] * (-len(self.objects) % _ROUND)

    def put(self, body: bytes) -> int:
        """Add the object `body`; its number."""
        self.objects.append(body)
        return len(self.objects) - 1

    def stream(self, data: bytes, entries: bytes = b"", *, plain: bool = False) -> int:
        """Add a stream, compressed unless it must stay as it is; its number."""
        number = self.put(b"")
        self.streams.append((number, self._stream(data, entries, plain=plain)))
        return number

    def fill(self, slot: int, data: bytes) -> None:
        """Put `data` into the stream that stands in that place among the streams."""
        self.streams[slot] = (self.streams[slot][0], self._stream(data, b""))

    def make_ready(self, group: list[int], stream: bytes) -> None:
        """Have the objects of `group` as that object stream; they themselves are not wanted any more."""
        self.ready[group[0]] = group, stream
        first, behind = group[0], group[-1] + 1
        if behind - first == len(group):  # most often they stand together
            self.objects[first:behind] = [b""] * len(group)
        else:
            for number in group:
                self.objects[number] = b""

    def groups(self, start: int, end: int) -> list[list[int]]:
        """The objects from `start` to before `end` as they go into object streams."""
        kept = list(compress(range(start, end), self.objects[start:end]))
        return [kept[at : at + _IN_STREAM] for at in range(0, len(kept), _IN_STREAM)]

    def _stream(self, data: bytes, entries: bytes, *, plain: bool = False) -> bytes:
        return _framed(data, entries) if plain else self._packed(data, entries, self.level)

    def _packed(self, data: bytes, entries: bytes, level: int) -> bytes:
        if self.live:
            return _framed(data, entries)
        return _framed(zlib.compress(data, level), entries + b"/Filter/FlateDecode")

    def file(self, root: int, info: int) -> bytes:
        """The whole file. Its identifier is made of its content, so that it is always the same."""
        count = len(self.objects)
        ends = pairwise((0, *self.cuts, count))
        groups = [group for start, end in ends for group in self.groups(start, end)]
        if self.ready:
            groups = sorted([*groups, *(group for group, _ in self.ready.values())])
        places = [_NONE] * count
        for holder, group in enumerate(groups, count):
            head = b"\2" + holder.to_bytes(4, "big")
            first, behind, length = group[0], group[-1] + 1, len(group)
            if behind - first == length:  # most often they stand together
                places[first:behind] = map(head.__add__, _PLACES[:length])
            else:
                for number, place in zip(group, map(head.__add__, _PLACES), strict=False):
                    places[number] = place
            self.streams.append((holder, self.held(group, holder - count)))
            if not self.live:  # nothing is built after it
                self.objects[first:behind] = [b""] * (behind - first)
        parts: list[bytes] = [_HEAD]
        offset = len(_HEAD)
        places += [b""] * (len(groups) + 1)
        sums = [zlib.crc32(_HEAD), 0, 0, 0]
        for turn, (number, body) in enumerate(self.streams, 1):
            places[number] = b"\1" + offset.to_bytes(4, "big") + b"\0"
            part = (b"%d 0 obj\n" % number, body, b"\nendobj\n")
            for piece in part:
                sums[turn % 4] = zlib.crc32(piece, sums[turn % 4])
                offset += len(piece)
            parts += part
        own = count + len(groups)
        places[own] = b"\1" + offset.to_bytes(4, "big") + b"\0"
        mark = b"".join([b"%08X" % one for one in sums])  # of each fourth of the parts
        entries = b"/Type/XRef/Size %d/W[1 4 1]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            own + 1, root, info, mark, mark,
        )  # fmt: skip
        table = self._packed(b"".join(places), entries, _LIGHTLY)
        parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, table, offset))
        return b"".join(parts)

    def held(self, group: list[int], at: int) -> bytes:
        """A group of objects as the object stream in place `at`; if they are those it had, as it was."""
        if group[0] in self.ready:
            return self.ready.pop(group[0])[1]
        bodies = list(map(self.objects.__getitem__, group))
        if self.live:
            before = self._groups[at] if at < len(self._groups) else None
            if before and before[0] == group and before[1] == bodies:
                return before[2]
        starts = accumulate(map(_BEHIND, map(len, bodies)), initial=0)
        pairs = (*chain.from_iterable(zip(group, starts, strict=False)),)
        head = b"%d %d " * len(group) % pairs
        entries = b"/Type/ObjStm/N %d/First %d" % (len(group), len(head))
        stream = self._packed(head + b"\n".join(bodies), entries, min(self.level, _OBJECTS))
        if self.live:
            self._groups[at : at + 1] = [(group, bodies, stream)]
        return stream


def _framed(data: bytes, entries: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def text_string(text: str) -> bytes:
    """`text` as a text string object: plain where it can be, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        if "(" in text or ")" in text or "\\" in text:
            text = text.translate(_ESCAPED)
        return b"(%b)" % text.encode()
    marked = "\ufeff" + text
    return b"<%b>" % marked.encode("utf-16-be", "replace").hex().upper().encode()


_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}
