"""Which numbers one amount may stand for: “about 1,000” for 1,200, and not for 5,000.

How roughly an amount is given is seen by its digits: the last that is no zero is the first that may
be rounded. So “about 1,000” is good to a thousand, and “about 1,200” to a hundred.
"""

from briefing.model.findings import Bound
from briefing.text.numbers import Amount

NEAR = 1.15
"""How many times an amount that is not exact another may be and still be the same."""
_LARGE = 1000
"""From which on a round number is as a rule a rounded one, whether or not a word says so."""
_HARDLY_APART = 1.05
"""The same for exact amounts."""


def covers(one: Amount, other: Amount) -> bool:
    """Whether two amounts of one thing can both be true."""
    return _stands_for(one, other.number) or _stands_for(other, one.number)


def rounds(amount: Amount, number: float) -> bool:
    """Whether an amount that is given as about so much stands for `number`."""
    return amount.bound is Bound.ABOUT and _stands_for(amount, number)


def _stands_for(amount: Amount, number: float) -> bool:
    given = amount.number
    step = _step(given)
    if number < given:
        # The numbers below 1,000 are told apart by hundreds.
        step = step / 10 if step == given else step
    apart, near = abs(number - given), max(number, given) <= NEAR * min(number, given)
    match amount.bound:
        case Bound.ABOUT:
            return near or apart <= step / 2
        case Bound.AT_LEAST:
            return near or 0 <= number - given < step
        case Bound.AT_MOST:
            return near or 0 <= given - number < step
        case Bound.EXACT:
            rounded = given >= _LARGE and apart < step / 2
            return rounded or max(number, given) <= _HARDLY_APART * min(number, given)


def _step(number: float) -> float:
    """The worth of the last digit of a number that is no zero: a hundred in 1,200, a tenth in 2.5."""
    digits, _, power = f"{number:.8e}".partition("e")
    decimals = len(digits.rstrip("0").partition(".")[2])
    return float(10.0 ** (int(power) - decimals))


def digits(number: float) -> int:
    """The digits of a number without the zeros around them."""
    return len(f"{number:.9g}".replace(".", "").split("e")[0].strip("0"))
