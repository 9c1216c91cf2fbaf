"""Where excerpts that are dragged over the list of the briefing would come to stand."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRect

from briefing.model.passage import Passage

PARKED = "parked"
"""The section of what is kept with the briefing and not printed."""

ANYWHERE = "anywhere"
"""The section of what is let go of where no place between lines is meant: that which suits it best."""


class Landing(Struct, frozen=True):
    """A place in a section: before a passage, or last. `y` is where its line is drawn."""

    section: str
    before: Passage | None
    y: int


def landing_at(lines: Sequence[tuple[str, Passage | None, QRect]], y: int) -> Landing | None:
    """The place that is meant by the height `y`; `None` where there is no section yet.

    `lines` are those of the list, from the top: section, the passage of a quotation or `None` for a
    heading and for own text, and where the line is. A heading means the first place below it.
    """
    if not lines:
        return None
    under = [number for number, (_, _, box) in enumerate(lines) if box.top() <= y]
    here = under[-1] if under else 0
    section, passage, box = lines[here]
    if passage is not None and y < box.center().y():
        return Landing(section, passage, box.top())
    rest = [line for line in lines[here + 1 :] if line[0] == section]
    if passage is None:
        first = next((line for line in rest if line[1] is not None), None)
        return Landing(section, first[1], first[2].top()) if first else None
    after = rest[0] if rest else None
    return Landing(section, after[1] if after else None, box.bottom())
