"""Newsletters and press reviews: parted into stories where these are marked alike, else left whole."""

from email.message import EmailMessage
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read_file
from tests.readers.told import PARAGRAPHS, TITLE

_HEADS = [
    "Harbour of Lund opens its new crane",
    "Who pays for the ferry?",
    "Council sells the old quay",
]
_PLACES = [f"https://gazette.example/{count}" for count in range(3)]
_TOLD = [PARAGRAPHS[:2], PARAGRAPHS[1:3], PARAGRAPHS[2:4]]
_STORIES = list(zip(_HEADS, _PLACES, _TOLD, strict=True))
_FOOT = "<p>You can <a href='https://gazette.example/u'>unsubscribe</a> from this letter at any time.</p>"
_VIEW = "<p><a href='https://gazette.example/v'>View this e-mail in your browser</a></p>"


def _paragraphs(told: list[str]) -> str:
    return "".join(f"<p>{words}</p>" for words in told)


_LINKED = "".join(
    f"<table><tr><td><h3><a href='{place}'>{head}</a></h3>{_paragraphs(told)}</td></tr></table>"
    for head, place, told in _STORIES
)
_BUTTONS = "".join(
    f"<div><b>{head}</b>{_paragraphs(told)}<a href='{place}'>Read more</a></div>"
    for head, place, told in _STORIES
)
_ABOVE = "\n\n".join(f"{head}\n{place}\n\n" + "\n\n".join(told) for head, place, told in _STORIES)
_BELOW = "\n\n".join(
    f"{head}\n\n" + "\n\n".join(told) + f"\n\nRead more: {place}" for head, place, told in _STORIES
)
_EACH = "\n\n".join(
    f"{head}\n\n" + "\n\n".join(f"{words}\n{place}{'#on' * at}" for at, words in enumerate(told))
    for head, place, told in _STORIES
)
_REVIEW = "Press review\n\n" + "\n\n".join(
    f"{head}\nHarbour Gazette, 3 May 2024\n{place}\n\n" + "\n\n".join(told)
    for head, place, told in _STORIES
)


def _mail(words: str, subtype: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Harbour Gazette <news@gazette.example>"
    message["Subject"] = TITLE
    message["Date"] = "Fri, 3 May 2024 08:00:00 +0200"
    message["List-Unsubscribe"] = "<https://gazette.example/u>"
    message.set_content(words, subtype=subtype)
    return message.as_bytes()


def _sources(data: bytes | str, name: str) -> list[Source]:
    data = data.encode() if isinstance(data, str) else data
    return [clean(article) for article in read_file(data, PurePath(name)).articles]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(_mail(_LINKED + _FOOT, "html"), "m.eml", id="headlines are links"),
        pytest.param(_mail(_BUTTONS + _FOOT, "html"), "m.eml", id="a link below each"),
        pytest.param(_VIEW + _LINKED + _FOOT, "m.html", id="saved as a page"),
        pytest.param(_mail(_ABOVE, "plain"), "m.eml", id="address under the headline"),
        pytest.param(_mail(_BELOW, "plain"), "m.eml", id="address below the text"),
        pytest.param(_mail(_EACH, "plain"), "m.eml", id="address below each paragraph"),
        pytest.param(_REVIEW, "review.txt", id="a press review"),
    ],
)
def test_a_letter_gives_its_stories(data: bytes | str, name: str) -> None:
    sources = _sources(data, name)
    said = [[" ".join(s.text[part.start : part.end].split()) for part in s.body()] for s in sources]

    assert [(source.title, source.url) for source in sources] == list(
        zip(_HEADS, _PLACES, strict=True)
    )
    assert said == _TOLD
    assert len({source.id for source in sources}) == 3


def test_the_stories_are_of_the_letters_sender_and_day() -> None:
    (first, *_) = _sources(_mail(_LINKED + _FOOT, "html"), "m.eml")

    assert (first.publisher, str(first.published)) == ("Harbour Gazette", "2024-05-03")


def test_what_a_letter_says_above_its_stories_is_a_source_of_its_own() -> None:
    opening = _paragraphs(PARAGRAPHS[3:])
    reading = read_file(_mail(opening * 2 + _LINKED + _FOOT, "html"), PurePath("m.eml"))

    assert [article.index for article in reading.articles] == [0, 1, 2, 3]
    assert "parted into 4 sources" in reading.notices[0].text


_BESIDE = "".join(
    f"<p><a href='{place}'>{head}</a></p>" for head, place in zip(_HEADS, _PLACES, strict=True)
)
_INSIDE = _paragraphs(PARAGRAPHS) + "".join(
    f"<p><a href='{place}'>{head}</a></p>{_paragraphs(told)}" for head, place, told in _STORIES
)
_TWO = "\n\n".join(f"{head}\n{place}\n\n" + "\n\n".join(told) for head, place, told in _STORIES[:2])
_NOTES = "\n\n".join(
    [TITLE, *PARAGRAPHS, *(f"{at}. See {place}" for at, place in enumerate(_PLACES))]
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(
            _mail(_paragraphs(PARAGRAPHS) + _BESIDE + _FOOT, "html"), "m.eml", id="links only"
        ),
        pytest.param(_mail(_INSIDE + _FOOT, "html"), "m.eml", id="links amid an article"),
        pytest.param(_LINKED, "page.html", id="a page that is no letter"),
        pytest.param(_TWO, "two.txt", id="two are too few"),
        pytest.param(_NOTES, "notes.txt", id="addresses in notes"),
    ],
)
def test_what_is_not_marked_as_several_stories_stays_whole(data: bytes | str, name: str) -> None:
    assert len(_sources(data, name)) == 1
