"""Times whole cold processes side by side, in rounds that take them in turn."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_START = """import os, sys, time
start = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - start
cpu = usage.ru_utime + usage.ru_stime
print(wall, cpu, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""Runs a command from a small process: the kernel counts that of who starts it as its memory too."""
Command = Sequence[str | Path]
Commands = Sequence[Command]


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over a contender's commands: wall and CPU seconds, and the largest process in KB."""

    wall: float
    cpu: float
    peak: int = 0


def rounds(contenders: Mapping[str, Commands], count: int) -> dict[str, list[Run]]:
    """Each contender's runs, after one warm-up round that is thrown away.

    Every round takes all contenders in turn, so that a busy moment troubles them alike.
    """
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    for number in range(count + 1):
        for name, commands in contenders.items():
            run = _run(commands)
            if number:
                runs[name].append(run)
    return runs


def ratio(ours: Sequence[Run], *peers: Sequence[Run]) -> float:
    """Median over the rounds of our wall time against the sum of the peers' in the same round."""
    sums = [sum(run.wall for run in together) for together in zip(*peers, strict=True)]
    shares = [run.wall / whole for run, whole in zip(ours, sums, strict=True)]
    return float(median(shares))


def table(runs: Mapping[str, Sequence[Run]]) -> str:
    """Medians, a line for each contender."""
    lines = [f"{'':28}{'wall ms':>9}{'cpu ms':>9}"]
    for name, each in runs.items():
        wall, cpu = (median(getattr(run, kind) for run in each) for kind in ("wall", "cpu"))
        lines.append(f"{name:28}{wall * 1000:9.1f}{cpu * 1000:9.1f}")
    return "\n".join(lines)


def verdict(name: str, figure: float, goal: float) -> int:
    """Print the figure beside its goal; returns the exit status."""
    met = figure <= goal
    print(f"{name}: {figure:.2f} (goal: at most {goal:.3g}) {'met' if met else 'MISSED'}")
    return 0 if met else 1


def _run(commands: Commands) -> Run:
    runs = [_process(command) for command in commands]
    return Run(
        sum(run.wall for run in runs),
        sum(run.cpu for run in runs),
        max(run.peak for run in runs),
    )


def _process(command: Command) -> Run:
    parts = [str(part) for part in command]
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _START, *parts], stdout=subprocess.PIPE, check=True
    )
    wall, cpu, peak, status = told.stdout.split()
    if int(status):
        raise subprocess.CalledProcessError(int(status), parts)
    return Run(float(wall), float(cpu), int(peak))
