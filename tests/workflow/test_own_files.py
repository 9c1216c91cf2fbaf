"""A finished briefing among the articles is no source: it would make its sources speak twice."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.order import Order

BRIEF = Brief(date=date(2024, 5, 6))
ENDINGS = (".docx", ".pdf", ".html")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return Path(shutil.copytree(Path(str(seeds("articles"))), tmp_path / "articles"))


def test_what_is_built_into_the_folder_of_the_articles_is_not_read_as_one(articles: Path) -> None:
    outputs = tuple(articles / f"brief{ending}" for ending in ENDINGS)
    first = build(Order(BRIEF, (articles,), outputs))

    second = build(Order(BRIEF, (articles,), (articles.parent / "next.md",)))

    told = {notice.where: notice.text for notice in second.ingested.refused}
    assert [told[output.as_posix()] for output in outputs] == [
        (
            "the file is a finished briefing, not an article: its sources would count twice. "
            "Add the articles that it cites instead."
        )
    ] * len(ENDINGS)
    assert len(second.ingested.sources) == len(first.ingested.sources)
