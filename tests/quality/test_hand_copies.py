"""Articles as a person copies them out: headline, outlet, day, authors in lines above, in three orders."""

import gzip
import json
import re
from datetime import date
from pathlib import Path, PurePath

from briefing.model.source import Kind
from briefing.readers import read
from briefing.workflow.found import cleaned
from tests.quality.metrics import Score, nearly_equal, shingle_score, value_score

_SHORTEST = 400
_EVERY = 2
_SHORT = range(200, 1200)
_EVERY_REPORT = 4
_TABLE = re.compile(r" vs |\d  +\d", re.IGNORECASE)
_KEY = re.compile(r"\W|^the | \(.*| - .*|news$|online")


def _heads(title: str, house: str, names: str, day: date) -> tuple[str, ...]:
    byline, spelt = f"By {names}", f"{day:%B} {day.day}, {day.year}"
    return (
        f"{title}\n{byline}\n{spelt}\n{house}",
        f"{house}\n{title}\n{byline} | {spelt}",
        f"{title}\n{house}, {spelt}\n{byline}",
    )


def _layouts(title: str, house: str) -> tuple[str, ...]:
    return (
        *_heads(title, house, "Ada Moss", date(2024, 3, 7)),
        f"{title}\nMarch 7, 2024",
        title,
        "",
    )


def _body_score(rows: list[tuple[str, str, str]]) -> Score:
    """Of articles (title, house, text) with six heads in turn: how much of the text is told as such."""
    pages: list[tuple[str, str]] = []
    for number, (title, house, text) in enumerate(rows):
        head = _layouts(title, house)[number % 6]
        (article,) = read(f"{head}\n\n{text}".encode(), PurePath("copy.txt"))
        body = [each for each in cleaned(article).segments if each.kind is Kind.BODY]
        pages.append(("\n".join(article.text[each.start : each.end] for each in body), text))
    return shingle_score(pages)


def _key(house: str | None) -> str | None:
    return _KEY.sub("", house.casefold()) if house else None


def test_fields_of_copies_made_by_hand(shared: Path) -> None:
    with gzip.open(shared / "data" / "near-dup" / "articles.jsonl.gz", "rt") as lines:
        rows = [
            row for row in map(json.loads, lines) if len(row["text"]) > _SHORTEST and row["date"]
        ]
    titles: list[tuple[object, object]] = []
    houses: list[tuple[object, object]] = []
    days: list[tuple[object, object]] = []
    for number, row in enumerate(rows[::_EVERY]):
        day = date.fromisoformat(row["date"][:10])
        names = ", ".join(row["authors"]) if isinstance(row["authors"], list) else row["authors"]
        head = _heads(row["title"].strip(), row["source"], names or "Ada Moss", day)[number % 3]
        (article,) = read(f"{head}\n\n{row['text']}".encode(), PurePath("copy.txt"))
        source = cleaned(article)
        right = source.title is not None and nearly_equal(source.title, row["title"])
        titles.append((source.title and (row["title"] if right else source.title), row["title"]))
        told, wanted = _key(source.publisher), _key(row["source"]) or ""
        houses.append((wanted if told and (told in wanted or wanted in told) else told, wanted))
        days.append((source.published, day))
    title, house, published = value_score(titles), value_score(houses), value_score(days)

    assert title.precision >= 0.985
    assert title.recall >= 0.975
    assert house.precision >= 0.98
    assert house.recall >= 0.755
    assert published.precision >= 0.995
    assert published.recall >= 0.95
    assert len(rows) > 900


def test_bodies_of_copies_made_by_hand(shared: Path) -> None:
    with gzip.open(shared / "data" / "near-dup" / "articles.jsonl.gz", "rt") as lines:
        rows = [
            (row["title"].strip(), row["source"], row["text"]) for row in map(json.loads, lines)
        ]

    score = _body_score(rows)

    assert score.recall >= 0.964
    assert score.precision >= 0.994


def test_bodies_of_short_reports_copied_by_hand(shared: Path) -> None:
    """Reports of a news agency of 200 to 1,200 characters, without those that are tables of figures."""
    with gzip.open(shared / "data" / "reuters21578" / "articles.jsonl.gz", "rt") as lines:
        found = [(row["title"], _unwrapped(row["text"])) for row in map(json.loads, lines)]
    rows = [
        (title, "Reuters", text)
        for title, text in found
        if title and len(text) in _SHORT and not _TABLE.search(text)
    ]

    score = _body_score(rows[::_EVERY_REPORT])

    assert score.recall >= 0.995
    assert score.precision >= 0.999
    assert len(rows) > 5000


def _unwrapped(text: str) -> str:
    """`text` with a blank line between paragraphs instead of an indent, and no breaks within them."""
    return " ".join(re.sub(r"\n {3,}", "\f", text).split("\n")).replace("\f", "\n\n").strip()
