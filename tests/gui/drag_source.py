"""A program beside the app from which files can be dragged: its whole window is their pile."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Pile(QLabel):
    """Files that come along when the mouse takes hold."""

    def __init__(self, files: list[Path]) -> None:
        super().__init__(f"{len(files)} files")
        self._files = files
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def mouseMoveEvent(self, _: QMouseEvent) -> None:  # noqa: N802 - Qt names it
        """Let them be carried away."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in self._files])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    """Show the files of a folder at a place of the screen."""
    folder, left, top = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Pile")
    pile = Pile(sorted(Path(folder).iterdir()))
    pile.setGeometry(int(left), int(top), 100, 100)
    pile.show()
    app.exec()


if __name__ == "__main__":
    main()
