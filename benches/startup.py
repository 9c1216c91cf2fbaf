"""How long `briefing --help` and `briefing --version` take against an empty Python."""

import sys
from pathlib import Path

from benches.kit.timing import ratio, rounds, table, verdict

GOAL = 5.0
ROUNDS = 25


def main() -> int:
    """Time, print and judge; returns the exit status."""
    command = Path(sys.executable).with_name("briefing")
    runs = rounds(
        {
            "python -c pass": [[sys.executable, "-c", "pass"]],
            "briefing --help": [[command, "--help"]],
            "briefing --version": [[command, "--version"]],
        },
        ROUNDS,
    )
    print(table(runs))
    floor = runs.pop("python -c pass")
    return max([verdict(f"{name} / python -c pass", ratio(each, floor), GOAL)
                for name, each in runs.items()])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
