"""Bytes to text: a declared encoding where it holds, else a detected one, and never a silent loss.

Order: byte order mark, declared charset if it really decodes, zero bytes and escapes that tell an
encoding by themselves, UTF-8, detection, Windows-1252.
"""

import codecs
import re
import unicodedata

from msgspec import Struct

from briefing.text.mac import mac_roman
from briefing.text.misread import read_as_meant, tells_of_misreading
from briefing.text.western import western

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_ASCII_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A})
_PRINTED = bytes([0x09, 0x0A, *range(0x20, 0x7F)])
_FEW = 8
"""Of so many bytes no more than one is beyond ASCII where its signs are looked through alone."""
_WHOLE_SIGNS = re.compile(
    "[\u00a0-\u02ff\u0400-\u0482\u2002-\u2064\u20a0-\u20bf\u2122\u3001-\u3029\u3041-\u3098\u309b-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Signs that are in NFC whatever stands beside them."""
_SOFT_HYPHENS = re.compile(r"(?<=\w)\u00ad+(?=\w)")
"""Where a word may be parted at a line end; in it, they keep it from being found."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARK_RUN = re.compile("[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f]{64}")
_SAFE_CODECS = re.compile(
    r"(?:utf-?(?:8|16|32)(?:-?(?:le|be))?|us-?ascii|ascii|latin-?\d+|iso-?8859-?\d+|windows-?\d+|"
    r"cp\d+|koi8-?[rut]|macintosh|mac-?(?:roman|cyrillic|latin2)|gb(?:k|2312|18030)|big5(?:-?hkscs)?|hz|"
    r"shift[_-]?jis|s?jis|euc-?(?:jp|kr|tw|cn)|uhc|ibm\d+|iso-?2022-?(?:jp|kr)(?:-\d)?|johab|tis-?620|viscii)",
    re.IGNORECASE,
)
_SURE = 0.5
"""Least confidence of a detection that is believed."""
_WIDER = {
    "shift_jis": "cp932",
    "euc-kr": "uhc",
    "iso-8859-1": "cp1252",
    "iso-8859-2": "cp1250",
    "iso-8859-7": "cp1253",
    "iso-8859-9": "cp1254",
    "iso-8859-13": "cp1257",
}
"""What writers of an encoding really use; believed where the narrower one fails or leaves controls."""
_NAMES = {
    "mac-roman": "Mac Roman",
    "mac-cyrillic": "Mac Cyrillic",
    "mac-latin2": "Mac Latin 2",
    "shift_jis": "Shift_JIS",
    "johab": "Johab",
}
_CODE_PAGE, _PART = re.compile(r"cp(125\d)"), re.compile(r"iso8859-(\d+)")
_UKRAINIAN = re.compile(
    rb"[\xc0-\xff][\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd]|[\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd][\xc0-\xff]"
)
"""Beside a letter, what is Ukrainian in KOI8-U; KOI8-R, else the same, has corners of frames there."""
_ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp"), (b"\x1b(J", "iso2022_jp"))
_C1 = re.compile("[\x80-\x9f]")
_C1_BYTES = re.compile(b"\xc2[\x80-\x9f]")
_CONTROL_BYTES = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""U+FFFE and U+FFFF in UTF-8."""
_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_ZEROS = 0.2
"""Least share of zero bytes, and least lead, that speak for UTF-16 or UTF-32."""
_SAMPLE = 4096
_OPINION = 65536
_WHOLE = 20
"""Bytes of whole letters for each broken one in what is still UTF-8."""

_MISREAD = (
    "A program had misread letters before the text was saved; they were read as they were meant."
)


class Decoded(Struct, frozen=True):
    """Text, the encoding it was read in, and what had to be done to it, in words."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; `declared` is the charset it says it has, if any.

    The result is in NFC, its lines end in a line feed, and it holds no control character, no
    surrogate, no byte order mark and no soft hyphen within a word.
    """
    text, encoding, remarks = _raw(data, declared)
    cleaned, more = tidy(text)
    return Decoded(cleaned, encoding, (*remarks, *more))


def is_known(codec: str) -> bool:
    """Whether `codec` is an encoding of texts that is read (and no other codec of Python’s)."""
    return _SAFE_CODECS.fullmatch(codec) is not None


def codec_name(codec: str) -> str:
    """The name of an encoding as it is told: the same however a page or a detector writes it."""
    try:
        name = codecs.lookup(codec).name.removesuffix("-sig")
    except (LookupError, ValueError):
        return codec
    if found := _CODE_PAGE.fullmatch(name):
        return f"Windows-{found[1]}"
    if found := _PART.fullmatch(name):
        return f"ISO-8859-{found[1]}"
    return _NAMES.get(name, name.replace("_", "-").upper())


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with lines, control characters and composition put in order, and what was done."""
    remarks: list[str] = []
    # What is rare is looked for in the cheapest way: this runs over every page in whole.
    if any(sign in text for sign in "\r\u2028\u2029\x85"):
        text = _BREAKS.sub("\n", text)
    text = text.removeprefix("\ufeff")
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATES.sub("\ufffd", text)
        encoded = text.encode("utf-8")
        remarks.append("Half characters (surrogates) were replaced.")
    odd = encoded.translate(None, _PRINTED)
    if not odd:
        return text, tuple(remarks)
    signs = odd.decode("utf-8")
    if tells_of_misreading(signs) and (meant := read_as_meant(text)) != text:
        tidied, more = tidy(meant)
        return tidied, (*remarks, _MISREAD, *more)
    if _may_hold_controls(odd) and (found := len(_CONTROLS.findall(signs))):
        text = _CONTROLS.sub(" ", text)
        remarks.append(
            "A control character was replaced by a space."
            if found == 1
            else f"{found} control characters were replaced by spaces."
        )
    if "\u00ad" in signs:
        text = _SOFT_HYPHENS.sub("", text)
    few = len(odd) < len(encoded) // _FEW
    if not (few and _WHOLE_SIGNS.fullmatch(signs)) and not unicodedata.is_normalized("NFC", text):
        if _MARK_RUN.search(text):
            # Normalising a long run of combining marks takes quadratic time.
            remarks.append("Long runs of combining marks were left as they are.")
        else:
            text = unicodedata.normalize("NFC", text)
    return text, tuple(remarks)


def _may_hold_controls(encoded: bytes) -> bool:
    """Whether control characters may stand in a text, told by its bytes: these are quickly searched."""
    return (
        len(encoded.translate(None, _ASCII_CONTROLS)) < len(encoded)
        or any(byte in encoded for byte in _CONTROL_BYTES)
        or _C1_BYTES.search(encoded) is not None
    )


def _raw(data: bytes, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _forced(data, codec)
    for codec in filter(None, (declared, wide_codec(data), _escaped(data), "utf-8")):
        known = codec != declared or _SAFE_CODECS.fullmatch(codec)
        if known and (text := _try(data, codec)) is not None:
            return text, codec.lower(), ()
    cut = _cut_utf8(data)
    if cut is not None:
        return cut, "utf-8", ("The last character is cut off.",)
    if (mended := _mostly_utf8(data)) is not None:
        return mended, "utf-8", ("Some bytes could not be decoded.",)
    for sample in (data, _TAGS.sub(b" ", data)):
        detected = _detected(data, sample)
        likelier = western(sample, detected[0] if detected else None)
        if likelier is not None and (westerly := _try(data, likelier)) is not None:
            return westerly, likelier, (_detection(likelier),)
        if (macintosh := mac_roman(sample, detected[0] if detected else None)) is not None:
            text = macintosh if sample is data else data.decode("mac_roman")
            return text, "mac_roman", (_detection("mac_roman"),)
        if detected:
            text, codec = detected
            return text, codec.lower(), (_detection(codec),)
    if second := _second_opinion(data):
        text, codec = second
        return text, codec, (f"Read as {codec_name(codec)}, which is the likeliest of several.",)
    text = data.decode("cp1252", "replace")
    return text, "cp1252", ("The encoding is unknown; read as Windows-1252.",)


def _detection(codec: str) -> str:
    return f"Read as {codec_name(codec)}, which was detected, not declared."


def _detected(data: bytes, sample: bytes) -> tuple[str, str] | None:
    """`data` in the encoding that `sample` shows, with its name; `None` where it does not hold."""
    import cchardet  # late: most texts are in UTF-8

    found = cchardet.detect(sample)
    codec = found.get("encoding") or ""
    if (found.get("confidence") or 0) < _SURE or not _SAFE_CODECS.fullmatch(codec):
        return None
    if codec.lower() == "koi8-r" and _UKRAINIAN.search(sample):
        codec = "KOI8-U"
    text = _try(data, codec)
    wider = _WIDER.get(codec.lower())
    if wider and (text is None or _C1.search(text)):
        text, codec = _try(data, wider), wider
    if text is not None and text == _try(data, "cp1252"):
        codec = "Windows-1252"  # the commonest of several code pages that read the same
    return None if text is None else (text, codec)


def _second_opinion(data: bytes) -> tuple[str, str] | None:
    """`data` in the encoding that charset-normalizer finds, which is slower and knows more."""
    # Late: few files need it, and importing it costs as much as reading ten pages.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_OPINION]).best()
    text = _try(data, best.encoding) if best else None
    return (text, best.encoding) if best and text is not None else None


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes; `None` where the broken ones are not few."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(data) - len(text.encode("ascii", "ignore")) - broken
    return text if whole > _WHOLE * broken else None


_PLAIN, _MOST_ODD = 0.02, 0.02
"""Shares of spaces and stops that a text has at the least, and of unprintable signs at the most."""


def wide_codec(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where its zero bytes stand."""
    head = data[:_SAMPLE]
    if b"\0" not in head:
        return None
    shares = [head[place::4].count(0) / max(len(head) // 4, 1) for place in range(4)]
    if min(shares[2:]) > 1 - _ZEROS:
        return "utf-32-le"
    if min(shares[:2]) > 1 - _ZEROS:
        return "utf-32-be"
    even, odd = (shares[0] + shares[2]) / 2, (shares[1] + shares[3]) / 2
    if abs(even - odd) >= _ZEROS:
        return "utf-16-le" if odd > even else "utf-16-be"
    little, big = _plain_signs(head, "utf-16-le"), _plain_signs(head, "utf-16-be")
    if max(little, big) < _PLAIN or min(little, big) > max(little, big) / 2:
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _plain_signs(head: bytes, codec: str) -> float:
    """The share of spaces, line ends and stops in `head`, 0 if it holds what no text does.

    Letters of other scripts than Latin have no zero bytes; what stands between them has.
    """
    text = head[: len(head) // 2 * 2].decode(codec, "replace")
    odd = sum(not (sign.isprintable() or sign in "\n\r\t") for sign in text)
    plain = sum(text.count(sign) for sign in " \n\r,.，。、")
    return plain / len(text) if text and odd <= _MOST_ODD * len(text) else 0.0


def _escaped(data: bytes) -> str | None:
    """An encoding of seven bits that switches its letters by escapes."""
    if b"\x1b" not in data or not data.isascii():
        return None
    return next((codec for escape, codec in _ESCAPES if escape in data), None)


def _forced(data: bytes, codec: str) -> tuple[str, str, tuple[str, ...]]:
    text = _try(data, codec)
    if text is not None:
        return text, codec, ()
    return data.decode(codec, "replace"), codec, ("Some bytes could not be decoded.",)


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _cut_utf8(data: bytes) -> str | None:
    """UTF-8 whose last character is cut off, as a copied file may end."""
    for lost in (1, 2, 3):
        text = _try(data[:-lost], "utf-8") or ""
        whole = min(data[-lost:]) < 0x80 or (lost == 1 and text.isascii())  # noqa: PLR2004
        if text and not whole:
            return text + "\ufffd"
    return None
