"""The libraries for web pages judge the same without the web client that they bring."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.resources import seeds

_PAGES = sorted(seeds("articles").glob("*.html"))
_READ = """
import sys, json
from pathlib import Path, PurePath
{before}
from briefing.readers.html import read_html
told = []
for file in map(Path, sys.argv[1:]):
    [article] = read_html(file.read_bytes(), PurePath(file.name))
    told.append([article.main, [[clue.value, clue.found_in] for clue in article.clues]])
loaded = sorted({{"urllib3", "ssl", "socket", "http.client", "tld"}} & sys.modules.keys())
{after}
print(json.dumps([told, loaded]))
"""

_USED = """
import importlib.metadata, urllib3, courlan, htmldate, trafilatura.downloads
assert importlib.metadata.version("trafilatura")
assert urllib3.PoolManager().connection_from_url("https://moss.example").host
assert trafilatura.utils.fix_relative_urls("https://moss.example", "a")
assert trafilatura.metadata.find_date("<html><time>2024-03-14</time></html>")
"""


def _read(*pages: Path, before: str = "", after: str = "") -> tuple[object, list[str]]:
    code = _READ.format(before=before, after=after)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, pages)], capture_output=True, check=True, text=True
    )
    told, loaded = json.loads(done.stdout)
    return told, loaded


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """A page that is searched for its day."""
    page = tmp_path / "undated.html"
    body = "<p>The port of Moss was closed for repairs, the ministry said on Tuesday.</p>" * 9
    page.write_text(
        f"<html><body><h1>Moss</h1><div class=date>14 March 2024</div>{body}</body></html>"
    )
    return page


def test_pages_are_judged_as_with_the_whole_library(undated: Path) -> None:
    pages = (*_PAGES, undated)

    without, absent = _read(*pages)
    whole, present = _read(*pages, before="import htmldate, trafilatura")

    assert len(pages) > 3
    assert "2024-03-14" in json.dumps(without)
    assert without == whole
    assert absent == []
    assert "urllib3" in present


def test_what_was_stood_in_for_is_there_for_others() -> None:
    _, loaded = _read(*_PAGES[:1], after=_USED)

    assert loaded == []


def test_a_library_that_does_not_bear_it_is_imported_as_ever() -> None:
    fault = "import briefing.lean as room; room._Never.__getattr__ = lambda *_: 7"

    told, loaded = _read(*_PAGES, before=fault)

    assert told == _read(*_PAGES)[0]
    assert "urllib3" in loaded
