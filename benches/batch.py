"""200 different briefs from one library: on two cores against one, and a brief against a cold build.

The machine may be shared, so that a second core is not always free: what is held to the goal is
the CPU time of the longest way through the batch. On one core that is all of it; on two it is what
the first process does alone, and half of what its workers do (they are handed briefs one by one,
so that neither waits for the other). The same by the clock is printed beside it.

pandoc and Typst are called once a brief with the finished text, in the same run.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from msgspec import Struct

from benches.kit.timing import rounds, table, verdict
from benches.main_job import SEEDS, contenders
from briefing.library import Access, open_library
from briefing.workflow.batch_files import read_batch
from briefing.workflow.batch_runs import Run as Batch
from briefing.workflow.importing import import_paths

BRIEFS = 200
ROUNDS = 3
THEMES = ("command-structure", "china", "north-korea", "industry")
TEMPLATES = ("full", "one-page", "talking-points")


class Spent(Struct, frozen=True):
    """What a batch took: seconds by the clock, CPU of the first process and of its workers."""

    wall: float
    first: float
    workers: float

    def way(self, cores: int) -> float:
        """CPU seconds of the longest way through it."""
        return self.first + self.workers / cores


def orders(count: int) -> Iterator[str]:
    """`count` briefs, each of its own: title, themes, template, limit and reader."""
    for number in range(count):
        themes = [name for at, name in enumerate(THEMES) if number % 15 + 1 & 1 << at]
        yield (
            f'[[brief]]\ntitle = "Brief {number}"\nfor = "Reader {number % 7}"\n'
            f"themes = {json.dumps(themes)}\ntemplate = {json.dumps(TEMPLATES[number % 3])}\n"
            f"limit = {number % 5 + 2}\n"
            f'outputs = ["{number:03}.docx", "{number:03}.pdf"]\n'
        )


def carry_out(folder: Path, jobs: int) -> None:
    """Make the batch in `folder` in this process and its workers, and print what it took."""
    began = time.perf_counter()
    out = folder / f"out{jobs}"
    items = read_batch(folder / "batch.toml", out, folder / "library.db")
    failed = [one.trouble for one in Batch(items, folder / "batch.toml", out, jobs) if one.trouble]
    if failed:
        raise SystemExit(f"{len(failed)} briefs failed: {failed[0]}")
    first, workers = (resource.getrusage(who) for who in
                      (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
    print(json.dumps([time.perf_counter() - began, first.ru_utime + first.ru_stime,
                      workers.ru_utime + workers.ru_stime]))  # fmt: skip


def spent(folder: Path, jobs: int) -> Spent:
    """What the batch took in a process of its own; with one job it is held to one core."""
    command = [sys.executable, "-m", "benches.batch", str(folder), str(jobs)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True,
        preexec_fn=(lambda: os.sched_setaffinity(0, {0})) if jobs == 1 else None,
    )  # fmt: skip
    return Spent(*json.loads(done.stdout))


def main() -> int:
    """Time, print and judge; returns the exit status."""
    if sys.argv[2:]:
        carry_out(Path(sys.argv[1]), int(sys.argv[2]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_library(folder / "library.db", Access.MAKE) as library:
            list(import_paths(library, [SEEDS]))
        (folder / "batch.toml").write_text(
            "[defaults]\ndate = 2024-04-12\n" + "".join(orders(BRIEFS)), encoding="utf-8"
        )
        turns = [(spent(folder, 1), spent(folder, 2)) for _ in range(ROUNDS)]
        peers = rounds(contenders(SEEDS, folder), ROUNDS)
    print(table(peers))
    one, two = turns[0]
    print(f"one core: {one.wall:.1f} s by the clock, {one.way(1):.1f} s of CPU")
    print(
        f"two: {two.wall:.1f} s by the clock, CPU {two.first:.1f} s first, {two.workers:.1f} s workers"
    )
    clock = median(one.wall / two.wall for one, two in turns)
    print(f"two cores against one, by the clock: {clock:.2f} times")
    rate = median(one.way(1) / two.way(2) for one, two in turns)
    cold = median(run.cpu for run in peers["briefing"])
    each = median(one.way(1) for one, _ in turns) / BRIEFS
    beside = sum(median(run.cpu for run in peers[peer]) for peer in ("pandoc", "typst"))
    print(f"a brief: {each * 1000:.1f} ms of CPU; pandoc and Typst for one: {beside * 1000:.0f} ms")
    return max(
        verdict("two cores' way / one core's", 1 / rate, 1 / 1.7),
        verdict("a brief of the batch / the cold main job, CPU", each / cold, 0.35),
    )


if __name__ == "__main__":
    sys.exit(main())
