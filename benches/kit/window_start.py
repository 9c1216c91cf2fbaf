"""Starts the app and prints the time at which it painted, listed, or showed a page."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing import patterns
from briefing.finding import find_own


class Painted(QObject):
    """Tells when its widget paints for the first time."""

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Look, and let everything pass."""
        if event.type() is QEvent.Type.Paint:
            tell()
        return False


def tell() -> None:
    """Print the time, and end."""
    print(time.monotonic(), flush=True)
    QTimer.singleShot(0, QApplication.instance().quit)  # type: ignore[union-attr]


def main() -> None:
    """Start as `app.run` does, and wait for what is named on the command line."""
    find_own()
    what = sys.argv[1]
    from briefing.gui.app import prepare, settings_file  # noqa: PLC0415 - as the app does
    from briefing.gui.first_paint import FirstPaint  # noqa: PLC0415
    from briefing.gui.settings import WindowSettings  # noqa: PLC0415
    from briefing.gui.view_models.workbench import Workbench  # noqa: PLC0415
    from briefing.gui.window import Window  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    prepare(app)
    bench = Workbench(app)
    window = Window(bench, WindowSettings(settings_file()))
    watch = Painted(window)
    if what == "painted":
        window.installEventFilter(watch)
    elif what == "listed":
        bench.carded.connect(lambda *_: tell())
    else:
        window.preview.page.swapped.connect(tell)
    window.show()
    FirstPaint(window, window.open)
    app.exec()
    window.close()
    patterns.keep()


if __name__ == "__main__":
    main()
