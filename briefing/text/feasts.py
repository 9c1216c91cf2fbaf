"""On which day feasts and holidays fall that news prose names instead of the date."""

from datetime import date, timedelta

_WEEK = 7
_THURSDAY = 3


def feast_in(name: str, year: int) -> date:
    """The day of the feast or holiday `name` in `year`."""
    fixed = {
        "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25),
        "New Year's Eve": (12, 31), "New Year's Day": (1, 1), "Independence Day": (7, 4),
        "Halloween": (10, 31), "Veterans Day": (11, 11), "Valentine's Day": (2, 14),
    }  # fmt: skip
    if name in fixed:
        return date(year, *fixed[name])
    if "July" in name:
        return date(year, 7, 4)
    if name.startswith("Thanksgiving"):
        return _weekday_of(year, 11, _THURSDAY, 4)
    if name == "Labor Day":
        return _weekday_of(year, 9, 0, 1)
    if name == "Memorial Day":
        return _weekday_of(year, 6, 0, 1) - timedelta(_WEEK)
    if name == "Election Day":
        return _weekday_of(year, 11, 0, 1) + timedelta(1)
    shift = {"Good Friday": -2, "Easter Monday": 1}.get(name, 0)
    return _easter(year) + timedelta(shift)


def _weekday_of(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % _WEEK + _WEEK * (number - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + rest - 7 * ((a + 11 * h + 22 * rest) // 451) + 114, 31)
    return date(year, month, day + 1)
