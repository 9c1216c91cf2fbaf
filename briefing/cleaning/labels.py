"""Lines amid an article that are none of it in any company: of advertisements, and of rights."""

from briefing.cleaning.lines import Feature

_RIGHTS = ("©", "ⓒ", "(c) 2", "(C) 2", "Copyright ")
"""How a line begins that says whose the article is."""
_MOST_WORDS, _OWNED_WORDS = 12, 6
_ADVERTISEMENT = frozenset(
    "advertisement|advertisements|advertising|advert|ad|ads|sponsored|promoted|anzeige|werbung|"
    "publicité|publicidad|publicidade|pubblicità|advertentie|annonce|annonse|annons|reklam|reklama|"
    "reklame|mainos|реклама|διαφήμιση|iklan|quảng cáo|広告|广告|廣告|광고|إعلان|"
    "advertisement continue reading below|story continues below|story continues below advertisement|"
    "article continues below|article continues below advertisement|scroll to continue|"
    "article continues after advertisement|continue reading below|story continues after advertisement|"
    "the rest of this story is below|weiter nach der anzeige|nach der anzeige geht es weiter".split(
        "|"
    )
)


def is_label(feature: Feature) -> bool:
    """Whether a line only says that an advertisement follows, or whose the article is, or says nothing.

    Databases (EBSCO) set a whole sentence on rights below every article; “###” ends a press release,
    and “* * *” parts what is told.
    """
    text = feature.text
    if feature.count <= _MOST_WORDS:
        owned = text.startswith(_RIGHTS) or ("©" in text and feature.count <= _OWNED_WORDS)
        mute = not feature.tokens and not any(map(str.isalnum, text))
        return owned or mute or " ".join(feature.tokens) in _ADVERTISEMENT
    return text.startswith("Copyright of ") and " is the property of " in text
