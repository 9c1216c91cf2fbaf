"""Briefings on an article from right to left are proven in every style, whatever the page holds besides."""

from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import verify

TITLE = "ميناء موس يفتح رصيفا جديدا للعبارات هذا الربيع"
TOLD = "قالت إدارة ميناء موس إن الرصيف الجديد سيفتح في مايو وإن العبارات ستبحر كل ساعة."
REST = "وأضافت أن ثمن التذاكر لن يرتفع هذا العام."


@pytest.mark.parametrize("style", ["chicago-notes", "apa", "ics-206", "numbered"])
@pytest.mark.parametrize("template", ["full", "one-page", "talking-points"])
def test_they_are_proven(template: str, style: str, tmp_path: Path) -> None:
    article = tmp_path / "moss.html"
    article.write_text(
        f'<!doctype html><html lang="ar"><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta property="article:published_time" content="2024-04-08"><h1>{TITLE}</h1>'
        f"<article><p>{TOLD}</p><p>{REST}</p></article></html>",
        encoding="utf-8",
    )
    theme = tmp_path / "ferry.toml"
    theme.write_text(
        'id = "ferry"\ntitle = "Ferry"\n[[match]]\nany = ["الرصيف"]\n', encoding="utf-8"
    )
    brief = Brief(date(2024, 5, 1), themes=(str(theme),), template=template, citation_style=style)
    target = tmp_path / "brief.pdf"

    build(Order(brief, (article,), (target,)))

    (report,) = verify([target], [article])
    assert report.counts()["proven"] == len(report.verdicts) > 0
    assert [finding.text for finding in report.findings if finding.grave] == []
