"""Sources that print another again lie folded under it in the table, and are shown by R or a click."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from briefing.gui.item_models.sources import SourceModel
from briefing.gui.widgets.source_table import SourceTable
from briefing.library import Access, open_library
from briefing.model.library import Kept
from briefing.workflow.importing import import_paths
from briefing.workflow.listing import Reprinted, sources_listed

_SAID = (
    "China has sent two destroyers and a tanker to the northern strait near the island of birds, the "
    "navy ministry said.\n\nJapan and the United States will build a missile with two stages together, "
    "and the defence minister signed for it.\n\nThe joint command in Tokyo will be led by two generals "
    "of the Pacific force, said a spokesman of the ministry.\n\n"
)
_CREWS = ("one of ten", "two old", "three new", "four small", "five tired", "six busy")
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


def _kept(number: int, title: str, origin: int = 0) -> Kept:
    return Kept(
        number, f"{number:016x}", f"/{title}.txt", 1, True, 1, title, "Paper", date(2024, 3, number),
        "en", origin=f"{origin:016x}" if origin else None,
    )  # fmt: skip


def _titles(model: SourceModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def table(qtbot: QtBot) -> SourceTable:
    model = SourceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    table = SourceTable(model)
    model.setParent(table)
    qtbot.addWidget(table)
    model.show((_kept(3, "Late", 1), _kept(2, "Other"), _kept(1, "First"), _kept(4, "Last", 1)))
    table.resize(900, 300)
    table.fit()
    table.show()
    return table


def _model(table: SourceTable) -> SourceModel:
    model = table.model()
    assert isinstance(model, SourceModel)
    return model


def test_r_shows_the_reprints_of_a_source_and_folds_them(table: SourceTable) -> None:
    model = _model(table)
    assert _titles(model) == ["Other", "▸ 2 reprints · First"]
    assert model.index(1, 0).data(_SPOKEN) == "First, 2 reprints folded; R shows them"

    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_R)
    assert _titles(model) == ["Other", "▾ 2 reprints · First", "    ↳ Late", "    ↳ Last"]
    assert model.index(2, 0).data(_SPOKEN) == "Late, a reprint"
    table.selectRow(3)
    QTest.keyClick(table, Qt.Key.Key_R)

    assert _titles(model) == ["Other", "▸ 2 reprints · First"]
    assert [kept.title for kept in table.chosen()] == ["First"]


def test_a_click_on_the_mark_shows_them_and_beside_it_selects(table: SourceTable) -> None:
    model = _model(table)
    middle = table.visualRect(model.index(1, 0)).center().y()

    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(table.columnWidth(0) - 4, middle)
    )
    assert model.rowCount() == 2
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, middle))

    assert model.rowCount() == 4


def test_what_is_listed_alone_is_no_ones_reprint(table: SourceTable) -> None:
    model = _model(table)
    model.show((_kept(3, "Late", 1), _kept(2, "Other")))

    assert _titles(model) == ["Late", "Other"]


def test_what_has_one_statement_in_common_only_is_no_reprint(tmp_path: Path) -> None:
    own = (
        "The port of the island was closed for repairs by {0} crews of its own, a worker said.\n\n"
    )
    statement = _SAID.partition("\n\n")[0] + "\n\n"
    papers = {
        "first": _SAID,
        "again": _SAID + own.format("nine"),
        "other": statement + "".join(map(own.format, _CREWS)),
    }
    for day, (name, text) in enumerate(papers.items(), 12):
        head = f"The {name} paper on ships\n\nMarch {day}, 2024\n\n"
        (tmp_path / f"{name}.txt").write_text(head + text, encoding="utf-8")
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        assert len(list(import_paths(library, [tmp_path / f"{name}.txt" for name in papers]))) == 3
        origins = Reprinted(library).origins()
        listed = {Path(kept.path).stem: kept for kept in sources_listed(library, origins=origins)}

    assert listed["again"].origin == listed["first"].id
    assert listed["first"].origin is None
    assert listed["other"].origin is None
