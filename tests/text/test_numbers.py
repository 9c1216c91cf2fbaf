"""Amounts are read with their unit and their bound; what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.findings import Bound
from briefing.text.numbers import find_amounts


@pytest.mark.parametrize(
    ("text", "number", "unit", "bound"),
    [
        pytest.param("$14.9 billion", 14.9e9, "$", Bound.EXACT, id="money"),
        pytest.param("to 2% of GDP", 2, "%", Bound.EXACT, id="share"),
        pytest.param("25 basis points", 25, "basis points", Bound.EXACT, id="basis points"),
        pytest.param("a 50-basis-point cut", 50, "basis points", Bound.EXACT, id="with hyphens"),
        pytest.param("a 25-percent stake", 25, "%", Bound.EXACT, id="share with a hyphen"),
        pytest.param("16.5 per cent", 16.5, "%", Bound.EXACT, id="share in words"),
        pytest.param("claimed that 90pc of them", 90, "%", Bound.EXACT, id="pc"),
        pytest.param("at least $160MM", 1.6e8, "$", Bound.AT_LEAST, id="MM"),
        pytest.param(
            "121 adults and children",
            121,
            "adults and children",
            Bound.EXACT,
            id="counted together",
        ),
        pytest.param("It adds up to $15 billion", 1.5e10, "$", Bound.EXACT, id="adds up to"),
        pytest.param("They gave up to $15 billion", 1.5e10, "$", Bound.AT_MOST, id="up to"),
        pytest.param(
            "12 business class seats", 12, "business class seats", Bound.EXACT, id="not in -ss"
        ),
        pytest.param(
            "115 coronavirus deaths", 115, "coronavirus deaths", Bound.EXACT, id="not in -us"
        ),
        pytest.param(
            "a town of 36,000 an hour’s drive away", 36_000, "", Bound.EXACT, id="no hours"
        ),
        pytest.param("rafts weighing 55 pounds", 55, "pounds", Bound.EXACT, id="weight"),
        pytest.param("it cost 55 pounds", 55, "£", Bound.EXACT, id="pounds of money"),
        pytest.param("7.95 trillion yen", 7.95e12, "¥", Bound.EXACT, id="currency behind"),
        pytest.param("two hundred million dollars", 2e8, "$", Bound.EXACT, id="two scales"),
        pytest.param("six hundred thousand men", 6e5, "men", Bound.EXACT, id="a scale and men"),
        pytest.param("at least 43 people", 43, "people", Bound.AT_LEAST, id="at least"),
        pytest.param("nearly 30 rebels", 30, "rebels", Bound.ABOUT, id="nearly"),
        pytest.param("Thirty-five people", 35, "people", Bound.EXACT, id="spelt"),
        pytest.param("9,000 Americans filed claims", 9000, "Americans", Bound.EXACT, id="a nation"),
        pytest.param("70 news sources", 70, "news sources", Bound.EXACT, id="two words"),
        pytest.param("half a million people", 5e5, "people", Bound.EXACT, id="half a million"),
        pytest.param("nearly a half-million dollars", 5e5, "$", Bound.ABOUT, id="a half-million"),
        pytest.param(
            "about a quarter of a million votes", 2.5e5, "votes", Bound.ABOUT, id="quarter"
        ),
        pytest.param("three-quarters of a billion euros", 7.5e8, "€", Bound.EXACT, id="quarters"),
        pytest.param("two and a half million men", 2.5e6, "men", Bound.EXACT, id="and a half"),
        pytest.param("106 as of May", 106, "", Bound.EXACT, id="no unit"),
        pytest.param("6,200km away", 6200, "km", Bound.EXACT, id="unit close by"),
    ],
)
def test_amount_is_read(text: str, number: float, unit: str, bound: Bound) -> None:
    (amount,) = find_amounts(text)

    assert (amount.number, amount.unit, amount.bound) == (number, unit, bound)


def test_another_number_is_no_word_for_what_is_counted() -> None:
    then = next(find_amounts("up from 19 million four years ago"))
    terms = next(find_amounts("two three-year terms"))

    assert (then.number, then.unit) == (1.9e7, "")
    assert terms.unit == "three-year terms"


@pytest.mark.parametrize(
    "text", ["half the voters", "a quarter of a century", "the first half million-dollar week"]
)
def test_a_part_of_what_is_no_million_is_no_amount(text: str) -> None:
    assert all(
        amount.number >= 1 and "half" not in text[amount.start : amount.end]
        for amount in find_amounts(text)
    )


@pytest.mark.parametrize(
    "written",
    [
        "$2 trillion",
        "$2-trillion",
        "$2tn",
        "$2 trn",
        "$2tln",
        "$2T",
        "$2,000 bln",
        "$2,000,000 mln",
        "US$2 trillion",
        "USD 2 trillion",
        "2 trillion USD",
        "2 trillion dollars",
        "2 trillion-dollar",
        "two-trillion-dollar",
    ],
)
def test_a_sum_is_one_however_it_is_written(written: str) -> None:
    text = f"The {written} plan passed."

    (amount,) = find_amounts(text)

    assert (amount.number, amount.unit) == (2e12, "$")
    assert text[amount.start : amount.end] == written


@pytest.mark.parametrize("before", ["XUSD", "USDX", "GRANDEUR", "grand eur"])
def test_what_only_ends_like_a_currency_is_none(before: str) -> None:
    (amount,) = find_amounts(f"{before} 20 people")

    assert (amount.number, amount.unit) == (20, "people")


def test_only_of_money_is_a_t_a_trillion() -> None:
    (amount,) = find_amounts("a lorry of 2t passed")

    assert amount.number == 2


@pytest.mark.parametrize(
    "text", ["7–10%", "by 7-10 percent", "by 7 to 10 per cent", "between 7 and 10%"]
)
def test_a_range_has_two_ends(text: str) -> None:
    low, high = find_amounts(text)

    assert (low.number, low.unit, high.number, high.unit) == (7, "", 10, "%")


def test_a_range_of_money_has_its_sign_with_either_end() -> None:
    ends = [
        (one.number, one.unit) for one in find_amounts("It cost $5-10 billion, or $5-$10 billion.")
    ]
    *_, top = find_amounts("$5-10 thousand billion")

    assert ends == [(5, ""), (1e10, "$")] * 2
    assert top.number == 1e13


@pytest.mark.parametrize(
    "text",
    [
        "a 5-7 year plan",
        "the 2023-24 season",
        "they won 3-2",
        "10-7%",
        "in 1951",
        "on 10 April",
        "April 10",
        "an F-35",
        "$1,5 billion",
        "₹1,00,000",
        "2+ trillion",
        "tensions",
        "the 21st",
        "at 10:30",
        "aged 43",
        "a 59 - year - old man",
        "11am",
        "below 2007 levels",
        "up to 1990s levels",
        "17-year-olds",
        "120 mm rounds",
        "Proposition 30 tax increases",
        "100 percent sure",
        "to 11-year lows",
        "hundred and sixty million people",
    ],
)
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    assert list(find_amounts(text)) == []


@given(st.text(alphabet="0123456789,.$% onethbilmr-", max_size=60))
def test_places_lie_in_the_text(text: str) -> None:
    for amount in find_amounts(text):
        assert 0 <= amount.start < amount.end <= len(text)
