"""How well pages are read that a browser printed to PDF, measured on pages of others.

The pages are printed here under their own addresses, without a network, with the head and the foot that
the browser adds. The floors leave room for another version of it; `docs/reading-quality.md` has the
figures of all pages.
"""

import gzip
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePath
from typing import Any

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read
from tests.browser import browser
from tests.quality.metrics import nearly_equal, shingle_score

_EVERY, _PAGES, _SHOWN = 3, 12, 0.9


def _printed(shared: Path, scratch: Path) -> list[tuple[Source, dict[str, Any]]]:
    """Some English pages as they are read from their print-outs, and the answers.

    One page hides its article from whoever runs no scripts: what is not printed cannot be read.
    """
    folder = shared / "data" / "publisher-pages"
    rows = map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
    chosen = [row for row in rows if row["english"]][::_EVERY][:_PAGES]
    found: list[tuple[Source, dict[str, Any]]] = []
    with browser(scratch) as page:
        for row in chosen:
            data = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
            page.visit(row["url"], data)
            paper = page.printed(displayHeaderFooter=True)
            source = clean(read(paper, PurePath("page.pdf"))[0])
            if _SHOWN * len(row["body"]) < len(source.text):
                found.append((source, row))
    return found


def test_pages_that_a_browser_printed(shared: Path, tmp_path: Path) -> None:
    found = _printed(shared, tmp_path)
    titles = [nearly_equal(source.title or "", row["title"]) for source, row in found]
    days = [
        source.published.isoformat() == row["publishing_date"][:10]
        for source, row in found
        if source.published
    ]
    addresses = [source.url == row["url"] for source, row in found if source.url]
    today = datetime.now(UTC).date()

    assert len(found) == _PAGES - 1
    assert shingle_score((_body(source), row["body"]) for source, row in found).f1 >= 0.92
    assert sum(titles) >= 10
    assert all(days)
    assert len(days) >= 10
    assert all(addresses)
    assert len(addresses) >= 10
    assert all(
        source.accessed and abs(source.accessed - today) <= timedelta(days=1) for source, _ in found
    )


def _body(source: Source) -> str:
    return "\n".join(source.text[part.start : part.end] for part in source.article())
