"""What analysts really get: forwarded and flowed mails, newsletters, feeds, notes, odd encodings."""

from datetime import date
from email.message import EmailMessage
from pathlib import PurePath
from textwrap import fill

import pytest

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read_file

TITLE = "Port of Moss is to reopen in May after two years"
PARAGRAPHS = [
    (
        "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday, and "
        "ships from Lund are to call there twice a week for as long as the summer lasts."
    ),
    (
        "Fishermen had asked for a longer pier, but the council found no money for it this year, and the "
        "mayor promised to look at the matter again when the next budget is written."
    ),
    (
        "The harbour office expects some forty ships a month at first, half of what came before the storm "
        "that tore away the northern quay, and hopes that timber will follow in the autumn."
    ),
    (
        "A new crane, paid for by the county, was put up last week and will be tried out with empty boxes "
        "before the first real cargo is unloaded in the presence of the minister."
    ),
]
LAST = "Tickets for the first crossing cost nine crowns and are sold at the old customs house only."


def _source(data: bytes | str, name: str, index: int = 0) -> Source:
    data = data.encode() if isinstance(data, str) else data
    return clean(read_file(data, PurePath(name)).articles[index])


def _said(source: Source) -> list[str]:
    return [" ".join(source.text[part.start : part.end].split()) for part in source.body()]


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
    source = _source(_mail(f"{cover}{quoted}\n"), "m.eml")

    assert _said(source) == PARAGRAPHS
    assert source.title == TITLE


@pytest.mark.parametrize("names", ["From Date Subject", "Von Gesendet Betreff", "De Envoyé Objet"])
def test_words_above_a_forwarded_mail_are_not_quoted(names: str) -> None:
    sender, sent, subject = names.split()
    head = f"{sender}: Gazette <g@gazette.example>\n{sent}: 3 May 2024\n{subject}: {TITLE}\n"
    told = "\n\n".join(PARAGRAPHS)
    mail = _mail(f"I hope that you find this of use.\n\n-----\n{head}\n{told}\n")

    assert _said(_source(mail, "m.eml")) == PARAGRAPHS


def test_an_answer_below_a_quotation_is_read() -> None:
    told = "\n\n".join(PARAGRAPHS)
    mail = _mail(f"{told}\n\nOn 3 May 2024 the Gazette <g@gazette.example> wrote:\n> {LAST}\n")

    assert _said(_source(mail, "m.eml"))[:4] == PARAGRAPHS


def test_a_lone_arrow_stays() -> None:
    assert "> Read on" in _source(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n> Read on\n", "a.txt").text


def test_flowed_lines_go_on_however_short_they_are() -> None:
    words = "\n\n".join(fill(words, 30).replace("\n", " \n") for words in PARAGRAPHS)

    assert (
        _said(_source(_mail(f"{words}\n-- \nAda Moss\n", format="flowed"), "m.eml")) == PARAGRAPHS
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

    assert _said(_source(page, "letter.html")) == [*PARAGRAPHS, LAST]


def test_an_entry_is_of_its_own_source_and_its_pointers_are_not_quoted() -> None:
    feed = (
        '<rss version="2.0"><channel><title>A reader of feeds</title><item>'
        f"<title>{TITLE}</title><source url='https://gazette.example'>Harbour Gazette</source>"
        f"<description><![CDATA[<p>{PARAGRAPHS[0]}</p><p>The post <a href='x'>{TITLE}</a> appeared"
        " first on <a href='y'>Harbour Gazette</a>.</p><p><a href='x'>Continue</a></p>]]>"
        "</description></item></channel></rss>"
    )
    source = _source(feed, "feed.xml")

    assert (source.publisher, _said(source)) == ("Harbour Gazette", PARAGRAPHS[:1])


def test_the_heading_of_a_clipped_note_is_its_title() -> None:
    note = f"# {TITLE}\n\n> ## Excerpt\n> {PARAGRAPHS[0][:90]}\n\n---\n\n" + "\n\n".join(PARAGRAPHS)

    assert _source(note, "note.md").title == TITLE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "utf-32-le"])
def test_wide_letters_with_and_without_a_mark(codec: str) -> None:
    assert _said(_source("\r\n".join(PARAGRAPHS).encode(codec), "copy.txt")) == PARAGRAPHS


def test_soft_hyphens_neither_part_words_nor_hide_the_day() -> None:
    parted = [words.replace("council", "coun\u00adcil") for words in PARAGRAPHS]
    copy = "\n\n".join([TITLE, "14 Novem\u00adber 2024", *parted])
    page = (
        f"<html><body><article><h1>{TITLE}</h1><p>The coun&shy;cil met.</p></article></body></html>"
    )

    assert _said(_source(copy, "copy.txt")) == PARAGRAPHS
    assert _source(copy, "copy.txt").published == date(2024, 11, 14)
    assert "The council met." in _source(page, "page.html").text
