"""Words that name their source, letters that print does not give back, and scripts without spaces."""

from datetime import date
from pathlib import Path

import pytest

from briefing.model.brief import Brief
from briefing.model.document import Document, Quotation, Quoted, Text
from briefing.model.passage import Excerpt, Passage
from briefing.model.report import Standing
from briefing.model.source import Source
from briefing.verify.folding import fold, fold_print
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.pdf import read_pdf
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import verify
from briefing.writers.pdf import write_pdf

NEWS = "Market news of the day"


def test_a_title_is_known_where_a_mark_in_it_closes_before_it_ends() -> None:
    title = "Harbour talks are off again. Moss tells of „orders from above”"
    source = Source(
        "s", "a.txt", "0" * 64, "text/plain", f"{title}\n\nIt is late.", (), title=title
    )
    line = Printed(f"Only one source answers, “{title}”.", Part.BODY, 1, "page 1")

    report = prove(Paper("pdf", (line,), {}), Sources((Held(source),)), "x")

    assert [(it.standing, it.detail) for it in report.verdicts] == [
        (Standing.PROVEN, "the title of a.txt")
    ]


def test_words_that_a_list_cites_by_their_title_in_the_label_are_no_quotation() -> None:
    title = "A Port's Own Page | How the Lock was Mended in a Year"
    source = Source("s", "a.txt", "0" * 64, "text/plain", "The lock was mended.", (), title=title)
    text = f"Ports, “{title}”, undated: The lock was mended."
    start, marks = text.index("The lock was"), (Mark(len(text), "1"),)
    line = Printed(text, Part.BODY, 1, "page 1", marks, ((start, len(text)),))

    report = prove(Paper("pdf", (line,), {"1": f"“{title}.”"}), Sources((Held(source),)), "x")

    assert {it.standing for it in report.verdicts} == {Standing.PROVEN}


@pytest.mark.parametrize(
    ("printed", "standing"),
    [
        ("???? ?????????? Moss ???.", Standing.UNCHECKED),
        ("???? ?????????? Vance ???.", Standing.MISSING),
        ("???? ?????????? Moss ????????????.", Standing.MISSING),
    ],
)
def test_letters_that_no_font_has_leave_words_unchecked_and_cover_no_others(
    printed: str, standing: Standing
) -> None:
    words = "ตลาด เปิดวันนี้ Moss แล้."
    source = Source(
        "s",
        "a.txt",
        "0" * 64,
        "text/plain",
        f"News.\n\n{words}",
        (),
        title="Market news of the day",
    )
    line = Printed(printed, Part.QUOTATION, 1, "page 1", (Mark(len(printed), "1"),))

    report = prove(
        Paper("pdf", (line,), {"1": "“Market news of the day.”"}), Sources((Held(source),)), "x"
    )

    assert [it.standing for it in report.verdicts] == [standing]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("港口 已经开放", "港口已经开放"),
        ("第 5 版", "第5版"),
        ("他说“开放” 27天", "他说“开放”27天"),
        ("港口\n已经开放", "港口已经开放"),
    ],
)
def test_a_space_counts_for_nothing_where_words_are_written_without(
    printed: str, written: str
) -> None:
    assert fold(printed) == fold(written)
    assert fold("ab cd 港口") != fold("abcd 港口")
    assert fold("항구가 열렸다") != fold("항구가열렸다")


def test_words_without_spaces_are_read_alike_wherever_their_lines_end() -> None:
    """They grow letter by letter, so that lines end at each place."""
    words = "港口管理局星期三宣布，莫斯的“新渡轮”将于5月27日开航，每天往返二十七次，码头扩建。"
    quoted = ["很" * number + words for number in range(30)]
    blocks = [
        Quotation((Quoted(Excerpt(Passage("s", 0, len(one)), one)),), (Text("莫斯"),))
        for one in quoted
    ]
    document = Document("渡轮", "en-GB", date(2024, 5, 3), tuple(blocks), "渡轮")

    paper = read_pdf(write_pdf(document).data)

    found = [it.text for it in paper.paragraphs if "港" in it.text]
    assert any(" " in one for one in found)
    assert list(map(fold_print, found)) == list(map(fold_print, quoted))


