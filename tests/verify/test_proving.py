"""Finished files of ours are proven against their sources, whatever became of them since."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from briefing.errors import ProofError
from briefing.model.brief import NAMING, Brief
from briefing.model.report import Report, Standing, Strength, Verdict
from briefing.model.source import Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import paper_of, verify

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing in Word and PDF."""
    folder = tmp_path_factory.mktemp("finished")
    brief = Brief(date=date(2024, 4, 12), title="Sample", marking="TLP:GREEN")
    build(Order(brief, (SAMPLES,), (folder / "brief.docx", folder / "brief.pdf")))
    return folder


@pytest.mark.parametrize("name", ["brief.docx", "brief.pdf"])
def test_what_we_write_is_proven(finished: Path, name: str) -> None:
    (report,) = verify([finished / name], [SAMPLES])

    assert report.counts()["proven"] == len(report.verdicts) > 20
    assert [finding for finding in report.findings if finding.grave] == []
    assert report.strength is Strength.SOURCES


@pytest.mark.parametrize("style", sorted(NAMING))
def test_without_a_source_list_the_notes_name_the_sources(tmp_path: Path, style: str) -> None:
    brief = Brief(date=date(2024, 4, 12), citation_style=style, source_list=False)
    files = [tmp_path / "brief.docx", tmp_path / "brief.pdf"]
    build(Order(brief, (SAMPLES,), tuple(files)))

    for report in verify(files, [SAMPLES]):
        assert report.counts()["proven"] == len(report.verdicts) > 20
        assert [finding for finding in report.findings if finding.grave] == []


