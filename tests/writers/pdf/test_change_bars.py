"""A bar in the right margin beside what is new or changed, on each page that shows some of it."""

import re

import pytest
from msgspec.structs import replace

from briefing.model.document import Document, Quotation, Text
from briefing.model.look import Look
from briefing.writers.pdf import Press, write_pdf
from briefing.writers.pdf.bars import change_bars
from briefing.writers.pdf.look import dress
from tests.writers.pdf.test_writing_pdf import HARBOUR, cite, document, laid_out

LEAD = (Text("Gazette"),)
PLAIN = Quotation((Text(HARBOUR * 3), cite()), LEAD)
MARKED = replace(PLAIN, changed=True)
_FILL = re.compile(rb"([\d.]+ [\d.]+ [\d.]+) rg ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f")


def barred(whole: Document) -> list[list[tuple[float, ...]]]:
    """The bars of each page: their left edge, foot, width and height."""
    house = dress(whole.look)
    return [
        [
            tuple(map(float, match.groups()[1:]))
            for bar in change_bars(page, house.page[1] - house.look.top, house)
            if (match := _FILL.fullmatch(bar))
        ]
        for page in laid_out(whole)
    ]


@pytest.mark.parametrize("look", [Look(), Look(page="Letter", right=43.0, size=13.0)])
def test_it_stands_in_the_margin_beside_the_words_and_their_lead(look: Look) -> None:
    house = dress(look)
    whole = replace(document(PLAIN, MARKED, PLAIN), look=look)
    (page,) = laid_out(whole)
    ((found,),) = barred(whole)
    (_, _, lead, words, *_), left = page.parts, house.look.left + house.measure
    x, low, wide, high = found

    assert left < x < x + wide < house.page[0]
    assert low + high == pytest.approx(house.page[1] - look.top - lead[3], abs=0.01)
    assert high > words[3] - lead[3] + (words[2] - 1) * house.quotation.leading


def test_each_changed_quotation_has_its_own() -> None:
    ((first, second),) = barred(document(MARKED, MARKED))

    assert first[1] > second[1] + second[3]


def test_on_each_page_that_it_runs_over() -> None:
    long = replace(MARKED, inlines=(Text(HARBOUR * 60), cite()))

    pages = barred(document(long))

    assert len(pages) > 1
    assert [len(page) for page in pages] == [1] * len(pages)


def test_it_changes_nothing_else_of_the_page() -> None:
    colour = Look(accent="#7A1F1F")
    plain, marked = (replace(document(PLAIN, block), look=colour) for block in (PLAIN, MARKED))

    assert [[len(page) for page in barred(one) if page] for one in (plain, marked)] == [[], [1]]
    ((before,), (after,)) = (laid_out(one) for one in (plain, marked))
    assert [part[1:] for part in before.parts] == [part[1:] for part in after.parts]
    assert write_pdf(plain).data != write_pdf(marked).data


def test_it_comes_and_goes_with_the_mark() -> None:
    press = Press()
    for block in (PLAIN, MARKED, PLAIN):
        whole = document(PLAIN, block, PLAIN)

        assert press.write(whole) == write_pdf(whole, live=True)
