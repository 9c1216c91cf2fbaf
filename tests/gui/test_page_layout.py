"""Where pages and quotations lie in the scrolled view, without Qt."""

import pytest

from briefing.gui.page_keeping import Held, place_after
from briefing.gui.page_layout import GAP, PageLayout, at, fit_width
from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage

LAYOUT = PageLayout(sizes=((100.0, 200.0), (100.0, 200.0)), scale=2.0, width=300.0)


def _quotation(start: int, page: int, top: float) -> Region:
    passage = Passage("a", start, start + 1)
    return Region(RegionKind.EXCERPT, page, 10.0, top, 90.0, top + 20.0, passage=passage)


def test_pages_stand_below_one_another_in_the_middle() -> None:
    assert LAYOUT.page(0) == (50.0, GAP, 250.0, GAP + 400.0)
    assert LAYOUT.page(1) == (50.0, 2 * GAP + 400.0, 250.0, 2 * GAP + 800.0)
    assert LAYOUT.height == 3 * GAP + 800.0


@pytest.mark.parametrize(("top", "seen"), [(0, (0,)), (350, (0, 1)), (500, (1,))])
def test_the_pages_that_show(top: float, seen: tuple[int, ...]) -> None:
    assert LAYOUT.seen(top, 100.0) == seen


def test_a_point_finds_the_quotation_under_it() -> None:
    region = _quotation(0, 1, 50.0)

    assert at(LAYOUT, [region], 100.0, GAP + 110.0) == region
    assert at(LAYOUT, [region], 100.0, GAP + 10.0) is None


def test_the_quotation_at_the_top_stays_where_it_is() -> None:
    before = [_quotation(0, 1, 10.0), _quotation(1, 1, 100.0)]
    after = [_quotation(0, 1, 10.0), _quotation(2, 1, 40.0), _quotation(1, 1, 140.0)]
    top = 150.0

    there = place_after(LAYOUT, before, LAYOUT, after, Held(top)).top

    moved = LAYOUT.box(after[2])[1] - there
    assert moved == LAYOUT.box(before[1])[1] - top


def test_if_it_is_gone_the_next_one_stays() -> None:
    before = [_quotation(0, 1, 100.0), _quotation(1, 1, 150.0)]
    after = [_quotation(1, 1, 100.0)]

    there = place_after(LAYOUT, before, LAYOUT, after, Held(150.0)).top

    assert LAYOUT.box(after[0])[1] - there == LAYOUT.box(before[1])[1] - 150.0


def test_words_printed_twice_do_not_lead_to_the_other_place() -> None:
    before = [_quotation(0, 1, 10.0), _quotation(2, 2, 50.0), _quotation(0, 2, 20.0)]
    after = [_quotation(0, 1, 10.0), _quotation(2, 2, 70.0), _quotation(0, 2, 40.0)]
    top = LAYOUT.page(1)[1]

    there = place_after(LAYOUT, before, LAYOUT, after, Held(top)).top

    assert there - top == 40.0


def test_words_printed_more_often_than_before_stay_by_what_stands_around_them() -> None:
    before = [_quotation(1, 2, 20.0), _quotation(0, 2, 50.0), _quotation(2, 2, 80.0)]
    after = [
        _quotation(0, 1, 10.0), _quotation(3, 1, 40.0), _quotation(1, 2, 20.0),
        _quotation(0, 2, 60.0), _quotation(2, 2, 90.0), _quotation(0, 2, 120.0),
    ]  # fmt: skip
    top = LAYOUT.box(before[1])[1]

    assert place_after(LAYOUT, before, LAYOUT, after, Held(top)).top == LAYOUT.box(after[3])[1]


def test_what_held_the_view_holds_it_again() -> None:
    """Though a quotation has come in above it meanwhile, from which it may be moved."""
    first = [_quotation(0, 1, 10.0), _quotation(1, 1, 100.0)]
    second = [_quotation(0, 1, 10.0), _quotation(2, 1, 70.0), _quotation(1, 1, 100.0)]
    third = [_quotation(0, 1, 10.0), _quotation(2, 1, 70.0), _quotation(1, 1, 120.0)]

    held = place_after(LAYOUT, first, LAYOUT, second, Held(150.0))

    assert held == Held(150.0, by=2)
    assert place_after(LAYOUT, second, LAYOUT, third, held) == Held(190.0, by=2)
    assert place_after(LAYOUT, second, LAYOUT, third, Held(150.0)) == Held(150.0, by=1)


def test_below_the_last_quotation_that_one_holds_the_view() -> None:
    before, after = [_quotation(0, 1, 10.0)], [_quotation(1, 1, 10.0), _quotation(0, 1, 60.0)]

    assert place_after(LAYOUT, before, LAYOUT, after, Held(300.0)).top == 400.0
    assert place_after(LAYOUT, before, LAYOUT, after[:1], Held(300.0)).top == 300.0


def test_a_quotation_that_goes_on_over_the_page_holds_nothing_by_its_end() -> None:
    before = [_quotation(0, 1, 150.0), _quotation(0, 2, 10.0), _quotation(1, 2, 60.0)]
    after = [_quotation(0, 1, 150.0), _quotation(0, 2, 10.0), _quotation(1, 2, 90.0)]
    top = LAYOUT.page(1)[1]

    there = place_after(LAYOUT, before, LAYOUT, after, Held(top)).top

    assert there - top == 30.0 * LAYOUT.scale


def test_the_width_is_fitted() -> None:
    assert fit_width([(100.0, 200.0)], 224.0) == 2.0
