"""Pages and files that word processors save: their notes and comments are never quoted."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.readers import read
from tests.readers.packing import packed
from tests.readers.told import PARAGRAPHS, TITLE, read_source, said

_REMARK = "Please ask the council once more whether these figures hold before we send it."
_NOTE = "The county gave half of the money for the crane, says its treasurer."
_HEAD = '<head><meta name=Generator content="Microsoft Word 15"><title>{}</title>{}</head>'
_WORD = (
    f"<html>{_HEAD}<body lang=EN-GB><div class=WordSection1><h1>{TITLE}</h1>"
    "<p class=MsoNormal>By Ada Moss<o:p></o:p></p><p class=MsoNormal>The Moss Gazette<o:p></o:p></p>{}"
    + "".join(
        f"<p class=MsoNormal>{words.replace(' the ', chr(10) + 'the ')}<o:p></o:p></p>"
        for words in PARAGRAPHS[1:]
    )
    + f"<p class=MsoNormal>{PARAGRAPHS[0]}"
    "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>"
    "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[AM1]</a></span></p></div>"
    "<div style='mso-element:footnote-list'><div id=ftn1><p class=MsoFootnoteText>"
    f"<a href='#_ftnref1' name='_ftn1'>[1]</a> {_NOTE}</p></div></div>"
    f"<div style='mso-element:comment-list'><div class=msocomtxt><p>{_REMARK}</p></div></div></body></html>"
)
_MADE = (
    "<!--[if gte mso 9]><xml><o:DocumentProperties><o:Created>2024-06-01T08:00:00Z</o:Created>"
    "</o:DocumentProperties></xml><![endif]--><meta name=created content='2024-06-02T08:00:00'>"
    "<meta name=author content='Tom Lund'>"
)


@pytest.mark.parametrize(
    ("line", "day"),
    [("<p class=MsoNormal>7 May 2024</p>", date(2024, 5, 7)), ("", None)],
    ids=["dated", "day of the file only"],
)
def test_a_page_that_word_saved(line: str, day: date | None) -> None:
    source = read_source(_WORD.format(TITLE, _MADE, line), "a.htm")

    assert said(source) == [*PARAGRAPHS[1:], PARAGRAPHS[0]]
    assert _NOTE in source.text
    assert _REMARK not in source.text
    assert (source.title, source.authors, source.published) == (TITLE, ("Ada Moss",), day)


def test_a_note_that_leads_back_to_its_number_is_not_quoted() -> None:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    page = (
        f"<h1>{TITLE}</h1>{body.replace('</p>', '<a id=a1 href=#b1>[1]</a></p>', 1)}"
        f"<hr><div><p><a id=b1 href=#a1>[1]</a> {_NOTE}</p></div>"
    )

    assert said(read_source(f"<html><body>{page}</body></html>", "a.html"))[1:] == PARAGRAPHS[1:]
    assert _NOTE not in said(read_source(f"<html><body>{page}</body></html>", "a.html"))[-1]


def test_a_note_as_libreoffice_writes_it_is_a_note() -> None:
    rows = "\\par ".join(PARAGRAPHS)
    data = f"{{\\rtf1\\ansi {rows}{{\\super 1}}{{\\*\\footnote\\pard 1 {_NOTE}}}\\par}}"
    source = read_source(data, "a.rtf")

    assert not any(_NOTE in words for words in said(source))
    assert _NOTE in source.text


def test_the_style_of_a_title_tells_the_title() -> None:
    space = 'xmlns:office="o" xmlns:text="t" xmlns:style="s"'
    rows = "".join(f"<text:p>{words}</text:p>" for words in PARAGRAPHS)
    content = (
        f"<office:document-content {space}><office:automatic-styles><style:style style:name='P1' "
        "style:parent-style-name='Title'/></office:automatic-styles><office:body><office:text>"
        f"<text:p text:style-name='P1'>Ports</text:p>{rows}</office:text></office:body>"
        "</office:document-content>"
    )
    data = packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    )

    assert next(iter(read(data, PurePath("a.odt"))[0].lines)).tag == "h1"


@pytest.mark.parametrize(
    ("fields", "publisher", "day"),
    [
        ("site: Moss Gazette\ndate_published: 2024-05-07 18:40", "Moss Gazette", date(2024, 5, 7)),
        ("source: Moss Gazette\ndate-saved: 2024-05-08", "Moss Gazette", None),
    ],
)
def test_the_fields_of_clipped_notes(fields: str, publisher: str, day: date | None) -> None:
    text = f"---\ntitle: {TITLE}\n{fields}\n---\n\n" + "\n\n".join(PARAGRAPHS)
    source = read_source(text, "a.md")

    assert (source.title, source.publisher, source.published) == (TITLE, publisher, day)


def test_the_day_of_a_forwarded_mail_is_that_of_the_innermost_head() -> None:
    page = (
        "<p>See below.</p><div><p><b>From:</b> Tom Lund<br><b>Sent:</b> Wednesday, 8 May 2024 09:12<br>"
        f"<b>To:</b> Ada Berg<br><b>Subject:</b> FW: {TITLE}</p></div><p>FYI</p><div><p><b>Von:</b> Gazette"
        "<br><b>Gesendet:</b> Dienstag, 7. Mai 2024 18:45<br><b>An:</b> Tom Lund<br>"
        f"<b>Betreff:</b> {TITLE}</p></div><p><b>{TITLE}</b></p>"
        + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    )
    data = (
        f"From: Ada Berg <a@x.example>\nTo: b@x.example\nSubject: FW: {TITLE}\n"
        "Date: Wed, 08 May 2024 10:00:00 +0200\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset=utf-8\n\n<html><body>{page}</body></html>"
    )
    source = read_source(data, "a.eml")

    assert (source.title, source.published) == (TITLE, date(2024, 5, 7))
    assert said(source) == PARAGRAPHS
