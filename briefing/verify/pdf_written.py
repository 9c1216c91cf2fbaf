"""What is written in lines seen from left to right, where titles in them read from the right.

A writer isolates a title, so that it does not turn what stands around it: it is read by itself.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from briefing.model.bidi import as_shown, begins_right, has_rightward, levels, mirrored
from briefing.verify.paper import MARK

_IN_MARKS = re.compile("“[^”]*”|„[^“]*“|«[^»]*»")
_CLOSES = {"“": "”", "„": "“", "«": "»"}


def titles_apart(seen: Sequence[str]) -> list[str]:
    """The lines of one paragraph, their titles read by themselves; nothing where none is so set."""
    found: list[str] = []
    closes = ""
    for shown in seen if has_titles(seen) else ():
        text, closes = apart(shown, closes)
        found.append(text)
    return found


def has_titles(seen: Sequence[str]) -> bool:
    """Whether words from right to left stand in marks that are those of words from left to right."""
    return any(has_rightward(found[0]) for found in _IN_MARKS.finditer(" ".join(seen)))


def apart(shown: str, closes: str) -> tuple[str, str]:
    """What is written in a line from the left; `closes` is the mark that ends words begun above."""
    parts: list[str] = []
    begin = 0
    for at, one in enumerate(shown):
        if one == closes or (not closes and one in _CLOSES):
            parts += (
                _own(shown[begin:at]) if closes else written_as(shown[begin:at], from_right=False),
                one,
            )
            begin, closes = at + 1, "" if closes else _CLOSES[one]
    rest = shown[begin:]
    parts.append(_own(rest) if closes else written_as(rest, from_right=False))
    return "".join(parts), closes


def behind_label(shown: str, *, from_right: bool) -> str:
    """Words behind a label as they are written; their note stands where the line ends at the right."""
    words = shown.rstrip()
    mark = MARK if words.endswith(MARK) else ""
    words = words.removesuffix(MARK)
    lead = " " if words[:1].isspace() else ""
    return f"{lead}{written_as(words.strip(), from_right=from_right)}{mark}"


def _own(shown: str) -> str:
    """Words as they are written that run from where their own first letter says; spaces stay outside."""
    words = shown.strip()
    read = written_as(words, from_right=reads_right(words))
    return shown.replace(words, read, 1) if words else shown


def reads_right(shown: str) -> bool:
    """Whether words that are seen so begin at the right."""
    return begins_right(written_as(shown, from_right=True))


def written_as(shown: str, *, from_right: bool) -> str:
    """What is written where `shown` is seen, if it begins so."""
    letters = list(_clusters(shown))
    known = levels("".join([one[0] for one in letters]), from_right=from_right)
    return "".join(
        [mirrored(letters[at]) if known[at] % 2 else letters[at] for at in as_shown(known)]
    )


def _clusters(shown: str) -> Iterator[str]:
    """Letters, each with the marks set on it."""
    begin = 0
    for at in range(1, len(shown) + 1):
        if at == len(shown) or unicodedata.category(shown[at]) != "Mn":
            yield shown[begin:at]
            begin = at
