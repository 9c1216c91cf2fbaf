"""Titles and words behind a label that read from the right, in lines that begin at the left."""

from datetime import date

import pytest

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Document,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    SourceList,
    Strong,
    Text,
)
from briefing.model.look import Look
from briefing.model.passage import Excerpt, Passage
from briefing.model.report import Report, Standing
from briefing.verify.paper import Part
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_turning import Letter, seen
from briefing.verify.pdf_written import titles_apart
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources
from briefing.verify.word import read_word
from briefing.writers.pdf import write_pdf
from briefing.writers.word import write_docx
from tests.sources import make_source

TITLE = "سلطة الميناء: الأسعار بلغت 25 دولار"
WORDS = (
    "أوضح الوزير أن الأسعار بلغت 1,751.5 دولار للبرميل، في حين مقاتلات F-35 ستنشر في القاعدة؛ كما أن «لا "
    "شيء تغير حتى الآن» (حسب وكالة AFP)، وأن الصادرات تراجعت بنسبة 48%."
)
SOURCE = make_source(f"قبل ذلك أمس. {WORDS}", title=TITLE, publisher=None)


def _document(words: str = WORDS, lead: str = "", size: float = 10.5) -> Document:
    """A list item and a quotation of `words`, each behind the title of its source."""
    start = SOURCE.text.index(WORDS)
    quoted = Quoted(Excerpt(Passage(SOURCE.id, start, start + len(WORDS)), words))
    note = (Text("“"), Text(TITLE), Text(",” 12 April 2024, para. 1 [1]."))
    cite = Cite((Citation(1, SOURCE.id, note),))
    titled = (Text("“"), Text(TITLE), Text("”, 12 April 2024"))
    label = (Strong((Text("Prices"),)), Text(", "), *titled, Text(": "))
    leading = (Text(lead),) if lead else ()
    blocks: tuple[Block, ...] = (
        BulletList(((Paragraph((*label, *leading, quoted, cite)),),)),
        Quotation((*leading, quoted, cite), (*titled, Text(" · also in "), *titled)),
        SourceList((Reference(1, SOURCE.id, (Text("[1] “"), Text(TITLE), Text("”."))),)),
    )
    return Document("Prices", "en-GB", date(2024, 5, 3), blocks, "Prices", look=Look(size=size))


def _report(document: Document, form: str = "pdf") -> Report:
    shelf = Sources((Held(SOURCE),))
    if form == "word":
        return prove(read_word(write_docx(document).data), shelf, "x")
    return prove(read_pdf(write_pdf(document).data), shelf, "x")


@pytest.mark.parametrize("lead", ["", "… ", "[…] "])
@pytest.mark.parametrize("size", [7, 8.5, 10.5, 12, 15, 18])
def test_words_behind_a_title_from_the_right_are_proven_wherever_lines_end(
    size: float, lead: str
) -> None:
    report = _report(_document(lead=lead, size=size))

    displayed = [one for one in report.verdicts if len(one.quote) > len(TITLE)]
    assert [one.standing for one in displayed] == [Standing.PROVEN] * 2
    assert {one.standing for one in report.verdicts} == {Standing.PROVEN}
    assert [one for one in report.findings if one.grave] == []


@pytest.mark.parametrize("form", ["pdf", "word"])
@pytest.mark.parametrize(("old", "new"), [("48", "84"), ("حين", "يوم"), ("لا شيء ", "")])
def test_a_word_changed_behind_a_label_is_told(form: str, old: str, new: str) -> None:
    report = _report(_document(WORDS.replace(old, new)), form)

    unproven = [one.standing for one in report.verdicts if one.standing is not Standing.PROVEN]
    assert unproven == [Standing.ALTERED] * 2


def test_marks_that_part_a_title_from_what_follows_are_not_among_its_words() -> None:
    report = _report(_document(), "word")

    assert {one.standing for one in report.verdicts} == {Standing.PROVEN}
    assert [one for one in report.findings if one.grave] == []


def test_titles_of_a_line_are_read_by_themselves() -> None:
    seen = ["“2024 ראשון”, 22 May 2024 · also in “ףוס ", "ףסונ”, 3 origins"]

    assert titles_apart(seen)[1].startswith("נוסף”, 3")
    assert titles_apart(["“Port”, 22 May 2024"]) == []


def test_the_line_above_a_quotation_begins_at_the_left_where_its_marks_do() -> None:
    paper = read_pdf(write_pdf(_document()).data)

    (lead,) = [one for one in paper.paragraphs if one.part is Part.LEAD]
    titled = f"“{TITLE}”, 12 April 2024"
    assert lead.text == f"{titled} · also in {titled}"
    assert [words for words in paper.notes.values() if TITLE in words]


@pytest.mark.parametrize("right", [78.0, 150.0, 200.0, 260.0])
@pytest.mark.parametrize("size", [7.0, 8.5, 12.0])
@pytest.mark.parametrize("mark", [("“", "”"), ("«\xa0", "\xa0»")])
def test_the_line_above_is_whole_wherever_its_lines_end(
    mark: tuple[str, str], size: float, right: float
) -> None:
    titled = (Text(mark[0]), Text(TITLE), Text(f"{mark[1]}, 12 April 2024"))
    short = SOURCE.text.index("قبل"), SOURCE.text.index("أمس. ") + 4
    quoted = Quoted(Excerpt(Passage(SOURCE.id, *short), SOURCE.text[slice(*short)]))
    cite = Cite((Citation(1, SOURCE.id, (Text("para. 1 [1]."),)),))
    lead = (*titled, Text(" · also in "), *titled, Text(" · 2 independent origins"))
    look = Look(size=size, right=right)
    document = Document(
        "Prices", "en-GB", date(2024, 5, 3), (Quotation((quoted, cite), lead),), "Prices", look=look
    )

    lines = read_pdf(write_pdf(document).data).paragraphs

    assert [one.part for one in lines[-2:]] == [Part.LEAD, Part.QUOTATION]
    assert lines[-2].text.endswith("· 2 independent origins")
    assert lines[-2].text.count(TITLE) == 2


def test_a_space_behind_a_bullet_that_reaches_among_the_words_stands_before_them() -> None:
    places = [("•", 82.0, 92.6), (" ", 92.6, 98.3), ("A", 91.9, 105.8), ("n", 105.8, 118.6)]

    shown = seen([[Letter(text, x, end, 0, 18.0) for text, x, end in places]])

    assert "".join(one.text for one in shown) == "• An"
