"""The signs of a text beyond ASCII, which are few in most texts and are quickly looked through alone."""

_ASCII = bytes(range(0x80))


def beyond_ascii(text: str) -> str:
    """The signs of `text` that are none of ASCII's, in order; half characters (surrogates) as they are."""
    if text.isascii():
        return ""
    encoded = text.encode("utf-8", "surrogatepass")
    return encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")
