"""The documents of the sample articles, as they were when somebody last read them.

After a change that is meant, run it with `ACCEPT=1`, and read what changed before committing it.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.order import Order

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("template", ["full", "one-page", "talking-points"])
def test_a_document_is_as_it_was_accepted(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds(""))
    brief = Brief(date=date(2024, 4, 15), title="Sample briefing", template=template)
    made = tmp_path / "made.md"

    build(Order(brief, (Path("articles"),), (made,)))

    accepted = FOLDER / f"{template}.md"
    if os.environ.get("ACCEPT"):
        accepted.write_bytes(made.read_bytes())
    assert made.read_text(encoding="utf-8") == accepted.read_text(encoding="utf-8")
