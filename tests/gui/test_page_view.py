"""The page in the window: which pictures of it are kept."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from briefing.gui.printing import Printed
from briefing.gui.widgets.page_view import PageView

PAGES = 20


def test_pictures_of_pages_far_away_are_forgotten(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(400, 500)
    picture = QImage(4, 6, QImage.Format.Format_RGB32)
    view.swap(Printed(1, b"", ((300.0, 400.0),) * PAGES, (), (), 1), {0: picture})
    bar = view.verticalScrollBar()

    for page in range(PAGES):
        bar.setValue(round(bar.maximum() * page / (PAGES - 1)))
        view.add_pictures(1, {page: picture})

    assert view.shows_pictures()
    assert len(view._pictures) == 6
    assert set(view._pictures) == set(range(PAGES - 6, PAGES))
