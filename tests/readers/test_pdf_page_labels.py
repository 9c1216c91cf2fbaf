"""Pages are called what the file or the numbers printed on them call them."""

import io
from pathlib import PurePath

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.model.source import Article, Kind
from briefing.readers import read
from briefing.readers.pdf_page_labels import page_labels

_WORDS = "Moss Lund Vik Horn Berg Dal Nes Sund Elv Fjord Hav Strand".split()
_FRONT = ("i", "ii", "iii", "iv", "1", "2")


def _report(printed: tuple[str, ...], labels: dict[int, str]) -> Article:
    """A page for each of `printed`, which stands at its foot; `labels` as the file states them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for index, number in enumerate(printed):
        if index in labels:
            style, _, start = labels[index].partition(" ")
            canvas.addPageLabel(index, style=style, start=int(start))
        for line in range(12):
            canvas.drawString(72, 700 - 14 * line, f"{_WORDS[index]} ships call at {_WORDS[line]}.")
        if number:
            canvas.drawString(290, 40, number)
        canvas.showPage()
    canvas.save()
    return read(buffer.getvalue(), PurePath("report.pdf"))[0]


def test_the_labels_that_a_file_gives_its_pages_are_taken() -> None:
    article = _report(("",) * 6, {0: "ROMAN_LOWER 1", 4: "ARABIC 1"})

    assert article.page_labels == _FRONT
    assert len(article.pages) == len(_FRONT)


def test_where_the_file_states_none_the_numbers_at_the_edges_count() -> None:
    article = _report(("", "", "iii", "iv", "", "2", "3", "4"), {})

    assert article.page_labels == ("i", "ii", "iii", "iv", "1", "2", "3", "4")
    edges = [line for line in article.lines if line.kind is Kind.BOILERPLATE]
    assert [article.text[line.start : line.end] for line in edges] == ["iii", "iv", "2", "3", "4"]


def test_pages_out_of_a_volume_keep_its_numbers() -> None:
    article = _report(("123", "124", "125", "126"), {})

    assert article.page_labels == ("123", "124", "125", "126")


@pytest.mark.parametrize(
    "printed", [("1", "2", "3"), ("", "2", "3", "4"), ("", "", "7", ""), ("2021", "2024", "1999")]
)
def test_pages_that_count_from_the_first_and_figures_give_no_labels(
    printed: tuple[str, ...],
) -> None:
    assert _report(printed, {}).page_labels == ()


def test_printed_numbers_go_before_labels_that_contradict_them() -> None:
    article = _report(("11", "12", "13", "14"), {0: "ROMAN_LOWER 1"})

    assert article.page_labels == ("11", "12", "13", "14")


def test_a_label_that_two_pages_have_and_a_name_tell_no_page() -> None:
    assert page_labels(("i", "1", "2", "1"), ()) == ("i", "", "2", "")
    assert page_labels(("The cover of it", "1", "2"), ()) == ("", "1", "2")
    assert page_labels(("Page 1", "Page 2"), ()) == ()


def test_numbers_in_running_heads_count_and_counts_of_pages_do_not() -> None:
    heads = [(page, f"Ports and ships   {page + 57}") for page in range(4)]
    counted = [(page, f"{page + 1}/4") for page in range(4)]

    assert page_labels(("1", "2", "3", "4"), heads) == ("57", "58", "59", "60")
    assert page_labels(("1", "2", "3", "4"), counted) == ()
