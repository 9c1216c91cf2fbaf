"""Bytes to articles, a module a format. The format is told by what the bytes are, not by a name."""

from pathlib import PurePath

from briefing.errors import SourceError
from briefing.model.source import Article
from briefing.readers.html import read_html
from briefing.readers.plaintext import read_plaintext
from briefing.readers.sniff import foreign_format, looks_like_html

__all__ = ["read"]


def read(data: bytes, path: PurePath) -> tuple[Article, ...]:
    """The articles in `data`; `path` only names them.

    Raises:
        SourceError: with one sentence, if the file is empty, of another format, or holds no words.
    """
    if not data.strip():
        raise SourceError("the file is empty", where=path)
    if foreign := foreign_format(data):
        raise SourceError(
            f"the file is {foreign}, which is not read yet",
            where=path,
            remedy="Save it as text or as a web page first.",
        )
    return read_html(data, path) if looks_like_html(data) else read_plaintext(data, path)
