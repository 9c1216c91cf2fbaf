"""The page: words stay words, links are safe, notes can be reached."""

import pytest
from hypothesis import example, given, settings
from lxml import html
from msgspec.structs import replace

from briefing.model.document import BulletList, Paragraph, Quoted, Text
from briefing.model.passage import Excerpt, Passage
from briefing.model.typography import curl
from briefing.writers.escaping import clean
from briefing.writers.html import write_html
from tests.hostile import HOSTILE, TEXTS, full_of

_KNOWN = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "span",
    "bdi",
    "em",
    "strong",
    "a",
    "sup",
    "nav",
    "ul",
    "ol",
    "li",
    "figure",
    "figcaption",
    "blockquote",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "section",
    "br",
}


def _addresses(page: html.HtmlElement) -> list[str]:
    return [anchor.get("href", "") for anchor in page.iter("a")]


@settings(max_examples=60)
@given(TEXTS)
@example("ؠ")
def test_any_text_comes_back_as_words_and_makes_no_element(text: str) -> None:
    page = html.document_fromstring(write_html(full_of(text)).data.decode())

    assert {element.tag for element in page.iter()} <= _KNOWN
    assert page.xpath("string(//h1//span[@class='source'])") == clean(curl(text))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/x", "data:text/html,x", "//moss"]
)
def test_only_addresses_of_the_web_become_links(link: str) -> None:
    page = html.document_fromstring(write_html(full_of("words", link=link)).data.decode())
    found = _addresses(page)

    assert found
    assert all(address.startswith("#") for address in found)


def test_every_note_has_a_mark_and_a_way_back() -> None:
    page = html.document_fromstring(write_html(full_of("words")).data.decode())
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    goals = {address[1:] for address in _addresses(page) if address[0] == "#"}

    assert {"note-1", "mark-1", "source-1", "h-one"} <= goals <= ids


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    text = write_html(full_of(HOSTILE[1])).data.decode()

    assert "default-src 'none'" in text
    assert "<script" not in text


def test_stand_ins_are_told() -> None:
    assert not write_html(full_of("words")).notices
    assert write_html(full_of("nul\x00")).notices


@pytest.mark.parametrize(
    ("marking", "expected"),
    [
        pytest.param("TLP:AMBER+STRICT", "tlp tlp-amber", id="a colour of TLP"),
        pytest.param("TLP:<b>", 'class="marking">TLP:&lt;b&gt;', id="no colour of TLP"),
    ],
)
def test_the_marking_stands_at_head_and_foot(marking: str, expected: str) -> None:
    page = write_html(replace(full_of("words"), marking=marking)).data.decode()

    assert page.count(expected) == 2


def test_a_title_from_right_to_left_does_not_turn_the_words_around_it() -> None:
    page = write_html(full_of("“אב גד,”")).data.decode()

    assert "“<bdi>אב גד</bdi>,”" in page
    assert "<bdi>" not in write_html(full_of("Zürich")).data.decode()


def test_a_sentence_of_a_source_runs_its_own_way_in_a_list_that_runs_ours() -> None:
    words = "הנמל ייפתח, 12 במאי."
    quoted = Quoted(Excerpt(Passage("s", 0, len(words)), words), "he")
    item = BulletList(((Paragraph((Text("12 May: "), quoted)),),))
    page = write_html(replace(full_of("words"), blocks=(item,))).data.decode()

    assert (
        f'<li><p>12 May: <span dir="rtl"><span class="source" lang="he">{words}</span></span>'
        in page
    )
