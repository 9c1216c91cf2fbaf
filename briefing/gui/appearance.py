"""Colours of the window, light and dark, from one table; Qt's palette and style sheet from them."""

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QHeaderView, QWidget

from briefing.resources import asset

READING_FONT = "Source Serif 4"
SANS_FONT = "Source Sans 3"
_CHOSEN = "reading font"
"""Property of the app: the family that the person chose for quotations."""
_ROLE = QPalette.ColorRole

_TICK, _LEAST = 0.7, 13
"""Side of a box to be ticked, as a share of the height of a line; pixels that it has at least."""


class Tokens(Struct, frozen=True):
    """The colours of one scheme, as `#rrggbb`. All text has at least 5.4:1 on its ground."""

    ground: str
    card: str
    selected: str
    line: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    highlight: str
    agree: str
    conflict: str
    tick: str
    """Name of the picture of a tick that can be seen on the accent."""
    themes: tuple[str, ...]
    faint: str
    """The ink of what cannot be pressed now: at least 4.5:1 on its ground, and not taken for text."""
    off: str
    """The border of a button that cannot be pressed now, of the main one too if `idle` is the ground."""
    idle: str
    """The ground of the main button while it cannot be pressed."""


LIGHT = Tokens(
    ground="#f5f5f3", card="#ffffff", selected="#eef4ff", line="#dcdcd8", text="#1c1e21",
    secondary="#5c636d", accent="#1f5fbf", on_accent="#ffffff", highlight="#ffe9a6",
    agree="#1c7a45", conflict="#b3341f", tick="tick-light.svg",
    themes=("#1f5fbf", "#b3341f", "#7a4fb0", "#1c7a45", "#96690a", "#0f7480", "#a63a78", "#5c636d"),
    faint="#5c636d", off="solid", idle="#dcdcd8",
)  # fmt: skip
DARK = Tokens(
    ground="#1b1d21", card="#24272c", selected="#2b3442", line="#383d45", text="#eceef1",
    secondary="#a3abb6", accent="#6ea8fe", on_accent="#10141a", highlight="#5a4a12",
    agree="#63c38a", conflict="#f08a7a", tick="tick-dark.svg",
    themes=("#6ea8fe", "#f08a7a", "#b796e6", "#63c38a", "#d9ac4f", "#5cc2cf", "#e38bbb", "#a3abb6"),
    faint="#a3abb6", off="solid", idle="#383d45",
)  # fmt: skip

LIGHT_CLEAR = Tokens(
    ground="#ffffff", card="#ffffff", selected="#dbe7ff", line="#5f6368", text="#000000",
    secondary="#33383f", accent="#00409e", on_accent="#ffffff", highlight="#ffe066",
    agree="#00551f", conflict="#8f1400", tick="tick-light.svg",
    themes=("#00409e", "#8f1400", "#57308a", "#00551f", "#634400", "#004e58", "#7d1653", "#33383f"),
    faint="#6e6e6e", off="dashed", idle="#ffffff",
)  # fmt: skip
DARK_CLEAR = Tokens(
    ground="#000000", card="#000000", selected="#1c2b47", line="#a3a8b0", text="#ffffff",
    secondary="#d7dbe1", accent="#9cc5ff", on_accent="#000000", highlight="#5a4300",
    agree="#8de5af", conflict="#ffb7aa", tick="tick-dark.svg",
    themes=("#9cc5ff", "#ffb7aa", "#d6c0ff", "#8de5af", "#f3cf7a", "#8fe3ee", "#ffb0dc", "#d7dbe1"),
    faint="#8f8f8f", off="dashed", idle="#000000",
)  # fmt: skip
"""High contrast: all text has at least 7:1 on its ground (WCAG 2.1, level AAA)."""


def tokens(*, dark: bool, clear: bool) -> Tokens:
    """The colours of a scheme; `clear` ones stand out further."""
    if clear:
        return DARK_CLEAR if dark else LIGHT_CLEAR
    return DARK if dark else LIGHT


