"""What the pages of a PDF are called: by the file's own labels, or by the numbers printed on them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_LABEL = re.compile(r"[\w.:/–-]{1,12}")
"""What a label is believed to be; one with spaces is a file's or a chapter's name."""
ROMAN = r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_AT_AN_END = re.compile(rf"^\W*(\d{{1,4}}|{ROMAN})\b(?!/)|(?<![/.\w])(\d{{1,4}}|{ROMAN})\W*$")
"""A number at the beginning or the end of a running head."""
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_FEWEST, _FEWEST_ROMAN = 3, 2
_MOST = 0.8
"""The share of the pages with numbers on which they count on by one, at the least."""


def page_labels(stated: Sequence[str], heads: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """What to call each page; "" for one whose label does not tell it from others, () to count them.

    `stated` are the labels that the file gives its pages, `heads` the lines at the edges of pages with
    the index of each. Numbers that are printed go before labels that contradict them, and stand for
    labels where the file states none.
    """
    total = len(stated)
    read = list(heads)
    printed = _counted(read, total)
    own = [label if _LABEL.fullmatch(label) else "" for label in map(str.strip, stated)]
    if _is_told(own) and not _contradict(own, printed, read):
        return _telling(own)
    return _telling(printed) if _is_told(printed) else ()


def _is_told(labels: Sequence[str]) -> bool:
    """Whether labels say more than counting the pages does."""
    return any(label not in ("", str(number)) for number, label in enumerate(labels, 1))


def _telling(labels: Sequence[str]) -> tuple[str, ...]:
    """`labels` without those that two pages have."""
    times = Counter(labels)
    return tuple(label if times[label] == 1 else "" for label in labels)


def _contradict(
    own: Sequence[str], printed: Sequence[str], heads: Iterable[tuple[int, str]]
) -> bool:
    """Whether most pages bear another number than their label."""
    if not any(printed):
        return False
    pages = {page for page, words in heads if printed[page] in map(_written, _numbers(words))}
    return sum(own[page] != printed[page] for page in pages) > len(pages) / 2


def _counted(heads: Sequence[tuple[int, str]], total: int) -> list[str]:
    """The number of each page, as the numbers printed on some of them have it; "" where none tells."""
    labels = [""] * total
    for roman, fewest in ((True, _FEWEST_ROMAN), (False, _FEWEST)):
        lead = _lead(heads, fewest, roman=roman)
        for page in range(total if lead is not None else 0):
            if (number := page + (lead or 0)) > 0:
                labels[page] = _written((number, roman))
    return labels


def _lead(heads: Sequence[tuple[int, str]], fewest: int, *, roman: bool) -> int | None:
    """By how much the printed numbers are ahead of the pages' indices, where they count on by one."""
    leads = {
        (page, number - page)
        for page, words in heads
        for number, is_roman in _numbers(words)
        if is_roman is roman
    }
    times = Counter(lead for _, lead in leads)
    lead = max(times, key=lambda lead: (times[lead], -abs(lead)), default=0)
    numbered = len({page for page, _ in leads})
    return lead if times[lead] >= max(fewest, _MOST * numbered) else None


def _numbers(words: str) -> Iterator[tuple[int, bool]]:
    """The numbers at the ends of a running head, and whether each is Roman."""
    for match in _AT_AN_END.finditer(words):
        if number := match[1] or match[2]:
            roman = not number.isdecimal()
            yield (_value(number) if roman else int(number)), roman


def _written(number: tuple[int, bool]) -> str:
    value, roman = number
    return _roman(value) if roman else str(value)


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(
        -value if any(later > value for later in values[at + 1 : at + 2]) else value
        for at, value in enumerate(values)
    )


def _roman(number: int) -> str:
    written = ""
    for value, letters in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        written += letters * (number // value)
        number %= value
    return written
