"""What a list of a PDF file quotes is read whole, wherever its lines end."""

from datetime import date

import pytest

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Document,
    Paragraph,
    Quoted,
    Reference,
    SourceLink,
    SourceList,
    Strong,
    Text,
)
from briefing.model.passage import Excerpt, Passage
from briefing.verify.paper import Part
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_lines import is_item
from briefing.writers.pdf import write_pdf
from tests.verify.raw_pdf import raw_pdf, shown

WORDS = "the port will stay closed while men measure the channel and count the barges again".split()


def _quoted(words: str) -> Quoted:
    return Quoted(Excerpt(Passage("s", 0, len(words)), words))


def _item(quoted: str) -> tuple[Block, ...]:
    cite = Cite((Citation(1, "s", (Text("Gazette, para. 1."),)),))
    link = SourceLink(1, (Text("[1]"),))
    return (Paragraph((_quoted(quoted), cite, Text(": 2 independent origins, "), link)),)


def test_an_item_goes_on_behind_the_colon_that_follows_its_note() -> None:
    """The items grow letter by letter, so that in some a line ends at the note, or at its colon."""
    quoted = [" ".join([*WORDS, "a" * letters]) for letters in range(1, 60)]
    items = BulletList(tuple(map(_item, quoted)))
    document = Document("Channel", "en-GB", date(2024, 5, 3), (items,), "Channel")

    paper = read_pdf(write_pdf(document).data)

    found = [
        paragraph.text[start:end].replace("\ufffe", "")
        for paragraph in paper.paragraphs
        for start, end in paragraph.quoted
    ]
    assert found == quoted


@pytest.mark.parametrize(
    "label",
    [
        "Ada Moss, in: Hafenbote, 8. April 2024: ",
        "Ada Moss, in: „Häfen: eine Reise“, ohne Datum: ",
        "“Ports: a journey”, undated: ",
    ],
)
def test_a_label_ends_behind_who_said_it_where_and_when(label: str) -> None:
    cite = Cite((Citation(1, "s", (Text("Gazette, para. 1."),)),))
    words = " ".join(WORDS)
    item = (Paragraph((Strong((Text("Ports"),)), Text(f", {label}"), _quoted(words), cite)),)
    document = Document("Channel", "de", date(2024, 5, 3), (BulletList((item,)),), "Channel")

    paper = read_pdf(write_pdf(document).data)

    found = [
        paragraph.text[start:end].replace("\ufffe", "")
        for paragraph in paper.paragraphs
        for start, end in paragraph.quoted
    ]
    assert found == [words]


def test_a_long_list_of_sources_makes_no_headings_of_what_is_set_larger() -> None:
    cite = Cite((Citation(1, "s", (Text("Gazette, para. 1."),)),))
    quoted = [" ".join([*WORDS, f"{number} times"]) for number in range(4)]
    items = [
        (Paragraph((Strong((Text(f"{number} times"),)), Text(": "), _quoted(words), cite)),)
        for number, words in enumerate(quoted)
    ]
    entry = (Text(" ".join(WORDS * 3)),)
    sources = SourceList(
        tuple(Reference(at, f"s{at}", entry) for at in range(1, 120)), compact=True
    )
    document = Document(
        "Channel", "en-GB", date(2024, 5, 3), (BulletList(tuple(items)), sources), "Channel"
    )

    paper = read_pdf(write_pdf(document).data)

    found = [
        paragraph.text[start:end].replace("\ufffe", "")
        for paragraph in paper.paragraphs
        for start, end in paragraph.quoted
    ]
    assert found == quoted


def test_a_label_is_known_by_another_font_where_no_name_tells_a_weight() -> None:
    other = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
    head = "the channel was measured by two boats of the port and by nobody else"
    content = (
        shown(head, 72, 760)
        + shown(head, 72, 746)
        + "BT /F 12 Tf 72 700 Td (1. ) Tj /G 12 Tf (12 metres) Tj /F 12 Tf (, Gazette: ) Tj"
        " (The channel is 12 metres deep) Tj 5 Ts /F 7 Tf (1) Tj ET\n"
    )
    paper = read_pdf(raw_pdf(content, "/G 6 0 R", (other,)))

    quoted = [
        paragraph.text[start:end]
        for paragraph in paper.paragraphs
        for start, end in paragraph.quoted
    ]
    assert quoted == ["The channel is 12 metres deep"]


