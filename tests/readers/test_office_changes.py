"""Office files as who accepts their changes sees them: nothing hidden, struck or deleted is read."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.model.source import Article, Kind
from briefing.readers import read
from tests.readers.packing import packed, paragraphs, word

_STRUCK = "Words that are struck through were left out."
_HIDDEN = "Text formatted as hidden was left out."
_LONG = (
    "The council of Moss has said that the harbour will reopen in May, after two years of repairs.",
    "Ships from the north are to call there twice a week, as they did before the quay gave way.",
    "A third quay is wanted by 2027, the mayor told reporters who had come to look at the cranes.",
)


def _run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def _of_word(body: str, styles: str = "") -> Article:
    sheet = f'<w:styles xmlns:w="w">{styles}</w:styles>'
    return read(word(body, related="styles", styles=sheet), PurePath("a.docx"))[0]


def _of_office(content: str, styles: str = "") -> Article:
    markup = (
        '<office:d xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>'
        f"{styles}</office:automatic-styles><office:body><office:text>{content}</office:text>"
        "</office:body></office:d>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": markup,
    }
    return read(packed(parts), PurePath("a.odt"))[0]


def _told(article: Article) -> tuple[str, list[str]]:
    return article.text, [notice.text for notice in article.notices]


_HIDES = '<w:style w:styleId="{}"><w:rPr><w:vanish/></w:rPr></w:style>'
_BASED = '<w:style w:styleId="gone"><w:basedOn w:val="all"/></w:style>'


@pytest.mark.parametrize("styles", [_HIDES.format("gone"), _BASED + _HIDES.format("all")])
def test_what_a_style_of_word_hides_is_left_out(styles: str) -> None:
    styled, shown = '<w:rStyle w:val="gone"/>', '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{_run('Seen.')}{_run(' Unseen.', styled)}</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="gone"/></w:pPr>{_run("Unseen.")}{_run("Seen, too.", shown)}</w:p>'
    )

    assert _told(_of_word(body, styles)) == ("Seen.\n\nSeen, too.", [_HIDDEN])


def test_numbers_hidden_on_the_web_alone_are_read() -> None:
    """Word marks the pages in a table of contents so."""
    body = f"<w:p>{_run('What it cost ')}{_run('3', '<w:webHidden/>')}</w:p>"

    assert _told(_of_word(body)) == ("What it cost 3", [])


def test_what_is_struck_through_in_word_is_left_out() -> None:
    body = f"<w:p>{_run('In ')}{_run('April ', '<w:strike/>')}{_run('May.')}</w:p>"

    assert _told(_of_word(body)) == ("In May.", [_STRUCK])


@pytest.mark.parametrize(
    ("looks", "remark"),
    [('style:text-line-through-style="solid"', _STRUCK), ('text:display="none"', _HIDDEN)],
)
def test_what_an_open_document_strikes_or_hides_is_left_out(looks: str, remark: str) -> None:
    styles = (
        '<style:style style:name="T1" style:family="table"/>'
        f'<style:style style:name="T1" style:family="text"><style:text-properties {looks}/></style:style>'
    )
    content = '<text:p>In <text:span text:style-name="T1">April </text:span>May.</text:p>'

    assert _told(_of_office(content, styles)) == ("In May.", [remark])


def test_hidden_sections_of_an_open_document_are_left_out() -> None:
    content = (
        '<text:section text:display="none"><text:p>No.</text:p></text:section><text:p>Yes.</text:p>'
    )

    assert _told(_of_office(content)) == ("Yes.", [_HIDDEN])


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (rb"{\rtf1 In {\strike April }May.}", "In May."),
        (rb"{\rtf1 In {\deleted April.\par }May.}", "In May."),
    ],
)
def test_what_rtf_strikes_or_deletes_parts_nothing(markup: bytes, text: str) -> None:
    assert read(markup, PurePath("a.rtf"))[0].text == text


def test_a_heading_of_rtf_with_a_number_before_it_is_one() -> None:
    markup = rb"{\rtf1\pard\outlinelevel0{\listtext\pard\plain 1.\tab}What it cost\par\pard It cost much.}"

    assert [line.tag for line in read(markup, PurePath("a.rtf"))[0].lines] == ["h1", "p"]


def test_what_is_struck_through_on_a_page_is_left_out() -> None:
    page = b"<p>It reopens in <s>April</s> May, and <del>thrice</del><ins>twice</ins> a week.</p>"

    assert _told(read(page, PurePath("a.html"))[0]) == (
        "It reopens in May, and twice a week.",
        [_STRUCK],
    )


def test_a_page_that_is_struck_as_a_whole_left_a_mark_open() -> None:
    page = b"<p>It reopens.</p><div><s><div><p>In May, twice a week and on Sundays.</p></div></s></div>"

    assert "twice a week" in read(page, PurePath("a.html"))[0].text


@pytest.mark.parametrize("sort", ["document.macroEnabled", "template.macroEnabledTemplate"])
def test_documents_and_templates_with_macros_are_read(sort: str) -> None:
    data = word(paragraphs("Seen."), sort=f"vnd.ms-word.{sort}")

    assert read(data, PurePath("a.docm"))[0].text == "Seen."


def test_words_in_a_file_within_are_told_of() -> None:
    chunk = '<w:altChunk w:id="r1"/>'

    with pytest.raises(SourceError, match="in another file that it holds"):
        read(word(chunk, related="aFChunk"), PurePath("a.docx"))
    (article,) = read(word(paragraphs("Seen.") + chunk, related="aFChunk"), PurePath("a.docx"))
    assert [notice.text for notice in article.notices] == [
        "The document holds another file among its words, which was not read."
    ]


def test_figures_in_a_table_of_a_document_are_not_quoted() -> None:
    cells = "".join(f"<w:tc>{paragraphs(each)}</w:tc>" for each in ("Year", "Ships"))
    first, second, third = (paragraphs(each) for each in _LONG)
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{second}</w:tc></w:tr></w:tbl>"
    article = read(word(first + table + third), PurePath("a.docx"))[0]

    kinds = [segment.kind for segment in clean(article).segments]
    assert kinds == [Kind.BODY, Kind.BOILERPLATE, Kind.BOILERPLATE, Kind.BODY, Kind.BODY]
