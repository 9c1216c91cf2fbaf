"""Changing themes: joins the theme editor to the study of what it finds."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from briefing.gui.dialogs.proposing import ProposalDialog
from briefing.gui.frame import Frame, with_links
from briefing.gui.language import key_told
from briefing.gui.view_models.theme_desk import ThemeDesk
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.work import catalogue, theme_study
from briefing.model.theme import Theme
from briefing.words import say

if TYPE_CHECKING:
    from briefing.workflow.theme_study import Proposed

_OWN = "-own"
"""How the id of a copy of a bundled theme ends, as `workflow.own_themes` has it."""
_PHRASE = 5
"""Words up to which a selection is a phrase of its own."""
_EDGES = " .,;:!?“”‘’\"'()[]–—-"
_ENDING = ".toml"
_AGAIN = "theme:again"


class ThemeRoom(QObject):
    """Opens the editor as a tab of the right pane, and keeps what it was changed to."""

    began = Signal(object)
    """The `Theme` that is being changed, as it was; `None` for a new one."""

    def __init__(self, frame: Frame, bench: Workbench) -> None:
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._desk = ThemeDesk(frame.tell, self)
        self._came_from: QWidget | None = None
        self._theme: Theme | None = None
        """What is being changed, as it was."""
        self._began: Theme | None = None
        """What stood in the editor at first."""
        self._same: Theme | None = None
        """As what a theme that there is stood in the editor: to keep that would change nothing."""
        self._left: tuple[Theme, Theme | None] | None = None
        """What was changed and not kept, and as what it was known before."""
        editor = frame.theme_editor
        editor.changed.connect(self._desk.change)
        editor.kept.connect(self._keep)
        editor.left.connect(self.leave)
        # Where it has the keys, a list or menu of its own that is open takes Esc before it.
        leaves = QShortcut(QKeySequence(Qt.Key.Key_Escape), editor)
        leaves.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaves.activated.connect(self.leave)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keeps = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), editor)
            keeps.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keeps.activated.connect(editor.done.click)
        editor.done.setToolTip(key_told("Ctrl+Return"))
        frame.notice_text.linkActivated.connect(self._on_link)
        editor.suggestions_wanted.connect(self._suggest)
        editor.file_wanted.connect(self._ask_target)
        self._desk.saved.connect(self._on_saved)
        self._desk.read.connect(self._on_read)
        bench.desk_changed.connect(lambda _: editor.show_included(len(self._examples())))
        self._desk.studied.connect(editor.show_study)
        self._desk.suggested.connect(self._on_suggested)
        self._desk.failed.connect(lambda error: frame.tell(str(error)))
        frame.sidebar.theme_opened.connect(self.edit)
        frame.sidebar.theme_begun.connect(self.new_theme)

    def new_theme(self) -> None:
        """Begin a theme of one's own."""
        title, given = QInputDialog.getText(
            self._frame, say("New theme"), say("Name of the theme:")
        )
        if not given or not title.strip():
            return
        name = title.strip().casefold()
        same = [one for one in self._bench.themes() if one.title.casefold() == name]
        if same:
            self.edit(same[0].id)
            self._frame.tell(
                say(
                    "There is a theme “{theme}” already: this is it. A new one needs another name.",
                    theme=same[0].title,
                )
            )
        else:
            self._begin(Theme("", title.strip(), "", ()), None)
            self._frame.theme_editor.begin_rule()

    def edit_theme(self) -> None:
        """Change the theme of the selected card, or the first."""
        cards = self._frame.cards.cards()
        themes = {theme.id: theme for theme in self._bench.themes()}
        if themes:
            first = next(iter(themes))
            self.edit(cards[0].themes[0] if cards and cards[0].themes else first)

    def edit(self, theme_id: str) -> None:
        """Change a theme; one that the program brings becomes a copy of one's own, if there is none yet."""
        themes = {item.id: item for item in self._bench.themes()}
        theme = themes.get(f"{theme_id}{_OWN}") or themes.get(theme_id)
        if theme is not None:
            self._begin(_own(theme), theme)
            self._same = self._began

    def liken(self, words: str, theme_id: str) -> None:
        """Let a theme find more like `words`: a phrase is added, of more words are proposed.

        What it comes to shows beside it; nothing is kept before "Done".
        """
        self.edit(theme_id)
        if len(words.split()) <= _PHRASE:
            self._frame.theme_editor.add_phrase(" ".join(words.split()).strip(_EDGES))
        else:
            self._desk.suggest([words])

    def open_theme_file(self) -> None:
        """Ask for the file of a theme, and show what it would find before it is kept."""
        name, _ = QFileDialog.getOpenFileName(self._frame, say("Open a theme file"), "", _files())
        if name:
            self._desk.read_file(Path(name))

    def leave(self) -> None:
        """Put the editor away, with nothing kept; what was changed can be gone on with."""
        theme = self._frame.theme_editor.theme()
        changed = self._frame.right.indexOf(self._frame.theme_editor) >= 0 and theme != self._began
        self._close()
        if changed:
            self._left = theme, self._theme
            self._frame.tell(
                with_links(
                    say("What you changed in “{theme}” was not kept.", theme=escape(theme.title)),
                    (_AGAIN, say("Go on changing it")),
                )
            )

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _AGAIN and self._left is not None:
            theme, before = self._left
            self._frame.notice.hide()
            self._begin(theme, before, began=self._began)

    def close(self) -> None:
        """Stop what runs."""
        self._desk.close()

    def _begin(self, theme: Theme, before: Theme | None, *, began: Theme | None = None) -> None:
        editor, right = self._frame.theme_editor, self._frame.right
        self._theme, self._same = before, None
        if right.indexOf(editor) < 0:
            right.addTab(editor, "")
        if right.currentWidget() is not editor:
            self._came_from = right.currentWidget()
        place = right.indexOf(editor)
        right.setTabText(place, say("Theme"))
        right.setTabToolTip(place, theme.title)
        right.setCurrentWidget(editor)
        self._frame.bring(right)
        editor.edit(theme, {*catalogue.STARTERS, *(one.id for one in self._bench.themes())})
        self._began = began or editor.theme()
        editor.show_included(len(self._examples()))
        editor.name.setFocus()
        self.began.emit(before)
        self._desk.begin(self._bench.intake.library, theme, before)

    def _keep(self, theme: Theme) -> None:
        if theme != self._same:
            self._bench.keep_theme(theme)
        self._close()

    def _close(self) -> None:
        right = self._frame.right
        # Qt would go on to the tab beside, whatever one was looking at before.
        if self._came_from is not None and right.currentWidget() is self._frame.theme_editor:
            right.setCurrentWidget(self._came_from)
        right.removeTab(right.indexOf(self._frame.theme_editor))
        self._frame.bring(self._frame.middle)
        self._frame.cards.setFocus()

    def _suggest(self) -> None:
        self._desk.suggest(self._examples())

    def _examples(self) -> list[str]:
        """The excerpts in the briefing under the theme; for a new theme, all."""
        theme, included = self._theme, self._bench.desk.included
        if theme is None:
            return [item.text for item in included]
        ids = (theme.id, theme.id.removesuffix(_OWN))
        return [item.text for item in included if item.theme in ids]

    def _ask_target(self, theme: Theme) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._frame,
            say("Save the theme as a file"),
            str(Path.home() / f"{theme.id}{_ENDING}"),
            _files(),
        )
        if name:
            target = Path(name)
            if target.suffix != _ENDING:
                # The command line knows a file by its ending. The dialog asked about another name.
                target = target.with_name(f"{target.name}{_ENDING}")
                if target.exists():
                    self._frame.tell(
                        say(
                            "There is a file {file} already. Choose another name.", file=target.name
                        )
                    )
                    return
            self._desk.save(theme, target)

    @Slot(object)
    def _on_saved(self, file: Path) -> None:
        folder = QUrl.fromLocalFile(str(file.parent)).toString()
        told = say("Saved the theme as {file}", file=escape(file.name))
        self._frame.tell(with_links(told, (folder, say("Show in folder"))))

    @Slot(object)
    def _on_read(self, theme: Theme) -> None:
        """Beside the theme of that name there is, if there is one, so that one sees what it changes."""
        mine = _own(theme)
        known = {item.id: item for item in self._bench.themes()}
        self._begin(mine, known.get(mine.id) or known.get(theme.id))

    @Slot(object)
    def _on_suggested(self, found: "tuple[Proposed, ...]") -> None:
        if not found:
            self._frame.tell(say("No word sets these excerpts apart. More of them would help."))
            return
        dialog = ProposalDialog(found, self._frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._add(dialog.terms()))
        dialog.open()

    def _add(self, terms: "list[Proposed]") -> None:
        editor = self._frame.theme_editor
        editor.add_rules(theme_study.rules_of(terms))


def _own(theme: Theme) -> Theme:
    """The theme, or of one that the program brings a copy to be changed."""
    if theme.id not in catalogue.STARTERS:
        return theme
    return replace(theme, id=f"{theme.id}{_OWN}", title=f"{theme.title} (own)")


def _files() -> str:
    return f"{say('Theme')} (*{_ENDING})"