def _altered(
    finished: Path, change: Callable[[str], str], part: str = "word/document.xml"
) -> Report:
    """The report on the Word file with `part` changed."""
    data = BytesIO()
    with (
        zipfile.ZipFile(finished / "brief.docx") as old,
        zipfile.ZipFile(data, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                changed = change(content.decode())
                assert changed != content.decode()
                content = changed.encode()
            new.writestr(name, content)
    file = finished / "changed.docx"
    file.write_bytes(data.getvalue())
    (report,) = verify([file], [SAMPLES])
    return report


def _standings(report: Report) -> set[Standing]:
    return {verdict.standing for verdict in report.verdicts} - {Standing.PROVEN}


def test_a_changed_word_is_altered_and_shown(finished: Path) -> None:
    report = _altered(finished, lambda xml: xml.replace("19 hours behind", "29 hours behind", 1))

    (verdict,) = [item for item in report.verdicts if item.standing is not Standing.PROVEN]
    assert verdict.standing is Standing.ALTERED
    assert verdict.detail == "“29” is printed where the source has “19”"
    assert report.manifest == "disagrees"


def test_a_citation_taken_away_leaves_words_uncited(finished: Path) -> None:
    cut = re.compile(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference[^>]*/></w:r>")

    assert _standings(_altered(finished, lambda xml: cut.sub("", xml, count=1))) == {
        Standing.UNCITED
    }


def _with_a_line(words: str) -> Callable[[str], str]:
    """Adds a paragraph of an analyst's own at the head of the text."""
    return lambda xml: xml.replace(
        "<w:body>", f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p>", 1
    )


def test_a_title_in_quotation_marks_names_its_source_and_needs_no_citation(finished: Path) -> None:
    title = "Pyongyang watches the alliance close ranks (sample)"

    named = _altered(finished, _with_a_line(f"All this is in “{title}”."))
    part = _altered(finished, _with_a_line(f"All this is in “{title.removesuffix(' (sample)')}”."))
    lost = _altered(finished, _with_a_line(f"All this is in “{title}” [99]."))

    assert _standings(named) == set()
    assert _standings(part) == {Standing.UNCITED}
    assert _standings(lost) == {Standing.UNCITED}


def test_hidden_words_are_told(finished: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r>"
    style = '<w:pStyle w:val="Quote"/></w:pPr>'

    report = _altered(finished, lambda xml: xml.replace(style, style + hidden, 1))

    assert _standings(report) == set()
    assert "hidden text: “not ”" in [finding.text for finding in report.findings]


def test_an_invented_quotation_is_missing(finished: Path) -> None:
    report = _altered(
        finished,
        lambda xml: re.sub(
            r"(<w:rStyle w:val=\"SourceWords\"/></w:rPr><w:t[^>]*>)[^<]*",
            r"\1Nobody ever wrote that purple whales govern quietly.",
            xml,
            count=1,
        ),
    )

    assert _standings(report) == {Standing.MISSING}


@pytest.mark.parametrize("name", ["brief.docx", "brief.pdf"])
def test_without_sources_nothing_is_proven_and_nothing_is_blamed(finished: Path, name: str) -> None:
    (report,) = verify([finished / name])

    assert {verdict.standing for verdict in report.verdicts} == {Standing.UNCHECKED}
    assert report.strength is Strength.MANIFEST
    assert report.manifest == "agrees"
    assert report.findings == ()


def test_a_manifest_that_lies_is_told(finished: Path) -> None:
    report = _altered(
        finished, lambda xml: xml.replace("19 hours", "29 hours"), "customXml/item1.xml"
    )

    assert report.is_clean
    assert any("does not tell the truth" in finding.text for finding in report.findings)


def test_a_paper_needs_no_file() -> None:
    with pytest.raises(ProofError, match="neither Word nor PDF"):
        paper_of(b"plain")
    with pytest.raises(ProofError, match="the file is empty"):
        paper_of(b"")


def test_both_formats_show_the_same_quotations(finished: Path) -> None:
    word, pdf = verify([finished / "brief.docx", finished / "brief.pdf"], [SAMPLES])

    assert [it.quote for it in word.verdicts] == [it.quote for it in pdf.verdicts]
    assert [it.start for it in word.verdicts] == [it.start for it in pdf.verdicts]


def _judged(words: str, text: str, form: str = "word") -> Verdict:
    """The verdict on `words`, displayed and cited, where the source cited is `text`."""
    source = Source("a" * 16, "gazette.txt", "a" * 64, "text/plain", text, ())
    lines = (
        Printed(words, Part.QUOTATION, 1, "paragraph 1", (Mark(len(words), "1"),)),
        Printed("[1] File gazette.txt", Part.ENTRY, 2, "paragraph 2"),
    )
    report = prove(Paper(form, lines, {"1": "[1]"}), Sources((Held(source),)), "brief.docx")
    (verdict,) = report.verdicts
    return verdict


@pytest.mark.parametrize(
    "marks",
    ["“”", "„“", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", "””", '""', "''", "＂＂", "「」", "『』"],
)
def test_words_in_marks_of_any_kind_are_a_quotation(marks: str) -> None:
    words = f"He said {marks[0]}the fleet was sold to pirates{marks[1]} on Monday."

    (verdict,) = _within(words, "The port is shut.").verdicts

    assert verdict.quote == "the fleet was sold to pirates"
    assert verdict.standing is Standing.MISSING


@pytest.mark.parametrize(
    "words",
    [
        "The ministers' view of the '90s, and of all that came after them' is known.",
        'It is 12" wide and stands in a hall that is as wide as the port itself.',
        "The mark of inches ” is no opening one, whatever may come behind it here.",
    ],
)
def test_apostrophes_and_signs_of_measure_open_no_quotation(words: str) -> None:
    assert _within(words, "The port is shut.").verdicts == ()


def test_a_heading_quotes_where_a_note_cites_it() -> None:
    words = "“The fleet was sold to pirates”"

    assert [
        [verdict.standing for verdict in _within(words, "The port.", part, note=note).verdicts]
        for part, note in ((Part.HEADING, True), (Part.HEADING, False), (Part.BODY, False))
    ] == [[Standing.MISSING], [], [Standing.UNCITED]]


def _within(words: str, text: str, part: Part = Part.BODY, *, note: bool = True) -> Report:
    """The report on a line of that kind that a note cites, where the source cited is `text`."""
    source = Source("a" * 16, "gazette.txt", "a" * 64, "text/plain", text, ())
    marks = (Mark(len(words), "1"),) if note else ()
    lines = (
        Printed(words, part, 1, "paragraph 1", marks),
        Printed("[1] File gazette.txt", Part.ENTRY, 2, "paragraph 2"),
    )
    return prove(Paper("word", lines, {"1": "[1]"}), Sources((Held(source),)), "brief.docx")


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        pytest.param("The �rst o�cer", Standing.UNCHECKED, id="a ligature that has no name"),
        pytest.param("The �rst of all", Standing.ALTERED, id="and words that differ"),
        pytest.param("The �rst �", Standing.ALTERED, id="more than a ligature"),
    ],
)
def test_letters_that_a_print_does_not_name_are_not_called_altered(
    words: str, standing: Standing
) -> None:
    text = f"The first officer {'of the harbour said so. ' * 3}"
    behind = " of the harbour said so. of the harbour said so."

    assert _judged(f"{words}{behind}", text, "pdf").standing is standing
    assert _judged(f"{words}{behind}", text).standing is Standing.ALTERED


def test_words_that_stand_twice_are_proven_where_they_are_whole() -> None:
    words = "The port will reopen in May."
    text = f"Asked twice, Moss wrote “{words}” and nothing more.\n\n{words}"

    verdict = _judged(words, text)

    assert (verdict.standing, verdict.start) == (Standing.PROVEN, text.rindex(words))


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        (
            "It read “the port is shut. Ada left.",
            "“It read “the port is shut.” and so on",
            Standing.PROVEN,
        ),
        (
            'It read "the port is shut. Ada left.',
            "“It read “the port is shut.” and so on",
            Standing.PROVEN,
        ),
        (
            "It read “the port is shut” today.",
            "“It read “the port is shut” and so on",
            Standing.ALTERED,
        ),
        (
            "It read the port is shut today.",
            "“It read “the port is shut” and so on",
            Standing.ALTERED,
        ),
    ],
)
def test_a_mark_that_the_source_leaves_open_leaves_what_follows_out(
    text: str, words: str, standing: Standing
) -> None:
    (verdict,) = _within(f"The note says {words}.", text).verdicts

    assert verdict.standing is standing


def test_an_ellipsis_within_the_closing_mark_says_that_words_are_left_out() -> None:
    text = "“The port will, after all that was said and done here, reopen in May …”\n\nMoss waited."

    verdict = _judged("“The port will […] reopen in May …”", text)

    assert verdict.standing is Standing.PROVEN


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("The port of Vance will open in May. — Ada Moss, the mayor", Standing.PROVEN),
        ("The port of Vance will open in May. (Moss 2024, 12)", Standing.PROVEN),
        ("The port of Vance will open in May. — Ministers admitted it", Standing.ALTERED),
        ("Nobody spoke of the new quay. – President Brandt was there.", Standing.PROVEN),
        ("Nobody spoke of the new quay. – President Brandt was not there.", Standing.ALTERED),
        ("Nobody spoke of the new quay. – President Leo Brandt", Standing.ALTERED),
    ],
)
def test_only_a_name_behind_words_set_apart_is_passed_over(words: str, standing: Standing) -> None:
    text = (
        "The port of Vance will open in May. All ships may call there again, and the ferry too.\n\n"
        "Nobody spoke of the new quay. – President Brandt was there."
    )

    assert _judged(words, text).standing is standing


