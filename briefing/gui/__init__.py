"""The desktop app. PySide6 is spoken here and nowhere else; the command line never imports it."""

from briefing.gui.unread import leave_unread

leave_unread()
