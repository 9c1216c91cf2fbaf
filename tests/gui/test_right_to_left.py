"""Writing from right to left: a quotation keeps its own way, a line of both ways stays in order."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.gui.bidi import apart, option_for, side_of
from briefing.model.bidi import begins_right
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

HEBREW = (
    "משרד ההגנה מסר ביום שני כי China שלחה שתי ספינות אל המצר, והדובר הוסיף כי הספינות "
    "יישארו שם שבועיים לפחות."
)
ARABIC = "قالت وزارة الدفاع يوم الاثنين إن China أرسلت سفينتين إلى المضيق، ولم تقل متى تعودان."
PAGE = """<html><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="הארץ">
<meta property="article:published_time" content="2024-05-04"></head>
<body><article><h1>{title}</h1><p>{words}</p><p>{words}</p></article></body></html>"""


def _places(text: str, *marks: str) -> list[float]:
    """Where in a line each of `marks` begins, in pixels from the left."""
    layout = QTextLayout(text)
    layout.setTextOption(option_for(text))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(4000)
    layout.endLayout()
    # The binding gives the place with the cursor, which its stubs do not know.
    places: list[Any] = [line.cursorToX(text.index(mark)) for mark in marks]
    return [float(place[0] if isinstance(place, tuple) else place) for place in places]


@pytest.mark.parametrize("words", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_a_quotation_runs_from_the_right_and_ends_on_the_left(
    qapp: QApplication, words: str
) -> None:
    first, last = words[:6], words[-7:]

    begins, ends = _places(words, first, last)

    assert begins > ends
    assert side_of(words) & Qt.AlignmentFlag.AlignRight


def test_a_day_beside_a_hebrew_name_stays_a_day(qapp: QApplication) -> None:
    bare = "speaker unknown · הארץ · 4 May 2024"
    kept = " · ".join(map(apart, bare.split(" · ")))

    (day, month), (torn, away) = _places(kept, "4", "May"), _places(bare, "4", "May")
    assert 0 < month - day < away - torn


@given(st.text())
def test_a_text_has_one_way_and_nothing_but_marks_is_added(text: str) -> None:
    assert apart(text)[1:-1] == text
    assert begins_right(apart(text)) == begins_right(text)


def test_cards_and_the_briefing_are_mirrored_and_quotations_keep_their_way(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, qapp: QApplication
) -> None:
    for name, words in (("a", HEBREW), ("b", ARABIC)):
        (tmp_path / f"{name}.html").write_text(PAGE.format(title=words[:20], words=words), "utf-8")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = open_window()
        ready(qtbot, window, included=4)
        window.intake_room.add([tmp_path / "a.html", tmp_path / "b.html"])
        qtbot.waitUntil(window.arrivals.isVisible, timeout=LONG)
        window.intake_room.show_arrivals()
        window.search.setText("after:2024-05-01")
        qtbot.waitUntil(
            lambda: {card.label for card in window.cards.cards()} == {"הארץ"}, timeout=LONG
        )
        picture = window.cards.grab(window.cards.visualRect(window.cards.model().index(0, 0)))
        image = picture.toImage()
        edge = [image.pixelColor(image.width() - 1 - x, image.height() // 2) for x in range(14)]
        window.evidence_room.open_source(window.cards.cards()[0].passage)
        qtbot.waitUntil(lambda: bool(window.source.text()), timeout=LONG)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    # The edge in the theme's colour is where lines begin.
    colour = window.cards.painter_of_cards.colours["china"]
    assert colour in [one.name() for one in edge]
    option = window.source._text.document().defaultTextOption()
    assert option.alignment() & Qt.AlignmentFlag.AlignRight
