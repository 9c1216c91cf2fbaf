"""Which topic an article is of, told from the topics' names and from examples: measured.

The floors are what is reached, rounded down; they only rise.
"""

import gzip
import json
import re
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
    standard_scores,
)
from briefing.analysis.relevance import Article, relevance
from briefing.analysis.suggesting import read_texts, suggest_from, with_suggestions
from briefing.analysis.themes import compile_theme
from briefing.model.source import Kind, Segment, Source
from briefing.model.theme import Theme

EXAMPLES = 20
WORDS = 200
"""Words that are asked of `suggest`."""
_READ = 6000
"""Characters of an article from which it proposes them."""


class Tagged(Struct, frozen=True):
    """Articles, as they stand and as vectors, the topic of each, and all topics."""

    articles_as_they_stand: tuple[tuple[str, str], ...]
    """Title and body."""
    articles: Corpus
    topic_of: tuple[str, ...]
    topics: tuple[str, ...]


@pytest.fixture(scope="module")
def tagged(shared: Path) -> Tagged:
    data = (shared / "data" / "theme-tagging" / "articles.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(data).splitlines()]
    return Tagged(
        tuple((row["title"], row["text"]) for row in rows),
        corpus([(row["title"], row["text"]) for row in rows]),
        tuple(row["topic"] for row in rows),
        tuple(sorted({row["topic"] for row in rows})),
    )


def _right(
    tagged: Tagged, profiles: Sequence[dict[str, float]], places: Iterable[int]
) -> dict[int, float]:
    """Share of the articles at `places` whose topic is ranked first, and among the first three."""
    return _ranked(tagged, list(map(tagged.articles.likeness, profiles)), places)


def _ranked(
    tagged: Tagged, likeness: Sequence[Sequence[float]], places: Iterable[int]
) -> dict[int, float]:
    hits: Counter[int] = Counter()
    asked = 0
    for at in places:
        asked += 1
        order = sorted(range(len(likeness)), key=lambda topic: -likeness[topic][at])
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

    assert right[1] >= 0.48
    assert right[3] >= 0.72


def _examples(tagged: Tagged) -> tuple[list[list[int]], list[int]]:
    """The places of the first articles of each topic, and of all other articles."""
    examples: defaultdict[str, list[int]] = defaultdict(list)
    for at, topic in enumerate(tagged.topic_of):
        if len(examples[topic]) < EXAMPLES:
            examples[topic].append(at)
    used = {at for places in examples.values() for at in places}
    rest = [at for at in range(len(tagged.topic_of)) if at not in used]
    return [examples[topic] for topic in tagged.topics], rest


def test_topics_from_twenty_examples_each(tagged: Tagged) -> None:
    examples, rest = _examples(tagged)
    learnt = profiles_from_examples(_names(tagged), examples, tagged.articles)

    right = _right(tagged, learnt, rest)

    assert right[1] >= 0.56
    assert right[3] >= 0.80


def test_topics_from_the_words_that_are_proposed(tagged: Tagged) -> None:
    """What a person gets: words proposed from examples, saved with the theme, and articles rated."""
    examples, rest = _examples(tagged)
    used = [at for places in examples for at in places]
    texts = read_texts("\n".join(tagged.articles_as_they_stand[at])[:_READ] for at in used)
    themes = []
    for number, name in enumerate(_names(tagged)):
        theme = Theme(f"topic-{number}", name, "", ())
        inside = range(number * EXAMPLES, (number + 1) * EXAMPLES)
        themes.append(with_suggestions(theme, suggest_from(theme, texts, inside, WORDS)))
    matchers = list(map(compile_theme, themes))
    articles = [Article.of(_source(*tagged.articles_as_they_stand[at])) for at in rest]
    likeness = [[0.0] * len(tagged.topic_of) for _ in matchers]
    for number, matcher in enumerate(matchers):
        scores = standard_scores([relevance(matcher, article) for article in articles])
        for at, score in zip(rest, scores, strict=True):
            likeness[number][at] = score

    right = _ranked(tagged, likeness, rest)

    assert right[1] >= 0.55
    assert right[3] >= 0.79


def _source(title: str, body: str) -> Source:
    text = f"{title}\n{body}"
    lines = [found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text)]
    parts = [Segment(*span, Kind.BODY if at else Kind.TITLE) for at, span in enumerate(lines)]
    return Source("a", "a", "", "text/plain", text, tuple(parts), title=title)