def test_themes_find_phrases_of_scripts_without_spaces_and_their_quotations_prove(
    tmp_path: Path,
) -> None:
    told = "港口管理局星期三宣布，莫斯的新渡轮将于五月开航。"
    text = f"莫斯港口新闻今天\n\n{told}\n\n船票比去年便宜了很多，旅客都很高兴。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    theme = tmp_path / "ferry.toml"
    words = 'id = "ferry"\ntitle = "Ferry"\n[[match]]\nany = ["新 渡轮", "渡轮", "ferry"]\n'
    theme.write_text(words, encoding="utf-8")
    files = [tmp_path / "brief.pdf", tmp_path / "brief.docx"]
    brief = Brief(date=date(2024, 5, 1), themes=(str(theme),))

    built = build(Order(brief, (tmp_path / "a.txt",), tuple(files)))

    (found,) = built.findings.themes[0].excerpts
    assert found.excerpt.exact == told
    assert "speaks of “新渡轮”" in found.because
    for report in verify(files, [tmp_path / "a.txt"]):
        assert report.counts()["proven"] == len(report.verdicts) > 1


def test_a_number_at_the_end_of_what_a_note_cites_is_the_source_s_own() -> None:
    words = "The lock was mended in a year, as others had said before [2]."
    source = Source(
        "s", "a.txt", "0" * 64, "text/plain", f"{words} It holds.", (), title="The lock of Moss"
    )
    line = Printed(words, Part.QUOTATION, 1, "page 1", (Mark(len(words), "1"),))

    report = prove(
        Paper("pdf", (line,), {"1": "“The lock of Moss,” para. 1."}), Sources((Held(source),)), "x"
    )

    assert [it.standing for it in report.verdicts] == [Standing.PROVEN]


def test_a_title_that_stands_nowhere_in_the_text_needs_no_citation_either() -> None:
    title = "How the Lock was Mended in a Year"
    source = Source("s", "a.txt", "0" * 64, "text/plain", "It is late.", (), title=title)
    lines = (
        Printed(f"Only one source answers, “{title}”.", Part.BODY, 1, "page 1"),
        Printed("Only one answers, “How the Pier was Mended in a Year”.", Part.BODY, 2, "page 1"),
    )

    report = prove(Paper("pdf", lines, {}), Sources((Held(source),)), "x")

    assert [it.standing for it in report.verdicts] == [Standing.PROVEN, Standing.UNCITED]


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("The lock was mended.", Standing.PROVEN),
        ("The lock was lost.", Standing.ALTERED),
        ("Once more: The lock was mended.", Standing.ALTERED),
    ],
)
def test_a_colon_in_the_name_of_a_source_ends_no_label(words: str, standing: Standing) -> None:
    publisher, text = "Moss.example: reviews", f"Ports, Moss.example: reviews, undated: {words}"
    source = Source(
        "s",
        "a.txt",
        "0" * 64,
        "text/plain",
        "The lock was mended.",
        (),
        publisher=publisher,
        title=NEWS,
    )
    quoted = ((text.index("reviews"), len(text)),)
    line = Printed(text, Part.BODY, 1, "page 1", (Mark(len(text), "1"),), quoted)

    report = prove(Paper("pdf", (line,), {"1": f"“{NEWS}.”"}), Sources((Held(source),)), "x")

    assert [(it.standing, it.quote) for it in report.verdicts] == [(standing, words)]


@pytest.mark.parametrize("words", ["The rose moon rose –", "« No ship is at risk »"])
def test_a_sign_set_apart_at_the_end_of_a_line_belongs_to_the_words(words: str) -> None:
    source = Source(
        "s", "a.txt", "0" * 64, "text/plain", f"News.\n\n{words}\n\nMore of it.", (), title=NEWS
    )
    line = Printed(words, Part.QUOTATION, 1, "page 1", (Mark(len(words), "1"),))

    report = prove(Paper("word", (line,), {"1": f"“{NEWS}.”"}), Sources((Held(source),)), "x")

    assert [it.standing for it in report.verdicts] == [Standing.PROVEN]
