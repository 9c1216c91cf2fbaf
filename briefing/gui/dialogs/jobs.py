"""Jobs: what is running, and the files that need attention, each with its reason."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.frame import link, sentence
from briefing.gui.item_models.attention import AttentionModel, Needing
from briefing.gui.pace import Pace
from briefing.gui.widgets.job_line import PARTS
from briefing.gui.widgets.linked_line import LinkedLine
from briefing.model.library import Imported, Kept
from briefing.words import say, say_many

_TURN = "aside:turn"
_SELECT = QItemSelectionModel.SelectionFlag.Select


class JobsDialog(EnterDialog):
    """Stays open beside the work; nothing in it blocks anything."""

    stopped = Signal()
    tried_again = Signal(object)
    """Paths of files to take in once more."""
    undo_wanted = Signal()
    """The sources that came are to be put away."""
    opened = Signal(str)
    date_wanted = Signal(object)
    """The `Kept` sources whose date a person knows."""
    file_date_wanted = Signal(object)
    """The `Kept` sources whose date is to be that of their files."""
    aside_wanted = Signal(object, object, bool)
    """The `Imported` and the `Kept` that are to be put aside, or, if not that, brought back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Jobs and attention"))
        self.resize(620, 420)
        self.setModal(False)
        self._what = QLabel(say("Nothing is running."))
        self._pace = Pace()
        self._bar = QProgressBar()
        self._bar.setAccessibleName(say("How far the job is"))
        self._bar.hide()
        self._stop = QPushButton(say("Cancel"))
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        self._undo, self._continue = QPushButton(say("Undo")), QPushButton(say("Continue"))
        self._undo.clicked.connect(self._take_back)
        self._continue.clicked.connect(self._go_on)
        self._left: tuple[Path, ...] = ()
        self._came = 0
        for button in (self._undo, self._continue):
            button.setAutoDefault(False)
            button.hide()
        top = QHBoxLayout()
        for part in (self._what, self._bar, self._stop, self._undo, self._continue):
            top.addWidget(part)
        self._told = LinkedLine()
        self._told.linkActivated.connect(self._turn)
        self._here: tuple[tuple[Needing, ...], tuple[Needing, ...]] = ((), ())
        """What needs attention, and what was put aside."""
        self._asides = False
        """Whether what was put aside is listed."""
        self._list_lines()
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self.list)
        column.addLayout(self._acts())
        self._done = LinkedLine()
        self._done.setAccessibleName(say("Done today:"))
        self._done.setWordWrap(True)
        self._done.setOpenExternalLinks(True)
        self._done.hide()
        column.addWidget(self._done)
        self._show_acts()

    def _list_lines(self) -> None:
        """The list of what needs attention."""
        self._model, self.list = AttentionModel(), QListView()
        self.list.setModel(self._model)
        self.list.setProperty("lines", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("Files that need attention"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(self._show_acts)
        away = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self._put_aside)

    def _acts(self) -> QHBoxLayout:
        """What can be done with a file that needs attention."""
        self._set, self._use = QPushButton(say("Set date…")), QPushButton(say("Use file date"))
        self._set.clicked.connect(lambda: self.date_wanted.emit(self._undated()))
        self._use.clicked.connect(lambda: self.file_date_wanted.emit(self._undated()))
        self._use.setToolTip(
            say("The day on which the file was last changed: when a copy was made")
        )
        self._again, show = QPushButton(say("Try again")), QPushButton(say("Open"))
        self._again.clicked.connect(lambda: self.tried_again.emit(self._refused()))
        show.clicked.connect(lambda: self.opened.emit(str(next(iter(self._paths()), ""))))
        self._aside = QPushButton()
        self._aside.clicked.connect(self._put_aside)
        self._show, self._hint = show, QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("quiet", True)
        acts = QHBoxLayout()
        acts.addWidget(self._hint, 1)
        for button in (self._set, self._use, self._aside, self._again, show):
            button.setAutoDefault(False)
            acts.addWidget(button)
        return acts

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show how far the running job is."""
        told = say("{what}  {done} of {total}", what=what, done=done, total=total)
        self._what.setText(told + self._pace.told(what, done, total))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._came = 0
        self._undo.hide()
        self._continue.hide()
        self._bar.show()
        self._stop.show()

    def show_end(self, told: str) -> None:
        """Show how it ended."""
        self._what.setText(told or say("Nothing is running."))
        self._bar.hide()
        self._stop.hide()

    def show_done(self, lines: Sequence[str]) -> None:
        """Show what was done today, a line of rich text for each."""
        self._done.setText("<br>".join((say("Done today:"), *lines)))
        self._done.setVisible(bool(lines))

    def show_stopped(self, paths: Sequence[Path], came: int) -> None:
        """A person stopped it: what came can be undone, and the rest of `paths` still be added."""
        self._left = tuple(paths)
        self._came = came
        self._continue.show()

    def forget(self) -> None:
        """Another library is open: what was stopped was for the one before."""
        self._left, self._came = (), 0
        self._undo.hide()
        self._continue.hide()

    def allow_undo(self, *, on: bool) -> None:
        """Whether what came is what would be undone next, and not something done since."""
        self._undo.setVisible(on and self._came > 0)

    def _take_back(self) -> None:
        self._came = 0
        self._undo.hide()
        self.undo_wanted.emit()

    def _go_on(self) -> None:
        self._continue.hide()
        self.tried_again.emit(self._left)

    def show_attention(
        self,
        files: Sequence[Imported],
        undated: Sequence[Kept] = (),
        aside: tuple[Sequence[Imported], Sequence[Kept]] = ((), ()),
    ) -> None:
        """List the files that could not be read, and the sources without a date; or those put aside."""
        self._here = _needing(files, undated), _needing(*aside)
        self._asides = self._asides and bool(self._here[1])
        self._list()

    def _list(self) -> None:
        count, away = map(len, self._here)
        told = say_many("▲ {n} file needs attention", "▲ {n} files need attention", count)
        parts = [told if count else say("No file needs attention.")]
        if away:
            parts.append(say_many("{n} was put aside.", "{n} were put aside.", away))
            parts.append(
                link(_TURN, say("Show what needs attention") if self._asides else say("Show"))
            )
        self._told.setText(PARTS.join(parts))
        self._show_lines(self._here[self._asides])
        self._aside.setText(say("Bring back") if self._asides else say("Put aside"))
        self._show_acts()

    @Slot()
    def _turn(self) -> None:
        self._asides = not self._asides
        self._list()
        self.list.setFocus()

    @Slot()
    def _put_aside(self) -> None:
        """Put aside what is selected, or bring it back, and stay at its place in the list."""
        if not self.list.selectionModel().hasSelection():
            return
        lines = self._lines()
        refused = [line.refused for line in lines if line.refused]
        self.aside_wanted.emit(refused, self._undated(), not self._asides)
        gone = set(lines)
        self._show_lines([line for line in self._here[self._asides] if line not in gone])
        self.list.setFocus()

    def _show_lines(self, lines: Sequence[Needing]) -> None:
        """What was selected stays so; where that is gone, what has its place is."""
        chosen = set(self._lines() if self.list.selectionModel().hasSelection() else ())
        row = min((at.row() for at in self.list.selectedIndexes()), default=-1)
        self._model.show(lines)
        stay = [at for at, line in enumerate(lines) if line in chosen]
        if chosen and not stay:
            stay = [min(row, len(lines) - 1)]
        for at in stay:
            index = self._model.index(at, 0)
            self.list.selectionModel().setCurrentIndex(index, _SELECT)

    @Slot()
    def _show_acts(self) -> None:
        """Only what was read can be dated; only what was not read, be tried again.

        What is offered for none of the lines is not shown; why something waits is said beside it.
        """
        every = self._model.lines(())
        undated, refused = bool(self._undated()), bool(self._refused())
        for button, wanted, on in (
            (self._set, any(line.source for line in every), undated),
            (self._use, any(line.source for line in every), undated),
            (self._aside, bool(every), self.list.selectionModel().hasSelection()),
            (self._again, any(not line.source for line in every), refused),
            (self._show, bool(every), True),
        ):
            button.setVisible(wanted)
            button.setEnabled(on)
        chosen = self.list.selectionModel().hasSelection()
        told = say("Select sources to date them.")
        if chosen:
            told = say("What was not read has no date to set.")
        self._hint.setText("" if undated or self._set.isHidden() else told)

    def _undated(self) -> list[Kept]:
        chosen = self._lines() if self.list.selectionModel().hasSelection() else ()
        return [line.source for line in chosen if line.source]

    def _refused(self) -> list[Path]:
        return [Path(line.path) for line in self._lines() if not line.source]

    def _lines(self) -> tuple[Needing, ...]:
        """Those that are selected, else all."""
        return self._model.lines(self.list.selectedIndexes())

    def _paths(self) -> list[Path]:
        return [Path(line.path) for line in self._lines()]


def _needing(files: Sequence[Imported], undated: Sequence[Kept]) -> tuple[Needing, ...]:
    found = [Needing(item.path, sentence(item.told), refused=item) for item in files]
    for kept in undated:
        told = say("No date found. {title}", title=kept.title or "").rstrip()
        found.append(Needing(kept.path, told, kept))
    return tuple(found)
