"""What stands in marks in notes, headers, headings and above quotations is a title or a quotation."""

import pytest

from briefing.model.report import Report, Standing
from briefing.model.source import Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources

TEXT = (
    "The port of Moss will not reopen in May, said the harbour master.\n\nNo ship has called since."
)
WORDS = "The port of Moss will not reopen in May, said the harbour master."
TITLE = "Harbour master sees no ships before summer"
MADE_UP = "“The ministers agreed in secret to close every port by Easter.”"
ENTRY = f"[1] “{TITLE}.” Gazette, 3 May 2024. File gazette.txt"


def report(
    words: str = WORDS,
    lead: str = "Gazette, 3 May 2024",
    note: str = f"“{TITLE},” Gazette, para. 1 [1].",
    entry: str = ENTRY,
    heading: str = "Ports",
    header: str = "TLP:GREEN",
) -> Report:
    """The report on a briefing of one quotation."""
    lines = [
        Printed(heading, Part.HEADING, 1, "paragraph 1"),
        Printed(lead, Part.LEAD, 2, "paragraph 2"),
        Printed(words, Part.QUOTATION, 3, "paragraph 3", (Mark(len(words), "footnote 1"),)),
    ]
    if entry:
        lines.append(Printed(entry, Part.ENTRY, 4, "paragraph 4"))
    pages = (("default header", header), ("first header", header))
    source = Source("a" * 16, "gazette.txt", "a" * 64, "text/plain", TEXT, (), title=TITLE)
    paper = Paper("word", tuple(lines), {"footnote 1": note}, pages)
    return prove(paper, Sources((Held(source),)), "brief.docx")


def unproven(given: Report) -> list[tuple[str, Standing]]:
    return [(it.place, it.standing) for it in given.verdicts if it.standing is not Standing.PROVEN]


def test_titles_need_no_proof_wherever_they_stand() -> None:
    full = f"Moss, “{TITLE},” Gazette, para. 1 [1]."

    assert len(report().verdicts) == 1
    assert unproven(report()) == []
    assert unproven(report(lead=f"“{TITLE}”, undated")) == []
    assert unproven(report(note="“Harbour master sees no,” n.d., para. 1 [1].")) == []
    assert unproven(report(note=full, entry="")) == []
    assert (
        unproven(report(note="“No ships for Moss, says its master,” Gazette, para. 1 [1].")) == []
    )
    for entry in (
        "[1] Moss, who writes of ports. “No ships for Moss.” Gazette, 3 May 2024. File gazette.txt",
        "[1] File gazette.txt: “No ships for Moss before the summer”",
    ):
        assert unproven(report(entry=entry)) == []
    assert unproven(report(heading=f"What “{TITLE}” says")) == []
    assert (
        unproven(report(heading="“Made in Moss 2025” and after", header="“Made in Moss 2025”"))
        == []
    )


@pytest.mark.parametrize(
    ("changed", "place", "standing"),
    [
        ({"lead": f"Gazette, 3 May 2024. {MADE_UP}"}, "paragraph 2", Standing.UNCITED),
        ({"heading": f"Ports: {MADE_UP}"}, "paragraph 1", Standing.UNCITED),
        ({"header": f"TLP:GREEN {MADE_UP}"}, "the default header", Standing.UNCITED),
        ({"note": f"“{TITLE},” Gazette, para. 1 [1]. {MADE_UP}"}, "note 1", Standing.UNCITED),
        ({"note": f"“{TITLE},” Gazette [1]. {MADE_UP} [1]"}, "note 1", Standing.MISSING),
        ({"note": f"“{TITLE},” Gazette [1]. {MADE_UP}", "entry": ""}, "note 1", Standing.UNCITED),
        ({"note": f"{MADE_UP[:-2]},” he said; “{TITLE},” Gazette [1]."}, "note 1", Standing.UNCITED),
        ({"note": f"“No ships for Moss,” Gazette; {MADE_UP} he said [1]."}, "note 1", Standing.MISSING),
        ({"note": f"[1], para. 1. {MADE_UP}"}, "note 1", Standing.UNCITED),
        ({"entry": f"{ENTRY}. {MADE_UP}"}, "paragraph 4", Standing.UNCITED),
        ({"entry": f"[1] A paper of the port, gazette.txt. {MADE_UP}"}, "paragraph 4", Standing.UNCITED),
    ],
)  # fmt: skip
def test_what_else_stands_in_marks_is_held_against_the_sources(
    changed: dict[str, str], place: str, standing: Standing
) -> None:
    assert unproven(report(**changed)) == [(place, standing)]


def test_a_note_may_quote_the_source_that_it_cites() -> None:
    given = report(note=f"“{TITLE},” Gazette, para. 2: “No ship has called since” [1].")

    assert [(it.standing, it.place) for it in given.verdicts] == [
        (Standing.PROVEN, "paragraph 3"),
        (Standing.PROVEN, "note 1"),
    ]


@pytest.mark.parametrize(
    "words", ["will […] reopen in May", "will [] reopen in May", "[will] reopen in May"]
)
def test_a_negation_behind_an_editors_mark_is_told(words: str) -> None:
    given = report(WORDS.replace("will not reopen in May", words))

    assert unproven(given) == []
    (finding,) = [it for it in given.findings if it.kind == "left out"]
    assert finding.grave
    assert "leaves out “not”" in finding.text


def test_words_left_out_without_a_negation_are_the_editors_right() -> None:
    words = WORDS.replace("of Moss ", "[…] ").replace("will not", "[may] not")

    assert [it.kind for it in report(words).findings if it.kind == "left out"] == []


def test_a_label_in_which_marks_are_read_at_the_wrong_side_quotes_nothing() -> None:
    title, publisher = "נמל מוס ייפתח באביב", "עיתון הנמל - מהדורה"
    source = Source(
        "a" * 16, "gazette.txt", "a" * 64, "text/plain", "הנמל סגור.", (),
        title=title, publisher=publisher,
    )  # fmt: skip
    entry = f"[1] {title}“ ;{publisher}”; https://moss.example/1; published 3 May 2024."
    lines = (
        Printed("הנמל סגור.", Part.QUOTATION, 1, "page 1", (Mark(10, "1"),)),
        Printed(entry, Part.ENTRY, 2, "page 1", seen=(entry,)),
    )
    note = f"« 2 ,{publisher} ,« {title} janvier 2006, par. 1 [1]."
    paper = Paper("pdf", lines, {"1": note})

    assert unproven(prove(paper, Sources((Held(source),)), "brief.pdf")) == []
