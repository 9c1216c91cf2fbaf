"""What databases have in common that lead each field by a label, on its line or on the one above."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from briefing.text.dates import find_day

_AMERICAN_DAY = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")


def with_values(
    lines: Sequence[str], name_of: Callable[[str], str], alone: Collection[str] = ()
) -> Iterator[str]:
    """The `lines`, a label that stands alone joined with its value in the next one.

    `name_of` gives the name of the label that leads a line, or nothing; those named in `alone` have
    no value that could follow.
    """
    waiting = ""
    for line in lines:
        name = name_of(line)
        if waiting:
            yield waiting if name else f"{waiting} {line}"
            taken, waiting = not name, ""
            if taken:
                continue
        if name and name not in alone and line.endswith(":"):
            waiting = line
        else:
            yield line
    if waiting:
        yield waiting


def american_day(words: str) -> str:
    """The day in `words` as ISO writes it, the month first where it is written in figures."""
    if found := _AMERICAN_DAY.search(words):
        month, day = int(found["month"]), int(found["day"])
        written = f"{found['year']}-{month:02}-{day:02}"
        return written if find_day(written) else ""
    named = find_day(words)
    return named[0].isoformat() if named else ""


def turned(name: str) -> str:
    """“Moss, Ada” as “Ada Moss”."""
    family, comma, given = name.strip().partition(",")
    return f"{given.strip()} {family.strip()}" if comma else family
