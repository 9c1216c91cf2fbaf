"""Which topic an article is of, told from the topics' names and from examples: measured.

The floors are what is reached, rounded down; they only rise.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt
from pathlib import Path

import pytest
from msgspec import Struct

from briefing.analysis.profiles import (
    Corpus,
    corpus,
    profiles_from_examples,
    profiles_from_names,
)
from briefing.analysis.suggesting import read_texts, suggest_from
from briefing.model.theme import Theme
from briefing.text.words import content_stems

EXAMPLES = 20
WORDS = 40
"""Words that are asked of `suggest`."""
_READ = 6000
"""Characters of an article from which it proposes them."""


class Tagged(Struct, frozen=True):
    """Articles, as they stand and as vectors, the topic of each, and all topics."""

    texts: tuple[str, ...]
    articles: Corpus
    topic_of: tuple[str, ...]
    topics: tuple[str, ...]


@pytest.fixture(scope="module")
def tagged(shared: Path) -> Tagged:
    data = (shared / "data" / "theme-tagging" / "articles.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(data).splitlines()]
    return Tagged(
        tuple(f"{row['title']}\n{row['text'][:_READ]}" for row in rows),
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
    examples, rest = _examples(tagged)
    used = [at for places in examples for at in places]
    texts = read_texts(tagged.texts[at] for at in used)
    learnt = []
    for number, name in enumerate(_names(tagged)):
        inside = range(number * EXAMPLES, (number + 1) * EXAMPLES)
        found = suggest_from(Theme("t", name, "", ()), texts, inside, WORDS)
        weights = {" ".join(content_stems(item.term)): item.score for item in found}
        length = sqrt(sum(weight**2 for weight in weights.values()))
        learnt.append({term: weight / length for term, weight in weights.items()})

    right = _right(tagged, learnt, rest)

    assert right[1] >= 0.51
    assert right[3] >= 0.74

    # A theme has a name besides, and a word in a title tells more than one in the body.
    named = profiles_from_names(_names(tagged), tagged.articles)
    whole = [_with_titles(words, name) for words, name in zip(learnt, named, strict=True)]

    right = _right(tagged, whole, rest)

    assert right[1] >= 0.54
    assert right[3] >= 0.77


def _with_titles(proposed: dict[str, float], name: dict[str, float]) -> dict[str, float]:
    """The words that were proposed, in titles too, and a fifth of what the theme's name leads to."""
    whole = Counter(proposed)
    whole.update({f"^{term}": weight for term, weight in proposed.items()})
    length = sqrt(sum(weight**2 for weight in whole.values()))
    far = sqrt(sum(weight**2 for weight in name.values()))
    found = Counter({term: weight / length for term, weight in whole.items()})
    found.update({term: 0.2 * weight / far for term, weight in name.items()})
    return dict(found)
