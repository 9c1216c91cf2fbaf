"""Notes that stand as numbered paragraphs behind the text are found by the numbers raised in it."""

import pytest
from msgspec.structs import replace

from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.pdf import read_pdf
from briefing.verify.typed_notes import with_typed
from briefing.verify.word import read_word
from tests.verify.raw_pdf import raw_pdf, shown
from tests.verify.raw_word import part, word_file

STYLES = '<w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
UP = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"


def word_paragraph(words: str, raised: str = "", behind: str = "", style: str = "") -> str:
    mark = f"<w:r>{UP}<w:t>{raised}</w:t></w:r>" if raised else ""
    rest = f"<w:r><w:t>{behind}</w:t></w:r>" if behind else ""
    return f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r>{mark}{rest}</w:p>"


def lines(*texts: str, part: Part = Part.BODY) -> tuple[Printed, ...]:
    return tuple(Printed(text, part, at, f"paragraph {at}") for at, text in enumerate(texts, 1))


NOTES = word_paragraph("1. The Gazette, para. 3.") + word_paragraph("2. The Courier, para. 1.")


def test_raised_figures_of_a_word_file_lead_to_notes_typed_behind_the_text() -> None:
    body = word_paragraph("The port is shut.", "1", style="Quote") + word_paragraph(
        "So be it.", "2"
    )

    paper = read_word(word_file(body + NOTES, STYLES))

    assert [(it.text, [mark.key for mark in it.marks]) for it in paper.paragraphs] == [
        ("The port is shut.", ["1"]),
        ("So be it.", ["2"]),
    ]
    assert dict(paper.notes) == {"1": "The Gazette, para. 3.", "2": "The Courier, para. 1."}


@pytest.mark.parametrize(
    ("words", "raised", "behind", "notes"),
    [
        pytest.param("It has 4 km", "2", " of quays.", "", id="no notes are there"),
        pytest.param("It has 3", "1", "00 quays.", NOTES, id="within a figure"),
        pytest.param("It has 4 km", "3", " of quays.", NOTES, id="no note of that number"),
    ],
)
def test_raised_figures_that_are_no_marks_stay_words(
    words: str, raised: str, behind: str, notes: str
) -> None:
    body = word_paragraph("So be it.", "1") if notes else ""

    paper = read_word(word_file(word_paragraph(words, raised, behind) + body + notes))

    assert (paper.paragraphs[0].text, paper.paragraphs[0].marks) == (words + raised + behind, ())


def test_a_mark_before_the_stretch_that_is_quoted_moves_it() -> None:
    said = Printed(
        "He said1 it is shut.2", Part.BODY, 1, "paragraph 1", (Mark(21, "footnote 9"),), ((9, 21),),
        raised=((7, 8), (20, 21)),
    )  # fmt: skip
    paper = Paper("word", (said, *lines("1. One note.", "2. Another note.")), {"footnote 9": "x"})

    (read,) = with_typed(paper).paragraphs

    assert read.text == "He said it is shut."
    assert [read.text[start:end] for start, end in read.quoted] == ["it is shut."]
    assert read.marks == (Mark(7, "1"), Mark(19, "2"), Mark(19, "footnote 9"))


def test_a_printed_web_page_has_its_notes_at_the_end_of_all_pages() -> None:
    marked = [
        f"{shown(words, y=y)}BT /F 10 Tf {x} {y + 5} Td ({number}) Tj ET\n"
        for words, x, y, number in (("The port is shut.", 162, 700, 1), ("So be it.", 118, 660, 2))
    ]
    notes = shown("1. The Gazette, para. 3.", y=600) + shown("2. The Courier.", y=580)

    paper = read_pdf(raw_pdf("".join(marked), further=notes))

    assert [it.text for it in paper.paragraphs] == ["The port is shut.", "So be it."]
    assert [paper.notes[mark.key] for it in paper.paragraphs for mark in it.marks] == [
        "The Gazette, para. 3.",
        "The Courier.",
    ]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(("[1] The Gazette.", "[2] The Courier."), 2, id="a list of sources"),
        pytest.param(("[1] The Gazette.", "and more."), 0, id="one number alone"),
        pytest.param(("[2] The Gazette.", "[3] The Courier."), 0, id="not from one on"),
    ],
)
def test_a_list_that_lost_its_style_is_known_by_its_numbers(
    texts: tuple[str, ...], found: int
) -> None:
    paper = with_typed(Paper("word", lines("Some words.", *texts), {}))

    assert sum(line.part is Part.ENTRY for line in paper.paragraphs) == found


