"""The file that a source was read from: opened by the system, shown in its folder, looked for."""

from hashlib import sha256
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from briefing.gui.frame import Frame

_LOCATE = "locate:"
_GONE = "The original is no longer at its place. The stored text is intact."
_OTHER = "is not the file that was taken in: its bytes differ. The stored text is intact."


class OriginalRoom(QObject):
    """Opens originals. Where one went is known until the program ends."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._now_at: dict[str, Path] = {}
        self._missing = ("", "")
        frame.source.original_wanted.connect(self.open)
        frame.notice_text.linkActivated.connect(self._on_link)

    def open(self, path: str, digest: str) -> None:
        """Open the file that lay at `path`, whose bytes have that SHA-256."""
        file = self._file(path, digest)
        if file and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._frame.tell(f"No program on this machine opens {file.name}.")

    def show_folder(self) -> None:
        """Show where the original of the source lies that is shown."""
        shown = self._frame.source.shown()
        if shown is None:
            self._frame.tell("No source is open. Press Enter on an excerpt.")
        elif file := self._file(shown.source.path, shown.source.sha256):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    def _file(self, path: str, digest: str) -> Path | None:
        """Where the file lies now; where it does not, that is told."""
        file = self._now_at.get(path, Path(path))
        if file.is_file():
            return file
        self._missing = (path, digest)
        self._frame.tell(f'{_GONE} &nbsp; <a href="{_LOCATE}">Locate…</a>')
        return None

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link != _LOCATE:
            return
        path, digest = self._missing
        name = Path(path).name
        chosen, _ = QFileDialog.getOpenFileName(self._frame, f"Where is {name}?", name)
        if not chosen:
            return
        file = Path(chosen)
        try:
            same = sha256(file.read_bytes()).hexdigest() == digest
        except OSError as error:
            self._frame.tell(f"{escape(file.name)} cannot be read: {error.strerror}.")
            return
        if not same:
            self._frame.tell(f"{escape(file.name)} {_OTHER}")
            return
        self._now_at[path] = file
        self.open(path, digest)
