"""Signs in a text that nobody sees and that change what is read: told, never taken out."""

import re

from msgspec.structs import replace

from briefing.model.source import Article, Notice

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad\U000e0000-\U000e007f]")
_LOST = re.compile("\ufffd")
_MAY_TURN_OR_HIDE = re.compile(b"\xe2(?:\x80[\x8b\xaa-\xae]|\x81[\xa0-\xa9])")
_MAY_HIDE = (b"\xc2\xad", b"\xef\xbb\xbf", b"\xef\xbf\xbd", b"\xf3\xa0")
"""All these signs, or how they begin, in UTF-8."""


def with_remarks(article: Article) -> Article:
    """`article` with a notice for each kind of unseen sign in its text."""
    if article.text.isascii() or not _may_hold_any(article.text):
        return article
    told = [
        Notice(str(article.path), words)
        for pattern, words in (
            (_TURNING, "The text holds signs that turn the direction of writing."),
            (_INVISIBLE, "The text holds signs that cannot be seen."),
            (_LOST, "Some signs of the text could not be decoded."),
        )
        if pattern.search(article.text)
    ]
    return replace(article, notices=(*article.notices, *told)) if told else article


def _may_hold_any(text: str) -> bool:
    """Whether one of the signs may stand in `text`: told by its bytes, which are quickly searched."""
    encoded = text.encode("utf-8", "surrogatepass")
    return any(sign in encoded for sign in _MAY_HIDE) or bool(_MAY_TURN_OR_HIDE.search(encoded))
