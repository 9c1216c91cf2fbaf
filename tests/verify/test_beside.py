"""What is found beside the quotations: each thing that a reader would trip over has a finding."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.report import Finding, Standing, Verdict
from briefing.model.source import Kind, Segment, Source
from briefing.verify.beside import check_place
from briefing.verify.citing import Citation, Cited
from briefing.verify.manifest import SCHEMA
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.shelf import Clue, Held, Sources

FIRST = "Anna Moss said that the port will reopen on 4 May."
SECOND = "The channel is 12 metres deep."
PORT = Source(
    "a" * 16,
    "harbour-gazette.txt",
    "a" * 64,
    "text/plain",
    f"{FIRST}\n\n{SECOND}",
    (
        Segment(0, len(FIRST), Kind.BODY),
        Segment(len(FIRST) + 2, len(FIRST) + 2 + len(SECOND), Kind.BODY),
    ),
    published=date(2024, 5, 2),
    pages=(0, len(FIRST) + 2),
)
ENTRY = "[1] “Harbour Gazette.” File harbour-gazette.txt"


def found(
    *lines: tuple[Part, str],
    note: str = "[1]",
    pages: tuple[tuple[str, str], ...] = (),
    at: tuple[int, ...] = (),
) -> list[Finding]:
    """The findings on a paper of those lines; each quotation has the note `note`."""
    printed = tuple(
        Printed(
            text,
            part,
            number,
            f"paragraph {number}",
            (Mark(len(text), "1"),) if part is Part.QUOTATION else (),
            page=at[number - 1] if at else None,
        )
        for number, (part, text) in enumerate(lines, 1)
    )
    report = prove(Paper("word", printed, {"1": note}, pages), Sources((Held(PORT),)), "brief.docx")
    quoted = [verdict for verdict in report.verdicts if verdict.standing is Standing.PROVEN]
    assert len(quoted) == sum(part is Part.QUOTATION for part, _ in lines) or "[2]" in note
    return list(report.findings)


@pytest.mark.parametrize(
    ("lead", "kind", "text"),
    [
        pytest.param("Anna Moss, in Harbour Gazette, 2 May 2024", None, "", id="supported"),
        pytest.param("Jonas Vik, in Harbour Gazette", "speaker", "Jonas, Vik", id="a speaker"),
        pytest.param("14 metres · Harbour Gazette", "figure", "14", id="a figure"),
        pytest.param("Harbour Gazette, 3 May 2024", "date", "2024-05-02", id="a day"),
        pytest.param(
            "NEW · Jonas Vik, in Harbour Gazette", "speaker", "Jonas", id="of what is new"
        ),
        pytest.param("Lund Daily Courier, undated", "name", "Lund Daily", id="another paper"),
        pytest.param("Anna Moss, in Lund Courier, 2 May 2024", "name", "Lund", id="in another"),
        pytest.param("As the Harbour Gazette, undated", None, "", id="words of one's own"),
        pytest.param("Words that name no day", None, "", id="no day"),
    ],
)
def test_a_citation_line_says_what_the_source_supports(
    lead: str, kind: str | None, text: str
) -> None:
    findings = found((Part.LEAD, lead), (Part.QUOTATION, FIRST), (Part.ENTRY, ENTRY))

    assert [finding.kind for finding in findings] == ([kind] if kind else [])
    assert all(text in finding.text for finding in findings)


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        pytest.param("Jonas Vik in Harbour Gazette, undated", True, id="a person"),
        pytest.param("Jonas Vik in “A Port in Spring”, 2 May 2024", True, id="in a title"),
        pytest.param("“A Port in Spring”, 2 May 2024", False, id="a title alone"),
        pytest.param("Anna Moss in Harbour Gazette, undated", False, id="who is known"),
        pytest.param("As reported in Harbour Gazette, undated", False, id="words of one's own"),
        pytest.param("Jonas Vik in Spring, undated", False, id="no name of the source"),
    ],
)
def test_a_speaker_without_a_comma_is_read_where_a_name_of_the_source_follows(
    lead: str, *, told: bool
) -> None:
    port = replace(PORT, publisher="Harbour Gazette", title="A Port in Spring")
    quotation = Printed(FIRST, Part.QUOTATION, 2, "paragraph 2", (Mark(len(FIRST), "1"),))
    lines = (Printed(lead, Part.LEAD, 1, ""), quotation, Printed(ENTRY, Part.ENTRY, 3, ""))

    report = prove(Paper("word", lines, {"1": "[1]"}), Sources((Held(port),)), "brief.docx")

    assert [verdict.standing for verdict in report.verdicts] == [Standing.PROVEN]
    assert any(finding.kind == "speaker" for finding in report.findings) == told


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        pytest.param("Harbour Gazette, para. 1 [1]", None, id="the right paragraph"),
        pytest.param("Harbour Gazette, para. 2 [1]", "paragraph", id="a wrong paragraph"),
        pytest.param("Harbour Gazette, p. 1 [1]", None, id="the right page"),
        pytest.param("Harbour Gazette, p. 2 [1]", "page", id="a wrong page"),
        pytest.param("Harbour Gazette [1] [2]", "citation", id="a citation that leads nowhere"),
        pytest.param("Harbour Gazette, May 3, 2024 [1]", "date", id="a wrong day"),
    ],
)
def test_a_note_leads_where_it_says(note: str, kind: str | None) -> None:
    findings = found((Part.QUOTATION, FIRST), (Part.ENTRY, ENTRY), note=note)

    assert [finding.kind for finding in findings] == ([kind] if kind else [])


@pytest.mark.parametrize("named", ["para. 3", "p. 2"])
def test_words_that_stand_twice_may_be_cited_from_either_place(named: str) -> None:
    again = len(PORT.text) + 2
    segments = (*PORT.segments, Segment(again, again + len(FIRST), Kind.BODY))
    twice = replace(PORT, text=f"{PORT.text}\n\n{FIRST}", segments=segments)
    quotation = Printed(FIRST, Part.QUOTATION, 1, "paragraph 1", (Mark(len(FIRST), "1"),))
    entry = Printed(ENTRY, Part.ENTRY, 2, "paragraph 2")
    paper = Paper("word", (quotation, entry), {"1": f"Harbour Gazette, {named} [1]"})

    assert prove(paper, Sources((Held(twice),)), "brief.docx").findings == ()


@pytest.mark.parametrize(
    ("named", "kinds"), [("p. iv", []), ("p. 1", []), ("p. v", ["page"]), ("p. 2", ["page"])]
)
def test_a_page_may_be_named_as_it_is_printed_or_counted(named: str, kinds: list[str]) -> None:
    labelled = replace(PORT, page_labels=("iv", "v"))
    quotation = Printed(FIRST, Part.QUOTATION, 1, "paragraph 1", (Mark(len(FIRST), "1"),))
    entry = Printed(ENTRY, Part.ENTRY, 2, "paragraph 2")
    paper = Paper("word", (quotation, entry), {"1": f"Harbour Gazette, {named} [1]"})

    findings = prove(paper, Sources((Held(labelled),)), "brief.docx").findings

    assert [finding.kind for finding in findings] == kinds


@pytest.mark.parametrize(("named", "kinds"), [(1, []), (2, ["paragraph"])])
def test_of_a_note_that_cites_two_the_entry_tells_which_is_meant(
    named: int, kinds: list[str]
) -> None:
    """Somebody renumbered the sources of the list, by which the manifest still goes."""
    other = replace(PORT, id="b" * 16, path="other-letter.txt", sha256="b" * 64)
    cited = (
        Cited(Clue("File harbour-gazette.txt", other.id), 1, named, words=f"para. {named}"),
        Cited(Clue("File other-letter.txt", PORT.id), 2, 9, words="para. 9"),
    )
    verdict = Verdict(FIRST, "", Standing.PROVEN, PORT.id, 0, len(FIRST), passage=FIRST)

    findings = check_place(
        verdict, Citation("", cited), {PORT.id: Held(PORT)}, Sources((Held(PORT), Held(other)))
    )

    assert [finding.kind for finding in findings] == kinds


def test_a_source_that_nothing_cites_is_told() -> None:
    findings = found((Part.QUOTATION, FIRST), (Part.ENTRY, ENTRY), (Part.ENTRY, "[2] Another."))

    assert [finding.text for finding in findings] == ["nothing cites the source [2]"]


def test_a_list_of_which_most_is_not_cited_is_told_at_once() -> None:
    others = tuple((Part.ENTRY, f"[{number}] Another.") for number in range(2, 5))

    (finding,) = found((Part.QUOTATION, FIRST), (Part.ENTRY, ENTRY), *others)

    assert finding.text.startswith("nothing cites 3 of the 4 sources listed")
    assert finding.grave


def test_what_was_only_read_need_not_be_cited() -> None:
    read = (Part.HEADING, "Read and not cited"), (Part.ENTRY, "[2] Another.")

    assert found((Part.QUOTATION, FIRST), (Part.ENTRY, ENTRY), *read) == []
    assert [it.text for it in found((Part.HEADING, "Sources"), *read)] == [
        "nothing cites the source [2]"
    ]


def test_letters_of_two_scripts_are_told_within_a_line_too() -> None:
    line = "He said “the pоrt will reopen on 4 May” again."

    (finding,) = found((Part.BODY, line))

    assert finding.kind == "deceptive"
    assert "U+043E" in finding.text


def test_a_page_without_the_marking_is_told() -> None:
    pages = (("page 1", "TLP:AMBER"), ("page 2", "Harbour"), ("page 3", "TLP:AMBER"))

    findings = found((Part.QUOTATION, FIRST), (Part.ENTRY, ENTRY), pages=pages)

    assert [finding.place for finding in findings] == ["page 2"]


CONTENTS = (
    (Part.CONTENTS, "Harbour\t3"),
    (Part.CONTENTS, "Strait\t4"),
    (Part.CONTENTS, "Outlook\t5"),
)


@pytest.mark.parametrize(
    ("headings", "at", "text"),
    [
        pytest.param(("Harbour", "Strait", "Outlook"), (3, 4, 5), None, id="as they are"),
        pytest.param(("Harbour", "Strait", "Outlook"), (4, 5, 6), None, id="counted otherwise"),
        pytest.param(
            ("Harbour", "Strait", "Outlook"),
            (3, 4, 6),
            "the contents have “Outlook” on page 5; it is on 6",
            id="a page",
        ),
        pytest.param(
            ("Harbour", "Straits", "Outlook"),
            (3, 4, 5),
            "the contents list “Strait”, which is no heading; update the contents",
            id="a name",
        ),
        pytest.param(
            ("Strait", "Harbour", "Outlook"),
            (),
            "the contents list the headings in another order",
            id="an order",
        ),
    ],
)
def test_contents_match_the_headings(
    headings: tuple[str, ...], at: tuple[int, ...], text: str | None
) -> None:
    lines = tuple((Part.HEADING, words) for words in headings)

    findings = found(*CONTENTS, *lines, at=(1, 1, 1, *at) if at else ())

    assert [finding.text for finding in findings] == ([text] if text else [])


def test_each_of_two_briefings_has_its_own_contents() -> None:
    lines = tuple((Part.HEADING, words) for words in ("Harbour", "Strait", "Outlook"))
    pages = (1, 1, 1, 3, 4, 5)

    assert found(*CONTENTS, *lines, *CONTENTS, *lines, at=(*pages, *(it + 5 for it in pages))) == []


def test_a_note_that_no_mark_leads_to_is_told() -> None:
    lines = (Printed("", Part.BODY, 1, "page 1"), Printed(ENTRY, Part.ENTRY, 2, "page 1"))
    notes = {"1:1": "Harbour Gazette, para. 1 [1]", "1:2": "All days are local ones."}

    report = prove(Paper("pdf", lines, notes), Sources((Held(PORT),)), "brief")

    assert [it.text for it in report.findings if it.kind == "unread"] == [
        "no mark in the text leads to the note “Harbour Gazette, para. 1 [1]”"
    ]


@pytest.mark.parametrize(
    ("part", "text", "kinds"),
    [
        pytest.param(Part.BODY, "The port will reopen.", ["unread"], id="words that quote nothing"),
        pytest.param(Part.HEADING, "The port.", ["unread"], id="what looks like a heading"),
        pytest.param(Part.BODY, f"“{FIRST}”", [], id="a quotation"),
        pytest.param(Part.ANALYST, "The port will reopen.", [], id="the analyst's own words"),
    ],
)
@pytest.mark.parametrize("form", ["word", "pdf"])
def test_a_note_to_which_no_quotation_belongs_is_told(
    part: Part, text: str, kinds: list[str], form: str
) -> None:
    cited = Printed(text, part, 1, "page 1", (Mark(len(text), "1"),))
    entry = Printed(ENTRY, Part.ENTRY, 2, "page 1")
    paper = Paper(form, (cited, entry), {"1": "Harbour Gazette, para. 1 [1]"})

    findings = [
        finding
        for finding in prove(paper, Sources((Held(PORT),)), "brief").findings
        if finding.kind != "never cited"
    ]

    assert [finding.kind for finding in findings] == kinds
    assert all(finding.grave == (form == "pdf") for finding in findings)


@pytest.mark.parametrize(("claimed", "told"), [(None, [1, 2]), ([2], [2]), ([], [])])
def test_a_source_that_was_to_be_cited_and_is_not_is_told(
    claimed: list[int] | None, told: list[int]
) -> None:
    excerpt = {"source": PORT.id, "start": 0, "end": len(FIRST), "exact": FIRST, "cited": claimed}
    manifest = {"schema": SCHEMA, "sources": {}, "excerpts": [excerpt]}
    other = ENTRY.replace("[1]", "[2]")
    lines = [Printed(words, Part.ENTRY, at, "page 1") for at, words in enumerate((ENTRY, other), 1)]
    data = None if claimed is None else json.dumps(manifest).encode()

    findings = prove(Paper("word", tuple(lines), {}, manifest=data), None, "brief").findings

    assert [one.text for one in findings if one.kind == "never cited"] == [
        f"nothing cites the source [{number}]" for number in told
    ]


def test_a_speaker_whose_ligatures_were_scrambled_in_print_is_known() -> None:
    text = f"An officer spoke. {FIRST}"
    body = (Segment(0, len(text), Kind.BODY),)
    officer = Source("b" * 16, "harbour.txt", "b" * 64, "text/plain", text, body)
    lead = Printed("An o昀케cer, in Harbour Gazette", Part.LEAD, 1, "page 1")
    quotation = Printed(FIRST, Part.QUOTATION, 2, "page 1", (Mark(len(FIRST), "1"),))
    entry = Printed("[1] “Harbour Gazette.” File harbour.txt", Part.ENTRY, 3, "page 1")
    paper = Paper("pdf", (lead, quotation, entry), {"1": "[1]"})

    findings = prove(paper, Sources((Held(officer),)), "brief").findings

    assert not [finding for finding in findings if finding.kind == "speaker"]


def test_a_mark_that_leads_to_no_note_is_named_as_it_stands_on_the_page() -> None:
    line = Printed("The port will reopen.", Part.QUOTATION, 1, "page 3", (Mark(21, "3:7"),))

    (verdict,) = prove(Paper("pdf", (line,), {}), Sources((Held(PORT),)), "brief").verdicts

    assert verdict.detail.startswith("the citation note 7, page 3 leads nowhere")
