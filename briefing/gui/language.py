"""The language of the window: its own words, and those of Qt's dialogs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from briefing.words import speak, spoken


def give_language(app: QApplication, language: str) -> None:
    """Let the window speak `language`, by its code, or where that is `system` as the machine does."""
    wanted = QLocale.system().uiLanguages() if language == "system" else [language]
    speak(wanted)
    of_qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(locale(), "qtbase", "_", folder):
        app.installTranslator(of_qt)


def locale() -> QLocale:
    """How days are written and names are sorted in the language that is spoken."""
    machine, words = QLocale.system(), QLocale(spoken())
    return machine if machine.language() == words.language() else words
