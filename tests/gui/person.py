"""A person before a screen of their own: sees what a screen reader is told, has mouse and keys."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from tests.gui.waiting import SECONDS

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1920, 1200)
CARD = "list item"
"""What a screen reader calls an excerpt of the list."""
_BUS = "/usr/libexec/at-spi-bus-launcher"
_READER = "/usr/bin/python3"


class Seen(Struct, frozen=True):
    """A thing on the screen: what it is, what it is called, where, and in what state."""

    role: str
    name: str
    box: tuple[int, int, int, int]
    states: tuple[str, ...]
    actions: tuple[str, ...] = ()
    text: str = ""

    def middle(self) -> tuple[int, int]:
        """The point one would click at."""
        left, top, wide, high = self.box
        return left + wide // 2, top + high // 2


def lacking() -> str:
    """What the machine lacks for a person; empty if it lacks nothing."""
    for program in ("Xvfb", "xdotool", "dbus-daemon", _BUS, _READER):
        if not shutil.which(program):
            return f"there is no {program}"
    speaks = 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi'
    if subprocess.run([_READER, "-c", speaks], capture_output=True, check=False).returncode:
        return "the system's Python cannot speak to the accessibility bus (gir1.2-atspi-2.0)"
    return ""


class Person:
    """Works at the screen of `environment`, in the home folder `home`."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self.home, self.environment = home, environment
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str, watched_by: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        """Start the app, or another program of Python's."""
        program = subprocess.Popen(
            [*watched_by, sys.executable, *(command or ("-m", "briefing.gui"))],
            cwd=ROOT, env=self.environment,
        )  # fmt: skip
        self._running.append(program)
        return program

    def leave(self) -> None:
        """End what still runs."""
        for program in self._running:
            if program.poll() is None:
                program.kill()
            program.wait()

    def is_managed(self) -> bool:
        """Whether a window manager is at work."""
        asked = ["xdotool", "get_num_desktops"]
        done = subprocess.run(asked, env=self.environment, capture_output=True, check=False)
        return done.returncode == 0

    # Eyes

    def everything(self) -> list[Seen]:
        """All there is of the app, also the rows of a list that are scrolled out of sight."""
        return [msgspec.json.decode(line, type=Seen) for line in self._read()]

    def look(self) -> list[Seen]:
        """Everything that shows."""
        return [thing for thing in self.everything() if "showing" in thing.states]

    def all(self, role: str, name: str = "") -> list[Seen]:
        """All of a role in whose name `name`, an expression, is found."""
        return [one for one in self.look() if one.role == role and re.search(name, one.name)]

    def see(self, role: str, name: str = "", state: str = "") -> Seen:
        """The first of a role with such a name, in that state; waits for it."""
        found: list[Seen] = []

        def there() -> bool:
            found[:] = [one for one in self.all(role, name) if not state or state in one.states]
            return bool(found)

        self.wait(there, f"no {role} “{name}”")
        return found[0]

    def wait(self, so: Callable[[], object], else_told: str = "nothing happened") -> None:
        """Wait until something is so."""
        end = time.monotonic() + SECONDS
        while not so():
            assert time.monotonic() < end, else_told
            time.sleep(0.1)

    # Hands

    def click(self, point: tuple[int, int], times: int = 1) -> None:
        """Click with the mouse."""
        self._do(
            "mousemove", *map(str, point), "click", "--repeat", str(times), "--delay", "60", "1"
        )

    def carry(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Take hold at `start` and let go at `end`."""
        way: list[str] = ["mousemove", *map(str, start), "mousedown", "1"]
        for part in (0.02, 0.1, 0.4, 0.7, 0.9, 1.0):
            here = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
            way += ["mousemove", *map(str, here), "sleep", "0.15"]
        self._do(*way, "mouseup", "1")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self._do("key", key)
            time.sleep(0.1)

    def write(self, text: str) -> None:
        """Type."""
        self._do("type", "--delay", "15", text)

    def toggle(self, role: str, name: str) -> None:
        """Do what a screen reader's own command for it does."""
        self._read(role, name, "Toggle")

    def _do(self, *acts: str) -> None:
        subprocess.run(["xdotool", *acts], env=self.environment, check=True)

    def _read(self, *wanted: str) -> list[str]:
        reader = [_READER, str(Path(__file__).with_name("screen_reader.py")), *wanted]
        done = subprocess.run(
            reader, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.splitlines() if done.returncode == 0 else []


def in_briefing(person: Person) -> int:
    """How many excerpts are in, as the window says."""
    return int(person.see("page tab", r"^In briefing \d").name.split()[-1])


def _line(server: subprocess.Popen[bytes]) -> str:
    """The first line that a server says."""
    return server.stdout.readline().decode().strip() if server.stdout else ""


@contextmanager
def a_person(home: Path) -> Iterator[Person]:
    """A person with an empty home folder, a screen, and an accessibility bus."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb", "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_LOGGING_RULES": "qt.accessibility.*=false",
    }  # fmt: skip
    environment.pop("WAYLAND_DISPLAY", None)
    with ExitStack() as stack:

        def serve(*command: str, told: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
            server = stack.enter_context(
                subprocess.Popen(command, env=environment, stdout=told, stderr=subprocess.DEVNULL)
            )
            stack.callback(server.terminate)
            return server

        size = "{}x{}x24".format(*SIZE)
        # Else the screen begins anew when its only guest leaves, and throws out who is just coming.
        still = ("-noreset", "-screen", "0", size)
        screen = serve("Xvfb", "-displayfd", "1", *still, told=subprocess.PIPE)
        environment["DISPLAY"] = f":{_line(screen)}"
        person = Person(home, environment)
        bus = serve("dbus-daemon", "--session", "--nofork", "--print-address", told=subprocess.PIPE)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        serve(_BUS, "--launch-immediately")
        if shutil.which("openbox"):
            serve("openbox")
            person.wait(person.is_managed)
        stack.callback(person.leave)
        yield person
