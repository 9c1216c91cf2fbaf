"""Who said it, on whom it leans, what is a reprint: measured on data annotated by others.

The floors are what is reached, rounded down; they only rise.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing.analysis.lexicon import CueVerbs, Outlets, parse_cues, parse_outlets
from briefing.analysis.origins import origins
from briefing.analysis.reprints import reprints
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution, Form
from briefing.model.source import Kind, Segment, Source
from briefing.text.spaces import flat

ROOT = Path(__file__).resolve().parents[2]
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_CAPITAL = re.compile(r"[A-Z][\w-]*")
_TITLES = frozenset({
    "Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "President", "Senator", "Governor", "Secretary",
    "The", "A", "State", "Former",
})  # fmt: skip
_SMALL = frozenset({"the", "a", "an", "of", "and", "s", "in", "for", "to", "on", "at"})
_EVERY = 3
"""Every third article is enough to see a loss, and quick."""


def source(name: str, text: str) -> Source:
    """An article of nothing but body, a segment to a paragraph."""
    body = tuple(Segment(*found.span(), Kind.BODY) for found in _PARAGRAPH.finditer(text))
    return Source(name, name, "", "text/plain", flat(text), body)


def rows(path: Path) -> Iterable[dict[str, Any]]:
    """What a file of lines of JSON holds, packed or not."""
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        yield json.loads(line)


@pytest.fixture(scope="module")
def cues() -> CueVerbs:
    return parse_cues((ROOT / "seeds" / "cue-verbs.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return parse_outlets((ROOT / "seeds" / "outlets.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Tally:
    """Answers counted against what was asked."""

    right: int = 0
    given: int = 0
    asked: int = 0

    @property
    def precision(self) -> float:
        """Share of the answers that are right."""
        return self.right / self.given

    @property
    def recall(self) -> float:
        """Share of what was asked that is right."""
        return self.right / self.asked

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.given + self.asked)


def _tokens(words: str) -> set[str]:
    return set(_CAPITAL.findall(words.replace("’s", "").replace("'s", ""))) - _TITLES


def _words(words: str) -> set[str]:
    return set(re.findall(r"\w+", words.lower())) - _SMALL


def _at(said: Iterable[Attribution], start: int, end: int) -> Attribution | None:
    """The quotation that covers most of `[start, end)`."""
    best, most = None, 0
    for item in said:
        shared = min(item.passage.end, end) - max(item.passage.start, start)
        if item.form is not Form.INDIRECT and shared > most:
            best, most = item, shared
    return best


def test_speakers_of_quotations(shared: Path, cues: CueVerbs) -> None:
    wanted: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(shared / "data" / "quotes" / "quotes.jsonl"):
        wanted[row["doc"]].append(row)
    named, every = Tally(), Tally()
    for article in list(rows(shared / "data" / "quotes" / "articles.jsonl"))[::_EVERY]:
        said = attributions(source(article["id"], article["text"]), cues)
        for row in wanted[article["id"]]:
            found = _at(said, row["start"], row["end"])
            speaker = (found.speaker if found else None) or ""
            if row["type"] == "named":
                named.asked += 1
                named.given += bool(speaker)
                named.right += bool(_tokens(speaker) & _tokens(row["source"]))
            written = (found.as_written if found else None) or ""
            every.asked += row["type"] != "none"
            every.given += bool(speaker or written)
            every.right += bool(_words(f"{speaker} {written}") & _words(row["source"]))

    assert named.asked > 1000
    assert named.precision >= 0.97
    assert named.f1 >= 0.92
    assert every.f1 >= 0.91


def test_reported_clauses(shared: Path, cues: CueVerbs) -> None:
    within, speaker = Tally(), Tally()
    for article in list(rows(shared / "data" / "quotes" / "articles.jsonl"))[::_EVERY]:
        said = attributions(source(article["id"], article["text"]), cues)
        for item in said:
            if item.form is not Form.INDIRECT or not (item.speaker or item.as_written):
                continue
            start, end = item.passage.start, item.passage.end
            shared_most, told_by = max(
                (
                    sum(
                        max(0, min(last, end) - max(first, start))
                        for first, last, _ in one["content"]
                    ),
                    " ".join(words for _, _, words in one["source"]),
                )
                for one in article["attributions"]
            )
            within.given += 1
            if 2 * shared_most < end - start:
                continue
            within.right += 1
            speaker.given += 1
            speaker.right += bool(_words(f"{item.speaker} {item.as_written}") & _words(told_by))

    assert within.given > 500
    assert within.precision >= 0.91
    assert speaker.precision >= 0.95


def _common(name: str, outlets: Outlets) -> str:
    plain = re.sub(r"^the ", "", name.lower())
    listed = {key.lower(): value for key, value in outlets.names.items()}
    return listed.get(plain, plain).lower()


def _same(one: str, other: str) -> bool:
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


def test_outlets_leaned_on(shared: Path, outlets: Outlets) -> None:
    tally, right_given = Tally(), 0
    for row in rows(shared / "data" / "origin-outlet" / "outlets.jsonl"):
        found = {
            _common(item.name, outlets) for item in origins(source(row["id"], row["text"]), outlets)
        }
        asked = {_common(item["outlet"], outlets) for item in row["outlets"]}
        tally.asked += len(asked)
        tally.given += len(found)
        tally.right += sum(any(_same(name, other) for other in found) for name in asked)
        right_given += sum(any(_same(name, other) for other in asked) for name in found)

    assert tally.asked > 500
    assert tally.recall >= 0.87
    assert right_given / tally.given >= 0.72


def test_agency_tags(shared: Path, outlets: Outlets) -> None:
    tagged = list(rows(shared / "data" / "origin-outlet" / "wire_tagged.jsonl"))
    named = [
        outlets.names[row["wire"]]
        in {item.name for item in origins(source(row["id"], row["text"]), outlets)}
        for row in tagged
    ]

    assert len(named) > 60
    assert sum(named) / len(named) >= 0.91


def test_reprints_among_all_articles(shared: Path) -> None:
    folder = shared / "data" / "near-dup"
    articles = [source(row["id"], row["text"]) for row in rows(folder / "articles.jsonl.gz")]
    joined = {frozenset((pair.a, pair.b)) for pair in reprints(articles)}
    labels: defaultdict[str, list[bool]] = defaultdict(list)
    known = set()
    for row in rows(folder / "pairs.jsonl"):
        pair = frozenset((row["a"], row["b"]))
        known.add(pair)
        labels[row["label"]].append(pair in joined)

    assert sum(labels["duplicate"]) / len(labels["duplicate"]) >= 0.99
    assert sum(labels["partial"]) / len(labels["partial"]) >= 0.93
    assert sum(labels["different_text_same_story"]) == 0
    assert len(labels["different_text_same_story"]) > 100
    assert len(joined - known) <= 6
