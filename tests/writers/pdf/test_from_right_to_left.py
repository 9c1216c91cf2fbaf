"""Words from right to left: where they stand on the page, and what readers make of them."""

import re
import shutil
import subprocess

import pypdfium2 as pdfium
import pytest

from briefing.model.document import BulletList, Paragraph, Quoted, Role, Text
from briefing.model.passage import Excerpt, Passage
from briefing.writers.pdf import write_pdf
from tests.writers.pdf.test_writing_pdf import document, places, places_in


def test_words_from_right_to_left_follow_each_other_to_the_left() -> None:
    at = places("said אב גד today")

    assert at["s"] < at["ד"] < at["ג"] < at["ב"] < at["א"] < at["t"]


def test_a_paragraph_from_right_to_left_begins_at_the_right_edge() -> None:
    at = places("אב today")

    assert at["t"] < at["ב"] < at["א"]
    assert 500 < at["א"] < 520


def test_an_entry_of_a_list_begins_where_the_document_does() -> None:
    at = places_in(BulletList(((Paragraph((Text("אב today"),)),),)))

    assert at["ב"] < at["א"] < at["t"]


def test_a_sentence_of_a_source_ends_at_its_left_in_a_list() -> None:
    words = "אב גד."
    quoted = Quoted(Excerpt(Passage("s", 0, len(words)), words), "he")
    at = places_in(BulletList(((Paragraph((Text("May: "), quoted, Text(" end"))),),)))

    assert at[":"] < at["."] < at["ד"] < at["ג"] < at["ב"] < at["א"] < at["e"]


@pytest.mark.parametrize("text", ["אב x\u200cy", "אב \u200cabc\u200d 岸\u200c"])
def test_a_joiner_among_other_letters_shows_nothing(text: str) -> None:
    assert write_pdf(document(Paragraph((Text(text),)))).notices == ()


def test_a_title_from_right_to_left_does_not_turn_the_date_behind_it() -> None:
    at = places_in(Paragraph((Text("“אב גד”"), Text(", 12 Mar")), Role.NOTE))

    assert at["ד"] < at["ב"] < at["א"] < at[","] < at["1"] < at["2"] < at["M"]


@pytest.mark.parametrize(
    "text",
    [
        "(שלום) אמר נתניהו (ראש הממשלה), ביום [שני].",
        "קרא «צבא ישראל» {היום}, ולא מחר.",
        "הוא אמר: (כן), «לא».",
        "He said שלום עולם twice, and نعم in 2024.",
        "بشأن الاتفاق (حلف الشمال الأطلسي) قال: «نعم»، ثم 12 مايو 2024.",
        "می‌خواهیم ۱۲ میلیون تومان",
        "It was می‌خواهیم and گفت‌وگو at last.",
    ],
)
def test_another_reader_reads_what_is_written(text: str) -> None:
    with pdfium.PdfDocument(write_pdf(document(Paragraph((Text(text),)))).data) as pdf:
        read = pdf[0].get_textpage().get_text_range()
    assert text in read.replace("\u200e", "")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize(
    "text",
    [
        "Said שלום עולם (in 2024) twice, and السلام عليكم on 12 May (נמל) at last.",
        "Then the minister (ראש הממשלה) and (نعم) said so.",
    ],
)
def test_poppler_keeps_words_of_two_directions_apart(text: str) -> None:
    data = write_pdf(document(Paragraph((Text(text),)))).data

    given = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)

    assert text in re.sub("[\u200e\u202a-\u202e]", "", given.stdout.decode())
