"""Tells texts in Western languages by their plain words, and their encoding by their letters.

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
        "nie jest przez jak od po za oraz ale dla "  # Polish
        "ve ze jako podle tak ako pre bol alebo byl "  # Czech, Slovak
        "az nem hogy egy csak volt meg mint "  # Hungarian
        "cu pe sunt pentru prin fost "  # Romanian
        "koji iz ili kao nije pri tudi bil "  # Croatian, Slovene
        "ve bir bu ile olarak olan daha "  # Turkish
        "ir kad tai kaip yra iki kas tas "  # Lithuanian, Latvian
        "trong khi cho theo"  # Vietnamese
    ).split()
)
"""Short words of languages in Latin letters that have encodings of their own."""
_AHEAD = 2
_SPOKEN = 0.04
"""Share of short words in what is written in a language: a running text has several times as many."""
_LETTERS = 0.5
"""Share of ASCII letters that such texts have at the least."""
_CODECS = ("cp1252", "mac_roman", "iso-8859-15")
"""The likeliest first; the other two only where their signs stand better."""


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
    """Whether most of `sample` is ASCII letters, and its short words are those of the West."""
    if sum(map(str.isalpha, sample.decode("ascii", "ignore"))) < _LETTERS * len(sample):
        return False
    words = sample.decode("latin-1").lower().split()
    west = sum(word in _WEST for word in words)
    east = sum(word in _EAST for word in words)
    return west > _AHEAD * east and west > _SPOKEN * len(words)
