"""How well pages are read whose text was copied from a browser: without the page's own title above.

Browsers set a blank line around paragraphs alone, and menus stand above the article. The copies are
made so of web pages; `docs/reading-quality.md` has the figures of whole sets.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path, PurePath

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Article, Source
from briefing.readers import read
from tests.quality.metrics import nearly_equal


def _copied(page: Article) -> str:
    lines = [(page.text[line.start : line.end], line.tag == "p") for line in page.lines]
    return "".join(f"\n\n{words}\n" if apart else f"\n{words}" for words, apart in lines)


def _read(data: bytes, name: str) -> Source | None:
    try:
        return clean(read(data, PurePath(name))[0])
    except SourceError:
        return None


def _titles(folder: Path) -> Iterator[tuple[str | None, str]]:
    """The headline of each copy, and the one that a person typed in."""
    for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines()):
        try:
            page = read(
                gzip.decompress((folder / "html" / row["file"]).read_bytes()), PurePath("p")
            )[0]
        except SourceError:
            continue
        source = _read(_copied(page).encode(), "copy.txt")
        if source and row["title"]:
            yield source.title, row["title"]


def test_titles_of_copies_from_a_browser(shared: Path) -> None:
    found = list(_titles(shared / "data" / "site-metadata"))
    given = [(title, other) for title, other in found if title]
    right = sum(nearly_equal(title, other) for title, other in given)

    assert len(found) > 60
    assert right / len(given) >= 0.84
    assert right / len(found) >= 0.68
