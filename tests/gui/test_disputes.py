"""Quotations of one briefing that say otherwise than one another."""

from briefing.gui.disputes import disputes
from briefing.model.desk import Desk, Included, Settings
from briefing.model.findings import Conflict, Position
from briefing.model.passage import Excerpt, Passage
from tests.sources import make_source

A = make_source("Two ships sank.", id="aaaa")
B = make_source("Five ships sank.", id="bbbb")
C = make_source("Nothing happened.", id="cccc")
ONE, TWO, THREE = (Excerpt.cut(source, 0, len(source.text)) for source in (A, B, C))
TOLL = Conflict("ships", (Position("two", ONE), Position("five", TWO)))


def _desk(*excerpts: Excerpt, settled: bool = False) -> Desk:
    items = tuple(
        Included(one.passage, "china", one.exact, None, "Post", None, one.passage)
        for one in excerpts
    )
    key = "|".join(f"{p.source}/{p.start}/{p.end}" for p in sorted((ONE.passage, TWO.passage)))
    return Desk("d", Settings(), items, verdicts={key: "different events"} if settled else {})


def test_both_sides_in_the_order_of_the_page() -> None:
    assert disputes((TOLL,), _desk(TWO, THREE, ONE)) == ((TWO.passage, ONE.passage),)


def test_one_side_alone_and_two_that_agree_are_no_dispute() -> None:
    also = Conflict("ships", (Position("two", ONE, (THREE,)), Position("five", TWO)))

    assert disputes((TOLL,), _desk(ONE, THREE)) == ()
    assert disputes((also,), _desk(ONE, THREE)) == ()


def test_a_part_of_a_side_counts_and_what_was_settled_does_not() -> None:
    part = Excerpt(Passage(ONE.passage.source, 4, 9), ONE.exact[4:9])

    assert len(disputes((TOLL,), _desk(part, TWO))) == 1
    assert disputes((TOLL,), _desk(ONE, TWO, settled=True)) == ()
