"""Languages by what their speakers call them."""

from functools import cache

from PySide6.QtCore import QLocale

from briefing.tongue import document_languages
from briefing.words import ENGLISH


def own_name(code: str) -> str:
    """What speakers of a language call it."""
    language = QLocale(code)
    name = QLocale(language.language()).nativeLanguageName()
    return "English" if code == ENGLISH else name[:1].upper() + name[1:]


@cache
def document_names() -> dict[str, str]:
    """The languages that a document can have, by their codes."""
    return {code: own_name(code) for code in document_languages()}
