"""Tells texts in the languages of Western Europe by their plain words, and the code page they are in by their letters.

Detectors weigh the bytes beyond ASCII, of which a page in English has a handful: a quotation mark
and one name are taken for Norwegian of DOS or for Czech. Its plain words show the language far
more surely, and with it the few encodings that such texts are really in.
"""

from briefing.text.mac import placed

_OPINION = 65536
_WEST = frozenset(
    (
        "the of and that for with was are this from have which will by has "  # English
        "der die und das von mit ist den nicht ein eine auf dem zu "  # German
        "het een van dat niet zijn voor op aan "  # Dutch
        "le les des et est une que dans pour qui sur pas du au plus "  # French
        "el los las del por con para como es "  # Spanish
        "os uma com em dos mais ao foi "  # Portuguese
        "il di che non per della sono gli nel "  # Italian
        "og det er som av ikke til har med af och att inte ett till "  # Danish, Norwegian, Swedish
        "yang dan untuk dengan dari ini itu pada"  # Indonesian, Malay
    ).split()
)
"""Short words of languages that are written in Windows-1252, and that the others have not."""
_EAST = frozenset(
    (
        "nie na jest przez jak od po za oraz ale dla "  # Polish
        "se je ve ze jako pro byl podle tak ako pre bol alebo "  # Czech, Slovak
        "az nem hogy egy csak volt meg mint is "  # Hungarian
        "la cu nu pe din care mai sunt pentru este "  # Romanian
        "da su koji iz ili kao ni ki bi "  # Croatian, Slovene
        "ve bir bu ile olarak olan daha ne için "  # Turkish
        "ir kad tai kaip yra iki un par ar kas tas "  # Lithuanian, Latvian
        "trong khi cho nam theo"  # Vietnamese
    ).split()
)
"""Short words of languages in Latin letters that have encodings of their own."""
_AHEAD = 2
_SPOKEN = 0.04
"""Share of short words in what is written in a language: a running text has several times as many."""
_LETTERS = 0.5
"""Share of ASCII letters that such texts have at the least."""
_CODECS = ("cp1252", "mac_roman", "iso-8859-15")
"""The likeliest first."""


def western(data: bytes, other: str | None) -> str | None:
    """The encoding of `data`, if it is in a Western language; `other` is how a detector reads it.

    `None` where it is in no such language, or where `other` is the better reading: the one in which
    most signs beyond ASCII stand where such signs do.
    """
    sample = data[:_OPINION]
    if not _is_western(sample):
        return None
    found, best = None, placed(other[:_OPINION]) if other else 0.0
    for codec in _CODECS:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        share = placed(text[:_OPINION])
        if share > best or (found is None and share == best > 0):
            found, best = codec, share
    return found


def _is_western(sample: bytes) -> bool:
    text = sample.decode("latin-1").lower()
    if sum(map(str.isalpha, text)) - sum(byte > 0x7F for byte in sample) < _LETTERS * len(sample):  # noqa: PLR2004
        return False
    words = text.split()
    west, east = (sum(map(words_of.__contains__, words)) for words_of in (_WEST, _EAST))
    return west > _AHEAD * east and west > _SPOKEN * len(words)
