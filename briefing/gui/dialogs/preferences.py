"""Preferences: what applies at once, and what new briefings begin with."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.gui.settings import DENSITIES, FORMATS, SCHEMES, WindowSettings
from briefing.gui.widgets.preview_pane import STYLES, TEMPLATES

_SCHEME_WORDS = {"system": "Follow the system", "light": "Light", "dark": "Dark"}
_PERCENT = (80, 200)


class PreferencesDialog(QDialog):
    """Writes to `WindowSettings` as soon as something is chosen."""

    dressed = Signal()
    """The look was changed."""
    watch_changed = Signal()
    """Another folder is to be watched, or none."""

    def __init__(
        self, settings: WindowSettings, standard_size: float, places: Mapping[str, Path],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.resize(560, 360)
        self._settings, self._standard = settings, standard_size
        tabs = QTabWidget()
        tabs.tabBar().setAccessibleName("Pages of preferences")
        tabs.setAccessibleName("Preferences")
        tabs.addTab(self._appearance(), "Appearance")
        tabs.addTab(self._briefings(), "Briefings")
        tabs.addTab(self._library(), "Library")
        tabs.addTab(self._privacy(places), "Privacy")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        self.finder = QLineEdit()
        self.finder.setPlaceholderText("Find a preference")
        self.finder.setAccessibleName("Find a preference")
        self.finder.setClearButtonEnabled(True)
        self.finder.textChanged.connect(self._look_for)
        self._tabs = tabs
        column.addWidget(self.finder)
        column.addWidget(tabs)
        column.addWidget(buttons)

    def _look_for(self, text: str) -> None:
        """Show the page on which the words stand, and mark the lines that have them."""
        wanted = text.casefold().strip()
        first = None
        pages = [self._tabs.widget(place) for place in range(self._tabs.count())]
        for place, page in enumerate(page for page in pages if page is not None):
            parts: list[QLabel | QCheckBox] = [*page.findChildren(QLabel)]
            for part in (*parts, *page.findChildren(QCheckBox)):
                said = part.text().replace("&", "").casefold()
                hit = bool(wanted) and wanted in said
                font = part.font()
                if font.bold() != hit:
                    font.setBold(hit)
                    part.setFont(font)
                if hit and first is None:
                    first = place
        if first is not None:
            self._tabs.setCurrentIndex(first)

    def _appearance(self) -> QWidget:
        page, form = QWidget(), QFormLayout()
        page.setLayout(form)
        words = {_SCHEME_WORDS[name]: name for name in SCHEMES}
        scheme = self._choice(words, self._settings.scheme, "scheme")
        density = self._choice(
            {name: name for name in DENSITIES}, self._settings.density, "density"
        )
        for box in (scheme, density):
            box.currentIndexChanged.connect(lambda _: self.dressed.emit())
        form.addRow("&Theme", scheme)
        form.addRow("&Density", density)
        form.addRow("Text &size", self._text_size())
        dim = QCheckBox("&Dim the page in dark colours; exported files never are")
        dim.setChecked(self._settings.dims_page)
        dim.toggled.connect(self._on_dim)
        form.addRow(dim)
        return page

    def _on_dim(self, on: bool) -> None:
        self._settings.keep("dim_page", "yes" if on else "")
        self.dressed.emit()

    def _text_size(self) -> QSlider:
        slider = QSlider()
        slider.setOrientation(slider.orientation().Horizontal)
        slider.setRange(*_PERCENT)
        slider.setSingleStep(5)
        slider.setPageStep(10)
        size = self._settings.text_size or self._standard
        slider.setValue(round(size / self._standard * 100))
        slider.valueChanged.connect(self._on_size)
        return slider

    def _briefings(self) -> QWidget:
        page, form = QWidget(), QFormLayout()
        page.setLayout(form)
        text = self._settings.text
        form.addRow(
            "Temp&late", self._choice(_turned(TEMPLATES), text("template", "full"), "template")
        )
        style = text("citation_style", "chicago-notes")
        form.addRow("&Citations", self._choice(_turned(STYLES), style, "citation_style"))
        for name, title in (("author", "&By"), ("recipient", "&For")):
            line = QLineEdit(text(name))
            line.textChanged.connect(lambda value, n=name: self._settings.keep(n, value))
            form.addRow(title, line)
        form.addRow("Formats", self._formats())
        form.addRow("&House document", self._house())
        form.addRow(QLabel("Used by new briefings; formats and house document by every export."))
        return page

    def _formats(self) -> QWidget:
        holder, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._boxes = {
            ending: QCheckBox(name) for ending, name in zip(FORMATS, ("PDF", "Word"), strict=True)
        }
        for ending, box in self._boxes.items():
            box.setChecked(ending in self._settings.formats())
            box.toggled.connect(self._on_formats)
            row.addWidget(box)
        row.addStretch()
        return holder

    def _house(self) -> QWidget:
        holder, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._document = QLineEdit(self._settings.text("house_document"))
        self._document.setAccessibleName("House document")
        self._document.setPlaceholderText("a Word file whose styles and page are taken over")
        self._document.textChanged.connect(lambda text: self._settings.keep("house_document", text))
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row.addWidget(self._document)
        row.addWidget(choose)
        return holder

    def _library(self) -> QWidget:
        page, form = QWidget(), QFormLayout()
        page.setLayout(form)
        self._watching = QCheckBox("&Watch a folder for new articles")
        self._watching.setChecked(self._settings.text("watching") == "yes")
        self._folder = QLineEdit(self._settings.text("watched_folder"))
        self._folder.setAccessibleName("Folder to watch")
        self._folder.setPlaceholderText("a folder")
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        told = QLabel(
            "What lies in it, and what comes to it while your own library is open, is taken into "
            "that library. New excerpts wait above the list until you show them."
        )
        told.setWordWrap(True)
        holder, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        row.addWidget(self._folder)
        row.addWidget(choose)
        form.addRow(self._watching)
        form.addRow("&Folder", holder)
        form.addRow(told)
        self._watching.toggled.connect(self._on_watch)
        self._folder.editingFinished.connect(self._on_watch)
        return page

    def _privacy(self, places: Mapping[str, Path]) -> QWidget:
        page, form = QWidget(), QFormLayout()
        page.setLayout(form)
        form.addRow(QLabel("This program makes no network connections."))
        for name, place in places.items():
            line = QLineEdit(str(place))
            line.setReadOnly(True)
            form.addRow(name, line)
        return page

    def _choice(self, words: Mapping[str, str], now: str, name: str) -> QComboBox:
        box = QComboBox()
        for title, value in words.items():
            box.addItem(title, value)
        box.setCurrentIndex(max(0, box.findData(now)))
        box.currentIndexChanged.connect(lambda _: self._settings.keep(name, box.currentData()))
        return box

    def _on_size(self, percent: int) -> None:
        self._settings.keep("text_size", f"{self._standard * percent / 100:.1f}")
        self.dressed.emit()

    def _on_formats(self) -> None:
        chosen = [ending for ending, box in self._boxes.items() if box.isChecked()]
        self._settings.keep("formats", " ".join(chosen))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder to watch", self._folder.text())
        if name:
            self._folder.setText(name)
            self._on_watch()

    def _on_watch(self) -> None:
        before = self._settings.watched_folder()
        self._settings.keep("watched_folder", self._folder.text().strip())
        self._settings.keep("watching", "yes" if self._watching.isChecked() else "")
        if self._settings.watched_folder() != before:
            self.watch_changed.emit()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "House document", "", "Word (*.docx *.dotx)")
        if name:
            self._document.setText(name)


def _turned(words: Mapping[str, str]) -> dict[str, str]:
    return {title: value for value, title in words.items()}
