"""One window to a library: another start brings it forward, a killed one leaves nothing behind."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryHeldError
from briefing.gui.holding import Holder, Holds, call, take
from briefing.gui.trouble_room import LIBRARY_LINK
from briefing.places import sample_library
from briefing.workflow.samples import filled
from briefing.workflow.workbench import open_workbench
from tests.gui.acting import ready
from tests.gui.conftest import Opener
from tests.gui.waiting import LONG

ROOT = Path(__file__).resolve().parents[2]
_HOLDS = """
import sys
from pathlib import Path
from briefing.gui.holding import take
hold = take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
print(*(name for call in hold.calls() for name in call.files), flush=True)
sys.stdin.readline()
hold.release()
"""


_CALLS = """
import sys
from pathlib import Path
from briefing.gui.holding import call
sys.exit(not call(Path(sys.argv[1]), [Path(sys.argv[2])]))
"""


@contextmanager
def _another(library: Path) -> "Iterator[subprocess.Popen[str]]":
    """Another process that has the library open."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(library)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_library_that_another_process_has_open_is_held(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with _another(library), pytest.raises(LibraryHeldError) as caught:
        take(library)

    assert caught.value.here


def test_the_other_window_is_called_and_handed_the_files(tmp_path: Path) -> None:
    library, file = tmp_path / "library.db", tmp_path / "an article.txt"
    with _another(library) as other:
        called = call(library, [file])
        assert other.stdin
        assert other.stdout
        other.stdin.write("\n")
        other.stdin.flush()
        told = other.stdout.readline()

    assert called
    assert told.strip() == str(file)


def test_what_a_killed_window_held_is_free(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with _another(library) as other:
        other.kill()
        other.wait()
        left = list(tmp_path.iterdir())

        assert not call(library)
        hold = take(library)
        hold.release()

    assert len(left) == 1
    assert list(tmp_path.iterdir()) == []


def test_of_another_machine_one_is_told_and_it_is_not_called(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with _another(library):
        beside = library.with_name("library.db.window")
        beside.write_bytes(msgspec.json.encode(Holder("far", "moss", 7)) + b"\n")
        with pytest.raises(LibraryHeldError) as caught:
            take(library)

        assert not caught.value.here
        assert "moss on far" in str(caught.value)
        assert not call(library)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: file.write_bytes(b"\xff\x00{"), id="garbage"),
        pytest.param(lambda file: file.write_bytes(b""), id="nothing"),
        pytest.param(lambda file: file.write_bytes(b'{"pid": "x"}\n[1]\n'), id="other values"),
    ],
)
def test_garbage_in_the_file_keeps_nobody_out(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    library = tmp_path / "library.db"
    spoil(library.with_name("library.db.window"))

    hold = take(library)
    assert hold.calls() == []
    spoil(library.with_name("library.db.window"))
    assert hold.calls() == []
    hold.release()


def test_where_no_lock_can_be_made_none_is_needed(tmp_path: Path) -> None:
    (tmp_path / "library.db.window").mkdir()

    hold = take(tmp_path / "library.db")

    assert hold.file is None
    assert hold.calls() == []


def test_the_one_before_is_let_go_of(tmp_path: Path) -> None:
    holds = Holds()
    for name in ("one.db", "two.db", "two.db"):
        holds.begin(tmp_path / name)
        holds.keep(tmp_path / name)

    assert [file.name for file in tmp_path.iterdir()] == ["two.db.window"]
    holds.close()
    assert list(tmp_path.iterdir()) == []


def test_a_called_window_takes_the_files(qtbot: QtBot, open_window: Opener, tmp_path: Path) -> None:
    window = open_window()
    ready(qtbot, window, included=4)
    article = tmp_path / "harbour.txt"
    article.write_text("Harbour reopens\n\nThe navy said the harbour will reopen on Monday.\n")
    window.showMinimized()

    with qtbot.waitSignal(window.bench.intake.ended, timeout=LONG):
        done = subprocess.run(
            [sys.executable, "-c", _CALLS, str(sample_library()), str(article)],
            cwd=ROOT, check=False,
        )  # fmt: skip

    assert done.returncode == 0
    assert not window.isMinimized()
    qtbot.waitUntil(lambda: "13 sources" in window.counts.text(), timeout=LONG)


def test_a_library_that_is_open_elsewhere_can_be_read(qtbot: QtBot, open_window: Opener) -> None:
    session = filled(open_workbench(samples=True)).session
    session.library.close()
    with _another(sample_library()):
        beside = sample_library().with_name("samples.db.window")
        beside.write_bytes(msgspec.json.encode(Holder("far", "moss", 7)) + b"\n")
        window = open_window()
        qtbot.waitUntil(lambda: "moss on far" in window.notice_text.text(), timeout=LONG)
        assert window.cards.cards() == []
        assert f"{LIBRARY_LINK}reading" in window.notice_text.text()
        window.notice_text.linkActivated.emit(f"{LIBRARY_LINK}reading")
        ready(qtbot, window, included=4)
