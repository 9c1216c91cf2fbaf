"""What is read beside the imports is what is read without."""

import os
import signal
import sys
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import NoSourcesError
from briefing.model.brief import Brief
from briefing.model.findings import SourceFindings
from briefing.resources import seeds
from briefing.workflow.ahead import working_ahead
from briefing.workflow.build import build
from briefing.workflow.ingest import Ingested, ingest
from briefing.workflow.order import Order
from briefing.workflow.reading import MANY

BRIEF = Brief(date=date(2024, 5, 6))


def test_the_files_are_the_same_as_without(tmp_path: Path) -> None:
    articles = Path(str(seeds("articles")))

    def made(name: str, *, early: bool) -> bytes:
        outputs = tuple(tmp_path / f"{name}{ending}" for ending in (".docx", ".pdf", ".md"))
        order = Order(BRIEF, (articles,), outputs)
        with working_ahead(order.sources if early else (), outputs) as ahead:
            assert early or ahead is None
            build(order, ahead=ahead)
        return b"".join(output.read_bytes() for output in outputs)

    assert made("early", early=True) == made("late", early=False)


def test_a_copy_that_dies_between_is_made_good(tmp_path: Path) -> None:
    articles = Path(str(seeds("articles")))
    order = Order(BRIEF, (articles,), (tmp_path / "brief.docx", tmp_path / "brief.pdf"))

    with working_ahead(order.sources, order.outputs) as ahead:
        if ahead is None:
            pytest.skip("this machine copies no process, or has one core")
        os.kill(ahead.copy.process, signal.SIGKILL)
        build(order, ahead=ahead)

    assert order.outputs[1].read_bytes().startswith(b"%PDF")


def test_what_was_refused_and_noticed_is_told_too(tmp_path: Path) -> None:
    text = "The harbour of Moss opens again, the mayor said on Monday. " * 5
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")

    found = _arrived(tmp_path)

    assert found is not None
    assert found[0] == ingest((tmp_path,))
    assert found[0].refused
    assert found[0].notices
    assert [item.source for item in found[1]] == [source.id for source in found[0].sources]


def test_many_files_wait_for_processes_of_their_own(tmp_path: Path) -> None:
    for number in range(MANY):
        (tmp_path / f"{number}.txt").write_text("Words.", encoding="utf-8")

    assert _arrived(tmp_path) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_a_name_that_is_no_unicode_is_no_hindrance(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.write_text("The harbour of Moss opens again, the mayor said.", encoding="utf-8")

    assert _arrived(tmp_path) is None


def test_a_folder_that_is_not_there_is_left_to_whoever_waits(tmp_path: Path) -> None:
    assert _arrived(tmp_path / "none") is None

    order = Order(BRIEF, (tmp_path / "none",), (tmp_path / "brief.md",))
    with (
        working_ahead(order.sources, order.outputs) as ahead,
        pytest.raises(NoSourcesError, match="no such file"),
    ):
        build(order, ahead=ahead)


def _arrived(path: Path) -> tuple[Ingested, list[SourceFindings]] | None:
    with working_ahead((path,), ()) as ahead:
        if ahead is None:
            pytest.skip("this machine copies no process, or has one core")
        return ahead.arrived()
