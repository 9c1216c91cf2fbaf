"""The language of the window: its own words, those of Qt's dialogs, days and keys."""

from datetime import date, datetime
from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from briefing.words import say, speak, spoken


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
    return _locale(spoken())


@cache
def _locale(language: str) -> QLocale:
    machine, words = QLocale.system(), QLocale(language)
    return machine if machine.language() == words.language() else words


def day_told(day: date) -> str:
    """A day as people write it, `12 Apr 2024`."""
    month = locale().monthName(day.month, QLocale.FormatType.ShortFormat)
    return say("{day} {month} {year}", day=str(day.day), month=month, year=str(day.year))


def moment_told(at: str) -> str:
    """A day and the time of it, of a moment as ISO 8601 has it: `12 Apr 2024, 09:30`."""
    moment = datetime.fromisoformat(at)
    return say("{day}, {time}", day=day_told(moment.date()), time=f"{moment:%H:%M}")


def key_told(key: str) -> str:
    """A key as it stands on the keyboards of those who speak the language, as menus have it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
