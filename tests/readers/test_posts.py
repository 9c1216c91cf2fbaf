"""Posts, clipped notes, and walls that stand before an article."""

from datetime import date
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read_file
from tests.readers.told import PARAGRAPHS, TITLE, read_source, said

_POSTS = PARAGRAPHS[:2]


def _tweet(number: int, words: str, account: str) -> str:
    link = f"/{account}/status/{number}"
    return (
        f"<article data-testid='tweet'><div data-testid='User-Name'><a href='/{account}'>{account} news</a>"
        f'</div><div data-testid="tweetText"><span>{words}</span></div>'
        f"<a href='{link}'><time datetime='2024-05-0{number}T08:15:00.000Z'>1h</time></a></article>"
    )


def _on_x(about: str) -> str:
    told = [(1, _POSTS[0], "gazette"), (2, _POSTS[1], "gazette"), (3, PARAGRAPHS[2], "reader")]
    head = f"<title>Gazette on X / X</title><link rel='canonical' href='https://x.com/{about}'>"
    tweets = "".join(_tweet(number, words, account) for number, words, account in told)
    return f"<html><head>{head}</head><body><nav>Home</nav>{tweets}<h2>Trends</h2></body></html>"


def _in_a_channel() -> str:
    told = "".join(
        f"<div class='tgme_widget_message' data-post='gazette/{number}'>"
        "<a class='tgme_widget_message_owner_name'>gazette news</a>"
        f'<div class="tgme_widget_message_text">{words}</div>'
        f"<a class='tgme_widget_message_date' href='https://t.me/gazette/{number}'>"
        f"<time datetime='2024-05-0{number}T08:15:00+00:00'>08:15</time></a></div>"
        for number, words in enumerate(_POSTS, 1)
    )
    return f"<html><head><title>Gazette – Telegram</title></head><body>{told}</body></html>"


def _exported() -> str:
    told = "".join(
        f'<div class="message default clearfix" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="0{number}.05.2024 08:15:00 UTC">08:15</div>'
        f'<div class="from_name">gazette news</div><div class="text">{words}</div></div></div>'
        for number, words in enumerate(_POSTS, 1)
    )
    return f"<html><head><title>Exported Data</title></head><body>{told}</body></html>"


def _sources(page: str) -> list[Source]:
    return [clean(article) for article in read_file(page.encode(), PurePath("p.html")).articles]


@pytest.mark.parametrize(
    ("page", "platform", "links"),
    [
        (
            _on_x("gazette"),
            "X",
            ["https://x.com/gazette/status/1", "https://x.com/gazette/status/2"],
        ),
        (_in_a_channel(), "Telegram", ["https://t.me/gazette/1", "https://t.me/gazette/2"]),
        (_exported(), "Telegram", [None, None]),
    ],
    ids=["X", "Telegram", "Telegram's export"],
)
def test_each_post_of_an_account_is_a_source(
    page: str, platform: str, links: list[str | None]
) -> None:
    sources = _sources(page)

    assert [said(source) for source in sources] == [[words] for words in _POSTS]
    assert [source.published for source in sources] == [date(2024, 5, 1), date(2024, 5, 2)]
    assert [source.url for source in sources] == links
    assert all(source.text.startswith(source.title or "none") for source in sources)
    assert {(source.publisher, *source.authors) for source in sources} == {
        (platform, "gazette news")
    }


def test_of_a_single_post_the_answers_are_left_out_and_counted() -> None:
    reading = read_file(_on_x("gazette/status/1").encode(), PurePath("p.html"))

    assert len(reading.articles) == 1
    assert [notice.text for notice in reading.notices] == [
        "Posts of others on the page were left out: 2."
    ]


def test_a_post_amid_an_article_is_no_page_of_posts() -> None:
    told = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    page = f"<html><head><title>{TITLE}</title></head><body>{told}{_tweet(1, 'Well', 'a')}</body></html>"

    assert [source.title for source in _sources(page)] == [TITLE]


def test_each_note_of_an_export_is_a_source_under_the_address_it_was_clipped_at() -> None:
    told = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    inner = '<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://x.example/enml2.dtd">'
    notes = "".join(
        f"<note><title>{TITLE}</title><created>20240503T081500Z</created><note-attributes><source-url>"
        f"https://gazette.example/{number}</source-url></note-attributes>"
        f"<content><![CDATA[{inner}<en-note>{told}</en-note>]]></content></note>"
        for number in range(2)
    )
    empty = "<note><title>Nothing</title><content/></note>"
    head = '<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://x.example/export4.dtd">'
    data = f"{head}<en-export>{notes}{empty}</en-export>".encode()
    source = read_source(data, "notes.enex", 1)

    assert (source.title, source.url) == (TITLE, "https://gazette.example/1")
    assert (source.accessed, said(source)) == (date(2024, 5, 3), PARAGRAPHS)


@pytest.mark.parametrize("button", ["Accept all", "Reject all", "Alle akzeptieren"])
def test_a_wall_of_consent_is_no_article(button: str) -> None:
    asked = [
        "We and our 842 partners use cookies and data to deliver these pages and measure who reads them.",
        "If you agree, we and our partners will also use cookies to develop new services and to show ads.",
        "You can withdraw your consent at any time by opening the privacy settings at the foot of a page.",
    ]
    told = "".join(f"<p>{words}</p>" for words in asked)
    page = f"<html><body><h1>Before you read</h1>{told}<button>{button}</button></body></html>"
    source = read_source(page, "wall.html")

    assert said(source) == []
    assert any("consent" in notice.text for notice in source.notices)
