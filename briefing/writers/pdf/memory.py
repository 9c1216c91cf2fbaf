"""Lines once broken are kept, so that a document that changed a little is set again quickly."""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing.writers.pdf.atoms import Breaking
from briefing.writers.pdf.lines import Lines, set_lines
from briefing.writers.pdf.runs import Run

_MOST = 2000
"""After so many paragraphs those that were not met among as many before are forgotten."""


class Memory(Struct):
    """The lines of paragraphs by what they are made of.

    Lines do not hold the numbers of notes: a mark takes the same room whatever it says, as long as it
    has as many digits.
    """

    now: dict[object, Lines] = field(default_factory=dict)
    before: dict[object, Lines] = field(default_factory=dict)

    def turn(self) -> None:
        """Begin a build: what was not used for long is forgotten."""
        if len(self.now) > _MOST:
            self.before, self.now = self.now, {}

    def lines(self, runs: Sequence[Run], how: Breaking) -> Lines:
        """The lines of a paragraph, remembered or broken now."""
        key = (how, *runs)
        known = self.now.get(key) or self.before.get(key) or set_lines(runs, how)
        self.now[key] = known
        return known
