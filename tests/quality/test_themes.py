"""Which topic an article is of, told from the topics' names and from examples: measured.

The floors are what is reached, rounded down; they only rise.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from msgspec import Struct

from briefing.analysis.profiles import (
    Corpus,
    corpus,
    profiles_from_examples,
    profiles_from_names,
)

EXAMPLES = 20


class Tagged(Struct, frozen=True):
    """Articles, the topic of each, and all topics."""

    articles: Corpus
    topic_of: tuple[str, ...]
    topics: tuple[str, ...]


@pytest.fixture(scope="module")
def tagged(shared: Path) -> Tagged:
    data = (shared / "data" / "theme-tagging" / "articles.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(data).splitlines()]
    return Tagged(
        corpus([(row["title"], row["text"]) for row in rows]),
        tuple(row["topic"] for row in rows),
        tuple(sorted({row["topic"] for row in rows})),
    )


def _right(
    tagged: Tagged, profiles: Sequence[dict[str, float]], places: Iterable[int]
) -> dict[int, float]:
    """Share of the articles at `places` whose topic is ranked first, and among the first three."""
    likeness = [tagged.articles.likeness(profile) for profile in profiles]
    hits: Counter[int] = Counter()
    asked = 0
    for at in places:
        asked += 1
        order = sorted(range(len(profiles)), key=lambda topic: -likeness[topic][at])
        first = [tagged.topics[topic] for topic in order[:3]]
        hits.update(most for most in (1, 3) if tagged.topic_of[at] in first[:most])
    assert asked > 1000
    return {most: hits[most] / asked for most in (1, 3)}


def _names(tagged: Tagged) -> list[str]:
    return [topic.replace("_", " ") for topic in tagged.topics]


def test_topics_from_their_names_alone(tagged: Tagged) -> None:
    right = _right(
        tagged,
        profiles_from_names(_names(tagged), tagged.articles),
        range(len(tagged.topic_of)),
    )

    assert right[1] >= 0.46
    assert right[3] >= 0.71


def test_topics_from_twenty_examples_each(tagged: Tagged) -> None:
    examples: defaultdict[str, list[int]] = defaultdict(list)
    for at, topic in enumerate(tagged.topic_of):
        if len(examples[topic]) < EXAMPLES:
            examples[topic].append(at)
    learnt = profiles_from_examples(
        _names(tagged), [examples[topic] for topic in tagged.topics], tagged.articles
    )
    used = {at for places in examples.values() for at in places}
    rest = [at for at in range(len(tagged.topic_of)) if at not in used]

    right = _right(tagged, learnt, rest)

    assert right[1] >= 0.54
    assert right[3] >= 0.78
