"""Exports, Word files and encodings, read as they are and compared with what they hold.

The floors are what is reached, rounded down; they only rise.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path, PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Source
from briefing.readers import read_file
from briefing.text.dates import find_day
from briefing.text.decoding import decode, tidy

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
EXPORTS = {
    "news-exports/nexis-uni/guardian1.docx": 2,
    "news-exports/nexis-uni/guardian2.docx": 1,
    "news-exports/nexis-uni/nyt1.docx": 50,
    "news-exports/nexis-uni/usa-today.docx": 7,
    "news-exports/nexis-uni/washington-post.docx": 50,
    "news-exports/lexisnexis-html/guardian_1986-01-01_0001.html": 262,
    "news-exports/lexisnexis-html/afp_2013-03-12_0501.html": 74,
    "news-exports/factiva/nyt_1_1993-01-03.html": 27,
    "news-exports/factiva/irish-independence_1_2017-11-14.html": 44,
    "news-exports/factiva/german-ui.html": 100,
    "exports/nexis/sample.TXT": 10,
    "exports/lexisnexis-html/lexisnexis_test_en.html": 2,
    "exports/factiva/factiva_test.html": 2,
    "exports/factiva/factiva_test.xml": 3,
    "exports/europresse/europresse_test1.html": 3,
}
"""The exports, and how many articles each holds by its own account."""


@cache
def sources(file: Path) -> tuple[Source, ...]:
    return tuple(map(clean, read_file(file.read_bytes(), PurePath(file.name)).articles))


@pytest.mark.parametrize(("name", "count"), EXPORTS.items())
def test_every_article_of_an_export_is_found(shared: Path, name: str, count: int) -> None:
    assert len(sources(shared / "data" / name)) == count


def test_the_fields_of_exports_are_known(shared: Path) -> None:
    every = [item for name in EXPORTS for item in sources(shared / "data" / name)]

    titled = sum(bool(item.title) for item in every) / len(every)
    placed = sum(bool(item.publisher) for item in every) / len(every)
    dated = sum(item.published is not None for item in every) / len(every)
    whole = sum(bool(item.body()) for item in every) / len(every)

    assert min(titled, placed, dated, whole) >= 0.99
    assert len(every) > 600


def test_the_fields_of_the_sample_are_right(shared: Path) -> None:
    folder = shared / "data" / "exports" / "nexis"
    expected = json.loads((folder / "sample.expected.json").read_text(encoding="utf-8"))
    found = [
        (item.publisher, item.published, " ".join(item.authors).casefold())
        for item in sources(folder / "sample.TXT")
    ]

    for want in expected:
        names = (want["byline"] or "").replace(" and ", " ").casefold()
        day = find_day(want["date"])
        assert (want["newspaper"], day and day[0], names) in found, want


def test_the_words_of_word_files(shared: Path) -> None:
    folder = shared / "data" / "docx-pdf" / "pandoc-docx"
    gold = json.loads((folder / "gold_text.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for name, want in gold.items():
        theirs = Counter(_WORD.findall(want["text"] or ""))
        if theirs.total() < 4:
            continue
        articles = read_file((folder / name).read_bytes(), PurePath(name)).articles
        mine = Counter(_WORD.findall(" ".join(article.text for article in articles)))
        shared_words = (mine & theirs).total()
        precisions.append(shared_words / max(1, mine.total()))
        recalls.append(shared_words / theirs.total())
    precision, recall = (sum(values) / len(values) for values in (precisions, recalls))

    assert 2 * precision * recall / (precision + recall) >= 0.975
    assert len(recalls) > 30


def test_encodings(shared: Path) -> None:
    folder = shared / "data" / "encodings"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    kept = {name: encoding for name, encoding in gold.items() if (folder / name).is_file()}

    right = sum(_reads_as(folder / name, encoding) for name, encoding in kept.items())

    assert right / len(kept) >= 0.97
    assert len(kept) > 100


def _reads_as(file: Path, encoding: str) -> bool:
    data = file.read_bytes()
    declared = _DECLARED.search(data[:2000])
    wanted = data.decode(encoding, "replace").removeprefix("\ufeff")
    return decode(data, declared[1].decode() if declared else None).text == tidy(wanted)[0]


def test_every_document_reads_or_says_why(shared: Path) -> None:
    refused: list[str] = []
    files = [
        *(shared / "data" / "docx-pdf").rglob("*.docx"),
        *(shared / "data" / "exports" / "eml").iterdir(),
    ]
    for file in files:
        try:
            assert read_file(file.read_bytes(), PurePath(file.name)).articles
        except SourceError as error:
            refused.append(str(error))

    assert len(refused) < len(files) / 5
    assert all(len(sentence) < 300 for sentence in refused)