PORT_LOST = "The port of Moss lost 170 barges on 12 March."


def _item(text: str, mark: int, styled: tuple[int, int] | None = None) -> Report:
    """The report on a paragraph with a note behind the character `mark`."""
    quoted = (styled,) if styled else ()
    line = Printed(text, Part.BODY, 1, "paragraph 1", (Mark(mark, "1"),), quoted)
    source = Source("a" * 16, "port.txt", "a" * 64, "text/plain", f"{PORT_LOST} All are safe.", ())
    shelf = Sources((Held(source),))
    return prove(Paper("word", (line,), {"1": "port.txt, para. 1."}), shelf, "x")


@pytest.mark.parametrize(
    ("text", "behind", "quoted"),
    [
        pytest.param(f"12 March, Gazette: {PORT_LOST}", "", [PORT_LOST], id="behind a label"),
        pytest.param(f"At 9: the mole: {PORT_LOST}", "", [PORT_LOST], id="behind two colons"),
        pytest.param("the port of Moss lost", ": 2 origins", [], id="not as the source has it"),
        pytest.param("port of Moss lost 170 barges", ": 2 origins", ["port of Moss lost 170 barges"],
                     id="before what follows"),
        pytest.param("The port of Moss", ": 2 origins", ["The port of Moss"], id="four words"),
        pytest.param(PORT_LOST, "", [], id="a paragraph that no longer says that it quotes"),
        pytest.param("Gazette: The port", "", [], id="too few words"),
        pytest.param("The port of Moss is safe.", "", [], id="the analyst's own"),
    ],
)  # fmt: skip
def test_words_before_a_note_are_found_in_its_source_where_no_style_tells_them(
    text: str, behind: str, quoted: list[str]
) -> None:
    report = _item(f"{text}{behind}", len(text))

    assert [verdict.quote for verdict in report.verdicts] == quoted
    assert report.is_clean


