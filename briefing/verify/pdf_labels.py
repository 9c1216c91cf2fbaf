"""Labels before the words of a source, and notes behind them: how an item of a list in a PDF quotes."""

import re
from collections.abc import Sequence

from briefing.verify.paper import Mark
from briefing.verify.pdf_lines import Line, is_item, without_bullet

_STOPS = ("", *".,;!?)]\"'”’»“‘")
_LONGEST = 300
_COLON = 3
"""Characters within which a colon stands behind words: French sets it apart."""
_END = re.compile("(?:“[^”]*”|„[^“]*“|«[^»]*»|[^:]|:(?! )|(?<=, in): )*+: ")
"""The end of a label; in German it names where somebody said something behind another colon."""
_OMITTED = re.compile(r"(?:\[?(?:…|\.{3})\]? ?)?")


def labelled(first: Line, text: str, marks: Sequence[Mark]) -> tuple[tuple[int, int], ...]:
    """The words of a source in a list item: up to a note and a colon, or from a label to a note.

    The label is bold, at least where it begins, and ends in a colon.
    """
    if not marks:
        return ()
    at = marks[0].at
    if text[at : at + _COLON].lstrip().startswith(":"):
        return ((len(text) - len(without_bullet(text)), at),)
    if not first.bold or not ends_in_mark(text, marks):
        return ()
    bold = max(0, first.bold - 2)
    colon = _END.match(text, bold, bold + _LONGEST)
    return ((colon.end(), len(text)),) if colon else ()


def label_end(text: str) -> int:
    """Where a label ends that stands at the head of `text`, behind a bullet; 0 where none does.

    With it goes the mark of an editor behind it that leaves words out.
    """
    bullet = len(text) - len(without_bullet(text))
    found = _END.match(text, bullet, bullet + _LONGEST)
    omitted = _OMITTED.match(text, found.end()) if found else None
    return omitted.end() if omitted else 0


def is_labelled(first: Line, text: str) -> bool:
    """Whether `text` begins with a label without a bullet: some programs draw that as a shape."""
    is_partly_bold = 0 < first.bold < len(first.text.rstrip())
    return is_partly_bold and not is_item(first.text) and _END.match(text) is not None


def ends_in_mark(text: str, marks: Sequence[Mark]) -> bool:
    """Whether nothing but a stop stands behind the last mark."""
    return bool(marks) and text[marks[-1].at :].strip() in _STOPS
