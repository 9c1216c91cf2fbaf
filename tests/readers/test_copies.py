"""Pages that an archive kept, a machine translated or a publisher locked: what they were is told."""

from datetime import date

import pytest

from tests.readers.told import PARAGRAPHS, TITLE, read_source, said

ADDRESS = "https://www.gazette.example/2024/03/14/port-of-moss"
_TOLD = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def _page(
    *, head: str = "", top: str = "", told: str = _TOLD, html: str = "", foot: str = ""
) -> str:
    article = f"<article><h1>{TITLE}</h1>{told}</article>"
    return f"<html{html}><head>{head}</head><body>{top}{article}</body></html>{foot}"


_TOOLBAR = (
    "<div id='wm-ipp-base'><p>Collected by the archive from 12 Jan 2001 to 4 May 2024, when the pages of"
    " the paper were to go away and were saved in the nick of time.</p></div>"
)
_WAYBACK = f"https://web.archive.org/web/20270503081512/{ADDRESS}"
_TODAY = f"https://archive.ph/2027.05.03-081512/{ADDRESS}"
_STAMP = "<div id='HEADER'><time itemprop='pubdate' datetime='2027-05-03'>3 May 2027</time></div>"
_CACHED = (
    f"<div id='b__google-cache-hdr'>This is a cache of <a href='{ADDRESS}'>{ADDRESS}</a>. It is a snapshot"
    " of the page as it appeared on 3 May 2027 08:15:12 GMT.</div>"
)
_MADE = f'<script>__wm.wombat("{ADDRESS}","20270503081512","https://x/");</script>'


@pytest.mark.parametrize(
    ("head", "top"),
    [
        pytest.param(f"<link rel='canonical' href='{_WAYBACK}'>", _TOOLBAR, id="Wayback"),
        pytest.param(_MADE, _TOOLBAR, id="Wayback, by its script"),
        pytest.param(f"<meta property='og:url' content='{_TODAY}'>", _STAMP, id="archive.today"),
        pytest.param("", _CACHED, id="a cache"),
    ],
)
def test_a_copy_of_an_archive_is_the_page_it_keeps(head: str, top: str) -> None:
    source = read_source(_page(head=head, top=top), "copy.html")

    assert (source.url, source.accessed) == (ADDRESS, date(2027, 5, 3))
    assert (source.title, source.published) == (TITLE, date(2024, 3, 14))
    assert said(source) == PARAGRAPHS
    assert "2027" not in source.text


@pytest.mark.parametrize(
    ("changed", "told"),
    [("2026-04-24T11:16:53Z", True), ("2024-03-20", False), ("2026-04-99", False)],
)
def test_a_page_changed_long_after_it_appeared_says_so(changed: str, told: bool) -> None:
    data = (
        '{"@type": "NewsArticle", "datePublished": "2024-03-14T09:00:00Z", '
        f'"dateModified": "{changed}"}}'
    )
    head = f'<script type="application/ld+json">{data}</script>'

    notices = [notice.text for notice in read_source(_page(head=head), "copy.html").notices]

    assert any("14 March 2024 and was changed on 24 April 2026" in one for one in notices) == told


def test_an_archive_publishes_nothing() -> None:
    site = "<meta property='og:site_name' content='archive.ph'>"
    head = f"{site}<meta property='og:url' content='{_TODAY}'>"

    assert read_source(_page(head=head), "copy.html").publisher == "gazette.example"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (" class='js translated-ltr' lang='en'", _TOLD),
        (" lang='en-x-mtfrom-fr'", _TOLD),
        ("", _TOLD.replace("<p>", "<p _msttexthash='1' _msthash='2'>")),
    ],
)
def test_a_page_that_a_browser_translated_says_so(html: str, told: str) -> None:
    source = read_source(_page(html=html, told=told), "copy.html")

    assert any("by machine" in notice.text for notice in source.notices)
    assert source.language == "en"
    assert said(source) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "This article was translated from Norwegian by artificial intelligence.",
        "This is a machine-translated version of the original story.",
        "Dieser Text wurde maschinell übersetzt.",
        "この記事は機械翻訳されたものです。",
    ],
)
def test_a_text_that_says_a_machine_translated_it_is_told_and_the_line_not_quoted(
    line: str,
) -> None:
    source = read_source("\n\n".join([TITLE, *PARAGRAPHS, line]), "copy.txt")

    assert any("machine translated" in notice.text for notice in source.notices)
    assert line not in said(source)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading this story.",
        "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
        "Jetzt mit Abo weiterlesen: vier Wochen für einen Euro.",
        "Para seguir leyendo, suscríbete por un euro al mes.",
        "残り1234文字 この記事は有料記事です。",
    ],
)
def test_an_article_that_goes_on_for_subscribers_says_so(line: str) -> None:
    source = read_source(_page(told=f"{_TOLD}<p>{line}</p>"), "page.html")

    assert any("only its beginning" in notice.text for notice in source.notices)
    assert said(source) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that members of the club may keep reading in its rooms for another year.",
        "The machine translated eleven languages in an hour, its makers in Lund claim in a paper.",
    ],
)
def test_an_article_about_such_things_says_nothing_of_itself(line: str) -> None:
    source = read_source(_page(told=f"{_TOLD}<p>{line}</p>"), "page.html")

    assert source.notices == ()
    assert line in said(source)


@pytest.mark.parametrize(("times", "count"), [(1, 1), (3, 0)])
def test_few_words_of_a_page_for_subscribers_may_be_a_beginning(times: int, count: int) -> None:
    data = '{"@type": "NewsArticle", "isAccessibleForFree": "False"}'
    told = "".join(f"<p>{n}: {words}</p>" for n in range(times) for words in PARAGRAPHS)
    head = f"<script type='application/ld+json'>{data}</script>"
    source = read_source(_page(head=head, told=told), "page.html")

    assert sum("for subscribers" in notice.text for notice in source.notices) == count


def test_words_that_wait_for_a_script_are_read_and_the_account_publishes_them() -> None:
    account = "<a id='js_name'>Harbour Gazette</a>"
    told = f"{account}<div id='js_content' style='visibility: hidden; opacity: 0'>{_TOLD}</div>"
    site = "<meta property='og:site_name' content='A platform'>"
    source = read_source(_page(head=site, told=told), "page.html")

    assert (source.publisher, said(source)) == ("Harbour Gazette", PARAGRAPHS)


def test_few_hidden_words_stay_hidden() -> None:
    hidden = "<p style='visibility: hidden'>Nobody sees these few words on the page.</p>"

    assert "Nobody" not in read_source(_page(told=_TOLD + hidden), "page.html").text


def test_the_reading_view_of_a_browser_names_the_page() -> None:
    link = f"<a class='domain reader-domain' href='{ADDRESS}'>gazette.example</a>"

    assert read_source(_page(top=link), "view.html").url == ADDRESS


def test_a_page_without_an_article_says_that_nothing_is_quoted() -> None:
    source = read_source("<html><body><ul><li>One</li><li>Two</li></ul></body></html>", "p.html")

    assert [notice.text for notice in source.notices] == [
        "No paragraph of an article was found in it, so that nothing of it is quoted."
    ]
