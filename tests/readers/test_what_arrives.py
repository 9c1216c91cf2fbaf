"""What analysts really get: forwarded and flowed mails, newsletters, feeds, notes, odd encodings."""

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import PurePath
from textwrap import fill

import pytest

from briefing.cleaning import clean
from briefing.model.source import Kind
from briefing.readers import read_file
from tests.readers.packing import paragraphs, word
from tests.readers.told import PARAGRAPHS, TITLE, read_source, said

LAST = "Tickets for the first crossing cost nine crowns and are sold at the old customs house only."


def _mail(words: str, subject: str = f"FW: {TITLE}", **params: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Moss <ada@office.example>"
    message["Subject"] = subject
    message["Date"] = "Sat, 4 May 2024 08:00:00 +0200"
    message.set_content(words, cte="quoted-printable", params=params)
    return message.as_bytes()


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > "])
def test_quoted_lines_are_read_as_their_paragraphs(mark: str) -> None:
    wrapped = "\n\n".join(fill(words, 70) for words in PARAGRAPHS)
    quoted = "\n".join(f"{mark}{line}".rstrip() for line in wrapped.split("\n"))
    cover = "Hi all,\n\nplease see below.\n\nOn Fri, 3 May 2024 the Gazette <g@gazette.example>\nwrote:\n"
    source = read_source(_mail(f"{cover}{quoted}\n"), "m.eml")

    assert said(source) == PARAGRAPHS
    assert source.title == TITLE


@pytest.mark.parametrize("names", ["From Date Subject", "Von Gesendet Betreff", "De Envoyé Objet"])
def test_words_above_a_forwarded_mail_are_not_quoted(names: str) -> None:
    sender, sent, subject = names.split()
    head = f"{sender}: Gazette <g@gazette.example>\n{sent}: 3 May 2024\n{subject}: {TITLE}\n"
    told = "\n\n".join(PARAGRAPHS)
    mail = _mail(f"I hope that you find this of use.\n\n-----\n{head}\n{told}\n")

    assert said(read_source(mail, "m.eml")) == PARAGRAPHS


@pytest.mark.parametrize(
    ("subject", "title"),
    [("FW: For your note", TITLE), ("For your note", "For your note"), (f"FW: {TITLE}", TITLE)],
)
def test_the_headline_of_what_was_forwarded_says_more_than_the_subject(
    subject: str, title: str
) -> None:
    told = "\n\n".join((TITLE, "By Ada Lund", "3 May 2024", *PARAGRAPHS))

    assert read_source(_mail(told, subject), "m.eml").title == title


def test_a_colleagues_words_above_a_forwarded_page_are_not_quoted() -> None:
    cover = (
        "I came across this piece this morning and thought that it might be of use for our note."
    )
    head = f"<b>From:</b> Gazette &lt;g@x.example&gt;<br><b>Sent:</b> 3 May 2024<br><b>Subject:</b> {TITLE}"
    told = "".join(f"<p>{words}</p>" for words in ["By Ada Lund", *PARAGRAPHS])
    message = EmailMessage()
    message["From"] = "Ada Moss <ada@office.example>"
    message["Subject"] = f"FW: {TITLE}"
    message.set_content(f"<div><p>{cover}</p><p>{head}</p>{told}</div>", subtype="html")
    source = read_source(message.as_bytes(), "m.eml")

    assert (said(source), source.authors) == (PARAGRAPHS, ("Ada Lund",))


def test_an_answer_below_a_quotation_is_read() -> None:
    told = "\n\n".join(PARAGRAPHS)
    mail = _mail(f"{told}\n\nOn 3 May 2024 the Gazette <g@gazette.example> wrote:\n> {LAST}\n")

    assert said(read_source(mail, "m.eml"))[:4] == PARAGRAPHS


@pytest.mark.parametrize(
    ("words", "count"), [("See attached.\n\nAda", 1), (" ".join(PARAGRAPHS), 2)]
)
def test_a_mail_that_only_brings_a_file_is_noread_source(words: str, count: int) -> None:
    message = EmailMessage()
    message["From"] = "Ada Moss <ada@office.example>"
    message["Subject"] = "For the file"
    message["Date"] = "Sat, 4 May 2024 08:00:00 +0200"
    message.set_content(words)
    message.add_attachment("\n\n".join([TITLE, *PARAGRAPHS]), filename="article.txt")
    reading = read_file(message.as_bytes(), PurePath("m.eml"))

    assert len(reading.articles) == count
    assert clean(reading.articles[-1]).title == TITLE
    assert len(reading.notices) == 2 - count


def test_a_lone_arrow_stays() -> None:
    assert "> Read on" in read_source(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n> Read on\n", "a.txt").text


def test_flowed_lines_go_on_however_short_they_are() -> None:
    words = "\n\n".join(fill(words, 30).replace("\n", " \n") for words in PARAGRAPHS)

    assert (
        said(read_source(_mail(f"{words}\n-- \nAda Moss\n", format="flowed"), "m.eml"))
        == PARAGRAPHS
    )


def test_teasers_below_the_article_of_a_newsletter_are_not_quoted() -> None:
    told = "".join(f"<p>{words}</p>" for words in [*PARAGRAPHS, LAST])
    teasers = "".join(
        f"<tr><td><h3><a href='x'>Another story of the week, number {count}</a></h3>"
        f"<p>Some words on what the other story tells about the city of Lund, number {count}.</p>"
        "<p><a href='x'>Read more</a></p></td></tr>"
        for count in range(3)
    )
    page = (
        f"<html><body><table><tr><td><h1>{TITLE}</h1>{told}</td></tr></table>"
        f"<table><tr><td><h2>More from the Gazette</h2></td></tr>{teasers}</table></body></html>"
    )

    assert said(read_source(page, "letter.html")) == [*PARAGRAPHS, LAST]


def test_an_entry_is_of_its_own_source_and_its_pointers_are_not_quoted() -> None:
    feed = (
        '<rss version="2.0"><channel><title>A reader of feeds</title><item>'
        f"<title>{TITLE}</title><source url='https://gazette.example'>Harbour Gazette</source>"
        f"<description><![CDATA[<p>{PARAGRAPHS[0]}</p><p>The post <a href='x'>{TITLE}</a> appeared"
        " first on <a href='y'>Harbour Gazette</a>.</p><p><a href='x'>Continue</a></p>]]>"
        "</description></item></channel></rss>"
    )
    source = read_source(feed, "feed.xml")

    assert (source.publisher, said(source)) == ("Harbour Gazette", PARAGRAPHS[:1])


_STYLES = (
    '<w:styles xmlns:w="x"><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
_RELATIONS = '<Relationships><R Id="s" Type="http://x/styles" Target="styles.xml"/></Relationships>'
_ASKED = "Who pays for the crane, and who will work it?"
_RELATED = "Minister visits the flooded villages of the north for the second time this year."


def _pasted() -> bytes:
    """A page pasted into Word: its menu, a heading and a link amid the article."""
    menu = paragraphs(*(f"Topic {count}" for count in range(12)))
    heading = '<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>' + _ASKED + "</w:t></w:r></w:p>"
    link = f"<w:p><w:hyperlink><w:r><w:t>{_RELATED}</w:t></w:r></w:hyperlink></w:p>"
    told = [*PARAGRAPHS, LAST]
    body = menu + paragraphs(TITLE, *told[:2]) + link + heading + paragraphs(*told[2:])
    buffer = io.BytesIO(word(body, styles=_STYLES))
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr("word/_rels/document.xml.rels", _RELATIONS)
    return buffer.getvalue()


def test_of_a_page_pasted_into_word_links_and_headings_are_not_quoted() -> None:
    source = read_source(_pasted(), "pasted.docx")
    headings = [
        source.text[part.start : part.end] for part in source.segments if part.kind is Kind.HEADING
    ]

    assert said(source) == [*PARAGRAPHS, LAST]
    assert headings == [_ASKED]


def test_the_styles_of_an_rtf_file_name_its_headings() -> None:
    told = "".join(f"\\pard\\plain {words}\\par " for words in PARAGRAPHS)
    styles = "{\\stylesheet{\\s0 Normal;}{\\s1\\b\\fs32 heading 1;}}"
    data = "{\\rtf1" + styles + f"\\pard\\plain \\s1 {TITLE}\\par {told}" + "}"
    (article,) = read_file(data.encode(), PurePath("a.rtf")).articles

    assert [line.tag for line in article.lines] == ["h1", "p", "p", "p", "p"]


def _broken(lines: list[str], between: str) -> str:
    runs = between.join(f"<w:r><w:t>{line}</w:t></w:r>" for line in lines)
    return f"<w:p>{runs}</w:p>"


_WRAPPED = [fill(words, 70).split("\n") for words in PARAGRAPHS]
_BREAK = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_broken(PARAGRAPHS, _BREAK), id="a line each"),
        pytest.param(_broken(PARAGRAPHS, _BREAK * 2), id="blank lines between"),
        pytest.param("".join(_broken(lines, _BREAK) for lines in _WRAPPED), id="wrapped by breaks"),
        pytest.param(
            "<w:p/>".join(paragraphs(*lines) for lines in _WRAPPED), id="wrapped, a paragraph each"
        ),
        pytest.param(paragraphs(*PARAGRAPHS), id="as they are"),
    ],
)
def test_lines_broken_in_word_come_back_in_their_paragraphs(body: str) -> None:
    (article,) = read_file(word(body), PurePath("pasted.docx")).articles

    assert [article.text[line.start : line.end] for line in article.lines] == PARAGRAPHS


