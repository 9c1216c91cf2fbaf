"""The live page: from a change to pictures of the page, each step off the GUI thread; newest wins."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from briefing.errors import BriefingError
from briefing.gui.heap import give_back
from briefing.gui.jobs import Lane
from briefing.gui.page_text import PageText
from briefing.gui.printing import Pictures, Printed
from briefing.gui.view_models.timers import timer
from briefing.gui.work import draft as drafting
from briefing.model.output import Written
from briefing.retold import told
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.draft import Draft, Drafted, LivePage, Survey

_QUIET = 40
"""Milliseconds without a further change after which the page is built."""
_PAUSE = 400
"""Milliseconds after a page when its sources are looked through: not while a person is at work."""
Explain = Callable[[BriefingError], None]
Bring = Callable[[Callable[["Draft"], None], Explain], None]
"""Brings the draft from the library's thread: called with what takes it, and what explains."""


class Live(QObject):
    """Builds the page anew when told that something changed."""

    printed = Signal(object, object)
    """A finished page, and how many pages its template allows."""
    drawn = Signal(int, object)
    """Pictures of pages of the build of that number."""
    busy = Signal(bool)
    found = Signal(object)
    """A whole `Drafted`: what was found in the sources of the page."""
    failed = Signal(str)
    """What kept a page from being built; the last good page stays."""

    def __init__(self, bring: Bring, parent: QObject) -> None:
        super().__init__(parent)
        self._bring = bring
        self._build = Lane("build", self)
        self._render = Lane("render", self)
        # What is found in the sources takes longest: the next page must not wait for it.
        self._evidence = Lane("evidence", self)
        for lane in self._lanes():
            lane.broken.connect(self._on_broken)
        self._pictures = Pictures()
        self._number = 0
        self._started = 0
        self._quiet = timer(self, _QUIET, self._start)
        self._closer: Draft | None = None
        self._drafted: Drafted | None = None
        self._pause = timer(self, _PAUSE, self._survey)

    @cached_property
    def _page(self) -> "LivePage":
        return drafting.LivePage()

    def change(self) -> None:
        """Something changed: build once nothing further has changed for a moment."""
        self._quiet.start()

    @Slot()
    def begin(self) -> None:
        """Build at once: a library was opened, and nobody is typing yet."""
        self._quiet.stop()
        self._start()

    def draw(self, number: int, pages: Sequence[int], scale: float) -> None:
        """Make pictures of pages of the build of that number."""
        self._render.submit(
            partial(self._pictures.draw, number, pages, scale), partial(self.drawn.emit, number)
        )

    def small(
        self, number: int, pages: Sequence[int], scale: float,
        answer: Callable[[dict[int, QImage]], None],
    ) -> None:  # fmt: skip
        """Bring small pictures of pages of the build of that number, for `answer` alone."""
        self._render.submit(partial(self._pictures.draw, number, pages, scale), answer)

    def drafted(self) -> "Drafted | None":
        """What was set last."""
        return self._drafted

    def letters(
        self, number: int, pages: Sequence[int], answer: Callable[[dict[int, PageText]], None]
    ) -> None:
        """Bring the letters of pages of the build of that number, and where they lie."""
        self._render.submit(partial(self._pictures.letters, number, pages), answer)

    def rest(self) -> None:
        """There is nothing to build: what is on its way is no longer wanted."""
        self._build.newest("page", _nothing, lambda _: self.busy.emit(False))

    def cancel(self) -> None:
        """The page that is being built is not waited for; the next change builds one."""
        self._quiet.stop()
        self._pause.stop()
        self._build.newest("page", _nothing, lambda _: None)
        self.busy.emit(False)

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._quiet.stop()
        self._pause.stop()
        for lane in self._lanes():
            lane.close()
        self._pictures.close()

    @Slot()
    def _start(self) -> None:
        self._started += 1
        self._pause.stop()
        self.busy.emit(True)
        self._bring(partial(self._set, self._quick), self._fail)

    def _quick(self, draft: "Draft") -> "Drafted":
        """What can be set at once; on the lane, where half of the program is imported for it."""
        return self._page.quick(draft)

    def _set(self, make: "Callable[[Draft], Drafted]", draft: "Draft") -> None:
        def work() -> "tuple[Drafted, Written]":
            made = make(draft)
            return made, self._page.write(made.document)

        self._build.newest("page", work, self._on_written, self._fail)

    def _on_written(self, made: "tuple[Drafted, Written]") -> None:
        drafted, written = made
        self._drafted = drafted
        self._number += 1
        allowed = drafted.draft.template.pages
        self._render.newest(
            "open",
            partial(self._pictures.open, self._number, written, self._started),
            partial(self._on_printed, allowed),
            self._fail,
        )
        if drafted.whole:
            self.found.emit(drafted)
            self._evidence.submit(give_back)
        else:
            self._look_closer(drafted.draft)

    def _look_closer(self, draft: "Draft") -> None:
        self._closer = draft
        self._pause.start()

    @Slot()
    def _survey(self) -> None:
        draft, started = self._closer, self._started
        if draft is None:
            return

        def found(seen: "Survey") -> None:
            if started == self._started:
                self._set(partial(self._page.adopt, seen=seen), draft)

        self._evidence.newest("survey", partial(drafting.survey_of, draft), found, self._fail)

    def wait_for(self, pause: int) -> None:
        """Build once there was no change for so many milliseconds."""
        self._quiet.setInterval(pause)

    def _lanes(self) -> tuple[Lane, ...]:
        return self._build, self._render, self._evidence

    def _on_printed(self, allowed: int | None, printed: Printed) -> None:
        self.busy.emit(False)
        self.printed.emit(printed, allowed)

    def _fail(self, error: BriefingError) -> None:
        self.busy.emit(False)
        self.failed.emit(told(error))

    @Slot(str)
    def _on_broken(self, report: str) -> None:
        self.busy.emit(False)
        what, _, _ = report.partition("\n")
        told = say("Something went wrong in the program; your work is saved. ({what})", what=what)
        self.failed.emit(told)


def _nothing() -> None:
    """The work of a page that is not wanted."""
