"""What is read beside the imports is what is read without."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import NoSourcesError
from briefing.model.brief import Brief
from briefing.resources import seeds
from briefing.workflow.ahead import arrived, read_ahead
from briefing.workflow.build import build
from briefing.workflow.ingest import ingest
from briefing.workflow.order import Order
from briefing.workflow.reading import MANY

BRIEF = Brief(date=date(2024, 5, 6))


def test_the_files_are_the_same_as_without(tmp_path: Path) -> None:
    articles = Path(str(seeds("articles")))

    def made(name: str, *, early: bool) -> bytes:
        order = Order(BRIEF, (articles,), (tmp_path / f"{name}.docx", tmp_path / f"{name}.md"))
        build(order, ahead=read_ahead(order.sources) if early else None)
        return order.outputs[0].read_bytes() + order.outputs[1].read_bytes()

    assert made("early", early=True) == made("late", early=False)


def test_what_was_refused_and_noticed_is_told_too(tmp_path: Path) -> None:
    text = "The harbour of Moss opens again, the mayor said on Monday. " * 5
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")

    found = arrived(read_ahead((tmp_path,)))

    assert found is not None
    assert found[0] == ingest((tmp_path,))
    assert found[0].refused
    assert found[0].notices
    assert [item.source for item in found[1]] == [source.id for source in found[0].sources]


def test_many_files_wait_for_processes_of_their_own(tmp_path: Path) -> None:
    for number in range(MANY):
        (tmp_path / f"{number}.txt").write_text("Words.", encoding="utf-8")

    assert arrived(read_ahead((tmp_path,))) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_a_name_that_is_no_unicode_is_no_hindrance(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.write_text("The harbour of Moss opens again, the mayor said.", encoding="utf-8")

    assert arrived(read_ahead((tmp_path,))) is None


def test_a_folder_that_is_not_there_is_said_when_it_is_asked_for(tmp_path: Path) -> None:
    waiting = read_ahead((tmp_path / "none",))

    with pytest.raises(NoSourcesError, match="no such file"):
        arrived(waiting)