def load_fonts() -> None:
    """Make the bundled reading fonts known to Qt."""
    for file in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def reading_font(points: float) -> QFont:
    """The serif in which a source's words are shown."""
    font = QFont(reading_family())
    font.setPointSizeF(points)
    return font


def reading_family() -> str:
    """The family in which a source's words are shown."""
    app = QGuiApplication.instance()
    return str((app and app.property(_CHOSEN)) or READING_FONT)


def read_in(family: str) -> None:
    """Show sources' words in `family`; in ours, where there is none of that name."""
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(_CHOSEN, family if family in QFontDatabase.families() else "")


def system_is_dark() -> bool:
    """Whether the platform says that it is dark; unknown counts as light."""
    return QGuiApplication.styleHints().colorScheme().name == "Dark"


def apply(app: QApplication, window: QWidget, tokens: Tokens, text_size: float) -> None:
    """Dress the app: its palette, the size of its text in points, and the style sheet of `window`.

    The sheet holds for the dialogs and menus of the window too. Were it the app's, Qt would put it
    on each widget anew for each widget that it stands in: six times as often.
    """
    font = app.font()
    if font.pointSizeF() != text_size:
        font.setPointSizeF(text_size)
        app.setFont(font)
    # What was not shown before it got a sheet takes no notice of the app's font any more.
    if window.font().pointSizeF() != text_size:
        window.setFont(font)
    # Nor do heads of columns take notice of their table's, or dialogs of their window's.
    for part in (*window.findChildren(QHeaderView), *window.findChildren(QDialog)):
        if part.font().pointSizeF() != text_size:
            part.setFont(font)
    app.setPalette(palette(tokens))
    window.setStyleSheet(style_sheet(tokens, round(QFontMetricsF(font).height() * _TICK)))


def palette(tokens: Tokens) -> QPalette:
    """Qt's own colours from `tokens`."""
    made = QPalette()
    for roles, colour in (
        ((_ROLE.Window, _ROLE.Button), tokens.ground),
        ((_ROLE.Base, _ROLE.ToolTipBase), tokens.card),
        ((_ROLE.AlternateBase, _ROLE.Midlight, _ROLE.Mid), tokens.line),
        ((_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.ToolTipText), tokens.text),
        ((_ROLE.Highlight, _ROLE.Link, _ROLE.Accent), tokens.accent),
        ((_ROLE.HighlightedText,), tokens.on_accent),
        ((_ROLE.PlaceholderText,), tokens.secondary),
    ):
        for role in roles:
            made.setColor(role, QColor(colour))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made


def style_sheet(tokens: Tokens, side: int) -> str:
    """The few rules a palette cannot say; each sets text and ground. Ticks are `side` pixels wide."""
    values = {name: getattr(tokens, name) for name in tokens.__struct_fields__}
    side = max(side, _LEAST)
    knob = side - side % 2
    values |= {
        "side": side,
        "knob": knob,
        "rise": knob // 2,
        "round": knob // 2 + 2,
        "whole": knob + 6,
    }
    values["tick"] = asset("icons").joinpath(tokens.tick).as_posix()
    return _SHEET.format(**values)


