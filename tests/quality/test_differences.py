"""Events, tolls that differ and values of dates: measured on data annotated by others.

The floors are what is reached, rounded down; they only rise.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.analysis.events import find_events
from briefing.analysis.toll_conflicts import toll_conflicts
from briefing.analysis.tolls import find_tolls
from briefing.model.findings import Event, Precision
from briefing.model.source import Kind, Segment, Source
from briefing.text.calendar import times_in
from briefing.text.numbers import find_amounts
from tests.quality.metrics import Score

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7}


def _rows(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    return [json.loads(line) for line in lines]


def _source(name: str, text: str, title: str = "", day: date | None = None) -> Source:
    """An article: its title, and below it nothing but body."""
    whole = f"{title}\n{text}" if title else text
    lines = [found.span() for found in _PARAGRAPH.finditer(whole)]
    segments = tuple(
        Segment(start, end, Kind.TITLE if title and not at else Kind.BODY)
        for at, (start, end) in enumerate(lines)
    )
    return Source(name, name, "", "text/plain", whole, segments, title=title or None, published=day)


def _pair_score(events: Sequence[Event], labels: dict[str, str]) -> Score:
    """Precision and recall over all pairs of articles."""
    asked = sum(n * (n - 1) // 2 for n in Counter(labels.values()).values())
    given = sum(len(event.sources) * (len(event.sources) - 1) // 2 for event in events)
    right = sum(
        n * (n - 1) // 2
        for event in events
        for n in Counter(labels[source] for source in event.sources).values()
    )
    return Score(right / given, right / asked)


@pytest.mark.parametrize(
    ("file", "floor"), [("basil_triples.jsonl", 0.95), ("ecbplus.jsonl", 0.92)]
)
def test_reports_of_one_event(shared: Path, file: str, floor: float) -> None:
    rows = _rows(shared / "data" / "same-event" / file)
    sources = [
        _source(
            row["id"],
            row["text"],
            row.get("title") or "",
            date.fromisoformat(row["date"][:10]) if row.get("date") else None,
        )
        for row in rows
    ]
    score = _pair_score(find_events(sources), {row["id"]: row["event"] for row in rows})

    assert len(rows) > 100
    assert score.f1 >= floor


@pytest.fixture(scope="module")
def attacks(shared: Path) -> dict[str, Source]:
    return {
        row["id"]: replace(
            _source(
                row["id"],
                row["text"],
                row["title"],
                datetime.strptime(row["date"], "%m/%d/%Y").date(),  # noqa: DTZ007 - a day
            ),
            publisher=row["publisher"],
        )
        for row in _rows(shared / "data" / "conflict-figures" / "articles.jsonl")
    }


def _labelled(shared: Path, name: str) -> Any:
    return json.loads((shared / "data" / "conflict-figures" / name).read_text(encoding="utf-8"))


def test_conflicting_tolls(shared: Path, attacks: dict[str, Source]) -> None:
    labels = _labelled(shared, "events.json")
    event_of = {article: row["event"] for row in labels for article in row["articles"]}
    asked = {
        (row["event"], harm)
        for row in labels
        for harm in ("killed", "injured")
        if row[f"{harm}_conflict"]
    }
    found, joined = set(), []
    for conflict in toll_conflicts(find_events(list(attacks.values())), attacks):
        places = [place for side in conflict.positions for place in (side.excerpt, *side.also)]
        sources = [place.passage.source for place in places]
        event, _ = Counter(event_of.get(source) for source in sources).most_common(1)[0]
        found.add((event, conflict.about.split()[-1]))
        joined.append(set(sources))
    apart = [{row["a"], row["b"]} for row in _labelled(shared, "not_the_same_event.json")]

    assert len(found & asked) / len(found) >= 0.90
    assert len(found & asked) / len(asked) >= 0.80
    assert [pair for pair in apart if any(pair <= group for group in joined)] == []


def test_tolls_are_read(shared: Path, attacks: dict[str, Source]) -> None:
    read = {
        (source.id, toll.harm.value, toll.amount.number)
        for source in attacks.values()
        for toll in find_tolls(source)
    }
    asked = [
        (article, fact["measure"], next(find_amounts(fact["value"])).number)
        for row in _labelled(shared, "events.json")
        for article, facts in row["articles"].items()
        for fact in facts
    ]

    assert len(asked) > 40
    assert sum(fact in read for fact in asked) / len(asked) >= 0.90


Expected = tuple[int, int, str]
"""Where an expression of time stands and the day it means."""


def _right_days(documents: Iterable[tuple[str, date, Sequence[Expected]]]) -> float:
    """Share of the expressions whose day is found."""
    right = asked = 0
    for text, today, wanted in documents:
        found = list(times_in(text, today))
        for start, end, value in wanted:
            near = [
                (words, time) for words, time in found if words.start < end and start < words.end
            ]
            near.sort(key=lambda pair: pair[0].sort == "clock")
            given = near[0][1] if near else None
            asked += 1
            right += (
                given is not None
                and given.on.isoformat()[: _LENGTHS.get(given.precision, 4)] == value
            )
    assert asked > 200
    return right / asked


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def test_days_in_newswire(shared: Path) -> None:
    rows = _rows(shared / "data" / "date-expressions" / "timebank_aquaint.jsonl")
    documents = [
        (
            row["text"],
            date.fromisoformat(row["document_date"][:10]),
            [
                (item["start"], item["end"], item["value"][:10])
                for item in row["timex"]
                if item["type"] in ("DATE", "TIME") and _DAY.match(item["value"])
            ],
        )
        for row in rows
    ]

    assert _right_days(documents) >= 0.90


def test_days_in_web_news(shared: Path) -> None:
    documents = []
    for row in _rows(shared / "data" / "date-expressions" / "docs.jsonl"):
        if not _DAY.match(row["document_date"] or ""):
            continue
        wanted, used = [], Counter[tuple[int, str]]()
        starts = [0]
        for sentence in row["sentences"]:
            starts.append(starts[-1] + len(sentence) + 1)
        for item in row["timex"]:
            key = (item["sentence"], item["text"])
            at = row["sentences"][key[0]].find(item["text"], used[key])
            if at < 0:
                continue
            used[key] = at + 1
            start = starts[key[0]] + at
            if _DAY.match(item["value"] or ""):
                wanted.append((start, start + len(item["text"]), item["value"][:10]))
        day = date.fromisoformat(row["document_date"][:10])
        documents.append(("\n".join(row["sentences"]), day, wanted))

    assert _right_days(documents) >= 0.85
