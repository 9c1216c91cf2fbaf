"""The body of an Outlook mail: RTF packed in its way (MS-OXRTFCP) that may hold a page (MS-OXRTFEX)."""

import re
import struct

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.readers.rtf import BREAKS, CHARSETS, PAGES, SIGNS, TOKEN

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What both sides know before the first byte (MS-OXRTFCP 2.1.2.1)."""
_RING = 4096
_PACKED, _PLAIN = b"LZFu", b"MELA"
_HEADER = 16
_MOST = 64 * 2**20
_SKIPPED = frozenset("colortbl stylesheet info pict pntext".split())


def unpacked(data: bytes) -> bytes:
    """The RTF in `data`; as far as it goes where it is cut, and none where it is no such thing."""
    if data[8:12] == _PLAIN:
        return data[_HEADER:]
    if data[8:12] != _PACKED:
        return b""
    (size,) = struct.unpack_from("<I", data, 4)
    ring = bytearray(_DICTIONARY.ljust(_RING, b" "))
    out = bytearray()
    at, place, most = _HEADER, len(_DICTIONARY), min(size, _MOST)
    while at < len(data) and len(out) < most:
        flags = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data) or len(out) >= most:
                break
            if not flags >> bit & 1:
                piece = data[at : at + 1]
                at += 1
            else:
                pair = int.from_bytes(data[at : at + 2].ljust(2, b"\0"), "big")
                at += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == place:
                    return bytes(out)
                piece = _copied(ring, start, length, place)
            for byte in piece:
                ring[place] = byte
                place = (place + 1) % _RING
            out += piece
    return bytes(out)


def _copied(ring: bytearray, start: int, length: int, place: int) -> bytes:
    """`length` bytes of the ring from `start`; what is copied may be what is being written."""
    behind = (place - start) % _RING or _RING
    known = bytes(ring[(start + step) % _RING] for step in range(min(length, behind)))
    return (known * (length // len(known) + 1))[:length]


class _Group(Struct, frozen=True):
    skipped: bool = False
    sort: str = ""
    only_rtf: bool = False
    font: int = -1
    after_unicode: int = 1


class _Walk(Struct):
    group: _Group = field(default_factory=_Group)
    stack: list[_Group] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    fonts: dict[int, int] = field(default_factory=dict)
    page: int = 1252
    to_skip: int = 0
    starred: bool = False

    def settle(self) -> None:
        if self.raw:
            page = self.fonts.get(self.group.font, self.page)
            codec = f"cp{page}" if page in PAGES else "cp1252"
            self.pieces.append(self.raw.decode(codec, "replace"))
            self.raw.clear()

    def shown(self) -> bool:
        return not self.group.skipped and not self.group.only_rtf

    def say(self, words: str) -> None:
        self.settle()
        if self.to_skip:
            self.to_skip -= 1
        elif self.shown():
            self.pieces.append(words)


def page_in(rtf: bytes) -> str | None:
    """The web page that Outlook has put into `rtf`, none if there is none."""
    if b"\\fromhtml1" not in rtf[:2000]:
        return None
    walk = _Walk()
    at = 0
    while found := TOKEN.match(rtf, at):
        at = found.end()
        _step(walk, found)
    walk.settle()
    joined = "".join(walk.pieces).encode("utf-16-le", "surrogatepass")
    return joined.decode("utf-16-le", "replace")


def _step(walk: _Walk, found: re.Match[bytes]) -> None:
    if brace := found["brace"]:
        _brace(walk, opens=brace == b"{")
    elif word := found["word"]:
        number = int(found["number"]) if found["number"] else None
        _word(walk, word.decode("ascii"), number)
    elif sign := found["sign"]:
        walk.starred = sign == b"*"
        if sign in SIGNS:
            walk.say(SIGNS[sign])
    else:
        words = bytes.fromhex(found["hex"].decode()) if found["hex"] else found["text"] or b""
        skipped = min(walk.to_skip, len(words))
        walk.to_skip -= skipped
        if walk.shown():
            walk.raw += words[skipped:]


def _brace(walk: _Walk, *, opens: bool) -> None:
    walk.settle()
    walk.starred, walk.to_skip = False, 0
    if opens:
        walk.stack.append(walk.group)
    elif walk.stack:
        walk.group = walk.stack.pop()


def _word(walk: _Walk, word: str, number: int | None) -> None:
    walk.settle()
    group = walk.group
    if walk.starred:
        walk.group = replace(group, skipped=group.skipped or word != "htmltag", sort=word)
        walk.starred = False
    elif word in _SKIPPED or word == "fonttbl":
        walk.group = replace(group, skipped=True, sort=word)
    elif word == "htmlrtf":
        walk.group = replace(group, only_rtf=number != 0)
    elif word == "ansicpg" and number in PAGES:
        walk.page = number or walk.page
    elif word == "f":
        walk.group = replace(group, font=number or 0)
    elif word == "fcharset" and group.sort == "fonttbl":
        walk.fonts[group.font] = CHARSETS.get(number or 0, walk.page)
    elif word == "uc":
        walk.group = replace(group, after_unicode=max(0, min(number or 0, 8)))
    elif word == "u" and number is not None:
        walk.say(chr(number & 0xFFFF))
        walk.to_skip = group.after_unicode
    elif word == "par":
        walk.say("\n")
    elif word in BREAKS:
        walk.say(BREAKS[word])
