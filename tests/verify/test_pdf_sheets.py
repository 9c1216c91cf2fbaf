"""Two pages printed on one sheet are read one after the other, each in its own size."""

from briefing.verify.pdf_page import Page
from briefing.verify.pdf_run import Run
from briefing.verify.pdf_sheets import pages_apart, run_backwards


def sheet(*words: tuple[str, float, float], size: float = 7.0, width: float = 842) -> Page:
    """A page across with those words at those places."""
    runs = [Run(text, x, y, size, x + 4 * len(text), "F", 0, None) for text, x, y in words]
    return Page(width, 595, tuple((run,) for run in runs))


def texts(pages: tuple[Page, ...]) -> list[list[str]]:
    return [[run.text for line in page.lines for run in line] for page in pages]


def test_a_sheet_is_read_page_by_page() -> None:
    found = pages_apart([sheet(("left", 50, 500), ("right", 471, 500), ("below", 50, 400))])

    assert texts(found) == [["left", "below"], ["right"]]
    left, right = (page.lines[0][0] for page in found)
    assert (left.x, left.y) == (right.x, right.y)
    assert round(left.height, 1) == 9.9
    assert [round(page.height) for page in found] == [841, 841]


def test_a_last_sheet_may_hold_one_page() -> None:
    pages = sheet(("one", 50, 500), ("two", 471, 500)), sheet(("three", 50, 500))

    assert texts(pages_apart(pages)) == [["one"], ["two"], ["three"]]


def test_other_pages_stay_as_they_are() -> None:
    beside = ("left", 50.0, 500.0), ("right", 471.0, 500.0)
    for page in (
        sheet(*beside, size=11),  # two columns, set as text is
        sheet(*beside, width=500),  # upright
        sheet(*beside, ("words that run across the middle of it", 380, 400)),
        sheet(beside[0]),
    ):
        assert pages_apart([page]) == (page,)


def test_four_and_nine_pages_are_read_row_by_row() -> None:
    four = Page(595, 842, sheet(("a", 50, 700), ("b", 350, 700), ("c", 50, 200), size=5.2).lines)
    found = pages_apart([four])
    assert texts(found) == [["a"], ["b"], ["c"]]
    assert [(round(page.width), round(page.height)) for page in found] == [(595, 842)] * 3
    assert [page.lines[0][0].y for page in found] == [558, 558, 400]

    nine = sheet(("a", 20, 800), ("b", 220, 800), ("c", 420, 300), ("d", 20, 20), size=3.4).lines
    assert texts(pages_apart([Page(595, 842, nine)])) == [["a"], ["b"], ["c"], ["d"]]


def test_one_page_alone_on_a_sheet_for_four_is_read_in_its_own_size() -> None:
    alone = Page(595, 842, sheet(("a", 50, 700), size=5.2).lines)

    (page,) = pages_apart([alone])
    assert page.lines[0][0].height == 10.4


def test_small_print_that_runs_across_a_sheet_is_one_page() -> None:
    lines = sheet(("a", 50, 700), ("what runs across", 280, 600), ("b", 50, 200), size=5.2).lines
    page = Page(595, 842, lines)

    assert pages_apart([page]) == (page,)


def _numbered(*numbers: str) -> list[Page]:
    return [sheet(("text", 50, 700), (number, 500, 30), size=11.0, width=500) for number in numbers]


def test_pages_that_count_down_were_printed_backwards() -> None:
    assert run_backwards(_numbered("3 / 3", "2 / 3", "1 / 3"))
    assert run_backwards(_numbered("Contents", "2", "1"))
    assert not run_backwards(_numbered("1 / 3", "2 / 3", "3 / 3"))
    assert not run_backwards(_numbered("3", "1", "2"))
    assert not run_backwards(_numbered("text", "text"))
    assert not run_backwards(_numbered("7"))


def test_small_print_in_columns_is_one_page() -> None:
    places = [(x, 36 + 7 * line) for line in range(110) for x in (40, 310)]
    words = tuple(("a line of small print in a column", x, float(y)) for x, y in places)
    page = Page(595, 842, sheet(*words, size=5.5).lines)

    assert pages_apart([page]) == (page,)
