"""Metadata and kinds that a format states itself are taken as they are."""

from datetime import date
from pathlib import PurePath

from briefing.cleaning import clean
from briefing.model.source import Article, Clue, Field, Kind, Line

TEXT = "Harbour Gazette\n\nPort to reopen\n\nThe port of Moss will reopen on 4 May."
LINES = (
    Line(0, 15, kind=Kind.NOTE),
    Line(17, 31, kind=Kind.TITLE),
    Line(33, len(TEXT), kind=Kind.BODY),
)


def labelled(*clues: Clue, lines: tuple[Line, ...] = LINES) -> Article:
    return Article(PurePath("x.docx"), "ab" * 32, "x/y", TEXT, lines, clues, pages=(0, 17))


def test_lines_that_all_say_what_they_are_are_not_judged() -> None:
    source = clean(labelled(Clue(Field.TITLE, "Port to reopen", "headline", 17, 31)))

    assert [segment.kind for segment in source.segments] == [Kind.NOTE, Kind.TITLE, Kind.BODY]
    assert source.title == "Port to reopen"
    assert source.evidence[Field.TITLE].start == 17


def test_fields_are_read_by_what_they_are_for() -> None:
    source = clean(
        labelled(
            Clue(Field.PUBLISHED, "4 May 2024", "load date"),
            Clue(Field.AUTHORS, "Ada Moss and Per Lund", "byline"),
            Clue(Field.PUBLISHER, " Harbour Gazette ", "source line"),
        )
    )

    assert source.published == date(2024, 5, 4)
    assert source.authors == ("Ada Moss", "Per Lund")
    assert source.publisher == "Harbour Gazette"


def test_a_line_that_says_what_it_is_keeps_its_kind_among_judged_ones() -> None:
    lines = (LINES[0], Line(17, 31), Line(33, len(TEXT)))

    assert clean(labelled(lines=lines)).segments[0].kind is Kind.NOTE


def test_pages_are_counted_from_one() -> None:
    source = clean(labelled())

    assert [source.page_number(offset) for offset in (0, 16, 17, 40)] == [1, 1, 2, 2]