def test_where_a_style_tells_the_list_no_number_does() -> None:
    listed = lines("[1] The Gazette.", part=Part.ENTRY)
    paper = Paper("word", (*listed, *lines("[1] First point.", "[2] Second point.")), {})

    assert with_typed(paper) == paper


LEVEL = (
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{}'/><w:lvlText w:val='{}'/></w:lvl>"
)
BEGUN = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"


def word_item(words: str, number: int = 1) -> str:
    item = f"<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
    return f"<w:p>{item}<w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("level", "before", "begun", "keys"),
    [
        pytest.param(("decimal", "%1."), "", "", ["1", "2"], id="numbers"),
        pytest.param(("bullet", "•"), "", "", [], id="bullets"),
        pytest.param(("lowerLetter", "%1."), "", "", [], id="letters"),
        pytest.param(("decimal", "Point %1"), "", "", [], id="numbers with words"),
        pytest.param(
            ("decimal", "%1."), word_item("First.", 2), BEGUN, ["1", "2"], id="begun anew"
        ),
        pytest.param(("decimal", "%1."), word_item("First.", 2), "", [], id="counted on"),
    ],
)
def test_notes_that_a_list_of_a_word_file_numbers_are_found(
    level: tuple[str, str], before: str, begun: str, keys: list[str]
) -> None:
    numbering = part("numbering", (
        f"<w:abstractNum w:abstractNumId='7'>{LEVEL.format(*level)}</w:abstractNum>"
        f"<w:num w:numId='1'><w:abstractNumId w:val='7'/>{begun}</w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>"
    ))  # fmt: skip
    said = word_paragraph("It is shut.", "1") + word_paragraph("So be it.", "2")
    notes = word_item("[1], para. 3.↩") + word_item("[2], para. 1.↩")

    paper = read_word(word_file(before + said + notes, numbering=numbering))

    assert [mark.key for it in paper.paragraphs for mark in it.marks] == keys
    assert dict(paper.notes) == ({"1": "[1], para. 3.", "2": "[2], para. 1."} if keys else {})


@pytest.mark.parametrize(
    ("texts", "noted"),
    [
        pytest.param(("[1] The Gazette.", "Leans on “the port”.", "[2] The Courier."), 1, id="between"),
        pytest.param(
            ("[1] The Gazette.", "[2] The Courier.", "Leans on it.", "SHA-256 0123456789abcdef…", "So."),
            2,
            id="down to the digest of the last",
        ),
        pytest.param(("[1] The Gazette.", "[2] The Courier.", "Some words."), 0, id="no digest"),
    ],
)  # fmt: skip
def test_what_stands_below_an_entry_belongs_to_it(texts: tuple[str, ...], noted: int) -> None:
    paper = with_typed(Paper("word", lines("Some words.", *texts), {}))

    assert sum(line.part is Part.ENTRY_NOTE for line in paper.paragraphs) == noted


def test_words_with_a_note_of_their_own_belong_to_no_entry() -> None:
    first, said, last = lines("[1] The Gazette.", "“It is shut.”", "[2] The Courier.")
    paper = Paper("word", (first, replace(said, marks=(Mark(14, "footnote 1"),)), last), {})

    assert [line.part for line in with_typed(paper).paragraphs][1] is Part.BODY


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(("It is shut. [1]", "So be it [2]."), ["1", "2"], id="counted on"),
        pytest.param(("It is shut [1]: 2 origins, [1] [2]", "So [2]."), ["1", "2"], id="not the others"),
        pytest.param(("It is shut. [2]", "So be it [1]."), [], id="in another order"),
        pytest.param(("It is shut. [1]", "So be it."), [], id="one that nothing calls"),
    ],
)  # fmt: skip
def test_figures_in_brackets_lead_to_notes_that_stand_beside_a_list_of_sources(
    texts: tuple[str, ...], found: list[str]
) -> None:
    entries = lines("[1] The Gazette.", "[2] The Courier.", part=Part.ENTRY)
    notes = lines("[1] The Gazette, para. 3 [1] ;", "[2] The Courier, para. 1.")
    paper = Paper("word", (*lines(*texts), *entries, *notes), {})

    read = with_typed(paper)

    if not found:
        assert read.notes == {}
        return
    assert [mark.key for line in read.paragraphs for mark in line.marks] == found
    assert read.notes == {"1": "The Gazette, para. 3 [1] ;", "2": "The Courier, para. 1."}
