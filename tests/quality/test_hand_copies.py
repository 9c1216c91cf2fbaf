"""Articles as a person copies them out: headline, outlet, day, authors in lines above, in three orders."""

import gzip
import json
import re
from datetime import date
from pathlib import Path, PurePath

from briefing.readers import read
from briefing.workflow.found import cleaned
from tests.quality.metrics import nearly_equal, value_score

_SHORTEST = 400
_EVERY = 2
_KEY = re.compile(r"\W|^the | \(.*| - .*|news$|online")


def _heads(title: str, house: str, names: str, day: date) -> tuple[str, ...]:
    byline, spelt = f"By {names}", f"{day:%B} {day.day}, {day.year}"
    return (
        f"{title}\n{byline}\n{spelt}\n{house}",
        f"{house}\n{title}\n{byline} | {spelt}",
        f"{title}\n{house}, {spelt}\n{byline}",
    )


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
