"""The runner's own threads, which wait for its orders and hold nothing, hinder no copy."""

import sys
import threading

import pytest

from briefing.workflow import aside


@pytest.fixture(autouse=True)
def _runner_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone_but_for_the_runner() -> bool:
        return sys.platform == "linux" and threading.active_count() == 1

    monkeypatch.setattr(aside, "may_be_copied", alone_but_for_the_runner)
