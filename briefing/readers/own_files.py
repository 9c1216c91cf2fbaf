"""The program's own files among the articles.

Quoting a finished briefing would make its sources speak twice. Whoever builds into the folder that
the articles lie in, and builds again, has one there. It is known by what the writers put in beside the
words: the manifest, or the name of the program. Themes and recipes are known by their tables.
"""

import re
import tomllib
from pathlib import PurePath

from briefing.errors import SourceError

IN_WORD = b"urn:briefing:manifest:1"
"""The namespace of the manifest in a Word file."""
_IN_TEXT = re.compile(rb"<!-- Briefing \d[\w.+]{0,30} -->\s*$")
_END = 100
_TABLE = re.compile(
    rb"^\[(?:\[(?:match|exclude|brief|note|pin|drop)\]|brief|defaults)\][ \t\r]*$", re.MULTILINE
)
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


def refuse_written(data: bytes, path: PurePath) -> None:
    """Refuse Markdown that is a finished briefing.

    Raises:
        SourceError: if it is one.
    """
    if _IN_TEXT.search(data, max(0, len(data) - _END)):
        raise finished(path)


def are_settings(data: bytes) -> bool:
    """Whether text is a theme or a recipe."""
    if not _TABLE.search(data):
        return False
    try:
        tomllib.loads(data.decode("utf-8-sig"))
    except ValueError:
        return False
    return True


def refuse_settings(data: bytes, path: PurePath) -> None:
    """Refuse text that is a theme or a recipe.

    Raises:
        SourceError: if it is one.
    """
    if are_settings(data):
        raise SourceError(
            "the file is a theme or a recipe, not an article", where=path,
            remedy="Name it with --theme or --recipe, and keep it outside of the sources’ folder.",
        )  # fmt: skip