@pytest.mark.parametrize("title", [TITLE, f"{TITLE} of repairs", TITLE * 4], ids=len)
def test_a_heading_above_wrapped_text_is_a_line_of_its_own(title: str) -> None:
    wrapped = "\n\n".join("\n".join(lines) for lines in _WRAPPED)
    text = f"{title}\nBy Ada Lund\n\n{wrapped}"
    (article,) = read_file(text.encode(), PurePath("a.txt")).articles
    found = [" ".join(article.text[line.start : line.end].split()) for line in article.lines]

    assert found == [title, "By Ada Lund", *PARAGRAPHS]


def test_markup_within_a_note_is_not_read_as_words() -> None:
    box = '<div class="a" data-for="b > c">\n\n{}\n\n</div>\n<!-- clipped -->'
    note = (
        box.format(f"# {TITLE}") + "\n\n" + "\n\n".join(box.format(words) for words in PARAGRAPHS)
    )
    source = read_source(note, "note.md")

    assert (source.title, said(source)) == (TITLE, PARAGRAPHS)
    assert "div" not in source.text


def test_the_heading_of_a_clipped_note_is_its_title() -> None:
    note = f"# {TITLE}\n\n> ## Excerpt\n> {PARAGRAPHS[0][:90]}\n\n---\n\n" + "\n\n".join(PARAGRAPHS)

    assert read_source(note, "note.md").title == TITLE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "utf-32-le"])
