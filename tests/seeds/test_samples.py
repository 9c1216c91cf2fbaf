"""The sample articles are read as they were written: what each says, and where its article is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.model.source import Source
from briefing.resources import seeds
from briefing.workflow.ingest import ingest

EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("expected.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def samples() -> dict[str, Source]:
    read = ingest([seeds("articles")])
    assert read.refused == ()
    return {Path(source.path).name: source for source in read.sources}


def test_every_sample_is_expected(samples: dict[str, Source]) -> None:
    assert sorted(samples) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_known_by_what_it_says_of_itself(samples: dict[str, Source], name: str) -> None:
    source, expected = samples[name], EXPECTED[name]
    known = {
        "title": source.title,
        "publisher": source.publisher,
        "authors": list(source.authors),
        "published": source.published,
        "url": source.url,
    }

    assert known == {key: expected.get(key, [] if key == "authors" else None) for key in known}


@pytest.mark.parametrize("name", EXPECTED)
def test_its_article_is_found(samples: dict[str, Source], name: str) -> None:
    source, expected = samples[name], EXPECTED[name]
    paragraphs = [source.text[segment.start : segment.end] for segment in source.body()]

    assert paragraphs[0].startswith(expected["first"])
    assert paragraphs[-1].endswith(expected["last"])
    assert len(paragraphs) == expected["paragraphs"]


@pytest.mark.parametrize("name", EXPECTED)
def test_it_says_that_it_is_a_sample(samples: dict[str, Source], name: str) -> None:
    assert "sample" in samples[name].text.casefold()
