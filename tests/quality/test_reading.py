"""How well pages, text copies and encodings are read: measured on data with answers of others.

The floors are what is reached, rounded down; they only rise. Precision stands beside every recall:
a wrong value costs more than a missing one. `docs/reading-quality.md` has the figures of whole sets.
"""

import gzip
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

import pytest

from briefing.errors import SourceError
from briefing.model.source import Source
from briefing.readers import read
from briefing.text.decoding import decode, tidy
from briefing.workflow.found import cleaned
from tests.quality.metrics import Score, nearly_equal, set_score, shingle_score


def _source(data: bytes) -> Source | None:
    try:
        return cleaned(read(data, PurePath("page"))[0])
    except SourceError:
        return None


def _body(source: Source | None) -> str:
    """The article as the answers have it: its paragraphs and the headings between them."""
    parts = source.article() if source else ()
    return "\n".join(source.text[part.start : part.end] for part in parts) if source else ""


def _page(folder: Path, name: str, form: str) -> Source | None:
    if form == "html":
        return _source(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()))
    return _source((folder / form / f"{name}.txt").read_bytes())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def _share(right: int, given: int, asked: int) -> Score:
    return Score(right / max(given, 1), right / max(asked, 1))


@pytest.mark.parametrize(
    ("form", "floor"), [("html", 0.975), ("txt_layout", 0.944), ("txt_flat", 0.945)]
)
def test_bodies_of_articles(shared: Path, form: str, floor: float) -> None:
    folder = shared / "data" / "web-extract"
    answers = json.loads((folder / "gold.json").read_text("utf-8"))
    score = shingle_score(
        (_body(_page(folder, name, form)), row["articleBody"]) for name, row in answers.items()
    )

    assert len(answers) > 80
    assert score.f1 >= floor


def test_bodies_of_copies_that_lack_the_pages_title_as_a_browser_makes_them(shared: Path) -> None:
    folder = shared / "data" / "web-extract"
    answers = json.loads((folder / "gold.json").read_text("utf-8"))
    copies = {name: (folder / "txt_flat" / f"{name}.txt").read_bytes() for name in answers}
    score = shingle_score(
        (_body(_source(data.split(b"\n", 1)[1])), answers[name]["articleBody"])
        for name, data in copies.items()
    )

    assert score.f1 >= 0.939


# body F1, title precision and recall, date precision and recall, authors F1
_ENGLISH = {
    "html": (0.972, 0.97, 0.97, 0.99, 0.99, 0.92),
    "txt_layout": (0.951, 0.948, 0.92, 0.99, 0.85, 0.88),
    "txt_flat": (0.950, 0.95, 0.95, 0.99, 0.85, 0.88),
}


@pytest.mark.parametrize("form", _ENGLISH)
def test_pages_of_publishers_in_english(shared: Path, form: str) -> None:
    folder = shared / "data" / "publisher-pages"
    rows = [row for row in _rows(folder / "gold.jsonl") if row["english"]]
    read_pages = [(_page(folder, row["id"], form), row) for row in rows]
    sources = [(source, row) for source, row in read_pages if source]
    body, *floors, authors = _ENGLISH[form]
    titles = [(source.title, row["title"]) for source, row in sources if source.title]
    days = [(source.published, row["publishing_date"]) for source, row in sources]
    title = _share(sum(nearly_equal(*pair) for pair in titles), len(titles), len(rows))
    said = [(day.isoformat(), other) for day, other in days if day]
    day = _share(sum(mine == other[:10] for mine, other in said), len(said), len(rows))
    measured = [title.precision, title.recall, day.precision, day.recall]

    assert len(sources) == len(rows) >= 40
    assert shingle_score((_body(source), row["body"]) for source, row in sources).f1 >= body
    assert [value >= floor for value, floor in zip(measured, floors, strict=True)] == [True] * 4
    assert set_score((source.authors, row["authors"]) for source, row in sources).f1 >= authors


# publishers: precision, recall; authors: precision, recall
_COPIES = {
    (True, "txt_layout"): (1.00, 0.72, 0.97, 0.80),
    (True, "txt_flat"): (1.00, 0.85, 0.97, 0.80),
    (False, "txt_layout"): (0.885, 0.595, 0.96, 0.72),
    (False, "txt_flat"): (0.895, 0.76, 0.97, 0.69),
}


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().removeprefix("the "))
    return "".join(filter(str.isalnum, plain))


def _is_house(given: str, row: dict[str, Any]) -> bool:
    """Whether a name is the publisher's or its site's, or a part of it, or holds it."""
    mine, theirs = _letters(given), _letters(row["publisher"])
    return len(mine) > 1 and (
        mine in theirs or theirs in mine or mine in _letters(row["domain"].split("//")[-1])
    )


@pytest.mark.parametrize(("english", "form"), _COPIES)
def test_publishers_and_authors_of_copies(shared: Path, *, english: bool, form: str) -> None:
    folder = shared / "data" / "publisher-pages"
    rows = [row for row in _rows(folder / "gold.jsonl") if row["english"] is english]
    found = [(source, row) for row in rows if (source := _page(folder, row["id"], form))]
    named = [(source.publisher, row) for source, row in found if source.publisher]
    house = _share(sum(_is_house(*pair) for pair in named), len(named), len(rows))
    author = set_score((source.authors, row["authors"]) for source, row in found)
    measured = (house.precision, house.recall, author.precision, author.recall)

    assert len(found) >= 40
    assert [
        have >= floor for have, floor in zip(measured, _COPIES[english, form], strict=True)
    ] == ([True] * 4)


def test_days_of_pages_in_many_languages(shared: Path) -> None:
    folder = shared / "data" / "html-dates"
    rows = list(_rows(folder / "gold.jsonl"))[::2]
    found = [_source(gzip.decompress((folder / "html" / row["file"]).read_bytes())) for row in rows]
    said = [(s.published.isoformat(), row["date"]) for s, row in zip(found, rows, strict=True)
            if s and s.published]  # fmt: skip
    score = _share(sum(mine == other for mine, other in said), len(said), len(rows))

    assert len(rows) == 150
    assert score.precision >= 0.95
    assert score.recall >= 0.91


def test_encodings(shared: Path) -> None:
    folder = shared / "data" / "encodings"
    answers = json.loads((folder / "gold.json").read_text("utf-8"))
    right = 0
    for name, codec in answers.items():
        data = (folder / name).read_bytes()
        right += decode(data).text == tidy(data.decode(codec))[0]

    assert len(answers) > 200
    assert right / len(answers) >= 0.98
