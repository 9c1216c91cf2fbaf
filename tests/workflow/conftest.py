"""The runner's own thread, which waits for its orders and holds nothing, hinders no copy."""

import os
import sys
from pathlib import Path

import pytest

from briefing.workflow import aside

_TASKS = Path("/proc/self/task")


@pytest.fixture(autouse=True)
def _runner_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads of anybody else do: those of Qt, where tests of the window ran in this process before."""

    def alone_but_for_the_runner() -> bool:
        own = 2 if "PYTEST_XDIST_WORKER" in os.environ else 1  # it is imported without `-n` too
        return sys.platform == "linux" and len([*_TASKS.iterdir()]) <= own

    monkeypatch.setattr(aside, "may_be_copied", alone_but_for_the_runner)
