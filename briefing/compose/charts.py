"""Charts out of findings: which source speaks to which theme, and what happened when.

They hold only counts, days, numbers of sources and plain names, so no source's words are in them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from briefing.compose.dates import spell_day, spell_time
from briefing.model.document import Figure, Inlines, Text
from briefing.model.drawing import Anchor, Box, Drawing, Ink, Label, Line, Mark
from briefing.model.findings import DatedStatement, Precision, ThemeFindings
from briefing.words import Speech

WIDTH = 438.0
"""Width of every chart: that of the text on an A4 page."""
_NAMES = 150.0
"""Room for the names at the left."""
_LETTER = 0.5
"""Width of a letter as a share of its size, rather too much than too little."""
_MOST_SOURCES, _MOST_STATEMENTS = 40, 30
_ROW, _SIZE, _AXIS_SIZE = 17.0, 8.5, 7.5
_HEAD = 12.5
"""Room for the names of days above the rows."""
_MOST_WIDE, _LOW_ROW = 12, 12.0
"""Rows from which on they are set closer: a drawing is not parted, and a tall one leaves a page empty."""
_MOST_TICKS = 5
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (
    1,
    2,
    3,
    6,
    *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2500)),
)
_FEW_DAYS = 2


def coverage(
    themes: Sequence[ThemeFindings], numbers: Mapping[str, int], tongue: Speech
) -> Figure | None:
    """Excerpts by theme and source; `numbers` are those of the source list.

    A place that repeats an excerpt counts for its source too. `None` if nothing was found.
    """
    counts = {
        found.theme.title: Counter(
            numbers[excerpt.passage.source]
            for chosen in found.excerpts
            for excerpt in (chosen.excerpt, *(echo.excerpt for echo in chosen.also_in))
        )
        for found in themes
    }
    used = sorted({number for row in counts.values() for number in row})
    if not used:
        return None
    drawn = used[:_MOST_SOURCES]
    marks = [*_heads(drawn), *_coverage_rows(counts, drawn)]
    height = _ROW * (len(counts) + 1) + 4.0
    said = tongue.say("; ").join(
        tongue.say("{theme}: {counts}", theme=title, counts=_spelt(row, tongue))
        for title, row in counts.items()
    )
    words = tongue.say(
        "Excerpts by theme (rows) and source (columns, numbered as in the source list)"
    )
    cut = ""
    if len(drawn) < len(used):
        cut = tongue.say(
            "; the first {shown} of {n} sources", shown=str(len(drawn)), n=str(len(used))
        )
    return Figure(
        Drawing(WIDTH, height, tuple(marks)), _caption(f"{words}{cut}."), f"{words}. {said}."
    )


def _spelt(row: Mapping[int, int], tongue: Speech) -> str:
    counts = (
        tongue.say("source {number}: {count}", number=str(at), count=str(row[at]))
        for at in sorted(row)
    )
    # For translators: no excerpts under a theme, in the words that stand for a chart.
    return ", ".join(counts) or tongue.say("none")


def _columns(drawn: Sequence[int]) -> tuple[list[float], float]:
    """Middles of the columns, and their width."""
    wide = min(22.0, (WIDTH - _NAMES) / len(drawn))
    return [_NAMES + wide * (at + 0.5) for at in range(len(drawn))], wide


def _heads(drawn: Sequence[int]) -> list[Mark]:
    middles, wide = _columns(drawn)
    size = min(7.5, wide * 0.75)
    return [
        Label(x, 10.0, str(number), size, Ink.QUIET, Anchor.MIDDLE)
        for x, number in zip(middles, drawn, strict=True)
    ]


def _coverage_rows(counts: Mapping[str, Counter[int]], drawn: Sequence[int]) -> list[Mark]:
    middles, wide = _columns(drawn)
    most = max(max(row.values(), default=1) for row in counts.values())
    marks: list[Mark] = []
    for at, (title, row) in enumerate(counts.items(), 1):
        top = at * _ROW
        marks += [Line(0, top - 1.5, WIDTH, top - 1.5), _name(title, top + 10.0)]
        for x, number in zip(middles, drawn, strict=True):
            if row[number]:
                marks += _cell(x, top, wide, row[number], most)
    foot = (len(counts) + 1) * _ROW - 1.5
    return [*marks, Line(0, foot, WIDTH, foot)]


def _cell(x: float, top: float, wide: float, count: int, most: int) -> list[Mark]:
    """A box that grows with the count, which stands in it while there is room."""
    side = (0.45 + 0.55 * (count / most) ** 0.5) * min(wide - 2.0, _ROW - 4.0)
    middle = top + _ROW / 2 - 1.5
    box = Box(x - side / 2, middle - side / 2, side, side, Ink.ACCENT)
    size = min(7.5, side * 0.72)
    return [
        box,
        Label(x, middle + size * 0.34, str(count), size, Ink.PAPER, Anchor.MIDDLE, bold=True),
    ]


def chronology(
    said: Sequence[DatedStatement], numbers: Mapping[str, int], tongue: Speech
) -> Figure | None:
    """Dated statements on a line of time, a row for each source.

    `None` if there are fewer than two days, which make no line.
    """
    shown = sorted(said, key=lambda one: one.on)[:_MOST_STATEMENTS]
    days = sorted({one.on for one in shown})
    if len(days) < _FEW_DAYS:
        return None
    sources = sorted({numbers[one.excerpt.passage.source] for one in shown})
    row = _ROW if len(sources) <= _MOST_WIDE else _LOW_ROW
    middles = {number: _HEAD + row * (at + 0.5) for at, number in enumerate(sources)}
    foot = _HEAD + row * len(sources)
    marks: list[Mark] = [*_axis(days[0], days[-1], foot, tongue)]
    for number, y in middles.items():
        called = tongue.say("Source {number}", number=str(number))
        marks += [Line(0, y + row / 2, WIDTH, y + row / 2), _name(called, y + 3.0, 60.0)]
    for one in shown:
        y = middles[numbers[one.excerpt.passage.source]]
        marks.append(_event(_place(one.on, days[0], days[-1]), y, inferred=bool(one.inferred_from)))
    height = foot + 8.5
    words = tongue.say(
        "What the sources date, by day (across) and source (down); hollow: day inferred"
    )
    cut = ""
    if len(shown) < len(said):
        cut = tongue.say("; the first {shown} of {n}", shown=str(len(shown)), n=str(len(said)))
    alt = tongue.say("; ").join(_event_said(one, numbers, tongue) for one in shown)
    drawing = Drawing(WIDTH, height, tuple(marks))
    return Figure(drawing, _caption(f"{words}{cut}."), f"{words}. {alt}.")


def _event_said(one: DatedStatement, numbers: Mapping[str, int], tongue: Speech) -> str:
    day, number = spell_day(one.on, tongue), str(numbers[one.excerpt.passage.source])
    if one.inferred_from:
        return tongue.say("{day} (inferred): source {number}", day=day, number=number)
    return tongue.say("{day}: source {number}", day=day, number=number)


def _axis(first: date, last: date, foot: float, tongue: Speech) -> list[Mark]:
    """A few round days, months or years along the top, each with a thin line down."""
    marks: list[Mark] = []
    days, precision = ticks(first, last)
    for day in days:
        x = _place(day, first, last)
        words = spell_time(day, precision, tongue)
        half = len(words) * _AXIS_SIZE * _LETTER / 2
        label = (x, Anchor.MIDDLE) if x + half <= WIDTH else (WIDTH, Anchor.END)
        marks += [
            Line(x, 14.0, x, foot, weight=0.4),
            Label(label[0], 10.0, words, _AXIS_SIZE, Ink.QUIET, label[1]),
        ]
    return marks


def ticks(first: date, last: date) -> tuple[list[date], Precision]:
    """The days from `first` to `last` that an axis of time names: of the finest step that leaves few.

    Steps of days begin with `first`; those of months and years lie where calendars have them.
    """
    whole = (last - first).days
    for step in _DAY_STEPS:
        if whole // step < _MOST_TICKS:
            return [first + timedelta(days) for days in range(0, whole + 1, step)], Precision.DAY
    begins, ends = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    begins += first.day > 1
    for step in _MONTH_STEPS:
        months = range(-(-begins // step) * step, ends + 1, step)
        if len(months) <= _MOST_TICKS:
            break
    found = [date(month // 12, month % 12 + 1, 1) for month in months]
    return found, Precision.YEAR if step % 12 == 0 else Precision.MONTH


def _place(day: date, first: date, last: date) -> float:
    left, right = 78.0, WIDTH - 6.0
    return left + (right - left) * ((day - first).days / (last - first).days)


def _event(x: float, y: float, *, inferred: bool) -> Mark:
    fill = Ink.PAPER if inferred else Ink.ACCENT
    return Box(x - 3.0, y - 3.0, 6.0, 6.0, fill, Ink.ACCENT, 1.0)


def _name(words: str, y: float, room: float = _NAMES - 8.0) -> Label:
    """A name at the left, cut where it is too long."""
    most = int(room / (_SIZE * _LETTER))
    cut = words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
    return Label(0, y, cut, _SIZE)


def _caption(words: str) -> Inlines:
    return (Text(words),)
