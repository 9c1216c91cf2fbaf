"""What the analyst wrote for a theme or section that the briefing lacks is told, not lost."""

from datetime import date
from pathlib import Path

from briefing.model.brief import Brief, Drop, Note, Pin
from briefing.model.passage import Passage
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.order import Order

PLACE = Passage("9b0c29d26af76da6", 1075, 1299)


def _told(folder: Path, **wishes: object) -> list[str]:
    brief = Brief(date=date(2024, 4, 12), themes=("china",), **wishes)  # type: ignore[arg-type]
    built = build(Order(brief, (seeds("articles"),), (folder / "made.md",)))
    return [str(notice) for notice in built.notices if "of this briefing" in str(notice)]


def test_a_note_for_no_section_is_told(tmp_path: Path) -> None:
    notes = (Note("kex-points", "Watch the lock."), Note("if-asked", "Say no more."))

    assert [told.split(":")[0] for told in _told(tmp_path, notes=notes)] == [
        "kex-points", "if-asked",
    ]  # fmt: skip
    assert "Watch the lock" not in (tmp_path / "made.md").read_text(encoding="utf-8")


def test_what_has_its_place_is_not(tmp_path: Path) -> None:
    notes = (Note("key-points", "Watch the lock."), Note("china", "Watch the strait."))

    assert _told(tmp_path, notes=notes, pins=(Pin(PLACE, "china"),), drops=(Drop(PLACE),)) == []
    assert _told(tmp_path, template="talking-points", notes=(Note("if-asked", "Say no."),)) == []


def test_a_pin_and_a_drop_on_no_theme_are_told(tmp_path: Path) -> None:
    told = _told(tmp_path, pins=(Pin(PLACE, "chna"),), drops=(Drop(PLACE, "industry"),))

    assert [line.split(":")[0] for line in told] == ["chna", "industry"]
