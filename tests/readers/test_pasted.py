"""Several articles in one file, one below the other: each is a source, and nothing else is parted."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.readers import read_file
from briefing.workflow.found import cleaned
from tests.readers.packing import paragraphs, word

_NAME = PurePath("press.txt")
_PORT = (
    "The harbour of Lund will open again on Monday, said the mayor, who had closed it in the spring.\n\n"
    "Ships have waited in the strait for three days, and some of them have turned back to the north."
)
_MILL = (
    "The paper mill in Norden lets two hundred of its workers go, its owners told the unions today.\n\n"
    "“We have seen it coming for a year,” said one of those who must leave. Reuter"
)
_PORT_HEAD = "Lund opens its harbour again"
_MILL_HEAD = "Norden’s mill lets workers go"
_PARTED = "It holds 2 articles, each under its own head; each was read by itself."


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(f"\n\n{_MILL_HEAD}\nBy Bo Ek\n4 May 2024\n\n", id="byline and day"),
        pytest.param(f"\n\n{_MILL_HEAD}\n\nBy Bo Ek\n\n4 May 2024\n\n", id="each a paragraph"),
        pytest.param(f"\n\n{_MILL_HEAD}\nBy Bo Ek | 4 May 2024\n\n", id="in one line"),
        pytest.param(f"\n\n---\n\n{_MILL_HEAD}\n4 May 2024\n\n", id="a rule and a day"),
        pytest.param(
            f"\n\n* * *\n\n{_MILL_HEAD}\nLundico, 4 May 2024\n\n", id="stars, outlet, day"
        ),
        pytest.param(f"\n\n\n\n{_MILL_HEAD}\n4 May 2024\n\n", id="a wider gap and a day"),
        pytest.param(
            f"\n\n___\n\n{_MILL_HEAD}\n4 May 2024\nBy Bo Ek\n\n", id="day above the byline"
        ),
        pytest.param(
            f"\n\n---\n\n{_MILL_HEAD}\nhttps://norwire.example/2024/05/04/mill\n\n", id="address"
        ),
    ],
)
def test_each_article_is_read_under_its_own_head(between: str) -> None:
    text = f"{_PORT_HEAD}\nBy Ada Moss\n3 May 2024\n\n{_PORT}{between}{_MILL}\n"
    reading = read_file(text.encode(), _NAME)
    first, second = map(cleaned, reading.articles)

    assert [first.title, second.title] == [_PORT_HEAD, _MILL_HEAD]
    assert first.published == date(2024, 5, 3)
    assert second.published == date(2024, 5, 4)
    assert [first.text[part.start : part.end] for part in first.body()] == _PORT.split("\n\n")
    assert [second.text[part.start : part.end] for part in second.body()] == _MILL.split("\n\n")
    assert [notice.text for notice in reading.notices] == [_PARTED]


def test_articles_in_a_word_file_are_parted_where_headings_begin() -> None:
    def heading(words: str) -> str:
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        return f"<w:p>{style}<w:r><w:t>{words}</w:t></w:r></w:p>"

    body = (
        heading(_PORT_HEAD)
        + paragraphs("3 May 2024", *_PORT.split("\n\n"))
        + heading(_MILL_HEAD)
        + paragraphs("4 May 2024", *_MILL.split("\n\n"))
    )
    style = '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    sheet = f'<w:styles xmlns:w="w">{style}</w:styles>'
    reading = read_file(word(body, related="styles", styles=sheet), PurePath("press.docx"))

    assert [cleaned(article).title for article in reading.articles] == [_PORT_HEAD, _MILL_HEAD]


_CLIPPED = (
    f"## {_PORT_HEAD}\n*Lundico, 3 May 2024*\n\n{_PORT}\n\n"
    f"## {_MILL_HEAD}\n*Norwire, 4 May 2024*\n\n{_MILL}\n"
)


def test_clippings_in_a_note_are_parted_where_its_headings_begin() -> None:
    reading = read_file(_CLIPPED.encode(), PurePath("press.md"))

    assert [cleaned(article).title for article in reading.articles] == [_PORT_HEAD, _MILL_HEAD]


def test_a_page_that_was_clipped_into_a_note_stays_whole() -> None:
    fields = "---\ntitle: Press review\nsource: https://lundico.example/review\n---\n"
    reading = read_file(f"{fields}{_CLIPPED}".encode(), PurePath("press.md"))

    assert len(reading.articles) == 1
    assert cleaned(reading.articles[0]).url == "https://lundico.example/review"


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("Press review, 5 May 2024\n\n", id="a name with its day"),
        pytest.param("Press review\n5 May 2024\n\n", id="a name and a day"),
        pytest.param("Dear all,\n\nPlease find the clips of today below.\n\n", id="a greeting"),
    ],
)
def test_what_a_file_says_of_itself_is_no_head(above: str) -> None:
    first, second = f"{_PORT_HEAD}\nBy Ada Moss\n3 May 2024", f"{_MILL_HEAD}\nBy Bo Ek\n4 May 2024"
    text = f"{above}{first}\n\n{_PORT}\n\n{second}\n\n{_MILL}\n"
    found = [cleaned(article) for article in read_file(text.encode(), _NAME).articles]

    assert [source.title for source in found] == [_PORT_HEAD, _MILL_HEAD]
    assert [source.published for source in found] == [date(2024, 5, 3), date(2024, 5, 4)]


def test_an_article_without_a_head_is_not_dated_by_the_next() -> None:
    text = f"{_PORT}\n\n---\n\n{_MILL_HEAD}\n4 May 2024\n\n{_MILL}\n"
    first, second = map(cleaned, read_file(text.encode(), _NAME).articles)

    assert (first.title, first.published) == (None, None)
    assert second.title == _MILL_HEAD


def test_a_mail_below_another_is_no_article_of_its_own() -> None:
    mail = "From: Bo Ek\nSent: Friday, 3 May 2024 10:00\nTo: Ada Moss\nSubject: The mill"
    text = f"{_PORT_HEAD}\n3 May 2024\n\n{_PORT}\n\n________\n{mail}\n\n{_MILL}\n"

    assert len(read_file(text.encode(), _NAME).articles) == 1


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("\n\nWhat comes next\n\n", id="a heading"),
        pytest.param("\n\n* * *\n\n", id="stars"),
        pytest.param("\n\n---\n\nWhat comes next\n\n", id="a rule and a heading"),
        pytest.param("\n\n4 May 2024\n\n", id="a day of a chronicle"),
        pytest.param("\n\nRead more\nBy Bo Ek\n4 May 2024\nNorden’s mill\n\n", id="a teaser"),
    ],
)
def test_an_article_stays_whole(inside: str) -> None:
    below = "It is so." if "Read more" in inside else _MILL
    text = f"{_PORT_HEAD}\nBy Ada Moss\n3 May 2024\n\n{_PORT}{inside}{below}\n"
    reading = read_file(text.encode(), _NAME)

    assert len(reading.articles) == 1
    assert reading.notices == ()


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(f"\n\n{_MILL_HEAD}\n4 May 2024\n\n", id="a day alone"),
        pytest.param(f"\n\n{_MILL_HEAD}\n\nBy Bo Ek\n\n", id="a byline alone"),
    ],
)
def test_what_may_be_a_head_is_told(between: str) -> None:
    text = f"{_PORT_HEAD}\nBy Ada Moss\n3 May 2024\n\n{_PORT}{between}{_MILL}\n"
    reading = read_file(text.encode(), _NAME)
    parted = read_file(text.replace(_MILL_HEAD, f"---\n\n{_MILL_HEAD}").encode(), _NAME)

    assert len(reading.articles) == 1
    assert "lines like the head of another article" in reading.notices[0].text
    assert len(parted.articles) == 2


def test_a_page_with_its_menu_is_not_parted() -> None:
    menu = "Home\nWorld\nSport\nArts\nScience\nOpinion\nWeather\nSearch"
    first, second = f"{_PORT_HEAD}\nBy Ada Moss\n3 May 2024", f"{_MILL_HEAD}\nBy Bo Ek\n4 May 2024"
    text = f"{menu}\n{first}\n\n{_PORT}\n\n{second}\n\n{_MILL}\n"

    assert len(read_file(text.encode(), _NAME).articles) == 1
