"""What word processors' files have in common: paragraphs, and exports that come as such files."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.model.source import Article, Kind, Notice
from briefing.readers.exports.paragraphs import read_export
from briefing.readers.pasted import parted
from briefing.readers.reading import Reading
from briefing.readers.setting import Setter
from briefing.readers.soft_lines import Paragraph, resolved
from briefing.readers.stories import in_stories

_HEADING = re.compile(r"^(?:heading|überschrift|titre|título|titolo|kop) ?(\d)$", re.IGNORECASE)
_TAGS = {
    "title": "h1",
    "caption": "figcaption",
    "beschriftung": "figcaption",
    "légende": "figcaption",
}
PICTURE, SET_APART = "picture", "set apart"
"""What a paragraph right below a picture stands within, and one that is centred or slanted there."""
NOTE = "aside"
"""The tag of footnotes and endnotes."""


def share_of(linked: int, words: str) -> float:
    """The share of `words` that `linked` of their letters are."""
    return round(min(1.0, linked / max(1, len(words))), 3)


def style_tag(name: str) -> str:
    """The page tag of a style called `name`: that of headings, titles and captions, else nothing."""
    if level := _HEADING.match(name):
        return f"h{level[1]}"
    return _TAGS.get(name.lower(), "")


def reading_of(
    found: Sequence[Paragraph],
    path: PurePath,
    sha256: str,
    media_type: str,
    remarks: Iterable[str] = (),
) -> Reading:
    """The one article that `found` makes up, or those of an export.

    Raises:
        SourceError: if there are no words.
    """
    words = [paragraph.words for paragraph in found]
    if not any(map(str.isalnum, "".join(words))):
        raise SourceError("there are no words in the document", where=path)
    notices = tuple(Notice(str(path), text) for text in dict.fromkeys(remarks))
    if export := read_export(words, path, sha256, media_type):
        return replace(export, notices=export.notices + notices)
    setter = Setter()
    for paragraph in resolved(found):
        kind = Kind.NOTE if paragraph.tag == NOTE else None
        setter.add(
            paragraph.words,
            kind=kind,
            tag=paragraph.tag,
            within=paragraph.within,
            link_share=paragraph.link_share,
        )
    told = tuple(Notice(str(path), remark) for remark in setter.remarks)
    article = Article(
        path, sha256, media_type, setter.text, tuple(setter.lines), notices=notices + told
    )
    return parted(in_stories(article))