def test_wide_letters_with_and_without_a_mark(codec: str) -> None:
    assert said(read_source("\r\n".join(PARAGRAPHS).encode(codec), "copy.txt")) == PARAGRAPHS


def test_soft_hyphens_neither_part_words_nor_hide_the_day() -> None:
    parted = [words.replace("council", "coun\u00adcil") for words in PARAGRAPHS]
    copy = "\n\n".join([TITLE, "14 Novem\u00adber 2024", *parted])
    page = (
        f"<html><body><article><h1>{TITLE}</h1><p>The coun&shy;cil met.</p></article></body></html>"
    )

    assert said(read_source(copy, "copy.txt")) == PARAGRAPHS
    assert read_source(copy, "copy.txt").published == date(2024, 11, 14)
    assert "The council met." in read_source(page, "page.html").text


@pytest.mark.parametrize(
    "words",
    [
        "议会星期二说，港口将于五月重新开放。\n渔民们要求修建更长的码头，但没有钱。\n",
        "Порт откроется в мае, сообщил совет.\nРыбаки просили о пирсе, но денег нет.\n",
        "परिषद ने मंगलवार को कहा, बंदरगाह मई में फिर खुलेगा।\nमछुआरों ने लंबा घाट माँगा था।\n",
    ],
)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_letters_of_other_scripts_without_a_mark(words: str, codec: str) -> None:
    (article,) = read_file((words * 20).encode(codec), PurePath("copy.txt")).articles

    assert article.text.split("\n")[:2] == words.split("\n")[:2]


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\nBy Ada Lund and Per Moss\n",
        f"{TITLE}\nBy Ada Lund and Per Moss\nMay 3, 2024\n",
        f"{TITLE}\nVon Ada Lund\n3. Mai 2024\n\n",
    ],
)
def test_a_byline_and_a_day_right_under_the_headline_are_lines_of_their_own(head: str) -> None:
    wrapped = "\n\n".join("\n".join(lines) for lines in _WRAPPED)
    (article,) = read_file(f"{head}{wrapped}".encode(), PurePath("a.txt")).articles
    found = [" ".join(article.text[line.start : line.end].split()) for line in article.lines]

    assert found == [*head.strip().split("\n"), *PARAGRAPHS]


def test_a_wrapped_headline_that_goes_on_with_by_is_one_line() -> None:
    title = (
        "Ferries are to call at the port of Moss again and at Lund too\n"
        "By Easter, the council says in a paper of last week on ships"
    )
    wrapped = "\n\n".join("\n".join(lines) for lines in _WRAPPED)
    (article,) = read_file(f"{title}\n\n{wrapped}".encode(), PurePath("a.txt")).articles

    assert article.text[: article.lines[0].end] == title
