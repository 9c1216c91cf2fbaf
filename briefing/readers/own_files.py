"""Finished briefings among the articles: quoting one would make its sources speak twice.

Whoever builds into the folder that the articles lie in, and builds again, has one there. Known by
what the writers put in beside the words: the manifest, or the name of the program.
"""

import re
from pathlib import PurePath

from briefing.errors import SourceError

IN_WORD = b"urn:briefing:manifest:1"
"""The namespace of the manifest in a Word file."""
_IN_PAGE = re.compile(rb'<meta name="generator" content="Briefing \d')


def finished(path: PurePath) -> SourceError:
    """That the file at `path` is no article."""
    return SourceError(
        "the file is a finished briefing, not an article: its sources would count twice",
        where=path,
        remedy="Add the articles that it cites instead.",
    )


def refuse_finished(head: bytes, path: PurePath) -> None:
    """Refuse a web page that is a finished briefing, by `head`, how it begins.

    Raises:
        SourceError: if it is one.
    """
    if _IN_PAGE.search(head):
        raise finished(path)