@pytest.mark.parametrize(
    ("label", "words", "standing"),
    [
        pytest.param("170 barges: ", PORT_LOST, Standing.PROVEN, id="the whole sentence"),
        pytest.param("170 barges: ", PORT_LOST[4:], Standing.ALTERED, id="its head cut off"),
        pytest.param("170 barges: ", PORT_LOST[:-13], Standing.ALTERED, id="its end cut off"),
        pytest.param("It lost, he says: ", f"{PORT_LOST} All", Standing.ALTERED, id="a word more"),
        pytest.param("He said the ", PORT_LOST[4:], Standing.PROVEN, id="within a sentence"),
    ],
)
def test_words_that_fill_a_paragraph_behind_a_label_are_whole_sentences(
    label: str, words: str, standing: Standing
) -> None:
    text = f"{label}{words}"

    report = _item(text, len(text), (len(label), len(text)))

    assert [verdict.standing for verdict in report.verdicts] == [standing]


def _set_apart(*texts: str, marked: int = -1) -> Report:
    """The report on quotations set apart, of which one has a note, and on what is not so set."""
    port = Source(
        "a" * 16, "port.txt", "a" * 64, "text/plain", f"{PORT_LOST} All are safe.", (),
        title="The barges of Moss are lost",
    )  # fmt: skip
    lines = tuple(
        Printed(
            text, Part.QUOTATION, at, f"paragraph {at}",
            (Mark(len(text), "1"),) if at - 1 == marked else (),
        )
        for at, text in enumerate(texts, 1)
    )  # fmt: skip
    return prove(Paper("word", lines, {"1": "port.txt"}), Sources((Held(port),)), "x")


def test_of_a_quotation_in_several_paragraphs_the_last_has_the_note() -> None:
    cited = _set_apart(PORT_LOST, "All are safe.", marked=1)
    other = _set_apart("All are lost.", "All are safe.", marked=1)

    assert cited.is_clean
    assert [it.standing for it in other.verdicts] == [Standing.UNCITED, Standing.PROVEN]


@pytest.mark.parametrize(
    ("behind", "standing"),
    [
        pytest.param("(Mole, “The barges of Moss are lost,” para. 1)", Standing.PROVEN, id="a title"),
        pytest.param("(Mole, “The barges of Moss,” para. 1).", Standing.PROVEN, id="its first words"),
        pytest.param("(port.txt (in the archive), para. 1)", Standing.PROVEN, id="a file, brackets within"),
        pytest.param("(Mole, “The ships of Moss,” para. 1)", Standing.UNCITED, id="another's"),
        pytest.param("(he laughed)", Standing.UNCITED, id="no citation"),
    ],
)  # fmt: skip
def test_a_note_in_brackets_behind_a_quotation_cites_it(behind: str, standing: Standing) -> None:
    report = _set_apart(f"{PORT_LOST} {behind}")

    assert [verdict.standing for verdict in report.verdicts] == [standing]


def test_a_note_in_brackets_does_not_excuse_other_words() -> None:
    changed = PORT_LOST.replace("170", "171")

    (verdict,) = _set_apart(f"{changed} (Mole, “The barges of Moss are lost,” para. 1)").verdicts

    assert verdict.standing is Standing.ALTERED
    assert [(it.printed, it.source) for it in verdict.changes] == [("171", "170")]


@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f"])
def test_a_space_before_a_sign_of_per_cent_is_typography(space: str) -> None:
    assert (
        _judged(f"It rose by 4{space}% in May.", "It rose by 4% in May.").standing
        is Standing.PROVEN
    )
    assert (
        _judged("It rose by 4% in May.", f"It rose by 4{space}% in May.").standing
        is Standing.PROVEN
    )
