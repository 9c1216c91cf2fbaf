"""The open briefing: every act is on the disk at once, and can be undone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.library import Access
from briefing.model.desk import Desk
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
from briefing.workflow.workbench import export

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """Ships in the strait

{paragraphs}
"""
PARAGRAPHS = "\n\n".join(
    f"China has sent {count} ships to the strait, the harbour office of Moss said on Monday."
    for count in ("two", "nine", "forty", "sixty")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article, and room for a library."""
    (tmp_path / "strait.txt").write_text(ARTICLE.format(paragraphs=PARAGRAPHS), encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    with open_shelf(folder / "library.db", Access.MAKE) as library:
        opened = Session(library, "Strait")
        assert [told.outcome for told in opened.add([folder / "strait.txt"])] == ["new"]
        yield opened


def _include(session: Session, count: int) -> None:
    cards = session.best("china", count)
    session.include([(card.passage, "china") for card in cards])


def test_what_is_included_is_printed_in_that_order(session: Session) -> None:
    _include(session, 3)
    session.move(session.desk().included[2], -2)

    desk = session.desk()
    document, allowed = session.document()

    assert [item.text in str(document) for item in desk.included] == [True] * 3
    printed = [str(document).index(item.text) for item in desk.included]
    assert printed == sorted(printed)
    assert allowed is None


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda s: s.leave_out([s.desk().included[0].passage]), id="leave out"),
        pytest.param(lambda s: s.move(s.desk().included[0], 1), id="move"),
        pytest.param(lambda s: s.park(s.desk().included[1]), id="park"),
        pytest.param(lambda s: s.reassign(s.desk().included[0], "industry"), id="reassign"),
        pytest.param(lambda s: s.dismiss([s.desk().included[0].passage]), id="dismiss"),
        pytest.param(lambda s: s.write("china", ["Ours."]), id="own text"),
        pytest.param(lambda s: s.set("marking", "TLP:RED", "Marking"), id="setting"),
    ],
)
def test_undo_leads_back_and_redo_forth(session: Session, act: Callable[[Session], None]) -> None:
    _include(session, 2)
    before = session.desk()

    act(session)
    after = session.desk()
    session.undo()
    back = session.desk()
    session.redo()

    assert _content(after) != _content(before)
    assert _content(back) == _content(before)
    assert _content(session.desk()) == _content(after)


def _content(desk: Desk) -> tuple[object, ...]:
    return desk.settings, desk.included, desk.parked, desk.dismissed, desk.notes


def test_parked_is_kept_and_not_printed(session: Session) -> None:
    _include(session, 2)
    gone = session.desk().included[0]

    session.park(gone)

    assert session.desk().parked == (gone,)
    assert gone.text not in str(session.document()[0])


def test_the_history_leads_to_any_step(session: Session) -> None:
    _include(session, 1)
    first = session.history()[0].number
    session.write("china", ["One."])
    session.write("china", ["Two."])

    session.go_to(first)
    assert session.desk().notes == ()
    session.go_to(max(step.number for step in session.history()))

    assert [note.text for note in session.desk().notes] == ["Two."]


def test_export_writes_proven_files(session: Session, folder: Path) -> None:
    _include(session, 2)

    targets = export(session, [folder / "brief.pdf", folder / "brief.docx"])

    assert [target.read_bytes()[:2] for target in targets] == [b"%P", b"PK"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no kill -9")
def test_an_act_outlives_a_killed_program(folder: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from briefing.library import Access
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
session = Session(open_shelf(Path({str(folder / "library.db")!r}), Access.MAKE), "Strait")
list(session.add([Path({str(folder / "strait.txt")!r})]))
session.include([(session.best("china", 1)[0].passage, "china")])
os.kill(os.getpid(), signal.SIGKILL)
"""
    died = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": ""}
    )

    with open_shelf(folder / "library.db") as library:
        desk = Session(library, "Strait").desk()
    assert died.returncode == -signal.SIGKILL
    assert len(desk.included) == 1
    assert desk.undo == "Include 1 excerpt"
