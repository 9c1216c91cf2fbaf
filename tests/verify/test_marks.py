"""What stands in place of quotation marks quotes where both of a pair do."""

import pytest

from briefing.verify.marks import with_usual
from briefing.verify.paper import Part, Printed
from briefing.verify.quoting import quotes_in

WORDS = "the fleet was sold to pirates"


def quoted(text: str) -> list[str]:
    return [quote.text for quote in quotes_in(Printed(text, Part.BODY, 1, "paragraph 1"))]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("″", "″"), ("‶", "″"), ("❝", "❞"), ("〝", "〞"), ("‟", "”"), ("<<", ">>"), ("<< ", " >>"),
        ("``", "''"), ("``", "``"), (",,", "“"), (",,", "''"), ("''", "''"),
        ("′", "′"), ("`", "´"), ("`", "'"),
    ],
)  # fmt: skip
def test_words_between_them_are_quoted(opening: str, closing: str) -> None:
    assert quoted(f"He said {opening}{WORDS}{closing} on Monday.") == [WORDS]


@pytest.mark.parametrize(
    "text",
    [
        "It is 12″ wide and 14″ high, and stands in a hall by the port.",
        "From 5′ to 7′ of the arc, and a little more than that on a good day.",
        "The sum a << b holds, and all that follows from it is known to everyone.",
        "One,, two and three of them, and nothing that anybody has ever said.",
        "The ministers' plan of the '90s was the plan of all who came after them.",
        "A grave ` in the line stands for nothing that anybody would quote here.",
    ],
)
def test_signs_that_stand_alone_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_every_letter_stays_at_its_place() -> None:
    text = f"He said <<{WORDS}>> and ``{WORDS}''."

    assert with_usual(text) == f"He said  “{WORDS}”  and  “{WORDS}” ."


@pytest.mark.parametrize("opening", ["„", "“", "«"])
def test_a_curved_mark_that_nothing_curved_closes_is_closed_by_a_straight_one(opening: str) -> None:
    assert quoted(f'He said {opening}{WORDS}" on Monday, and left.') == [WORDS]
