"""What the window remembers of itself. Garbage, or another version's settings, never stop it."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from briefing.model.desk import Settings
from briefing.words import ENGLISH, languages

FORMATS = (".pdf", ".docx")
SCHEMES = ("system", "light", "dark")
DENSITIES = ("Compact", "Normal", "Roomy")
DIRECTIONS = ("system", "left", "right")
PAUSES = ("40", "500", "2000")
"""Milliseconds without an act after which the page is made."""
_TEXT = (7.0, 30.0)
_DIGITS = 19
"""Digits from which on a number is none of ours."""
_LONG = 255
"""Bytes that the name of a file has at most, whatever the system."""


class WindowSettings:
    """Reads and writes an INI file; every value is looked at before it is used."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> str:
        """Follow the system, light or dark."""
        return self._one_of("scheme", SCHEMES)

    @property
    def language(self) -> str:
        """The language of the window by its code, `system` for that of the machine."""
        return self._one_of("language", ("system", *languages()))

    @property
    def direction(self) -> str:
        """Which side lines of the window begin at: as the system has it, left or right."""
        return self._one_of("direction", DIRECTIONS)

    @property
    def page_pause(self) -> str:
        """Milliseconds without an act after which the page is made."""
        return self._one_of("page_pause", PAUSES)

    @property
    def processes(self) -> int | None:
        """How many processes read files; `None` for as many as there are cores."""
        return 1 if self.text("processes") == "1" else None

    @property
    def dims_page(self) -> bool:
        """Whether the page is shown less bright where the window is dark."""
        return self.text("dim_page") == "yes"

    @property
    def contrast(self) -> bool:
        """Whether colours are to stand out from one another as far as they can."""
        return self.text("contrast") == "yes"

    @property
    def still(self) -> bool:
        """Whether nothing is to move, pulse or blink."""
        return self.text("still") == "yes"

    @property
    def density(self) -> str:
        """How much a card shows."""
        found = str(self._store.value("density", "Normal"))
        return found if found in DENSITIES else "Normal"

    @property
    def text_size(self) -> float | None:
        """Size of text in points, if the person has chosen one."""
        try:
            size = float(str(self._store.value("text_size", "")))
        except ValueError:
            return None
        return size if _TEXT[0] <= size <= _TEXT[1] else None

    def formats(self) -> tuple[str, ...]:
        """Endings of the files that are exported unless another choice is made."""
        found = tuple(one for one in self.text("formats", ".pdf .docx").split() if one in FORMATS)
        return found or FORMATS

    def house_document(self) -> Path | None:
        """The house's own Word document, if one was chosen."""
        return self.path("house_document")

    def watched_folder(self) -> Path | None:
        """The folder whose new files are taken into the library, if one is watched."""
        return self.path("watched_folder") if self.text("watching") == "yes" else None

    def standard(self) -> Settings:
        """What a new briefing looks like."""
        return Settings(
            template=self.text("template", "full"),
            citation_style=self.text("citation_style", "chicago-notes"),
            language=self.text("document_language", ENGLISH),
            author=self.text("author"),
            recipient=self.text("recipient"),
        )

    def blob(self, name: str) -> QByteArray:
        """A state of Qt's own, such as a geometry; empty if there is none."""
        found = self._store.value(name)
        return found if isinstance(found, QByteArray) else QByteArray()

    def text(self, name: str, standard: str = "") -> str:
        """A remembered text."""
        found = self._store.value(name, standard)
        return found if isinstance(found, str) else standard

    def number(self, name: str) -> int | None:
        """A remembered count; `None` if there is none."""
        found = self.text(name)
        return int(found) if found.isdecimal() and len(found) < _DIGITS else None

    def path(self, name: str) -> Path | None:
        """Where a file or folder was, which may be gone; `None` if nothing can lie there."""
        found = self.text(name)
        return Path(found) if found and is_possible(found) else None

    def forget(self, name: str) -> None:
        """Be as if this had never been chosen."""
        self._store.remove(name)

    def keep(self, name: str, value: object) -> None:
        """Remember a value."""
        self._store.setValue(name, value)

    def save(self) -> None:
        """Write what is remembered to the disk."""
        self._store.sync()

    def _one_of(self, name: str, values: tuple[str, ...]) -> str:
        found = str(self._store.value(name, values[0]))
        return found if found in values else values[0]


def is_possible(path: str) -> bool:
    """Whether a file can have this path: of another, a system tells an error and not that it is missing."""
    names = path.replace("\\", "/").split("/")
    return "\0" not in path and all(len(os.fsencode(name)) <= _LONG for name in names)
