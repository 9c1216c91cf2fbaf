"""Text that was pasted: kept as a page beside the library, so that it is a source like any other."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from html import escape
from os.path import exists
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from briefing.errors import SourceError
from briefing.model.source import Kind
from briefing.readers.plaintext import read_plaintext
from briefing.text.dates import find_day
from briefing.workflow.ingest import sources_in
from briefing.workflow.outputs import write_whole

FOLDER = "pasted"
_LONGEST_NAME = 60
_MOST_PATHS = 5000
_A_PATH = re.compile(r"(?:file://|/|~/|\\\\|[A-Za-z]:[\\/])")


class Pasted(Struct, frozen=True):
    """A text, and what the person who pasted it knows of it; empty is unknown."""

    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None


def day_in(text: str) -> date | None:
    """The day that a person wrote, in any of the forms that newspapers have for it."""
    found = find_day(text)
    return found[0] if found else None


def paths_in(text: str) -> tuple[Path, ...]:
    """The files and folders that `text` names, one a line; none if it holds anything else."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not 0 < len(lines) <= _MOST_PATHS or not all(map(_A_PATH.match, lines)):
        return ()
    paths = [_path(line) for line in lines]
    return tuple(paths) if all(map(exists, paths)) else ()


def keep_pasted(library: Path, pasted: Pasted) -> Path:
    """Write a page of `pasted` into the folder beside `library`; the same text is written once.

    Raises:
        SourceError: if there are no words in it.
        OutputError: if it cannot be written.
    """
    data = page_of(pasted)
    words = "-".join(re.findall(r"\w+", pasted.title.lower()))[:_LONGEST_NAME].strip("-")
    name = "-".join(filter(None, (words, hashlib.sha256(data).hexdigest()[:10])))
    target = library.parent / FOLDER / f"{name}.html"
    if not target.exists():
        write_whole(target, data)
    return target


def page_of(pasted: Pasted) -> bytes:
    """A page in which the words of `pasted` stand as they are, with what is known of them.

    What a text copy would not count as the article, such as menus copied along, stands outside it;
    where nothing would count, all does: a person chose just these words.

    Raises:
        SourceError: if there are no words in it.
    """
    if not any(map(str.isalnum, pasted.text)):
        raise SourceError("there are no words in what was pasted", where=PurePath("clipboard"))
    (article,) = read_plaintext(pasted.text.encode("utf-8", "replace"), PurePath("pasted.txt"))
    kinds = _kinds(article.text)
    parts = [
        "<!DOCTYPE html>", "<html>", "<head>", '<meta charset="utf-8">', *_head(pasted), "</head>",
        "<body>", "<article>",
        *([f"<h1>{escape(pasted.title)}</h1>"] if pasted.title else []),
        *(
            _line(" ".join(article.text[line.start : line.end].split()), kind)
            for line in article.lines
            for kind in (_kind_at(kinds, line.start, line.end),)
        ),
        "</article>", "</body>", "</html>", "",
    ]  # fmt: skip
    return "\n".join(parts).encode()


def _head(pasted: Pasted) -> Iterable[str]:
    if pasted.title:
        yield f"<title>{escape(pasted.title)}</title>"
        yield f'<meta property="og:title" content="{escape(pasted.title)}">'
    if pasted.publisher:
        yield f'<meta property="og:site_name" content="{escape(pasted.publisher)}">'
    if pasted.published:
        day = pasted.published.isoformat()
        yield f'<meta property="article:published_time" content="{day}">'


def _line(words: str, kind: Kind) -> str:
    tag = {Kind.BODY: "p", Kind.HEADING: "h2"}.get(kind)
    line = escape(words, quote=False)
    return f"<{tag}>{line}</{tag}>" if tag else f"<aside><p>{line}</p></aside>"


def _kinds(text: str) -> list[tuple[int, int, Kind]]:
    """What each stretch of a text copy would be; empty if nothing in it would be the article."""
    (source,) = sources_in(text.encode(), "pasted.txt")
    kinds = [(part.start, part.end, part.kind) for part in source.segments]
    return kinds if any(kind is Kind.BODY for _, _, kind in kinds) else []


def _kind_at(kinds: list[tuple[int, int, Kind]], start: int, end: int) -> Kind:
    """What the line `[start, end)` is; the article where that is not known."""
    return next((kind for at, stop, kind in kinds if start < stop and at < end), Kind.BODY)


def _path(line: str) -> Path:
    if line.startswith("file://"):
        return Path(unquote(urlsplit(line).path))
    return Path(line).expanduser()
