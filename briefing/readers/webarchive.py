"""Pages saved by Safari (`.webarchive`): a property list that holds the page and what it loads."""

import plistlib
from pathlib import PurePath
from typing import Any
from xml.parsers.expat import ExpatError

from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Clue, Field
from briefing.readers.html import read_html
from briefing.readers.reading import Reading

_DAMAGE = (
    plistlib.InvalidFileException,
    ExpatError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)
_AGAIN = "Save the page again, or print it to PDF."


def read_webarchive(data: bytes, path: PurePath) -> Reading:
    """The page saved in `data`; what was saved beside it, frames and pictures, is left out.

    Raises:
        SourceError: if the file is damaged, or there are no words in the page.
    """
    try:
        held: Any = plistlib.loads(data)
        page = held["WebMainResource"]
        markup = page["WebResourceData"]
    except _DAMAGE:
        raise SourceError("the web archive is damaged", where=path, remedy=_AGAIN) from None
    if not isinstance(markup, bytes):
        raise SourceError("there is no page in the web archive", where=path, remedy=_AGAIN)
    charset, address = page.get("WebResourceTextEncodingName"), page.get("WebResourceURL")
    declared = charset if isinstance(charset, str) else None
    (article,) = read_html(markup, path, declared=declared)
    clues = article.clues
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        clues = (*clues, Clue(Field.URL, address, "address in the saved page"))
    return Reading((replace(article, sha256=digest(data), clues=clues),))
