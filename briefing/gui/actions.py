"""Every command of the window: its menu, words, key, and method."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from briefing.gui.frame import Frame
from briefing.gui.language import key_told
from briefing.gui.mnemonics import lettered
from briefing.words import mark, say

_FILE, _EDIT, _VIEW, _GO, _HELP = (
    mark("&File"), mark("&Edit"), mark("&View"), mark("&Go"), mark("&Help")
)  # fmt: skip
_ALONE = mark("&One pane alone")
_INSIDE = {_ALONE: _VIEW}
"""The menu in which a menu is."""
_LINE = ("", "", "")
"""Parts what does not belong together."""
COMMANDS = (
    (_FILE, mark("Briefings…"), "Ctrl+R", "show_briefings"),
    (_FILE, mark("New briefing…"), "Ctrl+N", "new_briefing"),
    (_FILE, mark("Copy of this briefing"), "", "duplicate_briefing"),
    (_FILE, mark("Next edition"), "Ctrl+Shift+N", "next_edition"),
    (_FILE, mark("Title of the briefing…"), "", "ask_title"),
    (_FILE, *_LINE),
    (_FILE, mark("Open a library…"), "", "open_library"),
    (_FILE, mark("Open the sample library"), "", "open_samples"),
    (_FILE, *_LINE),
    (_FILE, mark("Add sources…"), "Ctrl+O", "choose_files"),
    (_FILE, mark("Add a folder…"), "Ctrl+Shift+O", "choose_folder"),
    (_FILE, mark("Paste as source"), "Ctrl+V", "paste"),
    (_FILE, mark("Show the original in its folder"), "Ctrl+Alt+O", "show_folder"),
    (_FILE, mark("Stop adding"), "", "stop_adding"),
    (_FILE, *_LINE),
    (_FILE, mark("Export…"), "Ctrl+E", "ask_export"),
    (_FILE, mark("Export again"), "Ctrl+Shift+E", "export_again"),
    (_FILE, mark("Print…"), "Ctrl+P", "print_page"),
    (_FILE, mark("Copy as command line"), "", "copy_command"),
    (_FILE, mark("Prove a finished file…"), "", "choose_finished"),
    (_FILE, *_LINE),
    (_FILE, mark("Name this version…"), "Ctrl+S", "name_version"),
    (_FILE, mark("Versions…"), "", "show_versions"),
    (_FILE, mark("Save a copy…"), "", "save_copy"),
    (_FILE, *_LINE),
    (_FILE, mark("Quit"), "Ctrl+Q", "close"),
    (_EDIT, mark("Undo"), "Ctrl+Z", "undo"),
    (_EDIT, mark("Redo"), "Ctrl+Shift+Z", "redo"),
    (_EDIT, mark("History…"), "Ctrl+H", "show_history"),
    (_EDIT, *_LINE),
    (_EDIT, mark("Copy quotation with citation"), "Ctrl+Shift+C", "copy_quotation"),
    (_EDIT, *_LINE),
    (_EDIT, mark("Search"), "Ctrl+F", "go_to_search"),
    (_EDIT, mark("Save this view…"), "", "save_view"),
    (_EDIT, *_LINE),
    (_EDIT, mark("Change the theme…"), "Ctrl+T", "edit_theme"),
    (_EDIT, mark("New theme…"), "", "new_theme"),
    (_EDIT, mark("Open a theme file…"), "", "open_theme_file"),
    (_EDIT, *_LINE),
    (_EDIT, mark("Commands…"), "Ctrl+K", "show_commands"),
    (_EDIT, mark("Preferences…"), "Ctrl+,", "show_preferences"),
    (_VIEW, mark("Order of the list…"), "", "ask_order"),
    (_VIEW, mark("Group what is in the briefing…"), "", "ask_grouping"),
    (_VIEW, mark("Compact, normal or roomy cards"), "Ctrl+Shift+D", "next_density"),
    (_VIEW, *_LINE),
    (_VIEW, mark("Small pages"), "", "swap_pages"),
    (_VIEW, mark("Read the briefing as text"), "Ctrl+Shift+T", "read_as_text"),
    (_VIEW, *_LINE),
    (_VIEW, mark("Light or dark"), "Ctrl+Shift+L", "swap_scheme"),
    (_VIEW, mark("Larger text"), "Ctrl+Alt++", "larger"),
    (_VIEW, mark("Smaller text"), "Ctrl+Alt+-", "smaller"),
    (_VIEW, *_LINE),
    (_VIEW, mark("Show or hide the sidebar"), "Ctrl+B", "swap_sidebar"),
    (_ALONE, mark("Sidebar alone"), "Ctrl+Shift+1", "sidebar_alone"),
    (_ALONE, mark("List alone"), "Ctrl+Shift+2", "list_alone"),
    (_ALONE, mark("Preview alone"), "Ctrl+Shift+3", "preview_alone"),
    (_ALONE, mark("Source alone"), "Ctrl+Shift+4", "source_alone"),
    (_ALONE, mark("Compare alone"), "Ctrl+Shift+5", "compare_alone"),
    (_ALONE, mark("Changes alone"), "Ctrl+Shift+6", "changes_alone"),
    (_VIEW, mark("Full screen"), "F11", "swap_full_screen"),
    (_GO, mark("Sidebar"), "Ctrl+1", "go_to_sidebar"),
    (_GO, mark("List"), "Ctrl+2", "focus_list"),
    (_GO, mark("Preview"), "Ctrl+3", "show_preview"),
    (_GO, mark("Source"), "Ctrl+4", "show_source"),
    (_GO, mark("Compare"), "Ctrl+5", "show_compare"),
    (_GO, mark("Changes"), "Ctrl+6", "show_changes"),
    (_GO, *_LINE),
    (_GO, mark("Candidates or in briefing"), "Ctrl+I", "swap_lists"),
    (_GO, mark("Library"), "Ctrl+L", "show_library"),
    (_GO, mark("Jobs and attention"), "Ctrl+J", "show_jobs"),
    (_GO, *_LINE),
    (_GO, mark("Next pane"), "F6", "next_pane"),
    (_GO, mark("Previous pane"), "Shift+F6", "previous_pane"),
    (_GO, mark("Next tab"), "Ctrl+Tab", "next_tab"),
    (_GO, mark("Previous tab"), "Ctrl+Shift+Tab", "previous_tab"),
    (_HELP, mark("Keys"), "F1", "show_keys"),
)
_OTHER_KEYS = {"redo": ("Ctrl+Y",), "show_commands": ("Ctrl+Shift+P",), "show_keys": ("Ctrl+?",)}
_ON_THE_BAR = (
    "show_briefings", "choose_files", "undo", "redo", "show_history", "show_commands", "", "ask_export"
)  # fmt: skip
_WIDE = "show_history"
"""What goes from the tool bar in a narrow window, where all else has no room with it."""


def add_actions(window: Frame, doers: Sequence[object]) -> dict[str, QAction]:
    """Give `window` its menus and tool bar; the actions by the names of their methods.

    The first of `doers` that has a method of that name does it. Each line of a menu has a letter of
    its own, as far as there are letters.
    """
    menus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    for menu, words, key, method in COMMANDS:
        if menu not in menus:
            above = menus[_INSIDE[menu]] if menu in _INSIDE else window.menuBar()
            menus[menu] = above.addMenu(say(menu))
        if not method:
            menus[menu].addSeparator()
            continue
        text = say(words)
        action = QAction(text, window)
        action.setShortcuts([QKeySequence(one) for one in (key, *_OTHER_KEYS.get(method, ()))])
        action.setToolTip(f"{text} ({key_told(key)})" if key else text)
        doer = next(doer for doer in doers if hasattr(doer, method))
        action.triggered.connect(getattr(doer, method))
        menus[menu].addAction(action)
        actions[method] = action
    for each in menus.values():
        lines = [line for line in each.actions() if not line.isSeparator()]
        for line, text in zip(lines, lettered([line.text() for line in lines]), strict=True):
            line.setText(text)
    _add_bar(window, actions)
    return actions


def _add_bar(window: Frame, actions: dict[str, QAction]) -> None:
    bar = QToolBar(say("Main"))
    bar.setMovable(False)
    window.addToolBar(bar)
    for name in _ON_THE_BAR:
        if name == _WIDE:
            bar.addAction(_where_wide(window, actions[name]))
        elif name:
            bar.addAction(actions[name])
        else:
            spacer = QWidget()
            spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            bar.addWidget(spacer)
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(button.focusPolicy().TabFocus)
        button.setAccessibleName(button.text() or say("More commands"))
    bar.widgetForAction(actions["ask_export"]).setProperty("primary", True)


def _where_wide(window: Frame, action: QAction) -> QAction:
    """The same for the tool bar alone: the menu keeps its line."""
    twin = QAction(say("History"), window)
    twin.setToolTip(action.toolTip())
    twin.triggered.connect(action.trigger)
    twin.setVisible(not window.narrow)
    window.folded.connect(lambda: twin.setVisible(not window.narrow))
    return twin
