"""The one place where words become safe to stand in a file made of markup."""

import re
from urllib.parse import quote, urlsplit

from briefing.model.source import Notice
from briefing.model.typography import bare

# Compiled when first used: most texts need neither.
_REFUSED = "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_BREAKS = "[\t\n\v\f\r\u2028\u2029]"
_SCHEMES = ("http", "https", "mailto")
_URL_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
STAND_IN = "\ufffd"
"""What is shown for a character that XML refuses."""
_LONGEST_URL = 2000
"""Word refuses a file with a link of more than 2,083 characters."""


def clean(text: str) -> str:
    """`text` with one character for each: breaks as spaces, what XML refuses as U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_REFUSED, STAND_IN, bare(re.sub(_BREAKS, " ", text)))


def escape(text: str) -> str:
    """`text` as character data or attribute value of XML and HTML."""
    text = clean(text)
    # One by one, and asked for first: most texts have none, and this is done for every run.
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    return text


def web_address(url: str) -> str | None:
    """`url` in ASCII, fit to be a link; `None` where it is not http, https or mailto (RFC 3986)."""
    try:
        parts = urlsplit(url)
        named = parts.hostname if parts.scheme in {"http", "https"} else parts.path
        encoded = quote(url, safe=_URL_SAFE)
    except (ValueError, UnicodeEncodeError):
        return None
    if parts.scheme not in _SCHEMES or not named or url != url.strip() or not url.isprintable():
        return None
    return encoded if len(encoded) <= _LONGEST_URL else None


def replaced_notice(form: str, count: int) -> tuple[Notice, ...]:
    """What to tell where the finished words hold `count` of `STAND_IN`."""
    if not count:
        return ()
    return (
        Notice(
            form,
            f"{count} characters of the text cannot stand in a document (control characters and "
            f"the like); each is shown as “{STAND_IN}”.",
        ),
    )
