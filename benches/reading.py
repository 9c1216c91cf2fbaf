"""Text copies of pages: how much of them is read and judged a second, by one core.

Beside it, in the same run, what cannot be left out: decoding the same bytes and looking at every
word of them once. The samples are read many times over; copies of real pages can be named.

Usage: reading.py [FOLDER]
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from statistics import median

from briefing.cleaning import clean
from briefing.readers import read
from briefing.uncollected import collect_seldom

ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"
GOAL_MB = 10.0
ROUNDS = 5
_LEAST_MB = 0.5
_WORD = re.compile(r"\w+")


def copies(folder: Path) -> list[bytes]:
    """The text files in `folder` that are not empty, over and over until there is enough to time."""
    every = [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
    found = [data for data in every if data.strip()]
    return found * (1 + int(_LEAST_MB * 1e6 / max(sum(map(len, found)), 1)))


def megabytes(every: Sequence[bytes], work: Callable[[bytes], object]) -> float:
    """Megabytes a CPU second that `work` goes through; the median of the rounds."""
    size = sum(map(len, every)) / 1e6
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for data in every:
            work(data)
        spent.append(time.process_time() - began)
    return size / median(spent)


def text_copies(folder: Path) -> int:
    """Read and judge text copies, as the program does; exit status 1 where the goal is missed."""
    collect_seldom()
    every = copies(folder)
    path = PurePath("copy.txt")
    reached = megabytes(every, lambda data: clean(read(data, path)[0]))
    words = megabytes(every, lambda data: _WORD.findall(data.decode("utf-8", "replace")))
    print(f"looking at each word once   {words:6.1f} MB/s")
    print(
        f"text copies read and judged {reached:6.1f} MB/s "
        f"(goal: at least {GOAL_MB:.0f}) {'met' if reached >= GOAL_MB else 'MISSED'}"
    )
    return 0 if reached >= GOAL_MB else 1


if __name__ == "__main__":
    sys.exit(text_copies(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES))
