"""An order with a plain slip in it is refused before anything is read."""

from datetime import date
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.model.brief import Brief
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.order import Order

DAY = date(2024, 4, 12)


@pytest.mark.parametrize(
    ("brief", "trouble"),
    [
        pytest.param(
            Brief(date=DAY, since=DAY, until=date(2024, 4, 1)), "no day lies from", id="days"
        ),
        pytest.param(Brief(date=DAY, marking="TLP:PINK"), "TLP:PINK.* no marking", id="colour"),
        pytest.param(Brief(date=DAY, marking="TLP: AMBER"), "no marking", id="space"),
        pytest.param(Brief(date=DAY, marking="tlp:amber"), "no marking", id="small letters"),
    ],
)
def test_a_slip_is_refused_and_nothing_written(tmp_path: Path, brief: Brief, trouble: str) -> None:
    made = tmp_path / "made.md"

    with pytest.raises(UsageError, match=trouble):
        build(Order(brief, (seeds("articles"),), (made,)))
    assert not made.exists()


@pytest.mark.parametrize("marking", ["TLP:AMBER+STRICT", "OFFICIAL", "Not for TLP readers"])
def test_markings_of_the_protocol_and_of_any_other_kind_are_taken(
    tmp_path: Path, marking: str
) -> None:
    made = tmp_path / "made.md"

    build(Order(Brief(date=DAY, marking=marking), (seeds("articles"),), (made,)))

    assert marking in made.read_text(encoding="utf-8")