_SHEET = """
QToolBar {{ background: {card}; color: {text}; border: 0; border-bottom: 1px solid {line};
  padding: 3px; spacing: 4px; }}
QToolButton {{ background: transparent; color: {text}; border: 1px solid transparent;
  border-radius: 5px; padding: 4px 8px; }}
QToolButton:hover {{ background: {selected}; color: {text}; }}
QToolButton:checked {{ background: {selected}; color: {accent}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QToolButton:disabled {{ background: transparent; color: {faint}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[chip="true"] {{ background: {card}; color: {text}; border: 1px solid {line};
  border-radius: 11px; padding: 2px 8px; }}
QToolButton[chip="true"]:checked {{ background: {selected}; color: {accent};
  border: 1px solid {accent}; }}
QToolButton[chip="true"]:focus {{ border: 2px solid {accent}; padding: 1px 7px; }}
QToolButton[fact="true"] {{ padding: 2px 4px; }}
QToolButton[fact="true"]:focus {{ border: 2px solid {accent}; padding: 1px 3px; }}
QToolButton[primary="true"], QPushButton:default {{ background: {accent}; color: {on_accent};
  border: 1px solid {accent}; border-radius: 5px; padding: 5px 14px; }}
QToolButton[primary="true"] {{ font-weight: 600; }}
QToolButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 4px 13px; }}
QToolButton[primary="true"]:disabled, QPushButton:default:disabled {{ background: {idle};
  color: {faint}; border: 1px {off} {line}; }}
QLineEdit, QPlainTextEdit {{ background: {card}; color: {text};
  border: 1px solid {line}; border-radius: 5px; padding: 4px 6px;
  placeholder-text-color: {secondary};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 1px solid {accent}; }}
QTabBar::tab {{ background: transparent; color: {secondary}; border: 0; padding: 7px 7px;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ background: transparent; color: {text}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {line}; }}
QListView, QTreeView, QTableView {{ background: {ground}; color: {text}; border: 0; outline: 0;
  placeholder-text-color: {secondary}; }}
QListWidget, QAbstractItemView[lines="true"], QTableView {{ border: 1px solid transparent; }}
QListWidget:focus, QAbstractItemView[lines="true"]:focus, QTableView:focus {{
  border: 1px solid {accent}; }}
QTreeView::item {{ padding: 3px; }}
QListWidget::item, QListView[lines="true"]::item {{ padding: 2px; border: 1px solid transparent; }}
QListWidget::item:focus, QListView[lines="true"]::item:focus {{ border: 1px solid {accent}; }}
QTreeView::item:selected, QListWidget::item:selected, QListView[lines="true"]::item:selected {{
  background: {selected}; color: {text}; }}
QTreeView::indicator, QCheckBox::indicator {{ width: {side}px; height: {side}px; background: {card};
  border: 1px solid {secondary}; border-radius: 3px; }}
QTreeView::indicator:checked, QCheckBox::indicator:checked {{ background: {accent};
  border: 1px solid {accent}; image: url("{tick}"); }}
QCheckBox {{ border: 2px solid transparent; border-radius: 4px; outline: 0; }}
QCheckBox:focus {{ border: 2px solid {accent}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ background: {card}; color: {text}; border: 1px solid {line}; border-radius: 5px;
  padding: 5px 12px; }}
QPushButton:hover {{ background: {selected}; color: {text}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton:disabled {{ background: transparent; color: {faint}; border: 1px {off} {line}; }}
QPushButton:default {{ padding: 5px 12px; }}
QPushButton:default:focus {{ border: 2px solid {text}; padding: 4px 11px; }}
QSlider {{ min-height: {whole}px; }}
QSlider::groove {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page {{ background: {accent}; border-radius: 2px; }}
QSlider::handle {{ width: {knob}px; height: {knob}px; margin: -{rise}px 0; background: {card};
  border: 2px solid {accent}; border-radius: {round}px; }}
QSlider::handle:focus {{ background: {accent}; }}
QScrollBar {{ background: {ground}; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {secondary}; border: 3px solid {ground}; border-radius: 6px; }}
QScrollBar::handle:vertical {{ min-height: 30px; }}
QScrollBar::handle:horizontal {{ min-width: 30px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollArea {{ border: 1px solid transparent; }}
QScrollArea:focus {{ border: 1px solid {accent}; }}
QSplitter::handle {{ background: {line}; }}
QStatusBar {{ background: {card}; color: {secondary}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 5px; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; color: {text}; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QFrame[banner="true"] {{ background: {selected}; color: {text}; border: 0;
  border-bottom: 1px solid {line}; }}
QFrame[card="true"] {{ background: {card}; color: {text}; border: 1px solid {line};
  border-radius: 6px; }}
QFrame[card="true"] QLabel {{ border: 0; }}
QLabel[quiet="true"] {{ color: {secondary}; background: transparent; }}
QLabel[drop="true"] {{ border: 2px dashed {line}; border-radius: 10px; margin: 24px; }}
QLabel[heading="true"] {{ color: {secondary}; background: transparent; font-weight: 600; }}
QLabel[alarm="true"] {{ color: {conflict}; background: transparent; }}
"""
