"""Lines of Chinese and Japanese end between any two letters, and not before a stop."""

from datetime import date

import pytest

from briefing.model.document import Document, Quotation, Quoted
from briefing.model.passage import Excerpt, Passage
from briefing.verify.pdf import read_pdf
from briefing.writers.pdf import write_pdf
from briefing.writers.pdf.coding import MAY_BREAK
from briefing.writers.pdf.east_asian import parted_anywhere


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("港口开", ["港", "口", "开"]),
        ("港，口", ["港，", "口"]),
        ("说“开”了", ["说", "“开”", "了"]),
        ("（港）口", ["（港）", "口"]),
        ("第27号", ["第", "27", "号"]),
        ("APEC峰会", ["APEC", "峰", "会"]),
        ("ニュース", ["ニュー", "ス"]),
        ("人民――习", ["人", "民――", "习"]),
        ("harbour", ["harbour"]),
    ],
)
def test_parts(word: str, parts: list[str]) -> None:
    found = parted_anywhere(word)

    assert [part.partition(MAY_BREAK)[0] for part in found] == parts
    behind = [part.partition(MAY_BREAK)[2] for part in found[:-1]]
    assert behind == [part[0] for part in parts[1:]]


def test_no_line_begins_with_a_stop_and_none_is_short_before_a_long_stretch() -> None:
    words = "港口管理局星期三宣布，莫斯的“新渡轮”将于5月27日开航，每天往返二十七次、码头扩建。"
    quoted = ["Moss " + "很" * number + words * 2 for number in range(30)]
    blocks = [Quotation((Quoted(Excerpt(Passage("s", 0, len(one)), one)),)) for one in quoted]
    document = Document("Moss", "en-GB", date(2024, 5, 3), tuple(blocks), "Moss")

    found = [it.text.split(" ") for it in read_pdf(write_pdf(document).data).paragraphs]

    lines = [line for paragraph in found if paragraph[0] == "Moss" for line in paragraph[1:]]
    assert len(lines) >= 60
    assert [line for line in lines if line[0] in "，。、”"] == []
    assert min(len(paragraph[1]) for paragraph in found if paragraph[0] == "Moss") > 25


def test_letters_of_taiwan_are_set_and_given_back() -> None:
    words = "產業公會星期三啟用新屋，眾人都來了，絕無缺席。"
    quoted = Quotation((Quoted(Excerpt(Passage("s", 0, len(words)), words)),))
    document = Document("Moss", "en-GB", date(2024, 5, 3), (quoted,), "Moss")

    made = write_pdf(document)

    assert made.notices == ()
    assert [it.text for it in read_pdf(made.data).paragraphs] == [words]
