"""Files of strangers are read in a process that may die; the rest goes on."""

import os
import sys
import time
from pathlib import Path

import pytest
from msgspec.msgpack import Encoder

from briefing.errors import SourceError
from briefing.workflow import guarded
from briefing.workflow.found import Found
from briefing.workflow.guarded import FIND, Guarded
from briefing.workflow.ingest import ingest
from tests.readers.packing import paragraphs, word

WORDS = "The port of Moss will reopen on 4 May, the harbour office said on Friday."


def test_a_child_reads_and_is_asked_again() -> None:
    with Guarded(FIND) as child:
        one = child.ask(word(paragraphs(WORDS)), "one.docx")
        other = child.ask(word(paragraphs(WORDS, WORDS)), "other.docx")

    assert WORDS in one.sources[0].text
    assert other.sources[0].path == "other.docx"


def test_what_the_child_refuses_comes_back_as_its_sentence() -> None:
    with Guarded(FIND) as child, pytest.raises(SourceError, match="damaged"):
        child.ask(b"%PDF-1.7", "x.pdf")


def test_a_child_that_dies_refuses_one_file_and_is_started_again() -> None:
    with Guarded(FIND) as child:
        child.ask(word(paragraphs(WORDS)), "one.docx")
        process = child._process
        assert process is not None
        os.kill(process.pid or 0, 9)
        process.join()
        assert child.ask(word(paragraphs(WORDS)), "two.docx").sources


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_WAITING", 0)
    began = time.monotonic()

    with Guarded(FIND) as child, pytest.raises(SourceError, match="too long"):
        child.ask(word(paragraphs(WORDS)), "one.docx")

    assert time.monotonic() - began < 20


def test_a_folder_is_read_in_order_and_a_bad_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(paragraphs("Words of the first article.")))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_text(WORDS, encoding="utf-8")

    found = ingest([tmp_path])

    assert [Path(source.path).name for source in found.sources] == ["a.docx", "c.txt"]
    assert [Path(notice.where).name for notice in found.refused] == ["b.pdf"]


def test_a_bibliography_beside_the_files_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "library.bib").write_text(
        "@article{moss, title={Port to reopen}, author={Moss, Ada and Lund, Per}, "
        "journal={Harbour Gazette}, date={2024-05-04}, file={Text:files/1/c.txt:text/plain}}\n"
        "@article{other, title={A thing that nobody has}}\n",
        encoding="utf-8",
    )

    found = ingest([tmp_path])
    (source,) = found.sources

    assert (source.title, source.publisher) == ("Port to reopen", "Harbour Gazette")
    assert source.authors == ("Ada Moss", "Per Lund")
    assert str(source.published) == "2024-05-04"
    assert any("1 of its entries" in notice.text for notice in found.notices)


def test_a_finding_keeps_what_concerns_the_whole_file() -> None:
    assert Found().with_notices_kept() == ()


def test_a_library_that_does_not_load_is_not_the_files_fault() -> None:
    def run(data: bytes, name: str) -> Found:
        raise ImportError("there is no parser")

    answer = guarded._answer(run, b"", "page.html", Encoder())

    assert answer.found is None
    assert answer.what == "a library that reads such files does not load (there is no parser)"
    assert "doctor" in answer.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
@pytest.mark.parametrize(("mapped", "method"), [(2**25, "fork"), (2**30, "spawn")])
def test_only_a_small_process_is_copied(
    monkeypatch: pytest.MonkeyPatch, mapped: int, method: str
) -> None:
    monkeypatch.setattr(guarded, "may_be_copied", lambda: True)
    monkeypatch.setattr(guarded, "_mapped", lambda: mapped)

    with Guarded(FIND) as child:
        child.start()
        assert child._process is not None
        assert child._process._start_method == method  # type: ignore[attr-defined]
