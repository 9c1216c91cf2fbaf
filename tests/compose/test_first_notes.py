"""Notes go by the page: what cites a source first names it in full, and numbers count from there."""

import re
from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.order import Order

_NOTE = re.compile(r"^\[\^\d+\]: (.+)$", re.MULTILINE)
_CITATION = re.compile(r"(.+?), para\.\s\d+ \\\[(\d+)\\\](?:[;.] ?)")


@pytest.mark.parametrize("template", ["full", "one-page", "talking-points"])
def test_the_first_note_on_a_source_is_the_longest_and_numbers_rise(
    template: str, tmp_path: Path
) -> None:
    brief, made = Brief(date=date(2024, 4, 15), template=template), tmp_path / "made.md"
    build(Order(brief, (seeds("articles"),), (made,)))
    told = "\n".join(_NOTE.findall(made.read_text(encoding="utf-8")))
    first: dict[int, int] = {}

    for words, number in _CITATION.findall(told):
        if int(number) not in first:
            assert int(number) == len(first) + 1
        assert len(words) <= first.setdefault(int(number), len(words))
    assert len(first) > 4
