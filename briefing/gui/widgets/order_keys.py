"""Keys that move a quotation within its section."""

from PySide6.QtCore import Qt

_FAR = 1_000_000
"""Places by which a quotation is moved to the top or the bottom of its section."""
_ALT = Qt.KeyboardModifier.AltModifier
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
MOVES = {
    (Qt.Key.Key_Up, _ALT): -1,
    (Qt.Key.Key_Down, _ALT): 1,
    (Qt.Key.Key_Up, _BOTH): -_FAR,
    (Qt.Key.Key_Down, _BOTH): _FAR,
}
"""By how many places a key, with what is held, moves."""
