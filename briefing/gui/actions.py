"""Every command of the window: its menu (after a "/", a menu in it), words, key, and method."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

COMMANDS = (
    ("&File", "Briefings…", "Ctrl+R", "show_briefings"),
    ("&File", "New briefing…", "Ctrl+N", "new_briefing"),
    ("&File", "Copy of this briefing", "", "duplicate_briefing"),
    ("&File", "Next edition", "Ctrl+Shift+N", "next_edition"),
    ("&File", "Title of the briefing…", "", "ask_title"),
    ("&File", "Open a library…", "", "open_library"),
    ("&File", "Open the sample library", "", "open_samples"),
    ("&File", "Add sources…", "Ctrl+O", "choose_files"),
    ("&File", "Add a folder…", "Ctrl+Shift+O", "choose_folder"),
    ("&File", "Paste as source", "Ctrl+V", "paste"),
    ("&File", "Show the original in its folder", "Ctrl+Alt+O", "show_folder"),
    ("&File", "Stop adding", "", "stop_adding"),
    ("&File", "Export…", "Ctrl+E", "ask_export"),
    ("&File", "Export again", "Ctrl+Shift+E", "export_again"),
    ("&File", "Print…", "Ctrl+P", "print_page"),
    ("&File", "Name this version…", "Ctrl+S", "name_version"),
    ("&File", "Versions…", "", "show_versions"),
    ("&File", "Save a copy…", "", "save_copy"),
    ("&File", "Copy as command line", "", "copy_command"),
    ("&File", "Quit", "Ctrl+Q", "close"),
    ("&Edit", "Undo", "Ctrl+Z", "undo"),
    ("&Edit", "Redo", "Ctrl+Shift+Z", "redo"),
    ("&Edit", "History…", "Ctrl+H", "show_history"),
    ("&Edit", "Commands…", "Ctrl+K", "show_commands"),
    ("&Edit", "Search", "Ctrl+F", "go_to_search"),
    ("&Edit", "Save this view…", "", "save_view"),
    ("&Edit", "Copy quotation with citation", "Ctrl+Shift+C", "copy_quotation"),
    ("&Edit", "Change the theme…", "Ctrl+T", "edit_theme"),
    ("&Edit", "New theme…", "", "new_theme"),
    ("&Edit", "Open a theme file…", "", "open_theme_file"),
    ("&Edit", "Preferences…", "Ctrl+,", "show_preferences"),
    ("&View", "Candidates or in briefing", "Ctrl+I", "swap_lists"),
    ("&View", "Library", "Ctrl+L", "show_library"),
    ("&View", "Jobs and attention", "Ctrl+J", "show_jobs"),
    ("&View", "Sidebar", "Ctrl+1", "go_to_sidebar"),
    ("&View", "List", "Ctrl+2", "focus_list"),
    ("&View", "Preview", "Ctrl+3", "show_preview"),
    ("&View", "Source", "Ctrl+4", "show_source"),
    ("&View", "Compare", "Ctrl+5", "show_compare"),
    ("&View", "Changes", "Ctrl+6", "show_changes"),
    ("&View/&One pane alone", "Sidebar alone", "Ctrl+Shift+1", "sidebar_alone"),
    ("&View/&One pane alone", "List alone", "Ctrl+Shift+2", "list_alone"),
    ("&View/&One pane alone", "Preview alone", "Ctrl+Shift+3", "preview_alone"),
    ("&View/&One pane alone", "Source alone", "Ctrl+Shift+4", "source_alone"),
    ("&View/&One pane alone", "Compare alone", "Ctrl+Shift+5", "compare_alone"),
    ("&View/&One pane alone", "Changes alone", "Ctrl+Shift+6", "changes_alone"),
    ("&View", "Next pane", "F6", "next_pane"),
    ("&View", "Previous pane", "Shift+F6", "previous_pane"),
    ("&View", "Show or hide the sidebar", "Ctrl+B", "swap_sidebar"),
    ("&View", "Light or dark", "Ctrl+Shift+L", "swap_scheme"),
    ("&View", "Compact, normal or roomy cards", "Ctrl+Shift+D", "next_density"),
    ("&View", "Larger text", "Ctrl+Alt++", "larger"),
    ("&View", "Smaller text", "Ctrl+Alt+-", "smaller"),
    ("&View", "Small pages", "", "swap_pages"),
    ("&View", "Read the briefing as text", "Ctrl+Shift+T", "read_as_text"),
    ("&View", "Full screen", "F11", "swap_full_screen"),
    ("&Help", "Keys", "F1", "show_keys"),
)
_OTHER_KEYS = {"redo": ("Ctrl+Y",), "show_commands": ("Ctrl+Shift+P",), "show_keys": ("Ctrl+?",)}
_ON_THE_BAR = ("show_briefings", "choose_files", "undo", "redo", "show_commands", "", "ask_export")


def add_actions(window: QMainWindow, doers: Sequence[object]) -> dict[str, QAction]:
    """Give `window` its menus and tool bar; the actions by the names of their methods.

    The first of `doers` that has a method of that name does it.
    """
    menus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    for menu, text, key, method in COMMANDS:
        if menu not in menus:
            above, _, name = menu.rpartition("/")
            menus[menu] = (menus[above] if above else window.menuBar()).addMenu(name)
        action = QAction(text, window)
        action.setShortcuts([QKeySequence(one) for one in (key, *_OTHER_KEYS.get(method, ()))])
        action.setToolTip(f"{text} ({key})" if key else text)
        doer = next(doer for doer in doers if hasattr(doer, method))
        action.triggered.connect(getattr(doer, method))
        menus[menu].addAction(action)
        actions[method] = action
    _add_bar(window, actions)
    return actions


def _add_bar(window: QMainWindow, actions: dict[str, QAction]) -> None:
    bar = QToolBar("Main")
    bar.setMovable(False)
    window.addToolBar(bar)
    for name in _ON_THE_BAR:
        if name:
            bar.addAction(actions[name])
        else:
            spacer = QWidget()
            spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            bar.addWidget(spacer)
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(button.focusPolicy().TabFocus)
        button.setAccessibleName(button.text() or "More commands")
    bar.widgetForAction(actions["ask_export"]).setProperty("primary", True)
