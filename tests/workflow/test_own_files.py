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
ENDINGS = (".docx", ".pdf", ".html", ".md")


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


@pytest.mark.parametrize(
    "settings",
    [
        'id = "ports"\ntitle = "Ports"\n\n[[match]]\nany = ["harbour"]\n',
        '[brief]\ntitle = "Monday"\nsources = ["articles/"]\n',
        '\ufeff[defaults]\n\n[[brief]]\ntitle = "Ministers"\n',
    ],
)
def test_a_theme_or_a_recipe_among_the_articles_is_not_read_as_one(
    articles: Path, settings: str
) -> None:
    (articles / "own.toml").write_text(settings, encoding="utf-8")

    built = build(Order(BRIEF, (articles,), (articles.parent / "made.md",)))

    assert [notice.text.partition(".")[0] for notice in built.ingested.refused] == [
        "the file is a theme or a recipe, not an article"
    ]


def test_an_article_on_such_tables_is_one(articles: Path) -> None:
    text = "How we write themes\n\n[[match]]\n\nThe first table says: what to look for.\n"
    (articles / "howto.txt").write_text(text, encoding="utf-8")

    built = build(Order(BRIEF, (articles,), (articles.parent / "made.md",)))

    assert not built.ingested.refused