def test_a_number_at_the_head_of_small_words_is_no_note_where_no_mark_calls_it() -> None:
    lead = "".join(shown(f"{' '.join(WORDS[:9])} {at}", y=760 - 14 * at) for at in range(4))
    small = (
        "BT /F 9 Tf 72 600 Td (1 source was read.) Tj ET BT /F 9 Tf 72 580 Td ([1] Gazette.) Tj ET"
    )

    paper = read_pdf(raw_pdf(lead + small))

    assert paper.notes == {}
    assert any(one.part is Part.ENTRY for one in paper.paragraphs)


def test_a_number_below_a_heading_is_no_note_whatever_mark_it_repeats() -> None:
    words = " ".join(WORDS[:9])
    cited = f"BT /F 12 Tf 72 760 Td ({words}) Tj 5 Ts /F 7 Tf (1) Tj ET\n"
    small = "BT /F 18 Tf 72 620 Td (Sources) Tj ET BT /F 9 Tf 72 600 Td (1 of 3 sources is cited.) Tj ET"

    assert read_pdf(raw_pdf(cited + small)).notes == {}


def test_a_day_is_no_number_of_an_item() -> None:
    assert is_item("10. The port is shut.")
    assert not is_item("10. April 2024 (erschlossen), Gazette: The port is shut.")


def _raised(number: str, x: float, y: float) -> str:
    return f"BT /F 10 Tf {x} {y + 5} Td ({number}) Tj ET\n"


def test_figures_raised_one_by_one_are_one_number() -> None:
    words = shown("The port is shut.", y=700) + _raised("2", 162, 700) + _raised("5", 167.6, 700)
    apart = shown("So be it all.", y=660) + _raised("1", 140, 660) + _raised("2", 150, 660)

    paper = read_pdf(raw_pdf(words + apart))

    keys = [[mark.key for mark in line.marks] for line in paper.paragraphs]
    assert keys == [["1:25"], ["1:1", "1:2"]]


@pytest.mark.parametrize(
    ("words", "x", "kept"),
    [
        pytest.param("and all the barges are safe.", 72, True, id="set as the text is"),
        pytest.param("and all the barges are safe.", 300, False, id="set elsewhere"),
    ],
)
def test_text_at_the_very_head_of_a_page_is_no_running_head(
    words: str, x: float, *, kept: bool
) -> None:
    """Browsers leave hardly a margin; the line below it may be of another kind."""
    first = "".join(shown("The port of Moss is shut", y=300 - 20 * row) for row in range(5))
    second = shown(words, x=x, y=800) + shown("Sources", y=600, before="2 0 0 2 0 0 cm")

    paper = read_pdf(raw_pdf(first, further=second))

    assert (words in " ".join(line.text for line in paper.paragraphs)) is kept


def test_an_item_that_begins_with_a_label_goes_on_at_the_head_of_the_next_page() -> None:
    """Its first line is bold where it begins, the next is not."""
    bold = "BT /B 12 Tf 90 100 Td (Gazette:) Tj ET\n"
    first = shown("Ports", y=740) + bold + shown("the port of Moss is shut and", x=142, y=100)
    second = shown("all barges are safe.", x=90, y=760) + _raised("1", 197, 760)
    more = shown("It is said that all is well.", x=90, y=700)
    fonts = "/B 7 0 R"
    bold_font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>"

    paper = read_pdf(raw_pdf(first, fonts, ("<<>>", bold_font), further=second + more))

    (item,) = [line for line in paper.paragraphs if line.text.startswith("Gazette:")]
    assert item.text == "Gazette: the port of Moss is shut and all barges are safe."
