"""Memory of `briefing import` over many files, summed over all its processes.

The files are made: of ten, eight copies of pages as text, one web page and one mail. The second
figure is the peak against that of a fourth of the files: whoever keeps all in memory needs four
times as much. Linux only, for it asks `/proc` what each process holds.

Usage: many_files.py [COUNT]
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benches.kit.timing import verdict
from benches.web_pages import made_page, paragraph

COUNT = 10_000
MOST_MB = 400.0
MOST_TIMES = 1.5
PARAGRAPHS, LINKS = 12, 20
LOOK = 0.1
"""Seconds between two looks at what the processes hold."""


def made_copy(chance: random.Random) -> bytes:
    """A page copied as text."""
    menu = "\n".join(paragraph(chance, 2) for _ in range(LINKS))
    title = paragraph(chance, 8).rstrip(".")
    words = "\n\n".join(paragraph(chance) for _ in range(PARAGRAPHS))
    return f"{menu}\n\n{title}\n\nBy Ada Moss\n\nMarch 14, 2024\n\n{words}\n\n{menu}\n".encode()


def made_mail(chance: random.Random) -> bytes:
    """A mail with an article in it."""
    head = "From: Ada Moss <ada@gazette.example>\nDate: Thu, 14 Mar 2024 10:00:00 +0000\n"
    words = "\n\n".join(paragraph(chance) for _ in range(PARAGRAPHS))
    return f"{head}Subject: {paragraph(chance, 8)}\n\n{words}\n".encode()


def make(folder: Path, count: int) -> None:
    """Put `count` files into `folder`, each different."""
    chance = random.Random(1)  # noqa: S311 - the same files each time
    for number in range(count):
        if number % 10 == 0:
            name, data = f"{number}.html", made_page(chance)
        elif number % 10 == 1:
            name, data = f"{number}.eml", made_mail(chance)
        else:
            name, data = f"{number}.txt", made_copy(chance)
        (folder / name).write_bytes(data)


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def held(pid: int) -> float:
    """Megabytes a process holds, its share of what it has in common with others; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def peak(count: int) -> tuple[float, float]:
    """Most megabytes that an import of `count` files holds, and its seconds."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "files")
        folder.mkdir()
        make(folder, count)
        command = [sys.executable, "-m", "briefing", "import", str(folder), "--quiet"]
        began, most = time.perf_counter(), 0.0
        process = subprocess.Popen(
            [*command, "--library", str(Path(place, "library.db"))], stdout=subprocess.DEVNULL
        )
        while process.poll() is None:
            most = max(most, sum(map(held, family(process.pid))))
            time.sleep(LOOK)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
        return most, time.perf_counter() - began


def main() -> int:
    """Measure, print and judge; returns the exit status."""
    if not Path("/proc/self/smaps_rollup").exists():
        print("memory of many files: Linux only")
        return 0
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    fewer, _ = peak(count // 4)
    most, seconds = peak(count)
    print(f"{count} files imported in {seconds:.0f} s, {count // 4} of them held {fewer:.0f} MB")
    return max(
        verdict(f"{count} files, MB at most", most, MOST_MB),
        verdict(f"{count} files / a fourth of them, memory", most / fewer, MOST_TIMES),
    )


if __name__ == "__main__":
    sys.exit(main())
