"""Two pages printed on one sheet are read one after the other, each in its own size."""

from briefing.verify.pdf_page import Page
from briefing.verify.pdf_run import Run
from briefing.verify.pdf_sheets import pages_apart


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
