"""RTF files, read by a tokenizer of our own: linear in their length, whatever they hold.

Fields give their results; hidden, deleted and struck text is left out, objects and pictures are skipped.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.digests import digest
from briefing.readers.documents import NOTE, PICTURE, SET_APART, reading_of, style_tag
from briefing.readers.reading import Reading
from briefing.readers.remarks import STRUCK
from briefing.readers.soft_lines import Paragraph

MEDIA_TYPE = "application/rtf"
TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]+)(?P<number>-?\d{1,10})?\d*[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|"
    rb"\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_SKIPPED = frozenset(
    "colortbl info pict objdata header headerl headerr headerf footer footerl footerr footerf "
    "listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore generator "
    "xmlnstbl latentstyles bkmkstart bkmkend fldinst sp nonshppict filetbl template private "
    "ftnsep ftnsepc aftnsep aftnsepc comment annotation atnid atnauthor pntext listtext".split()
)
BREAKS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
SIGNS = {b"~": "\xa0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
_ENDS = frozenset("par sect page cell row nestcell nestrow".split())
CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
PAGES = frozenset({437, 850, 852, 866, 874, 932, 936, 949, 950, 65001, *range(1250, 1259)})
_ACTIVE = re.compile(
    rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|file:)", re.IGNORECASE
)
_LONGEST_WORD = 32
_STYLES = 100_000
"""Bytes within which the names of styles are looked for."""
_STYLE = re.compile(
    rb"\{\\s(?P<number>\d{1,5})\b[^{};]{0,2000}? (?P<name>[^{}\\;]{1,40});\}", re.DOTALL
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Group(Struct, frozen=True):
    """What holds inside a pair of braces."""

    skipped: bool = False
    sort: str = ""
    hidden: bool = False
    after_unicode: int = 1
    font: int = -1
    slanted: bool = False
    struck: bool = False

    def why_left_out(self) -> str:
        """Why the words in it are left out, if they are."""
        if self.hidden:
            return "Text formatted as hidden or deleted was left out."
        return STRUCK if self.struck else ""


class _Walk(Struct):
    group: _Group = field(default_factory=_Group)
    stack: list[_Group] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    done: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    fonts: dict[int, int] = field(default_factory=dict)
    remarks: dict[str, None] = field(default_factory=dict)
    page: int = 1252
    to_skip: int = 0
    starred: bool = False
    tag: str = "p"
    apart: bool = False
    slanted: int = 0
    centred: bool = False
    pictured: bool = False
    styles: Mapping[int, str] = field(default_factory=dict)
    kept: tuple[list[str], str] = field(default_factory=lambda: ([], "p"))

    def codec(self) -> str:
        page = self.fonts.get(self.group.font, self.page)
        return "mac_roman" if page == 10000 else f"cp{page}"  # noqa: PLR2004 - Macintosh

    def settle(self) -> None:
        """Decode the bytes gathered so far."""
        if self.raw:
            self.add(self.raw.decode(self.codec(), "replace"))
            self.raw.clear()

    def add(self, words: str) -> None:
        """Add words that are seen."""
        self.pieces.append(words)
        if self.group.slanted:
            self.slanted += len(words)

    def say(self, words: str) -> None:
        self.settle()
        if self.to_skip:
            self.to_skip -= 1
        elif not self.group.skipped:
            if remark := self.group.why_left_out():
                self.remarks[remark] = None
            else:
                self.add(words)

    def see_picture(self) -> None:
        """Note a picture, unless it stands among words."""
        self.settle()
        if not self.group.skipped and not any(map(str.strip, self.pieces)):
            self.pictured = True

    def end(self) -> None:
        """End the paragraph."""
        self.settle()
        joined = "".join(self.pieces).encode("utf-16-le", "surrogatepass")
        words = joined.decode("utf-16-le", "surrogatepass")
        if _SURROGATE.search(words):
            words = _SURROGATE.sub("\ufffd", words)
            self.remarks["Half characters (surrogates) were replaced."] = None
        self.pieces.clear()
        if words.strip():
            note = self.group.sort == "footnote"
            tag = NOTE if note else self.tag
            within: tuple[str, ...] = ()
            if self.pictured and not note:
                slanted = self.centred or self.slanted >= len(words.strip())
                within = (PICTURE, SET_APART) if slanted else (PICTURE,)
                self.pictured = False
            (self.notes if note else self.done).append(
                Paragraph(words, tag, within, apart=self.apart)
            )
        self.slanted = 0
        self.apart = not words.strip()
        self.tag = "p"


def read_rtf(data: bytes, path: PurePath) -> Reading:
    """The article in the RTF file `data`, or those of an export.

    Raises:
        SourceError: if it holds no words.
    """
    walk = _Walk(styles=dict(_styles(data)))
    at = 0
    while found := TOKEN.match(data, at):
        at = _step(walk, found, data)
    walk.end()
    if at < len(data.rstrip()) or walk.stack:
        walk.remarks["The file ends too early or is damaged; words may be missing."] = None
    if b"\x00" in data:
        walk.remarks["Control characters were left out."] = None
    return reading_of([*walk.done, *walk.notes], path, digest(data), MEDIA_TYPE, walk.remarks)


def _styles(data: bytes) -> Iterator[tuple[int, str]]:
    """The numbers of the styles that are headings, and the tags these would have on a page."""
    start = data.find(b"{\\stylesheet")
    for found in _STYLE.finditer(data, start, start + _STYLES) if start >= 0 else ():
        if tag := style_tag(found["name"].decode("ascii", "replace").strip()):
            yield int(found["number"]), tag


def _step(walk: _Walk, found: re.Match[bytes], data: bytes) -> int:
    """Take one token; gives where the next one begins."""
    at = found.end()
    if brace := found["brace"]:
        _brace(walk, opens=brace == b"{")
    elif word := found["word"]:
        number = int(found["number"]) if found["number"] else None
        if word == b"bin" and number is not None:
            return _binary(walk, at, number, len(data))
        _word(walk, word.decode("ascii"), number)
    elif code := found["hex"]:
        _byte(walk, int(code, 16))
    elif sign := found["sign"]:
        _sign(walk, sign)
    elif text := found["text"]:
        _text(walk, text)
    elif found.group() == b"\\":
        walk.remarks["The file ends too early or is damaged; words may be missing."] = None
    return at


def _binary(walk: _Walk, at: int, length: int, end: int) -> int:
    """Jump over binary data; a length that leads beyond the file is not believed."""
    if at + length <= end:
        return at + max(0, length)
    walk.remarks["The file says that it holds more data than it does."] = None
    return at


def _brace(walk: _Walk, *, opens: bool) -> None:
    walk.settle()
    walk.to_skip = 0
    walk.starred = False
    if opens:
        walk.stack.append(walk.group)
        return
    if not walk.stack:
        return
    before = walk.stack.pop()
    if walk.group.sort == "footnote" and before.sort != "footnote":
        walk.end()
        walk.pieces, walk.tag = walk.kept
        walk.kept = ([], "p")
    walk.group = before


def _word(walk: _Walk, word: str, number: int | None) -> None:
    if len(word) > _LONGEST_WORD:
        walk.remarks["A control word of the file is far too long; it was left out."] = None
        return
    if walk.starred or word in _SKIPPED:
        walk.settle()
        if word in ("pict", "shppict"):
            walk.see_picture()
        if word == "template":
            walk.remarks["The document names a template elsewhere, which was not loaded."] = None
        if (
            walk.starred and word == "footnote"
        ):  # so LibreOffice writes it, and it is in no standard
            walk.starred = False
            _state(walk, word, number)
            return
        kept = walk.starred and word in ("shpinst", "shptxt")
        sort = word if word == "fldinst" else walk.group.sort
        walk.group = replace(walk.group, skipped=walk.group.skipped or not kept, sort=sort)
        walk.starred = False
    elif word == "u" and number is not None:
        walk.say(chr(number & 0xFFFF))
        walk.to_skip = walk.group.after_unicode
    elif word in _ENDS:
        # The mark of a paragraph that is deleted or hidden parts nothing.
        if not walk.group.skipped and not (walk.group.hidden and word == "par"):
            walk.end()
    elif word in BREAKS:
        walk.say(BREAKS[word])
    else:
        _state(walk, word, number)


def _state(walk: _Walk, word: str, number: int | None) -> None:  # noqa: PLR0912 - a word a case
    """Words that change how what follows is read."""
    group = walk.group
    walk.settle()
    match word:
        case "ansicpg":
            if number is not None and number in PAGES:
                walk.page = number
            else:
                walk.remarks[f"The code page {number} is unknown; read as Windows-1252."] = None
        case "uc":
            walk.group = replace(group, after_unicode=max(0, min(number or 0, 8)))
        case "v" | "deleted":
            walk.group = replace(group, hidden=number != 0)
        case "plain":
            walk.group = replace(group, hidden=False, slanted=False, struck=False)
        case "strike" | "striked":
            walk.group = replace(group, struck=number != 0)
        case "i":
            walk.group = replace(group, slanted=number != 0)
        case "qc" | "ql" | "qr" | "qj" if not group.skipped:
            walk.centred = word == "qc"
        case "f":
            walk.group = replace(group, font=number or 0)
        case "fcharset" if group.sort == "fonttbl":
            walk.fonts[group.font] = CHARSETS.get(number or 0, walk.page)
        case "fonttbl" | "stylesheet":
            walk.group = replace(group, skipped=True, sort=word)
        case "footnote" if not group.skipped and group.sort != "footnote":
            walk.kept = (walk.pieces, walk.tag)
            walk.pieces = []
            walk.group = replace(group, sort="footnote")
        case "s" if number is not None and number in walk.styles and not group.skipped:
            walk.tag = walk.styles[number]
        case "outlinelevel" if number in range(6) and not group.skipped:
            walk.tag = f"h{(number or 0) + 1}"
        case "pard" if not group.skipped:
            walk.tag = "p"
            walk.centred = False
        case "object":
            walk.remarks["An object in the document was left out."] = None
        case _:
            pass


def _byte(walk: _Walk, code: int) -> None:
    if walk.to_skip:
        walk.to_skip -= 1
    elif not walk.group.skipped and not walk.group.why_left_out() and code:
        walk.raw.append(code)


def _sign(walk: _Walk, sign: bytes) -> None:
    if sign == b"*":
        walk.starred = True
    elif sign in (b"\r", b"\n"):
        if not walk.group.skipped:
            walk.end()
    elif sign in SIGNS:
        walk.say(SIGNS[sign])
    elif sign == b"'":
        walk.remarks["The file ends too early or is damaged; words may be missing."] = None


def _text(walk: _Walk, text: bytes) -> None:
    if walk.group.sort == "fldinst" and (found := _ACTIVE.search(text)):
        name = found[1].decode("ascii").upper()
        walk.remarks[
            f"A field that loads or starts something ({name}) was left out; its words stand."
        ] = None
    skipped = min(walk.to_skip, len(text))
    walk.to_skip -= skipped
    if walk.group.skipped:
        return
    if remark := walk.group.why_left_out():
        walk.remarks[remark] = None
        return
    walk.raw.extend(text[skipped:].replace(b"\x00", b""))
