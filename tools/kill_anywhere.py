"""Kills import, build, batch and library writing at random moments, and says what did not hold.

Run from the checkout: python -m tools.kill_anywhere [TIMES [SEED]]
"""

import sys
import tempfile
from pathlib import Path

from tests.killing import JOBS, kill_once, lasts


def main() -> int:
    """Kill so many times, each job in turn; returns the exit status."""
    times = int(sys.argv[1]) if sys.argv[1:] else 100
    first = int(sys.argv[2]) if sys.argv[2:] else 0
    broken = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        seconds = {name: lasts(job, folder / name) for name, job in JOBS.items()}
        for number in range(times):
            name = list(JOBS)[number % len(JOBS)]
            troubles = kill_once(JOBS[name], folder / str(number), first + number, seconds[name])
            broken += bool(troubles)
            for trouble in troubles:
                print(f"{name}, seed {first + number}: {trouble}")
    print(f"killed {times} times; {broken} times something did not hold")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
