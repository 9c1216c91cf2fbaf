"""Signs in a text that nobody sees and that change what is read: told, never taken out."""

import re

from msgspec.structs import replace

from briefing.model.source import Article, Notice
from briefing.text.beyond import beyond_ascii

STRUCK = "Words that are struck through were left out."
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad\U000e0000-\U000e007f]")
_LOST = re.compile("\ufffd")


def with_remarks(article: Article) -> Article:
    """`article` with a notice for each kind of unseen sign in its text."""
    signs = beyond_ascii(article.text)
    if not signs:
        return article
    told = [
        Notice(str(article.path), words)
        for pattern, words in (
            (_TURNING, "The text holds signs that turn the direction of writing."),
            (_INVISIBLE, "The text holds signs that cannot be seen."),
            (_LOST, "Some signs of the text could not be decoded."),
        )
        if pattern.search(signs)
    ]
    return replace(article, notices=(*article.notices, *told)) if told else article
