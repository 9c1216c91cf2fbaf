"""The checker finds every change of words and blames no change of typography."""

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benches.kit.mutations import KINDS, mutate
from briefing.model.brief import Brief
from briefing.model.report import Standing
from briefing.verify.pdf import read_pdf
from briefing.verify.proving import prove
from briefing.verify.word import read_word
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import shelf_of
from briefing.workflow.writing import write_all

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@pytest.mark.parametrize(
    ("template", "language"),
    [("full", "en"), ("one-page", "en"), ("talking-points", "en"), ("full", "de"), ("full", "fr")],
)
def test_no_change_of_words_is_missed_and_no_typography_blamed(
    template: str, language: str, tmp_path: Path
) -> None:
    brief = Brief(date=date(2024, 4, 12), template=template, limit=6, language=language)
    built = build(Order(brief, (SAMPLES,), (tmp_path / "x.json",)))
    shelf = shelf_of(built.ingested.sources)
    chance = random.Random(7)
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    for _ in range(6):
        document, kinds = mutate(built.document, chance)
        files = write_all(document, (tmp_path / "x.docx", tmp_path / "x.pdf"))
        for paper in (
            read_word(files[tmp_path / "x.docx"].data),
            read_pdf(files[tmp_path / "x.pdf"].data),
        ):
            verdicts = [item for item in prove(paper, shelf, "x").verdicts if item.displayed]
            assert len(verdicts) == len(kinds)
            for kind, verdict in zip(kinds, verdicts, strict=True):
                right = KINDS[kind][1] if kind else frozenset({Standing.PROVEN})
                seen[kind or "untouched"] += 1
                if verdict.standing not in right:
                    wrong.append(f"{paper.form}: {kind}: {verdict}")

    assert wrong == []
    assert sum(seen.values()) > 40
