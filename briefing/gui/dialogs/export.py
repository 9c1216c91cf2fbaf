"""Export: which formats, under which name, where; and what to know before sending."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.dialogs.entering import EnterDialog
from briefing.gui.settings import is_possible
from briefing.gui.widgets.changes_view import MARKED
from briefing.gui.widgets.flow import FlowRow
from briefing.gui.widgets.preview_pane import MARKINGS, OTHER
from briefing.model.brief import NAMING
from briefing.model.desk import Desk
from briefing.words import mark, say, say_many

_UNFIT = '<>:"/\\|?*'
_NAME = 200
"""Bytes of a name that leave room for day, number and ending in what file systems allow."""
_EDGES = 2
"""Pixels of the frame around lines that have the keys."""
_BESIDE = 40
"""Pixels of the screen that the dialog leaves free, however large the text is."""
_LETTERS = 58
"""Letters for which the dialog has room."""
_FORMATS = (
    (".pdf", "PDF"), (".docx", "Word"), (".json", mark("Excerpt index for audit (JSON)"))
)  # fmt: skip


class Told(Struct, frozen=True):
    """A line before sending; `act` is what a button beside it says."""

    text: str
    act: str = ""


class ExportDialog(EnterDialog):
    """Asks where to; `targets` are the files to write."""

    command_wanted = Signal()
    """The same is wanted as a command line."""
    marking_wanted = Signal(str)
    own_marking_wanted = Signal()
    """A handling line of one's own words is wanted."""
    mark_changes_wanted = Signal(bool)
    source_list_wanted = Signal(bool)
    shorter_wanted = Signal()
    """The lowest-ranked quotation is to be kept out."""
    sides_wanted = Signal()
    """The other side of a disputed quotation is to be seen."""

    def __init__(
        self, desk: Desk, folder: Path, formats: Sequence[str], over: str, since: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(say("Export briefing"))
        self._desk, self._over, self._disputed = desk, over, 0
        self._boxes = {ending: QCheckBox(say(title)) for ending, title in _FORMATS}
        for ending, box in self._boxes.items():
            box.setChecked(ending in formats)
            box.toggled.connect(self._check)
        self._name = QLineEdit(suggested_name(desk))
        self._name.setCursorPosition(0)
        self._name.textChanged.connect(self._check)
        self._folder = QLineEdit(str(folder))
        self._folder.textChanged.connect(self._check)
        self._there = QCheckBox(say("Replace the files of that name; else both are kept"))
        self._marks = QCheckBox()
        self._marks.setToolTip(say(MARKED))
        self._marks.setChecked(desk.settings.mark_changes)
        self._marks.clicked.connect(self.mark_changes_wanted)
        self._listed = QCheckBox(say("Source list with links"))
        self._listed.clicked.connect(self.source_list_wanted)
        self._show_listed()
        column = QVBoxLayout(self)
        column.addLayout(self._form())
        self.show_since(since)  # only now: what is shown without a place is a window of its own
        heading = QLabel(say("Before you send"))
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(self._told(), 1)
        column.addLayout(self._end())
        room = max(460, _LETTERS * self.fontMetrics().averageCharWidth())
        room = min(room, self.screen().availableSize().width() - _BESIDE)
        # Set by hand, a width is no longer held against what the words need.
        self.setMinimumWidth(max(room, column.totalMinimumSize().width()))
        self._show_lines()
        self._check()

    def targets(self) -> tuple[Path, ...]:
        """The files to write; under free names, unless those that are there may be replaced."""
        targets = self._named()
        if not _are_possible(targets):
            return ()
        return targets if self._there.isChecked() else free_names(targets)

    def show_desk(self, desk: Desk, over: str) -> None:
        """Follow an act that was done from here."""
        kept = self._name.text() == suggested_name(self._desk)
        self._desk, self._over = desk, over
        if kept:
            self._name.setText(suggested_name(desk))
            self._name.setCursorPosition(0)
        self._marking.setText(desk.settings.marking or say("No marking"))
        self._show_listed()
        self._show_lines()

    def show_since(self, edition: str) -> None:
        """Offer to mark what has changed since that edition; it may be known late. Empty offers nothing."""
        self._marks.setText(say("Mark changes since {edition}", edition=edition))
        self._marks.setVisible(bool(edition))

    def show_disputed(self, count: int) -> None:
        """Say of how many quotations another source says otherwise, and none of those is quoted."""
        self._disputed = count
        self._show_lines()

    def _named(self) -> tuple[Path, ...]:
        stem = Path(self._folder.text()) / self._name.text().strip()
        return tuple(
            Path(f"{stem}{ending}") for ending, box in self._boxes.items() if box.isChecked()
        )

    def _form(self) -> QFormLayout:
        where = QHBoxLayout()
        where.addWidget(self._folder)
        choose = QPushButton(say("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        where.addWidget(choose)
        form = QFormLayout()
        form.addRow(say("Format"), FlowRow(self._boxes.values()))
        form.addRow(say("File &name"), self._name)
        named = QLabel(say("&Folder"))
        named.setBuddy(self._folder)
        form.addRow(named, where)
        form.addRow("", self._there)
        form.addRow("", self._listed)
        form.addRow("", self._marks)
        form.addRow(say("Marking"), self._pick_marking())
        return form

    def _show_listed(self) -> None:
        """Some citation styles only refer to the list: then it cannot be left out."""
        settings = self._desk.settings
        free = settings.citation_style in NAMING
        self._listed.setEnabled(free)
        self._listed.setChecked(not free or not settings.no_source_list)
        told = mark("Without it the notes alone name each source, in full the first time")
        if not free:
            told = mark("These citations refer to the list, so it stays")
        self._listed.setToolTip(say(told))

    def _pick_marking(self) -> QPushButton:
        self._marking = QPushButton(self._desk.settings.marking or say("No marking"))
        self._marking.setAutoDefault(False)
        self._marking.setToolTip(say("Marking on every page"))
        menu = QMenu(self._marking)
        for marking in MARKINGS:
            action = menu.addAction(marking or say("No marking"))
            action.triggered.connect(lambda _=False, m=marking: self.marking_wanted.emit(m))
        menu.addAction(say(OTHER)).triggered.connect(self.own_marking_wanted)
        self._marking.setMenu(menu)
        return self._marking

    def _end(self) -> QHBoxLayout:
        self._export, cancel = QPushButton(say("Export")), QPushButton(say("Cancel"))
        self._export.setDefault(True)
        self._export.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        command = QPushButton(say("Copy as command line"))
        command.clicked.connect(self.command_wanted)
        for button in (cancel, command):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(command)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._export)
        return row

    def _told(self) -> QScrollArea:
        """What is to be known before it leaves; it scrolls where letters are large and the screen small."""
        self._area = area = QScrollArea()
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 0, 0)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(say("Before you send"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        area.setWidget(inner)
        return area

    def _show_lines(self) -> None:
        while (part := self._lines.takeAt(0)) is not None:
            if (line := part.widget()) is not None:
                line.hide()
                line.deleteLater()
        acts: dict[str, Callable[[], None]] = {
            _SHOW: self._on_show, _DROP: self.shorter_wanted.emit,
        }  # fmt: skip
        for told in before_sending(self._desk, self._over, self._disputed):
            holder, row, text = QWidget(), QHBoxLayout(), QLabel(told.text)
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            text.setWordWrap(True)
            text.setProperty("alarm", told.text.startswith("▲"))
            row.addWidget(text, 1)
            if told.act:
                button = QPushButton(say(told.act))
                button.setAutoDefault(False)
                button.clicked.connect(lambda _=False, act=acts[told.act]: act())
                row.addWidget(button)
            self._lines.addWidget(holder)
            holder.show()  # or what is added to a dialog that is open already counts as no line yet
        # A label that wraps tells its height late; where the screen is small it scrolls all the same.
        wanted = self._lines.totalHeightForWidth(self.minimumWidth()) + _EDGES
        self._area.setMinimumHeight(min(wanted, self.screen().availableSize().height() // 4))

    def _on_show(self) -> None:
        self.reject()
        self.sides_wanted.emit()

    def _choose(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, say("Folder"), self._folder.text()):
            self._folder.setText(folder)

    def _check(self) -> None:
        named = self._named()
        possible = _are_possible(named)
        self._export.setToolTip("" if possible else say("The name is longer than a file's can be"))
        self._export.setEnabled(bool(self._name.text().strip() and named and possible))
        self._there.setVisible(possible and any(target.exists() for target in named))


_SHOW, _DROP = mark("Show"), mark("Drop lowest-ranked")


def _are_possible(targets: Sequence[Path]) -> bool:
    return all(is_possible(str(target)) for target in targets)


def free_names(targets: Sequence[Path]) -> tuple[Path, ...]:
    """`targets`, all with the same number behind their names if one of them is taken."""
    number, found = 1, tuple(targets)
    while any(target.exists() for target in found):
        number += 1
        found = tuple(
            target.with_name(f"{target.stem} ({number}){target.suffix}") for target in targets
        )
    return found


def suggested_name(desk: Desk) -> str:
    """Day, title and marking, without what file systems refuse."""
    marking = f" ({desk.settings.marking})" if desk.settings.marking else ""
    title = (desk.settings.title or desk.name).replace(": ", " – ")
    day = QDate.currentDate().toString("yyyy-MM-dd")
    while len(f"{title}{marking}".encode()) > _NAME:
        title = title[:-1].rstrip()
    return "".join("-" if c in _UNFIT else c for c in f"{day} {title}{marking}")


def before_sending(desk: Desk, over: str, disputed: int = 0) -> list[Told]:
    """What a person should know before the briefing leaves."""
    told, count = [], len(desk.included)
    if disputed:
        claims = say_many(
            "{n} included claim is disputed; the other side is not mentioned",
            "{n} included claims are disputed; the other side is not mentioned",
            disputed,
        )
        told.append(Told(f"▲ {claims}", _SHOW))
    if over:
        told.append(Told(f"▲ {over}", _DROP))
    proven = say_many(
        "{n} of {n} quotation matches its source word for word",
        "{n} of {n} quotations match their sources word for word",
        count,
    )
    told.append(Told(f"● {proven}"))
    told += [Told(f"◌ {line}") for line in _lacking(desk)] or [
        Told(f"● {say('Every quotation has speaker, source and date')}")
    ]
    if not desk.settings.marking:
        told.append(Told(f"◌ {say('No marking is set')}"))
    return told


def _lacking(desk: Desk) -> list[str]:
    """What is unknown of how many quotations."""
    unknown = sum(item.by is None for item in desk.included)
    undated = sum(item.published is None for item in desk.included)
    lines, count = [], len(desk.included)
    if unknown:
        lines.append(
            say_many(
                "{n} of {count} quotations has no known speaker",
                "{n} of {count} quotations have no known speaker",
                unknown, count=count,
            )
        )  # fmt: skip
    if undated:
        lines.append(
            say_many(
                "{n} of {count} quotations has no known date",
                "{n} of {count} quotations have no known date",
                undated, count=count,
            )
        )  # fmt: skip
    return lines
