"""Reports: notes and their numbers are no sentences, and a box beside an article does not cut its lines."""

import io
from pathlib import PurePath

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefing.model.source import Article, Kind
from briefing.readers import read

_PLAIN = ParagraphStyle("plain", fontSize=11, leading=14, spaceAfter=6)
_SMALL = ParagraphStyle("small", fontSize=8, leading=10)
_LONG = (
    "The council of Moss has said that the harbour will reopen in May, after two years of repairs that "
    "cost more than was planned, and that ships from the north are to call there twice a week"
)


def _report(*paragraphs: tuple[str, ParagraphStyle]) -> Article:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, invariant=True).build([Paragraph(*each) for each in paragraphs])
    return read(buffer.getvalue(), PurePath("report.pdf"))[0]


def _lines(article: Article, kind: Kind | None) -> list[str]:
    return [article.text[line.start : line.end] for line in article.lines if line.kind is kind]


def test_a_raised_number_that_leads_to_a_note_is_left_out() -> None:
    article = _report(
        (
            "It will reopen in May.<super size=7>12,13</super> Ships<super size=7>3</super> come.",
            _PLAIN,
        )
    )

    assert article.text == "It will reopen in May. Ships come."


def test_figures_of_units_and_lowered_ones_stay() -> None:
    article = _report(
        ("It covers 40 km<super size=7>2</super> and emits CO<sub size=7>2</sub> in 2024.", _PLAIN)
    )

    assert article.text == "It covers 40 km2 and emits CO2 in 2024."


def test_small_numbered_lines_are_notes_but_a_small_line_with_a_day_is_none() -> None:
    article = _report(
        ("14 March 2024", _SMALL),
        (f"{_LONG}.", _PLAIN),
        ("1 Council of Ports, Statement on the Depth of Channels, Moss 2023, p. 14.", _SMALL),
    )

    assert _lines(article, None) == ["14 March 2024", f"{_LONG}."]
    assert _lines(article, Kind.NOTE) == [
        "1 Council of Ports, Statement on the Depth of Channels, Moss 2023, p. 14."
    ]


def test_a_raised_number_tells_a_note_in_letters_as_large_as_the_text() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for at, words in enumerate((_LONG[:97], _LONG[98:], "it said.")):
        canvas.drawString(40, 700 - 14 * at, words)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(40, 104, "1")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(45, 100, "Statement on the depth of channels.")
    canvas.save()
    article = read(buffer.getvalue(), PurePath("report.pdf"))[0]

    assert _lines(article, None) == [f"{_LONG} it said."]
    assert _lines(article, Kind.NOTE) == ["1 Statement on the depth of channels."]


def test_a_paragraph_goes_on_over_the_notes_at_the_foot_of_a_page() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 300), invariant=True)
    first = "The harbour of Moss is to reopen in the course of May, and the"
    second = "council hopes that ships from the north will call there again."
    for words, note in ((first, "1 Ports 2023."), (second, "")):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(40, 250, words)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(40, 60, note)
        canvas.showPage()
    canvas.save()
    (article,) = read(buffer.getvalue(), PurePath("report.pdf"))

    assert _lines(article, None) == [f"{first} {second}"]


def test_text_that_flows_round_a_box_is_read_without_it() -> None:
    wide = (
        "which the council had promised to all who live on the coast, before any ship had called at"
    )
    beside = [
        f"the harbour of Moss, where work on pier {number} went on until late"
        for number in range(8)
    ]
    box = ["What it", "costs to", "keep the", "harbour", "open all", "winter"]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 500), invariant=True)
    canvas.setFont("Helvetica", 10)
    for at, words in enumerate([wide, *beside, wide, wide]):
        canvas.drawString(50, 400 - 14 * at, words)
    for at, words in enumerate(box):
        canvas.drawString(400, 383 - 13 * at, words)
    canvas.save()
    (article,) = read(buffer.getvalue(), PurePath("report.pdf"))

    assert " ".join(box) in article.text
    assert all(words in article.text for words in beside)


def test_a_chapters_running_head_is_known_by_its_place_on_two_pages() -> None:
    chapters = ("Cranes", "Cranes", "Pilots", "Pilots", "Dredging", "Dredging", "Ice", "Ice")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 300), invariant=True)
    for page, chapter in enumerate(chapters):
        canvas.drawString(40, 285, chapter)
        canvas.drawString(40, 150, f"On {chapter.lower()} and the harbour, {'again' * (page % 2)}.")
        canvas.showPage()
    canvas.save()
    (article,) = read(buffer.getvalue(), PurePath("report.pdf"))

    assert _lines(article, Kind.BOILERPLATE) == [*chapters]
