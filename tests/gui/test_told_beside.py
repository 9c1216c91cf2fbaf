"""What "Compare" and "Changes" say, word for word; acts there by keys, with the place kept."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefing.gui.disputes import against as named_against
from briefing.gui.widgets.changes_view import ChangesView, in_words, signs_of, summary
from briefing.gui.widgets.compare_view import REASONS, CompareView, against
from briefing.model.changes import Changes, ChangeSort, EditionChange
from briefing.model.desk import Desk, Settings
from briefing.model.findings import Conflict, Position
from briefing.model.library import Edition, Said
from briefing.model.passage import Excerpt, Passage
from briefing.workflow.comparing import Comparison, Difference, Side
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG
from tests.sources import make_source

_DAY = date(2025, 3, 13)


def _side(source: str, text: str, value: str = "", likeness: float | None = None) -> Side:
    return Side(Passage(source, 0, len(text)), f"The {source}", _DAY, text, value, likeness)


_OF = _side("aa", "Two ships sank.", "two")
_DIFFERS = Difference("number of ships", ("one event",), (_OF, _side("dd", "Nine sank.", "nine")))


def _compared(*agreeing: Side, differences: tuple[Difference, ...] = ()) -> Comparison:
    return Comparison(_OF, agreeing, len(agreeing), differences, (), 5)


def _said(sort: ChangeSort, place: int, detail: str = "") -> EditionChange:
    said = Said(place, "china", "aa", "one.txt", 0, 9, "", "Two ships", label="KCNA")
    return EditionChange(sort, said, detail)


def _view(qtbot: QtBot, comparison: Comparison, desk: Desk | None = None) -> CompareView:
    view = CompareView()
    qtbot.addWidget(view)
    view.show_desk(desk or Desk("d", Settings()))
    view.show_comparison(comparison)
    view.show()
    return view


def test_agreement_counts_origins_and_names_the_reprints(qtbot: QtBot) -> None:
    reprint = _side("cc", "Two ships sank.", likeness=0.98)
    view = _view(qtbot, _compared(_side("bb", "Two vessels were lost."), reprint))

    told = view.toPlainText()
    assert "● 3 sources agree: 2 independent, 1 reprint" in told
    assert "same text as The aa, 98%" in told
    assert told.count("“Two ships sank.”") == 1  # not shown twice


def test_a_side_names_its_speaker_where_one_is_known(qtbot: QtBot) -> None:
    named = Side(Passage("bb", 0, 9), "Yonhap", _DAY, "Two sank.", speaker="Ryu <Min>")
    view = _view(qtbot, _compared(named, _side("cc", "Two vessels sank.")))

    told = view.toPlainText()
    assert "Yonhap · 13 Mar 2025 · Ryu <Min>" in told
    assert "The cc · 13 Mar 2025\n" in told.replace("\u2028", "\n")


def test_conflict_counts_sources_and_is_decided_from_a_short_list(qtbot: QtBot) -> None:
    view = _view(qtbot, _compared(_side("bb", "x y"), differences=(_DIFFERS,)))
    decided: list[tuple[Difference, str]] = []
    view.decided.connect(lambda item, why: decided.append((item, why)))
    assert "▲ 1 source conflicts" in view.toPlainText()
    assert "differs in: number of ships · one event" in view.toPlainText()
    assert against(_compared(differences=(_DIFFERS, _DIFFERS))) == 1

    next(act for name, act in view._acts.items() if _title(view, name) == "Not a conflict…")()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == list(REASONS)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert decided == [(_DIFFERS, REASONS[0])]

    view.show_desk(Desk("d", Settings(), verdicts={_DIFFERS.key: REASONS[0]}))
    assert f"you decided: {REASONS[0]}" in view.toPlainText()
    assert "differs in: number of ships" in view.toPlainText()  # the machine's view stays


def _title(view: CompareView, name: str) -> str:
    block = view.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            if part.charFormat().anchorHref() == name:
                return part.text()
            parts += 1
        block = block.next()
    return ""


def test_who_is_alone_is_said_to_be_and_the_like_can_be_found(qtbot: QtBot) -> None:
    view = _view(qtbot, _compared())
    wanted: list[Side] = []
    view.similar_wanted.connect(wanted.append)

    assert "Only this source says so in the library (◌ single source)." in view.toPlainText()
    next(act for name, act in view._acts.items() if _title(view, name) == "Find similar")()
    assert wanted == [_OF]


def test_an_act_by_key_keeps_the_link(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    QTest.keyClick(window.cards, Qt.Key.Key_C)
    view = window.compare
    qtbot.waitUntil(lambda: "Compared" in view.toPlainText(), timeout=LONG)
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    before = view.textCursor().charFormat().anchorHref()
    assert before

    view.show_again()

    assert view.hasFocus()
    assert view.textCursor().charFormat().anchorHref() == before
    assert view.textCursor().hasSelection()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_said(ChangeSort.NEW, 3), "Quotation 3 is new"),
        (_said(ChangeSort.GONE, 6), "Quotation 6 of that edition was left out"),
        (_said(ChangeSort.MOVED, 5, "from 2 to 5"), "Quotation 5 moved (from 2 to 5)"),
        (_said(ChangeSort.CONTRADICTED, 2), "Quotation 2 is now contradicted by Post, 15 Mar"),
        (
            _said(ChangeSort.CORROBORATED, 4, "3 independent origins, 1 then"),
            "Quotation 4 gained independent sources (3 independent origins, 1 then)",
        ),
        (
            replace(_said(ChangeSort.CORRECTED, 1), stands=True),
            "Source “KCNA” was corrected by its publisher; our quotation still matches",
        ),
        (
            replace(_said(ChangeSort.CORRECTED, 1), stands=False),
            "Source “KCNA” was corrected by its publisher; our quotation stands there no more",
        ),
        (
            _said(ChangeSort.WITHDRAWN, 1),
            "Source “KCNA” was withdrawn by its publisher",
        ),
    ],
)
def test_a_change_in_words(change: EditionChange, told: str) -> None:
    by = "Post, 15 Mar" if change.sort is ChangeSort.CONTRADICTED else ""

    assert in_words(change, by) == told


def test_how_corrected_words_read_now_stands_below_them_and_its_bar_beside_them(
    qtbot: QtBot,
) -> None:
    now = Excerpt.cut(make_source("Four ships sank."), 0, 10)
    corrected = replace(_said(ChangeSort.CORRECTED, 1), now=now)
    changes = Changes("edition 1", (corrected,), (Conflict("number of ships", ()),))
    view = ChangesView()
    qtbot.addWidget(view)

    view.show_changes(Edition("Weekly", 1, _DAY, "", "", "", ()), changes, (0, 0), {})

    assert "“Two ships”\nNow: “Four ships”" in view.page.toPlainText().replace("\u2028", "\n")
    assert "▲ The sources newly differ: number of ships" in view.page.toPlainText()
    assert signs_of(changes) == {now.passage: "✎"}


def test_what_came_went_and_moved_in_one_line() -> None:
    new, gone, moved = ChangeSort.NEW, ChangeSort.GONE, ChangeSort.MOVED
    every = [_said(new, 1), _said(new, 3), _said(gone, 6), _said(moved, 4), _said(moved, 5)]

    assert summary(every) == "− Quotation 6 left out · ＋ Quotations 1, 3 new · ⇅ 2 moved"
    assert summary([_said(ChangeSort.CONTRADICTED, 1)]) == ""


def test_who_contradicts_is_named_and_oneself_is_not() -> None:
    def cut(name: str) -> Excerpt:
        return Excerpt.cut(make_source("Two ships sank.", id=name), 0, 15)

    sides = (Position("two", cut("aaaa")), Position("five", cut("bbbb"), (cut("cccc"),)))

    assert named_against((Conflict("ships", sides),), Passage("aaaa", 0, 5)) == ("bbbb", "cccc")
    assert named_against((Conflict("ships", sides),), Passage("zzzz", 0, 5)) == ()


def test_an_act_elsewhere_leaves_the_source_as_it_is_painted(
    qtbot: QtBot, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    source, chosen = window.source, window.bench.desk.included
    window.evidence_room.open_source(chosen[0].passage)
    qtbot.waitUntil(lambda: bool(source.text()), timeout=LONG)
    painted: list[int] = []
    paint = source.paint_marks

    def count() -> None:
        painted.append(1)
        paint()

    monkeypatch.setattr(source, "paint_marks", count)
    other = next(one for one in chosen if one.whole.source != chosen[0].whole.source)
    window.bench.leave_out([other.whole])
    ready(qtbot, window, included=3)
    assert painted == []

    window.right.setCurrentWidget(window.preview)
    window.bench.leave_out([chosen[0].whole])
    ready(qtbot, window, included=2)
    assert painted == []  # nobody looks
    window.right.setCurrentWidget(source)
    assert painted


def test_a_comparison_that_nobody_sees_follows_the_briefing_once_it_is_seen(qtbot: QtBot) -> None:
    view = _view(qtbot, _compared(differences=(_DIFFERS,)))
    view.hide()
    view.show_desk(Desk("d", Settings(), verdicts={_DIFFERS.key: REASONS[0]}))
    assert "you decided" not in view.toPlainText()

    view.show()

    assert f"you decided: {REASONS[0]}" in view.toPlainText()
