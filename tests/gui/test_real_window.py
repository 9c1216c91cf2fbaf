"""The app as a process of its own, on a screen of its own, with keys of the X server."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gui.waiting import SECONDS

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="needs Xvfb and xdotool"
)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An X server, and the environment of a person with an empty home folder."""
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-noreset", "-screen", "0", "1600x1000x24"],
        pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(tell)
    with os.fdopen(told) as answer:
        display = f":{answer.readline().strip()}"
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }  # fmt: skip
    environment.pop("WAYLAND_DISPLAY", None)
    yield environment
    server.terminate()
    server.wait()


@pytest.fixture
def start(screen: dict[str, str]) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts the app; what still runs at the end is ended."""
    running: list[subprocess.Popen[bytes]] = []

    def starter(*options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "briefing.gui", *options]
        app = subprocess.Popen(command, cwd=ROOT, env=screen)
        running.append(app)
        return app

    yield starter
    for app in running:
        if app.poll() is None:
            app.terminate()
            app.wait()


def _until(so: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not so():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.1)


def _press(screen: dict[str, str], *keys: str) -> None:
    for key in keys:
        subprocess.run(["xdotool", "key", key], env=screen, check=True)
        time.sleep(0.15)


def _pins(home: Path) -> int:
    file = home / "data/briefing/samples.db"
    if not file.exists():
        return -1
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        try:
            return int(
                connection.execute("SELECT count(*) FROM decision WHERE sort = 'pin'").fetchone()[0]
            )
        except sqlite3.OperationalError:
            return -1


def _setting(home: Path, name: str) -> str:
    file = home / "config/briefing/window.ini"
    lines = file.read_text("utf-8", "replace").splitlines() if file.exists() else []
    return next((line.split("=", 1)[1] for line in lines if line.startswith(f"{name}=")), "")


def _written(home: Path) -> int:
    """When the settings were written last, in nanoseconds; 0 if they never were."""
    file = home / "config/briefing/window.ini"
    return file.stat().st_mtime_ns if file.exists() else 0


def _settled(home: Path, name: str) -> str:
    """A setting once it is what it was a second before."""
    seen = [""]

    def still() -> bool:
        seen.append(_setting(home, name))
        return len(set(seen[-11:])) == 1 and bool(seen[-1])

    _until(still)
    return seen[-1]


def _title(screen: dict[str, str]) -> str:
    found = subprocess.run(
        ["xdotool", "search", "--name", "Briefing", "getwindowname"],
        env=screen, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return found.stdout


def _connections(process: int) -> set[str]:
    """Sockets of the process that belong to the internet."""
    own = set()
    for file in Path(f"/proc/{process}/fd").iterdir():
        try:
            own.add(str(file.readlink()))
        except OSError:
            continue
    found = set()
    for name in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{process}/net/{name}").read_text().splitlines()[1:]:
            found.add(f"socket:[{line.split()[9]}]")
    return own & found


def test_a_killed_program_comes_back_to_the_same_place(
    screen: dict[str, str], start: Callable[[], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    app = start()
    _until(lambda: _pins(tmp_path) == 4)
    _until(lambda: _setting(tmp_path, "place_number"))  # the list is there, and has the keys
    first = _setting(tmp_path, "place_number")
    _press(screen, "Down", "Down", "Down")
    before = _pins(tmp_path)
    _press(screen, "space")
    _until(lambda: _pins(tmp_path) != before)
    kept = _pins(tmp_path)
    place = _settled(tmp_path, "place_number")
    assert place != first
    assert _connections(app.pid) == set()
    app.send_signal(signal.SIGKILL)
    app.wait()

    seen = _written(tmp_path)
    again = start()
    _until(lambda: _written(tmp_path) != seen)  # it notes where it is once it is back there

    assert again.poll() is None
    assert _pins(tmp_path) == kept
    assert _setting(tmp_path, "place_number") == place
    _press(screen, "space")
    _until(lambda: _pins(tmp_path) == before)


def test_a_second_start_brings_the_first_window_forward(
    screen: dict[str, str], start: Callable[[], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    app = start()
    _until(lambda: _pins(tmp_path) == 4)
    _until(lambda: "Sample" in _title(screen))

    again = start()
    status = again.wait(SECONDS)
    app.send_signal(signal.SIGKILL)
    app.wait()
    seen = _written(tmp_path)
    after = start()
    _until(lambda: _written(tmp_path) != seen)

    assert status == 0
    assert after.poll() is None


def test_in_safe_mode_the_settings_are_left_alone(
    screen: dict[str, str], start: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    file = tmp_path / "config/briefing/window.ini"
    file.parent.mkdir(parents=True)
    file.write_text("[General]\nscheme=dark\nplace_library=/nowhere/library.db\n")
    before = file.read_bytes()

    app = start("--safe-mode")
    _until(lambda: "Sample" in _title(screen))

    def left() -> bool:
        focus = ["xdotool", "search", "--name", "Briefing", "windowfocus"]
        subprocess.run(focus, env=screen, check=False)  # there is no manager of windows to give it
        _press(screen, "Down", "ctrl+q")  # where it would note its place, and its end
        return app.poll() is not None

    _until(left)
    assert app.returncode == 0

    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == ["window.ini"]


def _loaded(code: str) -> list[str]:
    """What is imported once `code` has run."""
    return subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ).stdout.split()  # fmt: skip


def test_nothing_that_could_reach_a_network_is_loaded() -> None:
    """The guard itself: the app imports nothing that could, the rooms it uses later neither."""
    all_of_it = (
        "import briefing.gui.window, importlib; from briefing.gui import work; "
        "[importlib.import_module(getattr(work, name).__name__) for name in work.__all__]"
    )
    told = _loaded(all_of_it)

    assert {"briefing.gui.window", "briefing.workflow.session", "pypdfium2"} <= set(told)
    assert {"PySide6.QtNetwork", "urllib.request", "http.client", "requests"}.isdisjoint(told)


def test_the_window_is_made_before_the_workflow_is_imported() -> None:
    told = _loaded("import briefing.gui.app")

    assert "briefing.gui.window" in told
    assert [name for name in told if name.startswith(("briefing.workflow", "pypdfium2"))] == []


def test_a_library_is_listed_before_what_reads_files_and_makes_pages_is_imported(
    tmp_path: Path,
) -> None:
    told = _loaded(
        "from pathlib import Path; from briefing.workflow.workbench import open_workbench; "
        f"session = open_workbench(Path({str(tmp_path / 'library.db')!r})).session; "
        "session.desk(), session.cards(session.listed('moss').numbers), session.counts()"
    )

    rooms = {name.partition("briefing.")[2].partition(".")[0] for name in told}
    assert {"library", "workflow"} <= rooms
    assert {"cleaning", "compose", "readers", "verify", "writers"}.isdisjoint(rooms)
    assert {"briefing.analysis.analyse", "briefing.workflow.importing", "jinja2"}.isdisjoint(told)


def test_without_a_screen_one_sentence_is_told(tmp_path: Path) -> None:
    bare = {key: value for key, value in os.environ.items()
            if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}  # fmt: skip
    told = subprocess.run(
        [sys.executable, "-m", "briefing", "gui"], cwd=ROOT, capture_output=True, text=True,
        check=False, env=bare | {"HOME": str(tmp_path)},
    )  # fmt: skip

    assert told.returncode == 2
    assert told.stderr.strip() == (
        "briefing: error: there is no screen here to open a window on. "
        "The command line does the same: `briefing build --help`."
    )
