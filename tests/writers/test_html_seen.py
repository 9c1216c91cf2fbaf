"""The page in a real browser: on a telephone, in the dark, printed, with nothing fetched."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from briefing.model.brief import Brief
from briefing.model.document import Document, Quotation
from briefing.model.plain import plain_text
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.html import write_html
from tests.browser import Page, browser
from tests.hostile import full_of
from tests.house.code import ROOT
from tests.writers.tables import with_table

SHORT = ("full", "one-page", "talking-points")
NARROW, WIDE = 400, 1200
AA = 4.5
"""The contrast of words that WCAG asks for."""
SPILLED = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOST_LINKS = """[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
.filter(id => !document.getElementById(id))"""
LINKS = """document.querySelectorAll('a[href^="#"]').length"""
FAINT = """(() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => parts(c).slice(0, 3).map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor; if (parts(c)[3] !== 0) return c; }
    return 'rgb(255, 255, 255)'; };
  const told = [];
  let seen = 0;
  for (const e of document.body.querySelectorAll('*:not(svg *)')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const a = light(getComputedStyle(e).color), b = light(ground(e));
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    seen += 1;
    if (contrast < LEAST) told.push([e.tagName, e.className, contrast, e.textContent.slice(0, 40)]);
  }
  return seen ? told : ['nothing seen'];
})()""".replace("LEAST", str(AA))
BROKEN_HEADS = """(() => {
  const told = [];
  for (const head of document.querySelectorAll('th')) for (const node of head.childNodes) {
    for (const word of node.textContent.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length !== 1) told.push(word[0]);
    }
  }
  return told;
})()"""
HEAD_GAPS = """[...document.querySelectorAll('th + th')].map(head => {
  const box = node => { const r = document.createRange(); r.selectNodeContents(node);
    return r.getBoundingClientRect(); };
  return box(head).left - box(head.previousElementSibling).right; })"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page in a browser."""
    with browser(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture(scope="module")
def files(
    page: Page,  # so that nothing is built where there is no browser
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[Document, Path]]:
    """A page of the samples for each template, and one full of words that do not end."""
    folder = tmp_path_factory.mktemp("pages")
    documents = {"endless": full_of("harbour" * 30)}
    for template in SHORT:
        brief = Brief(date=date(2026, 11, 24), template=template, marking="TLP:AMBER")
        order = Order(brief, (ROOT / "seeds" / "articles",), (folder / "x.json",))
        documents[template] = with_table(build(order).document)
    found = {}
    for name, document in documents.items():
        path = folder / f"{name}.html"
        path.write_bytes(write_html(document).data)
        found[name] = (document, path)
    return found


PAGES = pytest.mark.parametrize("name", [*SHORT, "endless"])
Files = dict[str, tuple[Document, Path]]


@PAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_telephone_and_can_be_read_in_light_and_in_the_dark(
    page: Page, files: Files, name: str, scheme: str
) -> None:
    page.show(files[name][1], width=NARROW, scheme=scheme)

    assert page.value(SPILLED) == 0
    assert page.value(FAINT) == []


@PAGES
def test_it_fits_where_letters_are_twice_as_large(page: Page, files: Files, name: str) -> None:
    page.show(files[name][1], width=NARROW, scheme="light")
    page.value("document.documentElement.style.fontSize = '200%'")

    assert page.value(SPILLED) == 0


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_heads_of_columns_are_whole_and_apart(page: Page, files: Files, size: str) -> None:
    page.show(files["full"][1], width=NARROW, scheme="light")
    page.value(f"document.documentElement.style.fontSize = '{size}'")
    gaps = page.value(HEAD_GAPS)

    assert page.value(BROKEN_HEADS) == []
    assert gaps
    assert min(gaps) >= 8


@PAGES
def test_nothing_is_fetched_and_nothing_is_complained_of(
    page: Page, files: Files, name: str
) -> None:
    path = files[name][1]
    page.show(path, width=WIDE, scheme="light")
    asked = [
        event["params"]["request"]["url"]
        for event in page.told
        if event.get("method") == "Network.requestWillBeSent"
    ]
    complaints = [
        event
        for event in page.told
        if event.get("method")
        in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
    ]

    assert asked == [path.as_uri()]
    assert complaints == []


@PAGES
def test_every_link_leads_somewhere(page: Page, files: Files, name: str) -> None:
    page.show(files[name][1], width=WIDE, scheme="light")

    assert page.value(LINKS) > 0
    assert page.value(LOST_LINKS) == []


def test_a_fault_would_be_noticed(page: Page, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text(
        "<!DOCTYPE html><title>x</title><img src='none.png'><p style='color:#ccc'>faint</p>"
        "<a href='#nowhere'>x</a><p style='white-space:nowrap'>" + "harbour " * 90,
        encoding="utf-8",
    )
    page.show(faulty, width=NARROW, scheme="light")

    assert page.value(SPILLED) > 0
    assert page.value(LOST_LINKS) == ["nowhere"]
    assert len(page.value(FAINT)) == 1
    assert any(event.get("method") == "Log.entryAdded" for event in page.told)


@pytest.mark.parametrize("name", SHORT)
def test_the_printed_page_holds_every_quotation(page: Page, files: Files, name: str) -> None:
    document, path = files[name]
    page.show(path, width=WIDE, scheme="light")
    pdf = pypdfium2.PdfDocument(page.printed())
    printed = _letters("".join(sheet.get_textpage().get_text_range() for sheet in pdf))
    quotations = [
        plain_text(block.inlines) for block in document.blocks if isinstance(block, Quotation)
    ]

    assert quotations
    assert [words for words in quotations if _letters(words) not in printed] == []


def _letters(text: str) -> str:
    """Letters alone: how lines end, and where marks of notes stand, is the printer's."""
    return "".join(sign for sign in text if sign.isalpha())
