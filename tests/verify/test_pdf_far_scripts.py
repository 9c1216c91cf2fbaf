"""Quotations of PDF files in other scripts, beside signs that mean something else in ours."""

from datetime import date
from typing import Any

import pytest

from briefing.model.document import (
    Block,
    Citation,
    Cite,
    Document,
    Heading,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    SourceList,
    Text,
)
from briefing.model.look import Look
from briefing.model.passage import Excerpt, Passage
from briefing.model.report import Standing, Verdict
from briefing.model.source import Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.pdf import read_pdf
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources
from briefing.writers.pdf import write_pdf
from tests.sources import make_source

JAPANESE = "港は五月四日に再開すると市の担当者は述べた。船は来週まで待つ。"
FILLER = "Words of the analyst fill the page."


def standings(source: Source, filler: int = 0, size: float = 10.5) -> list[Standing]:
    """How the paragraphs of `source` stand as quotations of a PDF, below so many lines of other words."""
    mark = Cite((Citation(1, source.id, (Text("[1], para. 1."),)),))
    lines: list[Block] = [Heading(1, (Text("Ports"),), "ports")]
    lines += [Paragraph((Text(FILLER),)) for _ in range(filler)]
    for part in source.segments:
        excerpt = Excerpt(
            Passage(source.id, part.start, part.end), source.text[part.start : part.end]
        )
        lines.append(Quotation((Quoted(excerpt), mark), (Text("Gazette"),)))
    entry = (Text("[1] Gazette, “Port to reopen”, aaaa.txt."),)
    lines.append(SourceList((Reference(1, source.id, entry),)))
    document = Document(
        "Port", "en-GB", date(2024, 5, 3), tuple(lines), "Port", look=Look(size=size)
    )
    paper = read_pdf(write_pdf(document).data)
    return [it.standing for it in prove(paper, Sources((Held(source),)), "brief.pdf").verdicts]


@pytest.mark.parametrize("filler", range(12, 18))
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(f"{JAPANESE * 2}CPUの" * 20 + "船。", id="a word of ours"),
        pytest.param(
            f"{JAPANESE[:9]}{JAPANESE[:-1]}[10]、{JAPANESE}" * 9, id="a number of its own"
        ),
        pytest.param("Америка/ Англия азаматымын, " * 40 + "рахмет.", id="a space behind a slash"),
        pytest.param(f"{(chr(0xD30C) * 3 + chr(95)) * 15}. " * 5, id="a word with low lines"),
    ],
)
def test_a_long_quotation_is_one_wherever_its_lines_and_pages_end(words: str, filler: int) -> None:
    assert standings(make_source(words.strip()), filler) == [Standing.PROVEN]


@pytest.mark.parametrize("size", [8, 10.5, 13, 16])
def test_a_mark_that_hangs_over_the_edge_begins_no_paragraph(size: float) -> None:
    words = "The port “reopens” on “Monday”, he said, and “closes” a “little” later. " * 12

    assert standings(make_source(words.strip()), 3, size) == [Standing.PROVEN]


@pytest.mark.parametrize(
    ("printed", "standing"),
    [
        pytest.param("港?五月四日に再開する。", Standing.UNCHECKED, id="a letter"),
        pytest.param("港は五月四日?再開する?", Standing.UNCHECKED, id="two of them"),
        pytest.param(
            "The caf? of Moss is open.", Standing.ALTERED, id="a letter that all fonts have"
        ),
    ],
)
def test_a_letter_that_no_font_has_leaves_words_unchecked(printed: str, standing: Standing) -> None:
    title = "Market news of the day"
    text = "12港は五月四日に再開する。 The café of Moss is open."
    source = Source("a", "a.txt", "a" * 64, "text/plain", text, (), title=title)
    line = Printed(printed, Part.QUOTATION, 1, "page 1", (Mark(len(printed), "1"),))

    report = prove(
        Paper("pdf", (line,), {"1": f"“{title}.”"}), Sources((Held(source),)), "brief.pdf"
    )

    assert [it.standing for it in report.verdicts] == [standing]


FAR = {
    "ja": (
        "港は五月四日に再開すると市の担当者は述べた。船は来週まで待つ。",
        "五月四日",
        "六月四日",
    ),
    "zh": ("市政府宣布，港口将于五月四日重新开放，船只等到下周。", "五月", "六月"),
    "ko": ("시 당국은 항구가 다음 주에 다시 열린다고 설명했다.", "다음 주에", "내년에"),
    "he": ("רשות הנמל מסרה כי הנמל ייפתח מחדש בשבוע הבא.", "הבא", "שעבר"),
    "ar": ("أعلنت سلطة الميناء أن الميناء سيعاد فتحه في الأسبوع المقبل.", "المقبل", "الماضي"),
}


def _proven(printed: str, source: str, form: str = "pdf", **more: Any) -> Verdict:
    """The verdict on words that are quoted of `source`."""
    line = Printed(printed, Part.QUOTATION, 1, "page 1", (Mark(len(printed), "1"),), **more)
    paper = Paper(form, (line,), {"1": "“Port to reopen.”"})
    (verdict,) = prove(paper, Sources((Held(make_source(source)),)), "brief").verdicts
    return verdict


@pytest.mark.parametrize(("words", "old", "new"), FAR.values(), ids=list(FAR))
def test_another_word_is_told_in_every_script_that_print_gives_back(
    words: str, old: str, new: str
) -> None:
    changed = _proven(words.replace(old, new), words)
    cut = _proven(words.replace(old, ""), words)

    assert (changed.standing, cut.standing) == (Standing.ALTERED, Standing.ALTERED)
    assert any(one.printed in new and one.source in old for one in changed.changes)
    assert _proven(words, words).standing is Standing.PROVEN


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        pytest.param("הנמל ייפתח מחדש", "הַנָּמָל ייפתח מחדש", id="points of Hebrew"),
        pytest.param("لن يفتح اليوم الا غدا", "لن يفتح اليوم لاا غدا", id="a ligature turned"),
        pytest.param("ÆØÅ ß ÆØÅ.", "港は五月 船 再開する.", id="a font that names nothing right"),
    ],
)
def test_what_print_may_lose_is_left_unchecked(printed: str, source: str) -> None:
    assert _proven(printed, source).standing in (Standing.UNCHECKED, Standing.MISSING)


def test_words_that_have_little_in_common_are_another_text() -> None:
    invented = _proven("政府は昨日の会合で新しい予算案を承認したと発表した。", FAR["ja"][0])

    assert invented.standing is Standing.MISSING


def test_a_mark_that_the_source_leaves_open_frees_no_word_behind_a_style() -> None:
    source = 'She said "no" of a 5" pipe, and the town was pleased.'
    line = Printed(
        "Gazette: She said “no” of a 5” pipe, and the town was furious. More.",
        Part.BODY, 1, "paragraph 1", (Mark(62, "1"),), ((9, 62),),
    )  # fmt: skip
    paper = Paper("word", (line,), {"1": "“Port to reopen.”"})

    (verdict,) = prove(paper, Sources((Held(make_source(source)),)), "brief").verdicts

    assert verdict.standing is Standing.ALTERED
