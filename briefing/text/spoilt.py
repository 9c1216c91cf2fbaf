"""Values that programs spoilt on their way into a field: signs written out twice, letters misread.

Only what can be told for sure is mended; other words stay as they are.
"""

from html import unescape

from briefing.text.lazy import Lazy

_ENTITY = Lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_TIMES = 3
"""How often a value is taken to have been written out at the most."""
_OPEN = Lazy(r"\s*[(\[][^()\[\]]*$")


def unspoilt(words: str) -> str:
    """“Lund&#8217;s port” as “Lund’s port”, “MÃ¼ller” as “Müller”; other words as they are."""
    mended = words
    for _ in range(_TIMES):
        before = mended
        if "&" in mended:
            mended = _ENTITY.sub(lambda found: unescape(found.group()), mended)
        mended = _read_right(mended)
        if mended == before:
            break
    return words if mended == words else " ".join(mended.split())


def closed(name: str) -> str:
    """A name without a bracket at its end that a program cut: “Gazette (Online” as “Gazette”."""
    return _OPEN.sub("", name) or name


def _read_right(words: str) -> str:
    """`words` as they were before their UTF-8 was read as Windows-1252; only if all of them can be."""
    if words.isascii():
        return words
    try:
        return b"".join(map(_as_read, words)).decode("utf-8")
    except UnicodeError:
        return words


def _as_read(sign: str) -> bytes:
    """The byte that Windows-1252 shows as `sign`; the five that it leaves out stand for themselves."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
