"""The window's figures G1 to G16, in one run under Xvfb: a library of 50,000 excerpts, real keys.

Start-up is timed in whole processes, side by side with a bare window; the page against a plain
drawing of the same PDF. Needs Xvfb; without it nothing is timed. Takes how many excerpts to hold.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from importlib.metadata import files as files_of
from pathlib import Path
from statistics import median

from benches.kit.shelf import fill
from benches.kit.timing import verdict

ROOT = Path(__file__).parents[1]
ROUNDS = 5
LONGEST = 60.0
"""Seconds after which a process that shows nothing is ended."""
BARE = """
import time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QSplitter, QTreeWidget
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic(), flush=True)
        QApplication.instance().exit()
app = QApplication([])
window = Window()
middle = QSplitter()
for part in (QTreeWidget(), QTreeWidget(), QLabel()):
    middle.addWidget(part)
window.setCentralWidget(middle)
window.resize(1440, 860)
window.show()
app.exec()
"""
GOALS = {
    "G1 exec to first painted window, s": 0.5,
    "G1 the same, times a bare window": 3.0,
    "G2 exec to list answering, s": 0.8,
    "G3 exec to first page, s": 0.9,
    "G4 key to card repainted, p95 ms": 30,
    "G5 key to new page, one page, p95 ms": 200,
    "G5 the same, times a plain drawing of that PDF": 40,
    "G6 key to new page, 60 excerpts, p95 ms": 400,
    "G6 key to new page, 200 excerpts, p95 ms": 700,
    "G7 blank frames": 0,
    "G7 drift of the anchor, px": 1,
    "G8 scroll frame, p95 ms": 8,
    "G9 search key to list, p95 ms": 150,
    "G10 longest gap while editing, ms": 50,
    "G10 longest gap while adding 250 files, ms": 120,
    "G11 cancel to stopped, ms": 300,
    "G12 act to durable, median ms": 5,
    "G13 memory, MB": 200,
    "G13 memory after 200 excerpts on 75 pages, MB": 200,
    "G14 theme switch, ms": 100,
    "G16 installed size of PySide6 and pypdfium2, MB": 260,
}
"""What `desktop.md` asks for on two idle cores."""


def started(environment: dict[str, str], command: list[str]) -> float:
    """Seconds from starting a process until it prints the first figure."""
    began = time.monotonic()
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        watch = threading.Timer(LONGEST, process.kill)
        watch.start()
        line = process.stdout.readline() if process.stdout else ""
        watch.cancel()
    return float(line) - began


def starting(environment: dict[str, str]) -> dict[str, float]:
    """Start-up, in rounds that take bare window and app in turn."""
    spans: dict[str, list[float]] = {"bare": [], "painted": [], "listed": [], "paged": []}
    for number in range(ROUNDS + 1):
        found = {"bare": started(environment, [sys.executable, "-c", BARE])}
        for name in ("painted", "listed", "paged"):
            act = [sys.executable, "-m", "benches.kit.window_start", name]
            found[name] = started(environment, act)
        if number:
            for name, span in found.items():
                spans[name].append(span)
    times = [ours / bare for ours, bare in zip(spans["painted"], spans["bare"], strict=True)]
    return {
        "G1 exec to first painted window, s": median(spans["painted"]),
        "G1 the same, times a bare window": median(times),
        "G2 exec to list answering, s": median(spans["listed"]),
        "G3 exec to first page, s": median(spans["paged"]),
    }


def installed() -> float:
    """Megabytes that the interface's own dependencies take on the disk."""
    whole = 0
    for name in ("PySide6_Essentials", "shiboken6", "pypdfium2"):
        for file in files_of(name) or ():
            place = Path(str(file.locate()))
            whole += place.stat().st_size if place.exists() else 0
    return whole / 1e6


def main() -> int:
    """Fill a library, open the window, act, print and judge; returns the exit status."""
    if not shutil.which("Xvfb"):
        print("there is no Xvfb; nothing was timed")
        return 0
    count = int(sys.argv[1]) if sys.argv[1:] else 50_000
    display = f":{200 + os.getpid() % 300}"
    with tempfile.TemporaryDirectory() as name, subprocess.Popen(
        ["Xvfb", display, "-screen", "0", "1920x1200x24"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as screen:  # fmt: skip
        try:
            home = Path(name)
            (home / "data/briefing").mkdir(parents=True)
            fill(home / "data/briefing/library.db", count)
            environment = os.environ | {
                "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": name,
                "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
            }  # fmt: skip
            environment.pop("WAYLAND_DISPLAY", None)
            figures = starting(environment)
            acted = subprocess.run(
                [sys.executable, "-m", "benches.kit.window_acts"], env=environment, cwd=ROOT,
                stdout=subprocess.PIPE, text=True, check=True,
                timeout=600,
            )  # fmt: skip
        finally:
            screen.terminate()
    figures |= json.loads(acted.stdout.splitlines()[-1])
    figures["G16 installed size of PySide6 and pypdfium2, MB"] = installed()
    print(f"{count:,} excerpts; load {os.getloadavg()[0]:.1f}")
    return max(verdict(name, figures[name], goal) for name, goal in GOALS.items())


if __name__ == "__main__":
    sys.exit(main())
