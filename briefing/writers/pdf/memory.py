"""Lines once broken are kept, so that a document that changed a little is set again quickly."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.writers.pdf.breaking import Breaking, break_lines
from briefing.writers.pdf.runs import Run

Lines = tuple[tuple[Run, ...], ...]


class Memory(Struct):
    """The lines of paragraphs by what they are made of, for this build and the one before.

    Numbers of notes do not count: a mark takes the same room whatever it says, as long as it has
    as many digits.
    """

    now: dict[object, Lines] = field(default_factory=dict)
    before: dict[object, Lines] = field(default_factory=dict)
    streams: dict[bytes, bytes] = field(default_factory=dict)

    def turn(self) -> None:
        """Begin a build: what the last one did not use is forgotten."""
        self.before, self.now = self.now, {}

    def lines(self, runs: Sequence[Run], how: Breaking) -> Lines:
        """The lines of a paragraph, remembered or broken now."""
        marks = [run for run in runs if run.note is not None]
        key = (how, tuple([_shape(run) for run in runs]) if marks else tuple(runs))
        known = self.now.get(key) or self.before.get(key)
        if known is None:
            known = break_lines(runs, how)
        elif marks:
            known = _marked(known, marks)
        self.now[key] = known
        return known


def _shape(run: Run) -> Run:
    if run.note is None:
        return run
    return replace(run, text="0" * len(run.text), note=0, goto=None, sources=())


def _marked(lines: Lines, marks: Sequence[Run]) -> Lines:
    """`lines` with these marks in the places of theirs; the blank behind each stays."""
    left = iter(marks)
    return tuple(
        tuple([_renumbered(run, next(left)) if run.note is not None else run for run in line])
        if any(run.note is not None for run in line)
        else line
        for line in lines
    )


def _renumbered(run: Run, mark: Run) -> Run:
    blank = run.text[len(run.text.rstrip()) :]
    return replace(
        run, text=mark.text + blank, note=mark.note, goto=mark.goto, sources=mark.sources
    )
