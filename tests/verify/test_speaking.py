"""Words of one speaker under the name of another: told where the source surely has them from the first."""

from pathlib import Path

import pytest

from briefing.analysis.examining import examine
from briefing.library import Access
from briefing.model.passage import Passage
from briefing.model.report import Finding, Standing, Verdict
from briefing.model.source import Kind, Segment, Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Shelf, Sources
from briefing.verify.speaking import check_speaker
from briefing.workflow.importing import import_paths
from briefing.workflow.library_shelf import LibraryShelf
from briefing.workflow.shelves import open_shelf
from briefing.workflow.verify import FileShelf
from briefing.workflow.wording import lexicon

MOSS = "“The port will reopen in May,” Anna Moss, the harbour master, said."
AGAIN = "“It is late, and everybody knows it,” she added."
HALL = "“Nobody asked the fishermen of Lund,” Peter Hall said of Ada Brook."
NOBODY = "The channel is twelve metres deep."
TEXT = f"{MOSS}\n\n{AGAIN}\n\n{HALL}\n\n{NOBODY}"
ENTRY = "[1] “Lund Gazette.” File lund-gazette.txt"


def _source(text: str = TEXT) -> Source:
    parts, at = [], 0
    for paragraph in text.split("\n\n"):
        parts.append(Segment(at, at + len(paragraph), Kind.BODY))
        at += len(paragraph) + 2
    return Source("a" * 16, "lund-gazette.txt", "a" * 64, "text/plain", text, tuple(parts))


def _found(speaker: str, words: str, shelf: Shelf) -> list[Finding]:
    """What is told of the speaker above the quotation `words`, which are proven."""
    lead = Printed(f"{speaker}, in Lund Gazette, undated", Part.LEAD, 1, "paragraph 1")
    quotation = Printed(words, Part.QUOTATION, 2, "paragraph 2", (Mark(len(words), "1"),))
    paper = Paper("word", (lead, quotation, Printed(ENTRY, Part.ENTRY, 3, "")), {"1": "[1]"})
    report = prove(paper, shelf, "brief.docx")
    assert [verdict.standing for verdict in report.verdicts] == [Standing.PROVEN]
    return [finding for finding in report.findings if finding.kind == "speaker"]


def _shelf(text: str = TEXT) -> Sources:
    source = _source(text)
    heard = {source.id: examine(source, lexicon()).attributions}
    assert {item.speaker for item in heard[source.id]} == {"Anna Moss", "Peter Hall"}
    return Sources((Held(source),), heard=heard)


@pytest.mark.parametrize(
    ("speaker", "words", "grave"),
    [
        pytest.param("Peter Hall", MOSS, True, id="another who speaks"),
        pytest.param("Ada Brook", MOSS, True, id="somebody who is named"),
        pytest.param("Peter Hall", AGAIN, False, id="not named beside the words"),
    ],
)
def test_words_of_another_speaker_are_told(speaker: str, words: str, *, grave: bool) -> None:
    (finding,) = _found(speaker, words, _shelf())

    assert finding.text == f"the source has these words from Anna Moss, not from “{speaker}”"
    assert finding.grave == grave


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        pytest.param("Anna Moss", MOSS, id="the speaker"),
        pytest.param("Moss", AGAIN, id="the speaker's last name"),
        pytest.param("The Harbour Master", AGAIN, id="the speaker's role"),
        pytest.param("The fishermen", MOSS, id="a word for somebody"),
        pytest.param("Peter Hall", NOBODY, id="words that nobody is known to say"),
        pytest.param("Ada Brook", f"{MOSS} […] {HALL}", id="words of both"),
    ],
)
def test_a_speaker_who_may_be_meant_is_not_doubted(speaker: str, words: str) -> None:
    assert _found(speaker, words, _shelf()) == []


def test_words_that_both_said_may_be_of_either() -> None:
    said = "“Nobody asked.”"

    assert _found("Peter Hall", said, _shelf(f"{HALL} {said}\n\n{MOSS} {said}")) == []


def test_words_that_the_paper_says_too_are_not_surely_of_a_speaker() -> None:
    source = _source()
    said = examine(source, lexicon()).attributions
    verdict = Verdict(MOSS, "[1]", Standing.PROVEN, source.id, 0, len(MOSS))
    paper = TEXT.index(NOBODY)

    assert list(check_speaker("Peter Hall", verdict, [0], said))
    assert not list(check_speaker("Peter Hall", verdict, [0, paper], said))


def test_a_shelf_of_files_knows_who_speaks(tmp_path: Path) -> None:
    (tmp_path / "lund-gazette.txt").write_text(f"Lund Gazette\n\n{TEXT}\n", encoding="utf-8")

    assert _found("Peter Hall", MOSS, FileShelf([tmp_path]))
    assert _found("Anna Moss", MOSS, FileShelf([tmp_path])) == []


def test_a_library_knows_whom_the_analyst_named(tmp_path: Path) -> None:
    file = tmp_path / "lund-gazette.txt"
    file.write_text(f"Lund Gazette\n\n{TEXT}\n", encoding="utf-8")
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        assert len(list(import_paths(library, [file]))) == 1
        assert _found("Peter Hall", MOSS, LibraryShelf(library))

        (key,) = library.ids()
        (source,) = library.sources([key])
        start = source.text.index(MOSS)
        library.name_speaker("desk", Passage(key, start, start + len(MOSS)), "Peter Hall")

        assert _found("Peter Hall", MOSS, LibraryShelf(library)) == []
